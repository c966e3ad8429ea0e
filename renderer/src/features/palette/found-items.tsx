import { BadgeCheck, Hash, ListTree, PhoneForwarded, RadioReceiver, UserRound, type LucideIcon } from 'lucide-react';
import type { RowsInMemory } from '../../data/session';
import type { Names } from '../../text/names';
import type { TextWriter } from '../../text/text';
import { groupedNumber } from '#core/kernel/phone-number';
import { writePath } from '#core/kernel/written-path';
import type { FoundItem } from '../../ui/SearchList';
import { marksIn, type FoundKind, type Needle } from '../../parts/search';
import { groupIcons } from '../../parts/groups';

const kindIcons: { readonly [K in Exclude<FoundKind, 'groups'>]: LucideIcon } = {
  users: UserRound,
  numbers: Hash,
  ranges: ListTree,
  devices: RadioReceiver,
  menus: PhoneForwarded,
  blocks: BadgeCheck,
};

/** Names and words that say what something is called and where it is. */
export interface FoundWords {
  readonly rows: RowsInMemory;
  readonly names: Names;
  readonly writer: TextWriter;
  readonly needle: Needle;
}

interface Description {
  readonly name: string;
  readonly hint: string;
  /** What else is written on it. */
  readonly fields: readonly string[];
  readonly icon: LucideIcon;
}

/** The way to a group, without the account, which is the same for all. */
function pathTo(rows: RowsInMemory, groupId: string): string {
  const path = [...rows.ancestry(groupId)];
  return writePath(
    path
      .slice(0, Math.max(1, path.length - 1))
      .map((group) => group.name)
      .reverse(),
  );
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

function describe(kind: FoundKind, id: string, { rows, names, writer: { text } }: FoundWords): Description | null {
  switch (kind) {
    case 'groups': {
      const group = rows.row('groups', id);
      if (group === undefined) return null;
      const above = group.parentId === null ? '' : pathTo(rows, group.parentId);
      return {
        name: group.name,
        hint: join(text(`kind.${group.kind}`), above),
        fields: [group.code, group.note],
        icon: groupIcons[group.kind],
      };
    }
    case 'users': {
      const user = rows.row('users', id);
      return user === undefined
        ? null
        : {
            name: user.name,
            hint: pathTo(rows, user.groupId),
            fields: [user.email, groupedNumber(user.phone)],
            icon: kindIcons.users,
          };
    }
    case 'numbers': {
      const number = rows.row('numbers', id);
      if (number === undefined) return null;
      const seat = number.seatId === null ? undefined : rows.row('seats', number.seatId);
      const userId = number.userId ?? seat?.userId ?? null;
      const used =
        userId !== null
          ? names.user(userId)
          : number.groupId !== null
            ? names.group(number.groupId)
            : number.menuId !== null
              ? names.menu(number.menuId)
              : text('numbers.free');
      return {
        name: groupedNumber(number.value),
        hint: join(text(`numberKind.${number.kind}`), used),
        fields: [],
        icon: kindIcons.numbers,
      };
    }
    case 'ranges': {
      const range = rows.row('ranges', id);
      return range === undefined
        ? null
        : { name: `${range.from} – ${range.to}`, hint: text('search.range'), fields: [], icon: kindIcons.ranges };
    }
    case 'devices': {
      const device = rows.row('devices', id);
      return device === undefined
        ? null
        : {
            name: device.serial,
            hint: join(device.model, pathTo(rows, device.groupId)),
            fields: [device.model],
            icon: kindIcons.devices,
          };
    }
    case 'menus': {
      const menu = rows.row('menus', id);
      return menu === undefined
        ? null
        : {
            name: menu.name,
            hint: join(text(`menuKind.${menu.kind}`), pathTo(rows, menu.groupId)),
            fields: [],
            icon: kindIcons.menus,
          };
    }
    case 'blocks': {
      const block = rows.row('blocks', id);
      return block === undefined
        ? null
        : {
            name: names.blockWithEnd(id),
            hint: join(text(`source.${block.source}`), pathTo(rows, block.groupId)),
            fields: [block.note],
            icon: kindIcons.blocks,
          };
    }
  }
}

/** Something found as a line, with what was meant marked; `null` when it is gone. */
export function foundItem(kind: FoundKind, id: string, words: FoundWords): FoundItem | null {
  const found = describe(kind, id, words);
  if (found === null) return null;
  const { name, hint, fields, icon: Icon } = found;
  const marks = marksIn(name, words.needle);
  const more =
    marks.length >= words.needle.terms.length
      ? undefined
      : fields.map((text) => ({ text, marks: marksIn(text, words.needle) })).find((field) => field.marks.length > 0);
  return { id, name, marks, hint, more, icon: <Icon size="1.1em" aria-hidden /> };
}
