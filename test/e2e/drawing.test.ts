import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// Declares window.trellisStart.
import type {} from '../../renderer/src/state/window-start';
import { countDrawnComponents, type DrawnCommit } from '../support/drawn-components';
import { launchTrellis, type TrellisWindow } from '../support/trellis-window';

/** More than this for one act means that something is drawn which has not changed. */
const mostDrawn = 60;

let trellis: TrellisWindow;
let drawn: Awaited<ReturnType<typeof countDrawnComponents>>;

beforeAll(async () => {
  trellis = await launchTrellis({ sample: true });
  const lines = trellis.page.getByRole('treeitem');
  await lines.first().waitFor();
  drawn = await countDrawnComponents(trellis.page);
  await lines.first().waitFor();
  await trellis.page.locator('[role=treeitem][aria-level="2"]').first().click();
});
afterAll(() => trellis.close());

/** Fails where an act draws more, in the whole window and until it has nothing left to draw, and says what. */
async function expectLittleDrawn(act: () => Promise<unknown>): Promise<void> {
  await drawn.end();
  await drawn.begin();
  await act();
  const commits = await drawn.end();
  const count = commits.reduce((sum, commit) => sum + commit.count, 0);
  expect(count, 'nothing was drawn, so nothing was counted').toBeGreaterThan(0);
  expect(count, said(commits)).toBeLessThanOrEqual(mostDrawn);
}

function said(commits: readonly DrawnCommit[]): string {
  return commits
    .map(({ count, names }) => {
      const most = Object.entries(names).sort(([, one], [, other]) => other - one);
      return `${String(count)} (${most.map(([name, times]) => `${name} ${String(times)}`).join(', ')})`;
    })
    .join(' + ');
}

/** Does an act as a dialog would, on the first group below the account. */
function act(what: 'rename' | 'newGroup' | 'newPerson' | 'renamePerson' | 'oneUnitLess'): Promise<void> {
  return trellis.page.evaluate(async (wanted) => {
    const state = window.trellisStart?.state.getState();
    if (state?.kind !== 'open') throw new Error('no account is open');
    const { session } = state.account;
    const { model } = session;
    const [first = ''] = model.children(model.root.id);
    const name = model.row('groups', first)?.name ?? '';
    const person = [...model.rows('users')].find((user) => user.name.startsWith('Somebody'));
    const block = [...model.rows('blocks')].find(
      (one) => one.groupId === first && one.source === 'allocation' && one.typeId !== 'link.feature',
    );
    const calls = {
      rename: { do: 'group.update', args: { groupId: first, set: { name: `${name}!` }, was: { name } } },
      newGroup: { do: 'group.create', args: { parentId: first, kind: 'complex', name: 'Sundown' } },
      newPerson: { do: 'user.create', args: { groupId: first, name: 'Somebody new' } },
      renamePerson: {
        do: 'user.update',
        args: { userId: person?.id ?? '', set: { name: 'Somebody else' }, was: { name: person?.name ?? '' } },
      },
      oneUnitLess: {
        do: 'allocation.set',
        args: {
          id: block?.id ?? '',
          groupId: first,
          typeId: block?.typeId ?? 'link.plus',
          quantity: (block?.quantity ?? 0) - 1,
          was: { quantity: block?.quantity ?? 0 },
        },
      },
    } as const;
    const outcome = await session.act(calls[wanted]);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  }, what);
}

describe('an act draws what it changed, and little else', () => {
  it('when a group is renamed in the tree by its keys', async () => {
    const { page } = trellis;
    await page.keyboard.press('F2');
    await page.locator('.tree-scroller input').fill('Renamed');
    await expectLittleDrawn(async () => {
      await page.keyboard.press('Enter');
      await page.locator('.tree-name', { hasText: 'Renamed' }).waitFor();
    });
  });

  it('when it is renamed by somebody else', async () => {
    await expectLittleDrawn(() => act('rename'));
  });

  it('when a group is made that is in sight', async () => {
    await trellis.page.keyboard.press('ArrowRight');
    await expectLittleDrawn(() => act('newGroup'));
  });

  it('when people are listed, and one comes or gets another name', async () => {
    await trellis.page.keyboard.press('Control+3');
    await trellis.page.locator('main [data-row]').first().waitFor();
    await expectLittleDrawn(() => act('rename'));
    // The list goes to who was made, and draws whom it comes by: the next one is made where one looks already.
    await act('newPerson');
    await trellis.page.locator('main [data-row]', { hasText: 'Somebody new' }).waitFor();
    await expectLittleDrawn(() => act('newPerson'));
    await expectLittleDrawn(() => act('renamePerson'));
  });

  it('when licenses are looked at, and one unit goes', async () => {
    await trellis.page.keyboard.press('Control+2');
    await trellis.page.locator('main [data-row]').first().waitFor();
    await expectLittleDrawn(() => act('oneUnitLess'));
  });
});
