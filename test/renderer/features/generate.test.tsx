import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActCall } from '../../../renderer/src/data/session';
import { TreePane } from '../../../renderer/src/features/tree';
import { levelsForCounts, levelsOf, planOf } from '../../../renderer/src/features/generate/generate-levels';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { aWindowOn, type WindowWorld } from '../../support/renderer/window-world';

const complex: readonly ActCall[] = [
  { do: 'block.add', args: { groupId: 'root', typeId: 'link.plus', quantity: 500, source: 'purchase' } },
  { do: 'group.create', args: { id: 'sunrise', parentId: 'root', kind: 'complex', name: 'Sunrise' } },
  {
    do: 'restriction.set',
    args: { groupId: 'sunrise', mode: 'own', allocate: [{ typeId: 'link.plus', quantity: 400 }] },
  },
];

/** The generator below Sunrise, opened by its keys. */
async function theGenerator(): Promise<WindowWorld & { readonly dialog: HTMLElement }> {
  const world = await aWindowOn(complex);
  world.account.view.setState({ expanded: ['root', 'sunrise'] });
  world.show(<TreePane />);
  await world.user.click(screen.getByRole('treeitem', { name: /^Sunrise/ }));
  await world.user.keyboard('{Control>}{Shift>}g{/Shift}{/Control}');
  return { ...world, dialog: await screen.findByRole('dialog', { name: 'Generate groups in Sunrise' }) };
}

const lines = (dialog: HTMLElement): readonly (string | null)[] =>
  within(within(dialog).getByRole('list', { name: 'This is what will be made' }))
    .queryAllByRole('listitem')
    .map((line) => line.textContent);
const counts = (dialog: HTMLElement): HTMLElement =>
  within(dialog).getByRole('textbox', { name: 'How many of each, from above' });

