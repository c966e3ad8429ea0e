import { screen, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActCall } from '../../../renderer/src/data/session';
import { TreePane } from '../../../renderer/src/features/tree';
import { plannedCopies, usualPattern, usualStart } from '../../../renderer/src/features/templates/template-copies';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { aWindowOn, sunrise, type WindowWorld } from '../../support/renderer/window-world';

const limited: readonly ActCall[] = [
  ...sunrise,
  { do: 'restriction.set', args: { groupId: 'a1', mode: 'own', allocate: [{ typeId: 'link.plus', quantity: 2 }] } },
];

function childrenOf({ session }: Pick<WindowWorld, 'session'>, id: string): readonly string[] {
  return session.model.children(id).map((child) => session.model.row('groups', child)?.name ?? '');
}

async function openOn(ids: readonly string[]): Promise<WindowWorld & { readonly dialog: HTMLElement }> {
  const world = await aWindowOn(limited);
  const { account, show, user } = world;
  account.view.setState({
    groupId: 'a1',
    selection: { kind: 'group', ids: ['a1'] },
    expanded: ['root', 'sunrise', 'h1'],
  });
  show(<TreePane />);
  await user.pointer({ keys: '[MouseRight]', target: await screen.findByRole('treeitem', { name: /Apartment 1/ }) });
  await user.click(await screen.findByRole('menuitem', { name: 'Copy as a template' }));
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  for (const [index, id] of ids.entries()) {
    const line = await screen.findByRole('treeitem', { name: new RegExp(session(world, id)) });
    if (index === 0) await user.click(line);
    else {
      await user.keyboard('{Control>}');
      await user.click(line);
      await user.keyboard('{/Control}');
    }
  }
  await user.keyboard('{Control>}v{/Control}');
  return { ...world, dialog: await screen.findByRole('dialog', { name: 'Paste Apartment 1 as a template' }) };
}
function session(world: WindowWorld, id: string): string {
  return world.session.model.row('groups', id)?.name ?? '';
}

describe('pasting a template', () => {
  it('makes many in several places with names that go on, as one step', async () => {
    const world = await openOn(['h1', 'h2']);
    const { user, dialog } = world;
    const times = within(dialog).getByRole('textbox', { name: 'How many in each place' });
    await user.clear(times);
    await user.type(times, '3{Tab}');
    expect(dialog).toHaveTextContent('In House 1Apartment 3, Apartment 4 and Apartment 5');
    expect(dialog).toHaveTextContent('6 groups in 2 places');
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Paste 6 times' }));
    await waitFor(() => expect(childrenOf(world, 'h2')).toEqual(['Apartment 3', 'Apartment 4', 'Apartment 5']));
    expect(childrenOf(world, 'h1')).toEqual([
      'Apartment 1',
      'Apartment 2',
      'Apartment 3',
      'Apartment 4',
      'Apartment 5',
    ]);
    await world.session.undo();
    expect([childrenOf(world, 'h1').length, childrenOf(world, 'h2').length]).toEqual([2, 0]);
  });

  it('says what the limits draw, and why they cannot be drawn', async () => {
    const { user, dialog } = await openOn(['h2']);
    await user.click(within(dialog).getByRole('checkbox', { name: /With limits/ }));
    expect(await within(dialog).findByText('2 × Link Plus are drawn from the pool of Sunrise.')).toBeVisible();
    const times = within(dialog).getByRole('textbox', { name: 'How many in each place' });
    await user.clear(times);
    await user.type(times, '9{Tab}');
    expect(await within(dialog).findByText(/D3/)).toBeVisible();
    expect(within(dialog).getByRole('button', { name: 'Paste 9 times' })).toBeDisabled();
  });

  it('warns of names that would stand twice', async () => {
    const { user, dialog } = await openOn(['h1']);
    const pattern = within(dialog).getByRole('textbox', { name: 'Name' });
    await user.clear(pattern);
    await user.type(pattern, 'Apartment 2');
    expect(await within(dialog).findByText('The name Apartment 2 would stand twice in one place.')).toBeVisible();
  });
});

describe('the names of copies', () => {
  it('never meet those that are there, whatever numbers these have', async () => {
    const {
      session: { model },
    } = await aWindowOn(sunrise);
    fc.assert(
      fc.property(
        fc.constantFrom(['h1'], ['h2'], ['h1', 'h2']),
        fc.integer({ min: 1, max: 20 }),
        fc.boolean(),
        (targets, times, isContinuous) => {
          const copies = plannedCopies(model, {
            sources: ['a1'],
            targets,
            times,
            pattern: usualPattern('Apartment 1', times),
            start: usualStart(model, targets, 'Apartment 1'),
            isContinuous,
            withLimits: false,
          });
          for (const target of targets) {
            const names = [
              ...model.children(target).map((id) => model.row('groups', id)?.name),
              ...copies.filter((copy) => copy.targetId === target).map((copy) => copy.name),
            ];
            expect(new Set(names).size).toBe(names.length);
          }
          expect(copies).toHaveLength(targets.length * times);
        },
      ),
    );
  });
});
