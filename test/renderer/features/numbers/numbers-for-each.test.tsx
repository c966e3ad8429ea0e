import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { NumbersForEachDialog } from '../../../../renderer/src/features/numbers';
import { freeFrom, unusedInRange } from '../../../../renderer/src/features/numbers/numbers-for-each';
import type { ActCall } from '../../../../renderer/src/data/session';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../../support/renderer/window-world';

const ranged: readonly ActCall[] = [
  ...sunrise,
  { do: 'user.create', args: { id: 'ben', groupId: 'a2', name: 'Ben Brandt' } },
  { do: 'number.range', args: { from: '3000', to: '3002' } },
  { do: 'number.add', args: { id: 'used', kind: 'sip', value: '3001' } },
  { do: 'number.attach', args: { numberId: 'used', to: { groupId: 'h1' } } },
];

describe('the next number for each of many', () => {
  it('is the next of a range that nobody has, seen before it is given, in one step', async () => {
    const { show, user, session } = await aWindowOn(ranged);
    let isClosed = false;
    show(<NumbersForEachDialog targets={[{ userId: 'ada' }, { userId: 'ben' }]} onClose={() => (isClosed = true)} />);
    const dialog = await screen.findByRole('dialog', { name: 'A number for each of 2' });
    const lines = (): readonly string[] =>
      within(dialog)
        .getAllByRole('row')
        .slice(1)
        .map((row) => row.textContent);
    expect(lines()).toEqual(['Ada Albrecht3000', 'Ben Brandt3002']);
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Give' }));
    await waitFor(() => expect(isClosed).toBe(true));
    const ofUser = (id: string): readonly string[] =>
      [...session.model.rows('numbers')].filter(({ userId }) => userId === id).map(({ value }) => value);
    expect([ofUser('ada'), ofUser('ben')]).toEqual([['3000'], ['3002']]);
    await session.undo();
    expect([ofUser('ada'), ofUser('ben')]).toEqual([[], []]);
  });

  it('is not given where there are too few, which is said', async () => {
    const { show, user } = await aWindowOn(ranged);
    show(<NumbersForEachDialog targets={[{ userId: 'ada' }, { groupId: 'a2' }]} onClose={() => undefined} />);
    await user.type(await screen.findByRole('textbox', { name: 'Beginning with' }), '3001');
    expect(await screen.findByText('Only 1 is free there, 2 are needed')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Give' })).toBeDisabled();
  });

  it('goes through the places as the tree shows them, and through people of one place by name, 2 before 10', async () => {
    const { show } = await aWindowOn([
      ...ranged,
      { do: 'number.range', args: { from: '4000', to: '4999' } },
      { do: 'user.create', args: { id: 'r10', groupId: 'a1', name: 'Resident 10' } },
      { do: 'user.create', args: { id: 'r2', groupId: 'a1', name: 'Resident 2' } },
      { do: 'group.move', args: { groupId: 'a2', parentId: 'h1', before: 'a1' } },
    ]);
    show(
      <NumbersForEachDialog
        targets={[{ userId: 'r10' }, { userId: 'r2' }, { groupId: 'a1' }, { userId: 'ben' }, { groupId: 'h1' }]}
        onClose={() => undefined}
      />,
    );
    const dialog = await screen.findByRole('dialog', { name: 'A number for each of 5' });
    expect(
      within(dialog).getByText('In the order of the tree; people of one place by name, 2 before 10.'),
    ).toBeVisible();
    expect(
      within(dialog)
        .getAllByRole('row')
        .slice(1)
        .map((row) => row.firstElementChild?.textContent),
    ).toEqual(['House 1', 'Ben Brandt', 'Apartment 1', 'Resident 2', 'Resident 10']);
  });

  it('keeps the digits of a range, and goes through free numbers in their order', () => {
    expect(
      unusedInRange({ from: '001', to: '012' }, '', (value) => value === '002', 3).map(({ value }) => value),
    ).toEqual(['001', '003', '004']);
    const free = ['+49301', '+49300', '+493005'].map((value) => ({ id: value, value }));
    expect(freeFrom(free, '', 2).map(({ value }) => value)).toEqual(['+49300', '+49301']);
    expect(freeFrom(free, '+49 301', 2).map(({ value }) => value)).toEqual(['+49301', '+493005']);
  });
});
