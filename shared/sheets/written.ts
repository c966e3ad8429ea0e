import type { BlockRow, NumberRow } from '../model/rows';
import { isOwnSheetField, writtenFields, type SheetField, type SheetKind } from './fields';
import { ownFieldsOf, ownSheetField, writtenOwnValue } from './own-fields';
import type { SheetRows } from './sheet';
import type { Language } from '../kernel/language';
import { headingIn, wordIn } from './words';

/** Writer of a table of a place, field by field: the one that is exported, and by which an import knows what is the same. */
export interface TableWriter {
  readonly text: (thing: string, field: SheetField, kind: SheetKind) => string;
}

type WriterRows = SheetRows;

/** Separator between the groups of a path. */
const pathSeparator = ' / ';

export function tableWriter(rows: WriterRows, groupId: string, language: Language): TableWriter {
  function pathOf(id: string | null | undefined): string {
    if (id == null) return '';
    const names: string[] = [];
    for (const group of rows.ancestry(id)) {
      if (group.id === groupId) break;
      names.push(group.name);
    }
    return names.length === 0 ? (rows.row('groups', id)?.name ?? '') : names.reverse().join(pathSeparator);
  }
  const nothing = wordIn(language, 'nothing', '') ?? '-';

  function person(thing: string, field: SheetField): string {
    const user = rows.row('users', thing);
    if (user === undefined) return '';
    switch (field) {
      case 'id':
        return user.id;
      case 'name':
      case 'email':
      case 'phone':
        return user[field];
      case 'role':
        return wordIn(language, 'role', user.roleId) ?? rows.row('roles', user.roleId)?.name ?? user.roleId;
      case 'lifecycle':
        return wordIn(language, 'lifecycle', user.lifecycle) ?? user.lifecycle;
      case 'group':
      case 'groupPath':
        return pathOf(user.groupId);
      case 'license': {
        const typeId = rows.seatOf(user.id)?.typeId;
        return typeId === undefined
          ? ''
          : (wordIn(language, 'license', typeId) ?? rows.row('types', typeId)?.name ?? typeId);
      }
      default:
        return '';
    }
  }
  function group(thing: string, field: SheetField): string {
    const row = rows.row('groups', thing);
    if (row === undefined) return '';
    switch (field) {
      case 'id':
        return row.id;
      case 'name':
      case 'code':
      case 'note':
        return row[field];
      case 'kind':
        return wordIn(language, 'groupKind', row.kind) ?? row.kind;
      case 'status':
        return wordIn(language, 'status', row.status) ?? row.status;
      case 'parent':
        return row.parentId === null || row.parentId === groupId ? '' : pathOf(row.parentId);
      default:
        return '';
    }
  }
  /** User of a number, written so that it is found again: by e-mail, where there are two of one name. */
  function userOf(row: NumberRow): string {
    const userId = row.userId ?? (row.seatId === null ? null : rows.row('seats', row.seatId)?.userId);
    const user = userId == null ? undefined : rows.row('users', userId);
    if (user !== undefined) return user.email === '' ? user.name : user.email;
    if (row.groupId !== null) return pathOf(row.groupId);
    if (row.menuId !== null) return rows.row('menus', row.menuId)?.name ?? '';
    return nothing;
  }
  function number(thing: string, field: SheetField): string {
    const row = rows.row('numbers', thing);
    if (row === undefined) return '';
    switch (field) {
      case 'id':
        return row.id;
      case 'value':
        return row.value;
      case 'kind':
        return wordIn(language, 'numberKind', row.kind) ?? row.kind;
      case 'usedBy':
        return userOf(row);
      default:
        return '';
    }
  }
  function device(thing: string, field: SheetField): string {
    const row = rows.row('devices', thing);
    if (row === undefined) return '';
    switch (field) {
      case 'id':
        return row.id;
      case 'serial':
      case 'model':
        return row[field];
      case 'group':
        return pathOf(row.groupId);
      default:
        return '';
    }
  }
  function block(row: BlockRow | undefined, field: SheetField): string {
    if (row === undefined) return '';
    switch (field) {
      case 'id':
        return row.id;
      case 'pool':
        return pathOf(row.groupId);
      case 'type':
        return wordIn(language, 'type', row.typeId) ?? rows.row('types', row.typeId)?.name ?? row.typeId;
      case 'quantity':
        return String(row.quantity);
      case 'validFrom':
      case 'validUntil':
        return row[field] ?? '';
      default:
        return '';
    }
  }
  return {
    text(thing, field, kind) {
      if (isOwnSheetField(field)) return writtenOwnValue(rows, kind, thing, field);
      switch (kind) {
        case 'people':
          return person(thing, field);
        case 'groups':
          return group(thing, field);
        case 'numbers':
          return number(thing, field);
        case 'devices':
          return device(thing, field);
        case 'allocations':
          return block(rows.row('blocks', thing), field);
      }
    },
  };
}

/** The things of a kind that lie in a place, in the order in which they are shown. */
function thingsIn(rows: WriterRows, groupId: string, kind: SheetKind): readonly string[] {
  const things: string[] = [];
  const isHere = (id: string | null | undefined): boolean => id != null && rows.isWithin(id, groupId);
  const isRoot = rows.row('groups', groupId)?.parentId === null;
  function visit(id: string): void {
    if (kind === 'groups' && id !== groupId) things.push(id);
    if (kind === 'people')
      for (const user of [...rows.usersOf(id)].flatMap((one) => rows.row('users', one) ?? []))
        if (user.lifecycle !== 'archived') things.push(user.id);
    if (kind === 'allocations' && id !== groupId)
      for (const blockId of rows.blocksOf(id))
        if (rows.row('blocks', blockId)?.source === 'allocation') things.push(blockId);
    for (const child of rows.children(id)) visit(child);
  }
  if (kind === 'numbers') {
    for (const number of rows.rows('numbers'))
      if (isRoot || isHere(placeOfNumber(rows, number))) things.push(number.id);
  } else if (kind === 'devices') {
    for (const device of rows.rows('devices')) if (isHere(device.groupId)) things.push(device.id);
  } else visit(groupId);
  return things;
}

/** Place at which a number is used; `null` for one that is free. */
export function placeOfNumber(rows: WriterRows, number: NumberRow): string | null {
  const seat = number.seatId === null ? undefined : rows.row('seats', number.seatId);
  const userId = number.userId ?? seat?.userId ?? null;
  return (
    (userId === null ? undefined : rows.row('users', userId)?.groupId) ??
    number.groupId ??
    (number.menuId === null ? undefined : rows.row('menus', number.menuId)?.groupId) ??
    seat?.poolId ??
    null
  );
}

/** A table with its headings, as texts. */
export function writtenTable(
  rows: WriterRows,
  groupId: string,
  kind: SheetKind,
  language: Language,
): readonly (readonly string[])[] {
  const writer = tableWriter(rows, groupId, language);
  const own = ownFieldsOf(rows, kind);
  const fields: readonly SheetField[] = [...writtenFields[kind], ...own.map(ownSheetField)];
  return [
    [...writtenFields[kind].map((field) => headingIn(language, field)), ...own.map(({ name }) => name)],
    ...thingsIn(rows, groupId, kind).map((thing) => fields.map((field) => writer.text(thing, field, kind))),
  ];
}
