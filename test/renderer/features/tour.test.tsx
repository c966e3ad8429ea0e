import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { OverviewTab } from '../../../renderer/src/features/overview';
import { Tour } from '../../../renderer/src/features/tour';
import { useCommands } from '../../../renderer/src/parts/commands';
import { writeRemembered } from '../../../renderer/src/platform/remembered';
import { tourWanted } from '../../../renderer/src/state/tour-wanted';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../support/renderer/window-world';

function Begin(): React.ReactNode {
  const commands = useCommands();
  return <button onClick={() => void commands.run('help.tour')}>Begin</button>;
}

describe('the tour', () => {
  it('goes through five steps, each in its place, and back, and can be left at any point', async () => {
    const { show, user, account } = await aWindowOn(sunrise);
    const { container } = show(
      <>
        <Tour />
        <Begin />
      </>,
    );
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Begin' }));
    expect(await screen.findByRole('dialog', { name: 'Tour, step 1 of 5' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Next' })).toHaveFocus();
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByText('Licenses flow down')).toBeVisible();
    expect(account.view.getState()).toMatchObject({ groupId: 'root', tab: 'licenses' });
    await user.click(screen.getByRole('button', { name: 'Back' }));
    await screen.findByText('Everything stands in one tree');
    for (let step = 0; step < 4; step += 1) await user.click(screen.getByRole('button', { name: 'Next' }));
    await user.click(await screen.findByRole('button', { name: 'Done' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Begin' }));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('begins by itself once where it was asked for before the account opened', async () => {
    const { show } = await aWindowOn(sunrise);
    writeRemembered(tourWanted, true);
    const first = show(<Tour />);
    expect(await screen.findByRole('dialog', { name: 'Tour, step 1 of 5' })).toBeVisible();
    first.unmount();
    show(<Tour />);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('a new account', () => {
  it('asks one question, which makes its first group of the right kind', async () => {
    const { show, user, session, account } = await aWindowOn();
    const { container } = show(<OverviewTab groupId="root" />);
    await screen.findByRole('heading', { name: 'What do you look after?' });
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(screen.getByRole('radio', { name: /An office/ }));
    await user.type(screen.getByRole('textbox', { name: 'Name of the office' }), 'Harbour Office{Enter}');
    await waitFor(() => expect(session.model.children('root')).toHaveLength(1));
    const [id = ''] = session.model.children('root');
    expect(session.model.row('groups', id)).toMatchObject({ name: 'Harbour Office', kind: 'office' });
    expect(account.view.getState().groupId).toBe(id);
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'What do you look after?' })).toBeNull());
  });
});
