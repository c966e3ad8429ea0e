import { Hash, KeyRound, MonitorSmartphone, PhoneForwarded, User } from 'lucide-react';
import type { ReactNode } from 'react';
import { groupIcons } from '../parts/groups';
import { useFromRows } from '../state/model-hooks';
import { tableOfKind } from '../state/position-of-thing';
import type { PositionInWindow } from '../state/view-store';
import { namesIn } from '../text/names';
import { useText, type TextKey } from '../text/text';
import { writePath } from '#core/kernel/written-path';

const icons = { user: User, block: KeyRound, number: Hash, device: MonitorSmartphone, menu: PhoneForwarded } as const;
const many: { readonly [K in PositionInWindow['selection']['kind']]: TextKey } = {
  group: 'properties.many',
  user: 'people.selected',
  block: 'block.title',
  number: 'numbers.selected',
  device: 'devices.selected',
  menu: 'menus.selected',
};

/** Names what the properties are of, and where it is: stays in sight however far they are scrolled. */
export function PropertiesHead({ kind, ids }: PositionInWindow['selection']): ReactNode {
  const writer = useText();
  const { text } = writer;
  const [first] = ids;
  const place = useFromRows((rows) => {
    const row = first === undefined ? undefined : rows.row(tableOfKind[kind], first);
    if (row === undefined || first === undefined) return null;
    const at =
      kind === 'group' ? first : kind === 'number' ? rows.groupOfNumber(first) : 'groupId' in row ? row.groupId : null;
    const names = namesIn(rows, writer);
    const way = at === null ? [] : [...rows.ancestry(at)].map((group) => group.name).reverse();
    return {
      name: kind === 'block' ? names.blockWithEnd(first) : names.thing(first),
      icon: kind === 'group' ? rows.row('groups', first)?.kind : undefined,
      path: writePath(kind === 'group' ? way.slice(0, -1) : way.length > 1 ? way.slice(1) : way),
    };
  });
  if (first === undefined || place === null) return null;
  const Icon = kind === 'group' ? groupIcons[place.icon ?? 'custom'] : icons[kind];
  return (
    <div className="properties-head">
      <Icon size="1.2em" aria-hidden />
      <div>
        <p className="properties-head-name selectable">
          {ids.length > 1 ? text(many[kind], { count: ids.length, name: '' }) : place.name}
        </p>
        {ids.length > 1 || place.path === '' ? null : (
          <p className="properties-head-place" title={place.path}>
            {place.path}
          </p>
        )}
      </div>
    </div>
  );
}
