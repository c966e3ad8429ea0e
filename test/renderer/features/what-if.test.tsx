import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useCommands } from '../../../renderer/src/parts/commands';
import type { ActCall } from '../../../renderer/src/data/session';
import { BlockProperties } from '../../../renderer/src/features/licenses';
import { WhatIf, WhatIfDialog } from '../../../renderer/src/parts/what-if';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../support/renderer/window-world';

const seats: readonly ActCall[] = [
  {
    do: 'block.add',
    args: { id: 'business', groupId: 'root', typeId: 'ringover.business', quantity: 2, source: 'purchase' },
  },
  {
    do: 'block.add',
    args: { id: 'smart', groupId: 'root', typeId: 'ringover.smart', quantity: 1, source: 'purchase' },
  },
  { do: 'number.add', args: { id: 'n1', kind: 'landline', value: '+33184800001' } },
  { do: 'number.add', args: { id: 'n2', kind: 'landline', value: '+33184800002' } },
  { do: 'user.create', args: { id: 'eve', groupId: 'root', name: 'Eve Ebert' } },
  { do: 'user.create', args: { id: 'ben', groupId: 'root', name: 'Ben Baum' } },
  { do: 'seat.assign', args: { userId: 'eve', typeId: 'ringover.business' } },
  { do: 'seat.assign', args: { userId: 'ben', typeId: 'ringover.business' } },
];

function RunCommand() {
  const registry = useCommands();
  return <button onClick={() => registry.run('look.whatIf')}>run</button>;
}

function who(): HTMLElement {
  return screen.getByRole('region', { name: 'Who would have something else' });
}

describe('a what-if', () => {
  it('asked of a block says who loses what from which day when it ends, and does nothing by itself', async () => {
    const { show, user, session } = await aWindowOn(seats);
    show(<BlockProperties ids={['business']} />);
    await user.click(await screen.findByRole('button', { name: 'What if it ends?' }));
    await screen.findByRole('dialog', { name: 'What if…' });
    await waitFor(() =>
      expect(within(who()).getByRole('heading', { name: /^From 2 May 2026/ })).toHaveTextContent(
        '2 people lose something',
      ),
    );
    expect(
      within(who())
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      expect.stringContaining('Ben Baum: nothing instead of Ringover Business'),
      expect.stringContaining('Eve Ebert: Ringover Smart instead of Ringover Business'),
    ]);
    await user.click(screen.getByRole('button', { name: 'Drop it' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(session.model.row('blocks', 'business')?.validUntil).toBeNull();
  });

  it('is done when that is wanted, as one step', async () => {
    const { show, user, session } = await aWindowOn(seats);
    let isClosed = false;
    show(
      <WhatIfDialog
        initial={[
          { kind: 'end', blockId: 'business', lastDay: '2026-06-30' },
          { kind: 'remove', userId: 'ben' },
        ]}
        onClose={() => {
          isClosed = true;
        }}
      />,
    );
    const act = await screen.findByRole('button', { name: 'Do it' });
    await waitFor(() => expect(act).toBeEnabled());
    await user.click(act);
    await waitFor(() => expect(isClosed).toBe(true));
    expect(session.model.row('blocks', 'business')?.validUntil).toBe('2026-06-30');
    expect(session.model.row('users', 'ben')).toBeUndefined();
    await session.undo();
    expect(session.model.row('users', 'ben')?.name).toBe('Ben Baum');
    expect(session.model.row('blocks', 'business')?.validUntil).toBeNull();
  });

  it('refuses what the rules refuse, and passes once the figure is changed where it stands', async () => {
    const { show, user } = await aWindowOn(seats);
    show(<WhatIfDialog initial={[{ kind: 'reduce', blockId: 'business', quantity: 1 }]} onClose={() => undefined} />);
    expect(await screen.findByText('D3')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Do it' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Why?' }));
    expect(await screen.findByText('Take back 1 × Ringover Business in Account.')).toBeVisible();
    await user.keyboard('{Escape}');
    const quantity = screen.getByRole('textbox', { name: 'Quantity' });
    await user.clear(quantity);
    await user.type(quantity, '2{Tab}');
    await waitFor(() => expect(screen.queryByText('D3')).toBeNull());
  });

  it('is put together from changes: the release that makes room lets the reduction pass', async () => {
    const { show, user } = await aWindowOn(seats);
    show(
      <>
        <RunCommand />
        <WhatIf />
      </>,
    );
    await user.click(screen.getByText('run'));
    const dialog = await screen.findByRole('dialog', { name: 'What if…' });
    expect(within(dialog).getByText('Add a change to see what it would do.')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: /Add a change/ }));
    await user.click(await screen.findByRole('option', { name: /license is taken back/ }));
    await user.click(await screen.findByRole('option', { name: /Ben Baum/ }));
    await user.click(within(dialog).getByRole('button', { name: /Add a change/ }));
    await user.click(await screen.findByRole('option', { name: 'Licenses change their quantity' }));
    await user.click(await screen.findByRole('button', { name: '2 × Ringover Business' }));
    const quantity = within(dialog).getByRole('textbox', { name: 'Quantity' });
    await user.clear(quantity);
    await user.type(quantity, '1{Tab}');
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Do it' })).toBeEnabled());
    expect(within(who()).getByRole('heading', { name: /^Today/ })).toHaveTextContent('1 person loses something');
    await user.click(
      within(dialog).getByRole('button', { name: 'Take “The license of Ben Baum is taken back” out again' }),
    );
    expect(await within(dialog).findByText('D3')).toBeVisible();
  });

  it('moves the chosen group on trial', async () => {
    const { show, user, account } = await aWindowOn(sunrise);
    account.view.setState({ groupId: 'a1' });
    show(<WhatIfDialog initial={[]} onClose={() => undefined} />);
    await user.click(await screen.findByRole('button', { name: /Add a change/ }));
    await user.click(await screen.findByRole('option', { name: 'A group moves' }));
    await user.click(await screen.findByRole('option', { name: /House 2/ }));
    expect(await screen.findByText('Apartment 1 moves to House 2')).toBeVisible();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Do it' })).toBeEnabled());
    expect(within(who()).getByText('Nobody has more or less by this.')).toBeVisible();
  });

  it('is accessible', async () => {
    const { show } = await aWindowOn(seats);
    const { baseElement } = show(
      <WhatIfDialog
        initial={[{ kind: 'end', blockId: 'business', lastDay: '2026-06-30' }]}
        onClose={() => undefined}
      />,
    );
    await screen.findByRole('region', { name: 'Who would have something else' });
    expect(await accessibilityProblems(baseElement)).toEqual([]);
  });
});