describe('the generator', () => {
  it('starts in one line of counts, and makes what is typed there on Enter', async () => {
    const { user, session, dialog } = await theGenerator();
    expect(counts(dialog)).toHaveFocus();
    expect(counts(dialog)).toHaveValue('3 × 4 × 9 × 4');
    await user.clear(counts(dialog));
    await user.keyboard('2 1 2 3');
    await waitFor(() =>
      expect(within(dialog).getByText('2 buildings, 2 entrances, 4 floors and 12 apartments')).toBeInTheDocument(),
    );
    await waitFor(() =>
      expect(lines(dialog).slice(0, 5)).toEqual(['Building 1', 'Entrance 1', 'Floor 1', '101', '102']),
    );
    await user.keyboard('{Enter}');
    await waitFor(() => expect(session.model.count('sunrise').groups).toBe(21));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(session.steps().undoable[0]?.act.do).toBe('group.generate');
  });

  it('puts as many placeholders as wanted into each apartment, in the same act', async () => {
    const { user, session, dialog } = await theGenerator();
    await user.clear(counts(dialog));
    await user.keyboard('1 1 1 2');
    const each = within(dialog).getByRole('textbox', { name: 'Residents in each apartment' });
    await user.clear(each);
    await user.type(each, '2{Tab}');
    expect(await within(dialog).findByText('4 people')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Generate 5 groups' }));
    await waitFor(() =>
      expect([...session.model.rows('users')].map(({ name }) => name).filter((name) => name !== 'Owner')).toEqual([
        'Resident 1 of 101',
        'Resident 2 of 101',
        'Resident 1 of 102',
        'Resident 2 of 102',
      ]),
    );
    await session.undo();
    expect([...session.model.rows('users')]).toHaveLength(1);
    expect(session.model.row('groups', 'sunrise')).toBeDefined();
    expect([...session.model.children('sunrise')]).toEqual([]);
  });

  it('gives the residents an app and the next SIP number each, in the same act', async () => {
    const { user, session, dialog } = await theGenerator();
    await session.act({ do: 'number.range', args: { from: '3000', to: '3002' } });
    await session.act({ do: 'number.add', args: { kind: 'sip', value: '3001' } });
    await user.clear(counts(dialog));
    await user.keyboard('1 1 1 2');
    const each = within(dialog).getByRole('textbox', { name: 'Residents in each apartment' });
    await user.clear(each);
    await user.type(each, '2{Tab}');
    await user.click(await within(dialog).findByRole('checkbox', { name: 'Each with an app and a SIP number' }));
    expect(
      await within(dialog).findByText('2 numbers from 3000 on. 2 people get only room for a number and an app.'),
    ).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Generate 5 groups' }));
    await waitFor(() => expect([...session.model.rows('users')]).toHaveLength(5));
    const residents = [...session.model.rows('users')].filter(({ id }) => id !== 'owner');
    expect(residents.map(({ allowance }) => allowance)).toEqual(Array(4).fill({ sip: 1, mobileApp: 1 }));
    const numberOf = new Map([...session.model.rows('numbers')].map(({ userId, value }) => [userId, value]));
    expect(residents.map(({ id }) => numberOf.get(id))).toEqual(['3000', '3002', undefined, undefined]);
    await session.undo();
    expect([...session.model.rows('users')]).toHaveLength(1);
  });

  it('calls floors as people do, from a basement up, and numbers the apartments by them', async () => {
    const { user, session, dialog } = await theGenerator();
    await user.clear(counts(dialog));
    await user.keyboard('1 1 3 1');
    await user.click(within(dialog).getByRole('button', { name: /Floors are called$/ }));
    await user.click(await screen.findByRole('option', { name: 'Basement, ground floor, 1st floor…' }));
    await waitFor(() =>
      expect(lines(dialog).slice(2)).toEqual(['Basement', '-101', 'Ground floor', '001', '1st floor', '101']),
    );
    await user.click(within(dialog).getByRole('button', { name: 'Generate 8 groups' }));
    await waitFor(() => expect(session.model.count('sunrise').groups).toBe(9));
    const named = [...session.model.subtree('sunrise')].map(({ name, code }) => [name, code]);
    expect(named).toEqual(
      expect.arrayContaining([
        ['Basement', '-1'],
        ['Ground floor', '0'],
        ['001', ''],
      ]),
    );
    await session.undo();
    expect(session.model.count('sunrise').groups).toBe(1);
  });

  it('hands licenses out to each building in the same act, and says before what the pool has left', async () => {
    const { user, session, dialog } = await theGenerator();
    await user.clear(counts(dialog));
    await user.keyboard('3 4 9 4');
    const each = within(dialog).getByRole('textbox', { name: 'How many each' });
    await user.click(each);
    await user.keyboard('120{Tab}');
    expect(await within(dialog).findByText('3 × 120 Link Plus = 360.')).toBeInTheDocument();
    expect(within(dialog).getByText(/Leaves 40 of 400 in the pool of Sunrise/)).toBeInTheDocument();
    expect(lines(dialog)[0]).toBe('Building 1120 × Link Plus');
    await user.click(within(dialog).getByRole('button', { name: 'Generate 555 groups' }));
    await waitFor(() => expect(session.model.count('sunrise').groups).toBe(556));
    const [building] = session.model.children('sunrise');
    const pool = session.ask('pool', { groupId: building ?? '' }, session.today());
    expect('types' in pool && pool.types['link.plus']?.available).toBe(120);
    await session.undo();
    expect(session.model.count('sunrise').groups).toBe(1);
  });

  it('says which pool has too few, and does not let it be done', async () => {
    const { user, dialog } = await theGenerator();
    await user.click(within(dialog).getByRole('textbox', { name: 'How many each' }));
    await user.keyboard('150{Tab}');
    expect(
      await within(dialog).findByText('50 too few: the pool of Sunrise has 400.', { exact: false }),
    ).toBeInTheDocument();
    await waitFor(() => expect(within(dialog).getByRole('button', { name: /^Generate/ })).toBeDisabled());
  });

  it('explains at the field what is wrong: too many groups, and names that repeat', async () => {
    const { user, dialog } = await theGenerator();
    await user.clear(counts(dialog));
    await user.keyboard('100001');
    const first = within(dialog).getByRole('region', { name: 'Level 1: Building' });
    expect(
      await within(first).findByText('At most 100,000 groups in one go; this would be 100,001.'),
    ).toBeInTheDocument();
    expect(within(dialog).getByRole('button', { name: /^Generate/ })).toBeDisabled();
    await user.clear(counts(dialog));
    await user.keyboard('2 2');
    const name = within(within(dialog).getByRole('region', { name: 'Level 2: Entrance' })).getByRole('textbox', {
      name: 'Name',
    });
    await user.clear(name);
    await user.type(name, 'Door');
    expect(
      await within(within(dialog).getByRole('region', { name: 'Level 2: Entrance' })).findByText(
        /“Door” would be there more than once/,
      ),
    ).toBeInTheDocument();
    expect(name).toHaveAttribute('aria-invalid', 'true');
  });

  it('previews thousands of groups with only the lines in view', async () => {
    const { user, dialog } = await theGenerator();
    await user.clear(counts(dialog));
    await user.keyboard('20 20 20 4');
    expect(await within(dialog).findByRole('button', { name: 'Generate 40,420 groups' })).toBeEnabled();
    expect(lines(dialog).length).toBeLessThan(100);
    expect(lines(dialog).length).toBeGreaterThan(5);
  });

  it('has nothing that axe finds wrong', async () => {
    const { user, dialog } = await theGenerator();
    expect(await accessibilityProblems(document.body)).toEqual([]);
    await user.click(within(dialog).getAllByRole('button', { name: 'Numbering' })[0] as HTMLElement);
    expect(await accessibilityProblems(document.body)).toEqual([]);
  });
});

describe('levels from one line of counts', () => {
  const nameOf = (kind: string): string => kind;
  const housing = levelsOf('housing', 'complex', nameOf);

  it('keep names, take any sign between the numbers, and go on with what comes below', () => {
    expect(levelsForCounts('2x3*4, 5 6', housing, 'complex', nameOf).map(({ kind, count }) => [kind, count])).toEqual([
      ['building', 2],
      ['entrance', 3],
      ['floor', 4],
      ['apartment', 5],
      ['custom', 6],
    ]);
    expect(levelsForCounts('', housing, 'complex', nameOf)).toEqual([]);
  });

  it('are no plan while one is missing or none', () => {
    expect(planOf([])).toBeNull();
    expect(planOf(levelsForCounts('3 0', housing, 'complex', nameOf))).toBeNull();
  });

  it('number apartments by floor only where they stand on one', () => {
    expect(levelsOf('houses', 'complex', nameOf).map(({ numbering }) => numbering)).toEqual(['perParent', 'perParent']);
    expect(levelsOf('apartments', 'floor', nameOf)[0]?.numbering).toBe('floorPrefix');
  });
});
