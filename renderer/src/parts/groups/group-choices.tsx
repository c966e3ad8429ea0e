import type { RowsInMemory } from '../../data/session';
import { writePath } from '#core/kernel/written-path';
import type { Choice } from '../../ui/choice';
import { groupIcons } from './group-icons';

/** Groups of the account as choices, in the order of the tree, each with what it lies in; without those that `isLeftOut` names. */
export function groupChoices(
  rows: Pick<RowsInMemory, 'root' | 'subtree' | 'ancestry'>,
  isLeftOut: (groupId: string) => boolean,
): readonly Choice[] {
  return [...rows.subtree(rows.root.id)].flatMap(({ id, name, kind }) => {
    if (isLeftOut(id)) return [];
    const Icon = groupIcons[kind];
    const above = [...rows.ancestry(id)].slice(1, 3).map((group) => group.name);
    return [{ id, name, hint: writePath(above.reverse()), icon: <Icon size="1.1em" aria-hidden /> }];
  });
}
