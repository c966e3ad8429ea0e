import { Hash, UserRound } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { ActCall, RowsInMemory } from '../../data/session';
import { useRows } from '../../state/model-hooks';
import { useChosenGroup } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { writePath } from '#core/kernel/written-path';
import type { Choice } from '../../ui/choice';
import { ActDialog } from '../../parts/acting';
import { Finder } from '../../parts/tables';
import { groupIcons, nearestFirst, pathWords } from '../../parts/groups';

/** People, voice menus and groups, each under an id that says which it is. */
function targetsIn(
  rows: RowsInMemory,
  groupId: string,
  menuKind: (kind: 'ivr' | 'queue') => string,
): readonly Choice[] {
  const targets: Choice[] = [];
  for (const user of nearestFirst(rows, groupId, rows.rows('users')))
    if (user.lifecycle !== 'archived')
      targets.push({
        id: `user:${user.id}`,
        name: user.name,
        hint: pathWords(rows, user.groupId, rows.root.id),
        icon: <UserRound size="1.1em" aria-hidden />,
      });
  for (const menu of rows.rows('menus'))
    targets.push({
      id: `menu:${menu.id}`,
      name: menu.name,
      hint: menuKind(menu.kind),
      icon: <Hash size="1.1em" aria-hidden />,
    });
  for (const group of rows.subtree(rows.root.id)) {
    const Icon = groupIcons[group.kind];
    targets.push({
      id: `group:${group.id}`,
      name: group.name,
      hint: writePath(
        [...rows.ancestry(group.id)]
          .slice(1, 3)
          .map((above) => above.name)
          .reverse(),
      ),
      icon: <Icon size="1.1em" aria-hidden />,
    });
  }
  return targets;
}

function attachCall(numberId: string, target: string | null): ActCall | null {
  if (target === null) return null;
  const at = target.indexOf(':');
  const id = target.slice(at + 1);
  switch (target.slice(0, at)) {
    case 'user':
      return { do: 'number.attach', args: { numberId, to: { userId: id } } };
    case 'menu':
      return { do: 'number.attach', args: { numberId, to: { menuId: id } } };
    default:
      return { do: 'number.attach', args: { numberId, to: { groupId: id } } };
  }
}

/** To whom or what a number goes; whether it may is said before the click. */
export function AttachDialog({
  numberId,
  onClose,
}: {
  readonly numberId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const model = useRows();
  const names = useNames();
  const { groupId } = useChosenGroup();
  const [target, setTarget] = useState<string | null>(null);
  const targets = useMemo(() => targetsIn(model, groupId, (kind) => text(`menuKind.${kind}`)), [model, groupId, text]);
  return (
    <ActDialog
      help="numbers"
      title={text('numbers.attachTitle', { name: names.number(numberId) })}
      call={attachCall(numberId, target)}
      actName={text('numbers.attachDo')}
      onClose={onClose}
    >
      <Finder
        label={text('numbers.attachSearch')}
        listLabel={text('numbers.targets')}
        choices={targets}
        chosen={target}
        onChoose={setTarget}
      />
    </ActDialog>
  );
}
