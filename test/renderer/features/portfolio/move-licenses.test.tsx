import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActCall } from '../../../../renderer/src/data/session';
import { PortfolioTab } from '../../../../renderer/src/features/portfolio';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn } from '../../../support/renderer/window-world';
import { dealer, row } from './dealer';

describe('moving licenses between complexes', () => {
  async function askToMove() {
    const world = await aWindowOn(dealer);
    world.show(<PortfolioTab groupId="aurora" />);
    await world.user.pointer({ keys: '[MouseRight]', target: row('Sunrise') });
    await world.user.click(screen.getByRole('menuitem', { name: 'Move licenses to…' }));
    return { ...world, dialog: await screen.findByRole('dialog', { name: 'Move licenses of Sunrise' }) };
  }

  it('takes from one and gives to the other in one step, and says what both have then', async () => {
    const { user, session, dialog } = await askToMove();
    const units = within(dialog).getByRole('textbox', { name: 'How many' });
    await user.clear(units);
    await user.type(units, '12{Tab}');
    await waitFor(() =>
      expect(
        within(dialog)
          .getAllByRole('row')
          .slice(1)
          .map((line) => line.textContent),
      ).toEqual(['Sunrise4028', 'Old Mill517']),
    );
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Move 12 licenses' }));
    await waitFor(() => expect(session.model.row('blocks', 'lasting')?.quantity).toBe(18));
    expect(session.model.row('blocks', 'small')?.quantity).toBe(17);
    await session.undo();
    expect([session.model.row('blocks', 'lasting')?.quantity, session.model.row('blocks', 'small')?.quantity]).toEqual([
      30, 5,
    ]);
  });

  it('keeps the days on which units count: what ends there ends here', async () => {
    const { user, session, dialog } = await askToMove();
    await user.click(within(dialog).getByRole('button', { name: /What/ }));
    await user.click(screen.getByRole('option', { name: /10 × Link Plus/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Move 1 license' }));
    await waitFor(() => expect(session.model.row('blocks', 'ending')?.quantity).toBe(9));
    const moved = [...session.model.rows('blocks')].find(
      ({ groupId, validUntil }) => groupId === 'mill' && validUntil !== null,
    );
    expect(moved).toMatchObject({ quantity: 1, validUntil: '2026-05-20' });
  });

  const harbour: readonly ActCall[] = [
    { do: 'group.create', args: { id: 'harbour', parentId: 'root', kind: 'dealer', name: 'Harbour' } },
    {
      do: 'restriction.set',
      args: { groupId: 'harbour', mode: 'own', allocate: [{ typeId: 'link.plus', quantity: 5 }] },
    },
    { do: 'group.create', args: { id: 'quay', parentId: 'harbour', kind: 'complex', name: 'Quay' } },
    { do: 'restriction.set', args: { groupId: 'quay', mode: 'own', allocate: [{ typeId: 'link.plus', quantity: 5 }] } },
  ];

  it('goes to the complex of another dealer through every pool on the way, which is shown', async () => {
    const { show, user, session } = await aWindowOn([...dealer, ...harbour]);
    show(<PortfolioTab groupId="root" />);
    await user.pointer({ keys: '[MouseRight]', target: row('Quay') });
    await user.click(screen.getByRole('menuitem', { name: 'Move licenses to…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Move licenses of Quay' });
    await user.type(within(dialog).getByRole('combobox', { name: 'To' }), 'Old');
    await user.click(await screen.findByRole('option', { name: /Old Mill/ }));
    expect(dialog).toHaveTextContent('The way of the licenses: Quay → Harbour → Account → Aurora → Old Mill');
    const units = within(dialog).getByRole('textbox', { name: 'How many' });
    await user.clear(units);
    await user.type(units, '3{Tab}');
    const plusOf = (groupId: string): number =>
      [...session.model.rows('blocks')]
        .filter((block) => block.groupId === groupId && block.typeId === 'link.plus')
        .reduce((sum, { quantity }) => sum + quantity, 0);
    const pools = ['quay', 'harbour', 'aurora', 'mill'];
    const before = pools.map(plusOf);
    await user.click(within(dialog).getByRole('button', { name: 'Move 3 licenses' }));
    await waitFor(() =>
      expect(pools.map(plusOf).map((now, index) => now - (before[index] ?? 0))).toEqual([-3, -3, 3, 3]),
    );
    await session.undo();
    expect(pools.map(plusOf)).toEqual(before);
  });

  it('says so where there is nothing to move, or no other complex to which it could go', async () => {
    const { show, user } = await aWindowOn([
      ...dealer,
      { do: 'group.create', args: { id: 'east', parentId: 'root', kind: 'dealer', name: 'East' } },
      { do: 'group.create', args: { id: 'ward', parentId: 'east', kind: 'custom', name: 'Ward' } },
      { do: 'group.create', args: { id: 'inner', parentId: 'ward', kind: 'custom', name: 'Inner' } },
      ...['ward', 'inner'].map((groupId): ActCall => ({
        do: 'restriction.set',
        args: { groupId, mode: 'own', allocate: [{ typeId: 'link.plus', quantity: 5 }] },
      })),
      { do: 'group.create', args: { id: 'empty', parentId: 'aurora', kind: 'complex', name: 'Empty' } },
      { do: 'restriction.set', args: { groupId: 'empty', mode: 'own' } },
    ]);
    for (const [groupId, name, says] of [
      ['east', 'Inner', 'No other complex here has a pool of its own.'],
      ['aurora', 'Empty', 'Empty has nothing that could be moved.'],
    ] as const) {
      const { unmount } = show(<PortfolioTab groupId={groupId} />);
      await user.pointer({ keys: '[MouseRight]', target: row(name) });
      await user.click(screen.getByRole('menuitem', { name: 'Move licenses to…' }));
      expect(await screen.findByText(says)).toBeVisible();
      expect(screen.getByRole('button', { name: 'Move' })).toBeDisabled();
      await user.keyboard('{Escape}');
      unmount();
    }
  });

  it('says before the click what limits it', async () => {
    const world = await aWindowOn(dealer);
    world.show(<PortfolioTab groupId="aurora" />);
    await world.user.pointer({ keys: '[MouseRight]', target: row('Old Mill') });
    await world.user.click(screen.getByRole('menuitem', { name: 'Move licenses to…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Move licenses of Old Mill' });
    expect(within(dialog).getByText('1 of Link Plus could go from Old Mill today.')).toBeVisible();
    const units = within(dialog).getByRole('textbox', { name: 'How many' });
    await world.user.clear(units);
    await world.user.type(units, '2{Tab}');
    expect(await within(dialog).findByText(/^Virtual numbers: Old Mill has 12, and 14 would be needed/)).toBeVisible();
    expect(within(dialog).getByRole('button', { name: 'Move 2 licenses' })).toBeDisabled();
    await world.user.clear(units);
    await world.user.type(units, '9{Tab}');
    expect(await within(dialog).findByText('There are only 5 licenses in what you chose.')).toBeVisible();
  });
});
