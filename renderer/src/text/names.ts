import { catalogueOf } from '#core/catalogue/license-types';
import type { View } from '#core/model/model';
import type { LicenseMode } from '#core/model/vocabulary';
import type { TextWriter } from './text';

/** Present names of things, for sentences that are made from ids. What is gone is called by its kind. */
export interface Names {
  group(id: unknown): string;
  user(id: unknown): string;
  number(id: unknown): string;
  menu(id: unknown): string;
  /** A role, as it is called in a group: whoever uses an office is no resident. */
  role(id: unknown, groupId?: unknown): string;
  type(id: unknown): string;
  /** Names of all license types, or of those of a mode. */
  types(mode?: LicenseMode): readonly string[];
  resource(id: unknown): string;
  feature(id: unknown): string;
  /** A license block with its last day, where one block has to be told from another. */
  blockWithEnd(id: unknown): string;
  /** A field of one's own. */
  field(id: unknown): string;
  /** Whose computer it is that took something along. */
  computer(id: unknown): string;
  /** The account's own name. */
  root(): string;
  /** Anything, whatever its kind. */
  thing(id: unknown): string;
}

type Rows = Pick<View, 'row' | 'tableOf' | 'root'> & Partial<Pick<View, 'rows' | 'projectOf' | 'ownTypes'>>;

function textOrSame(writer: TextWriter, key: string, id: unknown): string {
  return writer.has(key) ? writer.text(key) : String(id);
}

/** Tells whether people of a group are those of an office, and so no residents. */
export function isInOffice(rows: Pick<View, 'row'> & Partial<Pick<View, 'projectOf'>>, groupId: unknown): boolean {
  if (typeof groupId !== 'string' || rows.projectOf === undefined || rows.row('groups', groupId) === undefined)
    return false;
  return rows.row('groups', rows.projectOf(groupId))?.kind === 'office';
}

/** Names out of the rows in memory, written in the language in use. */
export function namesIn(rows: Rows, writer: TextWriter): Names {
  const { text } = writer;
  const names: Names = {
    group: (id) => rows.row('groups', String(id))?.name ?? text('name.goneGroup'),
    user: (id) => rows.row('users', String(id))?.name ?? text('name.goneUser'),
    number: (id) => rows.row('numbers', String(id))?.value ?? text('name.goneNumber'),
    menu: (id) => rows.row('menus', String(id))?.name ?? text('name.goneMenu'),
    role: (id, groupId) =>
      id === 'resident' && isInOffice(rows, groupId)
        ? text('role.employee')
        : (rows.row('roles', String(id))?.name ?? textOrSame(writer, `role.${String(id)}`, id)),
    type: (id) => rows.row('types', String(id))?.name ?? textOrSame(writer, `type.${String(id)}`, id),
    types: (mode) =>
      catalogueOf({ ownTypes: () => rows.ownTypes?.() ?? [] })
        .types.filter((type) => mode === undefined || type.mode === mode)
        .map(({ id }) => names.type(id)),
    resource: (id) => textOrSame(writer, `resource.${String(id)}`, id),
    feature: (id) => textOrSame(writer, `feature.${String(id)}`, id),
    field: (id) => rows.row('fields', String(id))?.name ?? text('name.goneThing'),
    computer(id) {
      for (const { computerId, userId } of rows.rows?.('reservations') ?? [])
        if (computerId === id) return names.user(userId);
      return text('name.otherComputer');
    },
    root: () => rows.root.name,
    blockWithEnd(id) {
      const until = rows.row('blocks', String(id))?.validUntil ?? null;
      const name = names.thing(id);
      return until === null ? name : text('name.blockUntil', { name, until: writer.day(until) });
    },
    thing(id) {
      switch (rows.tableOf(String(id))) {
        case 'groups':
          return names.group(id);
        case 'users':
          return names.user(id);
        case 'numbers':
          return names.number(id);
        case 'menus':
          return names.menu(id);
        case 'roles':
          return names.role(id);
        case 'types':
          return names.type(id);
        case 'devices':
          return rows.row('devices', String(id))?.serial ?? text('name.goneThing');
        case 'blocks': {
          const block = rows.row('blocks', String(id));
          return block === undefined
            ? text('name.goneThing')
            : text('name.block', { quantity: block.quantity, type: names.type(block.typeId) });
        }
        case 'seats': {
          const seat = rows.row('seats', String(id));
          return seat === undefined
            ? text('name.goneThing')
            : text('name.seat', { number: names.number(seat.numberId), type: names.type(seat.typeId) });
        }
        default:
          return text('name.goneThing');
      }
    },
  };
  return names;
}
