import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ActCall } from '../../../renderer/src/data/session';
import { GrantsDialog } from '../../../renderer/src/features/grants/GrantsDialog';
import { RemindersDialog } from '../../../renderer/src/features/reminders/RemindersDialog';
import { RequestsPanel } from '../../../renderer/src/features/requests';
import { AdministratorsPanel, RolesPanel } from '../../../renderer/src/features/roles';
import { savedFiles } from '../../support/renderer/saved-files';
import { aWindowOn } from '../../support/renderer/window-world';

const people: readonly ActCall[] = [
  { do: 'group.create', args: { id: 'harbour', parentId: 'root', kind: 'office', name: 'Harbour' } },
  { do: 'group.create', args: { id: 'attic', parentId: 'root', kind: 'office', name: 'Attic' } },
  { do: 'user.create', args: { id: 'ada', groupId: 'harbour', name: 'Ada Albrecht' } },
  { do: 'user.create', args: { id: 'ben', groupId: 'attic', name: 'Ben Baum' } },
];

const requests: readonly ActCall[] = [
  { do: 'request.open', args: { id: 'four', kind: 'add', typeId: 'ringover.business', quantity: 4 } },
  { do: 'request.open', args: { id: 'nine', kind: 'add', typeId: 'ringover.smart', quantity: 9 } },
  { do: 'request.open', args: { id: 'two', kind: 'add', typeId: 'link.plus', quantity: 2 } },
];

/** Who stands where in a list: the given words in the order in which they are seen. */
function orderOf(...words: readonly string[]): readonly string[] {
  const shown = document.body.textContent;
  return [...words].sort((one, other) => shown.indexOf(one) - shown.indexOf(other));
}

async function sortable(list: ReactElement, acts: readonly ActCall[]) {
  const { show, user } = await aWindowOn([...people, ...acts]);
  show(list);
  const sort = async (choice: string): Promise<void> => {
    await user.click(await screen.findByRole('button', { name: /^Sort/ }));
    await user.click(await screen.findByRole('menuitem', { name: choice }));
  };
  await screen.findByRole('button', { name: 'Sort this list' });
  return { sort, user };
}

const { trellis } = window;
afterEach(() => {
  window.trellis = trellis;
  localStorage.clear();
});

describe('a list that is no table', () => {
  const quantities = () => orderOf('2 × Link', '4 × Ringover', '9 × Ringover');

  it('is sorted by what is chosen, turned round by choosing it again, and as it was at first after that', async () => {
    const { sort } = await sortable(<RequestsPanel />, requests);
    const atFirst = quantities();
    await sort('Quantity');
    expect(quantities()).toEqual(['2 × Link', '4 × Ringover', '9 × Ringover']);
    expect(screen.getByRole('button', { name: 'Sorted by: Quantity' })).toBeInTheDocument();
    await sort('Quantity, backwards');
    expect(quantities()).toEqual(['9 × Ringover', '4 × Ringover', '2 × Link']);
    expect(screen.getByRole('button', { name: 'Sorted by: Quantity, backwards' })).toBeInTheDocument();
    await sort('As it was at first');
    expect(quantities()).toEqual(atFirst);
  });

  it('is exported in the order that is seen', async () => {
    const saved = savedFiles();
    const { sort, user } = await sortable(<RequestsPanel />, requests);
    await sort('Quantity');
    await user.click(screen.getByRole('button', { name: 'Export this table…' }));
    await expect.poll(() => saved.length).toBe(1);
    expect(saved[0]?.rows.slice(1).map((row) => (row as readonly string[])[2])).toEqual(['2', '4', '9']);
  });

  it('of roles goes by their names', async () => {
    const { sort } = await sortable(<RolesPanel />, [
      { do: 'role.define', args: { id: 'r1', name: 'Porter', base: 'siteAdmin', extraFeatures: [] } },
      { do: 'role.define', args: { id: 'r2', name: 'Caretaker', base: 'siteAdmin', extraFeatures: [] } },
    ]);
    await sort('Name');
    expect(orderOf('Porter', 'Caretaker')).toEqual(['Caretaker', 'Porter']);
    await sort('Name, backwards');
    expect(orderOf('Porter', 'Caretaker')).toEqual(['Porter', 'Caretaker']);
  });

  it('of administrators goes by what they administer', async () => {
    const { sort } = await sortable(<AdministratorsPanel onGo={() => undefined} />, [
      { do: 'user.setAdmin', args: { userId: 'ada', groupId: 'harbour', admin: true } },
      { do: 'user.setAdmin', args: { userId: 'ben', groupId: 'attic', admin: true } },
    ]);
    expect(orderOf('Ada Albrecht', 'Ben Baum')).toEqual(['Ada Albrecht', 'Ben Baum']);
    await sort('Administers');
    expect(orderOf('Ada Albrecht', 'Ben Baum')).toEqual(['Ben Baum', 'Ada Albrecht']);
  });

  it('of reminders goes by their days', async () => {
    const ends = { source: 'purchase', typeId: 'ringover.business', groupId: 'root' } as const;
    const { sort } = await sortable(<RemindersDialog isOpen onClose={() => undefined} />, [
      { do: 'block.add', args: { ...ends, id: 'b1', quantity: 3, validUntil: '2026-05-20' } },
      { do: 'block.add', args: { ...ends, id: 'b2', quantity: 1, validUntil: '2026-05-18' } },
      { do: 'reminder.set', args: { groupId: 'root', policy: { daysBefore: 10, repeat: 'once' } } },
    ]);
    const days = () => orderOf('8 May 2026', '10 May 2026');
    expect(days()).toEqual(['8 May 2026', '10 May 2026']);
    await sort('Day');
    await sort('Day, backwards');
    expect(days()).toEqual(['10 May 2026', '8 May 2026']);
  });

  it('of licenses between accounts goes by the other account', async () => {
    const to = (name: string, ledger: string) => ({ toLedger: ledger, toRoot: 'root', toName: name });
    const { sort } = await sortable(
      <GrantsDialog onClose={() => undefined} onGive={() => undefined} onAccept={() => undefined} />,
      [
        {
          do: 'block.add',
          args: { id: 'stock', groupId: 'root', typeId: 'link.plus', quantity: 9, source: 'purchase' },
        },
        { do: 'grant.give', args: { id: 'g1', ...to('Zenith', 'ledger-z'), typeId: 'link.plus', quantity: 1 } },
        { do: 'grant.give', args: { id: 'g2', ...to('Acorn', 'ledger-a'), typeId: 'link.plus', quantity: 3 } },
      ],
    );
    await sort('Account');
    expect(orderOf('Zenith', 'Acorn')).toEqual(['Acorn', 'Zenith']);
  });
});
