import { screen, within } from '@testing-library/react';
import type { ActCall } from '../../../../renderer/src/data/session';

/** A dealer with three complexes: one with much to spare and an end to come, one nearly used up, one that shares the dealer's pool. */
export const dealer: readonly ActCall[] = [
  { do: 'block.add', args: { groupId: 'root', typeId: 'link.plus', quantity: 100, source: 'purchase' } },
  {
    do: 'block.add',
    args: { groupId: 'root', typeId: 'ringover.business', quantity: 2, source: 'purchase', validUntil: '2026-06-30' },
  },
  { do: 'group.create', args: { id: 'aurora', parentId: 'root', kind: 'dealer', name: 'Aurora' } },
  {
    do: 'restriction.set',
    args: {
      groupId: 'aurora',
      mode: 'own',
      allocate: [
        { typeId: 'link.plus', quantity: 80 },
        { typeId: 'ringover.business', quantity: 2, validUntil: '2026-06-30' },
      ],
    },
  },
  {
    do: 'group.create',
    args: { id: 'sunrise', parentId: 'aurora', kind: 'complex', name: 'Sunrise', code: 'SUN', status: 'confirmed' },
  },
  {
    do: 'restriction.set',
    args: { groupId: 'sunrise', mode: 'own', allocate: [{ id: 'lasting', typeId: 'link.plus', quantity: 30 }] },
  },
  {
    do: 'allocation.set',
    args: { id: 'ending', groupId: 'sunrise', typeId: 'link.plus', quantity: 10, validUntil: '2026-05-20' },
  },
  { do: 'group.create', args: { id: 'mill', parentId: 'aurora', kind: 'complex', name: 'Old Mill' } },
  {
    do: 'restriction.set',
    args: { groupId: 'mill', mode: 'own', allocate: [{ id: 'small', typeId: 'link.plus', quantity: 5 }] },
  },
  {
    do: 'user.create',
    args: { id: 'ada', groupId: 'mill', name: 'Ada Albrecht', email: 'ada@example.org', status: 'invited' },
  },
  { do: 'allowance.set', args: { userId: 'ada', resources: { sip: 14 } } },
  {
    do: 'group.create',
    args: { id: 'annex', parentId: 'aurora', kind: 'complex', name: 'Annex', status: 'handedOver' },
  },
  { do: 'number.add', args: { id: 'n1', kind: 'landline', value: '+33184800001' } },
  { do: 'user.create', args: { id: 'ben', groupId: 'annex', name: 'Ben Baum', status: 'active' } },
  { do: 'seat.assign', args: { userId: 'ben', typeId: 'ringover.business' } },
  { do: 'reminder.set', args: { groupId: 'root', policy: { daysBefore: 10, repeat: 'once' } } },
];

/** The line of a complex in the portfolio. */
export function row(name: string): HTMLElement {
  const found = within(screen.getByRole('grid', { name: 'Portfolio' }))
    .getAllByRole('row')
    .find((one) => within(one).queryByText(name) !== null);
  if (found === undefined) throw new Error(`${name} is not listed`);
  return found;
}
