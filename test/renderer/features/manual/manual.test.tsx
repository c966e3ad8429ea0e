import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ManualProvider, useManual } from '../../../../renderer/src/features/manual';
import { Card } from '../../../../renderer/src/ui/Card';
import { Dialog } from '../../../../renderer/src/ui/Dialog';
import { writeRemembered } from '../../../../renderer/src/platform/remembered';
import { aWindowOn } from '../../../support/renderer/window-world';

function Here({ children }: { readonly children?: React.ReactNode }): React.ReactNode {
  return (
    <ManualProvider>
      <main data-help="licenses">
        <Card title="Figures" words={['left']}>
          {children}
        </Card>
      </main>
      <Opener />
    </ManualProvider>
  );
}

function Opener(): React.ReactNode {
  const manual = useManual();
  return <button onClick={() => manual.open('refused#POOL_EXCEEDED')}>Why not</button>;
}

async function opened(title: string): Promise<HTMLElement> {
  const manual = await screen.findByRole('dialog', { name: 'Manual' });
  return within(manual).findByRole('region', { name: title });
}

describe('the manual in the window', () => {
  it('opens with F1 at the page of what is on screen', async () => {
    const { show, user } = await aWindowOn();
    show(<Here />);
    await user.keyboard('{F1}');
    const page = await opened('Licenses: what is here, and what is left');
    expect(within(page).getByText('what could be given now')).toBeInTheDocument();
  });

  it('opens at the page of the dialog that lies over it, and leaves what was typed there', async () => {
    const { show, user } = await aWindowOn();
    show(
      <Here>
        <Dialog title="Buying" isOpen onClose={() => undefined} help="buy">
          <input aria-label="How many" />
        </Dialog>
      </Here>,
    );
    await user.type(screen.getByRole('textbox', { name: 'How many' }), '12');
    await user.keyboard('{F1}');
    await opened('Buy licenses, or try them');
    await user.keyboard('{Escape}');
    expect(screen.getByRole('textbox', { name: 'How many' })).toHaveValue('12');
  });

  it('finds what a page says, with a letter wrong too, and leads there and back', async () => {
    const { show, user } = await aWindowOn();
    show(<Here />);
    await user.keyboard('{F1}');
    await opened('Licenses: what is here, and what is left');
    await user.type(screen.getByRole('combobox', { name: 'Search the manual…' }), 'stollen lost{Enter}');
    await opened('Protect the account');
    await user.click(screen.getByRole('button', { name: 'Back' }));
    await opened('Licenses: what is here, and what is left');
  });

  it('follows links within it', async () => {
    const { show, user } = await aWindowOn();
    show(<Here />);
    await user.keyboard('{F1}');
    const page = await opened('Licenses: what is here, and what is left');
    await user.click(within(page).getByRole('link', { name: 'Why something cannot be done' }));
    await opened('Why something cannot be done');
  });

  it('opens at one reason, reads in German, and lists every word', async () => {
    writeRemembered('language', 'en');
    const { show, user } = await aWindowOn();
    show(<Here />);
    writeRemembered('language', 'de');
    await user.click(await screen.findByRole('button', { name: 'Why not' }));
    const manual = await screen.findByRole('dialog', { name: 'Handbuch' });
    await within(manual).findByRole('heading', { name: /So viele sind nicht da/ });
    await user.type(within(manual).getByRole('combobox'), 'Kontingent eines');
    await user.clear(within(manual).getByRole('combobox'));
    await user.click(within(manual).getByRole('option', { name: 'Wörter' }));
    expect(await within(manual).findByText('Weitergegeben')).toBeInTheDocument();
    writeRemembered('language', 'en');
  });

  it('explains a word beside its question mark, with an example', async () => {
    const { show, user } = await aWindowOn();
    show(<Here />);
    await user.click(screen.getByRole('button', { name: 'What does this mean: Left?' }));
    const popover = await screen.findByRole('dialog', { name: 'What does this mean: Left?' });
    expect(within(popover).getByText(/50 here, 15 in use/)).toBeInTheDocument();
    await user.click(within(popover).getByRole('button', { name: 'All words…' }));
    await opened('Words');
  });
});
