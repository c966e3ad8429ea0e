import { writePath } from '../kernel/written-path';
import type { Day } from '../kernel/day';
import { compareText } from '../kernel/text';
import type { View } from '../model/model';
import type { GroupKind, GroupRow, GroupStatus, Lifecycle } from '../model/rows';
import type { LicenseTypeId } from '../model/vocabulary';
import type { Answer, Queries, QueryName } from '../queries/registry';
import type { SmartListReason } from '../queries/smart-lists';

/** Rows and tree as a handover reads them. */
export type HandoverRows = Pick<
  View,
  'row' | 'rows' | 'children' | 'ancestry' | 'isWithin' | 'poolOf' | 'subtree' | 'account' | 'usersOf' | 'blocksOf'
>;
/** Asks a query as of the day of the handover. */
export type HandoverAsk = <Q extends QueryName>(query: Q, args: Queries[Q]['args']) => Answer<Q>;

/** Somebody who lives or works in a place. */
export interface HandoverPerson {
  readonly name: string;
  /** Name of a role of one's own, or id of a role that every account has. */
  readonly role: string;
  readonly lifecycle: Lifecycle;
  /** Name of a license type of one's own, or id of one of the vendors', that serves; `null`: none does. */
  readonly license: string | null;
  readonly numbers: readonly string[];
}

/** An apartment, or another group with people, numbers or devices of its own. */
export interface HandoverPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: GroupKind;
  /** Names from below its section down to its parent. */
  readonly path: readonly string[];
  readonly people: readonly HandoverPerson[];
  /** Numbers of the place itself and of its voice menus. */
  readonly numbers: readonly string[];
  readonly devices: readonly { readonly model: string; readonly serial: string }[];
}

/** A building with its places; what lies in none stands in the section of the group that is handed over. */
export interface HandoverSection {
  readonly id: string;
  readonly name: string;
  readonly kind: GroupKind;
  /** Names from below the group that is handed over down to the parent. */
  readonly path: readonly string[];
  readonly places: readonly HandoverPlace[];
}

/** Units of a type in a group. */
export interface HandoverLicense {
  readonly groupName: string;
  readonly license: string;
  readonly quantity: number;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
}

/** Kinds of what is not done yet: apartments without anybody, entrances without a device, and why something is on a list of what still has to be done. */
export const openKinds = [
  'vacant',
  'noPanel',
  'noLicense',
  'noPoolLicense',
  'poolLicenseEnded',
  'unitsShort',
  'resourceShort',
  'poolEnded',
  'seatNotServed',
  'allowanceNotServed',
  'ends',
  'draft',
  'invited',
  'request',
] as const;
type OpenKind = (typeof openKinds)[number];

/** Something that is not done yet: what it is, whom or what it concerns, and where. */
export interface HandoverOpen {
  readonly kind: OpenKind;
  readonly names: readonly string[];
  readonly place: string;
  readonly license: string | null;
  readonly quantity: number | null;
  readonly day: Day | null;
}

/** Everything that the papers of a handover say, without words of a language. */
export interface Handover {
  readonly groupId: string;
  readonly name: string;
  readonly kind: GroupKind;
  readonly code: string;
  readonly status: GroupStatus;
  readonly account: string;
  /** Names from the root's children down to the parent. */
  readonly path: readonly string[];
  readonly day: Day;
  /** Name of the pool above whose licenses are used, where the group has no pool of its own. */
  readonly sharedPool: string | null;
  /** Groups inside by kind, in the order of the tree. */
  readonly counts: readonly { readonly kind: GroupKind; readonly count: number }[];
  readonly sections: readonly HandoverSection[];
  readonly licenses: readonly HandoverLicense[];
  readonly open: readonly HandoverOpen[];
}

/** The last names of a path say enough of where an apartment lies. */
const mostOfPath = 2;
/** Lists of what still has to be done that count as open at a handover. */
const openLists = ['withoutLicense', 'short', 'expiring', 'notConfirmed'] as const;

/** Names of what lacks the same, by the group around it. */
type ByPlace = Map<string, { readonly names: string[]; readonly place: string }>;

/** Everything about a group that its papers say. */
export function handoverOf(rows: HandoverRows, ask: HandoverAsk, groupId: string, day: Day): Handover | null {
  const group = rows.row('groups', groupId);
  if (group === undefined) return null;
  const people = peopleByGroup(ask, groupId, rows);
  const numbers = numbersByGroup(rows);
  const devices = devicesByGroup(rows, groupId);
  const counts = new Map<GroupKind, number>();
  const sections = new Map<string, { readonly group: GroupRow; readonly places: HandoverPlace[] }>();
  const licenses: HandoverLicense[] = [];
  const groupName = group.name;
  const vacant: ByPlace = new Map();
  const noPanel: ByPlace = new Map();

  function noteOpen(open: ByPlace, { id, parentId, name }: GroupRow): void {
    const place = writePath([groupName, ...namesBetween(rows, id, groupId)].slice(-mostOfPath));
    const known = open.get(parentId ?? '') ?? { names: [], place };
    open.set(parentId ?? '', known);
    known.names.push(name);
  }

  // Upwards from each device, so that it costs what there is, and not entrances times devices.
  const withDevices = new Set([...devices.keys()].flatMap((id) => [...rows.ancestry(id)].map((group) => group.id)));
  const sectionOf = new Map<string, GroupRow>();
  for (const one of rows.subtree(groupId)) {
    const above = one.parentId === null ? undefined : sectionOf.get(one.parentId);
    const section = one.id === groupId || one.kind === 'building' ? one : (above ?? group);
    sectionOf.set(one.id, section);
    if (one.id !== groupId) counts.set(one.kind, (counts.get(one.kind) ?? 0) + 1);
    for (const block of blocksOf(rows, one)) licenses.push(block);
    const inside = people.get(one.id) ?? [];
    const own = { numbers: numbers.get(one.id) ?? [], devices: devices.get(one.id) ?? [] };
    if (one.kind === 'apartment' && inside.length === 0) {
      // By floor: one list of all would fill pages where nobody has moved in yet.
      noteOpen(vacant, one);
    }
    if (one.kind === 'entrance' && !withDevices.has(one.id)) noteOpen(noPanel, one);
    if (one.kind !== 'apartment' && inside.length + own.numbers.length + own.devices.length === 0) continue;
    const known = sections.get(section.id) ?? { group: section, places: [] };
    sections.set(section.id, known);
    const { id, name, kind } = one;
    known.places.push({ id, name, kind, path: namesBetween(rows, id, section.id), people: inside, ...own });
  }
  const poolId = rows.poolOf(groupId);
  return {
    groupId,
    name: group.name,
    kind: group.kind,
    code: group.code,
    status: group.status,
    account: rows.row('groups', rows.account.rootId)?.name ?? '',
    path: namesBetween(rows, groupId, rows.account.rootId),
    day,
    sharedPool: rows.isWithin(poolId, groupId) ? null : (rows.row('groups', poolId)?.name ?? null),
    counts: [...counts].map(([kind, count]) => ({ kind, count })),
    sections: [...sections.values()].map(({ group: { id, name, kind }, places }) => ({
      id,
      name,
      kind,
      path: namesBetween(rows, id, groupId),
      places,
    })),
    licenses,
    open: [
      ...[...vacant.values()].map(({ names, place }) => openItem('vacant', names, place)),
      ...[...noPanel.values()].map(({ names, place }) => openItem('noPanel', names, place)),
      ...openItems(rows, ask, groupId),
    ],
  };
}

/** Names of the groups between a group and one above it, from above downwards, both left out. */
function namesBetween(rows: HandoverRows, groupId: string, aboveId: string): readonly string[] {
  const names: string[] = [];
  if (groupId === aboveId) return names;
  for (const { id, name } of rows.ancestry(groupId)) {
    if (id === groupId) continue;
    if (id === aboveId) break;
    names.push(name);
  }
  return names.reverse();
}

function peopleByGroup(
  ask: HandoverAsk,
  groupId: string,
  rows: HandoverRows,
): ReadonlyMap<string, readonly HandoverPerson[]> {
  const byGroup = new Map<string, HandoverPerson[]>();
  const users = ask('users', { groupId, subgroups: true });
  if (!Array.isArray(users)) return byGroup;
  for (const user of users as Queries['users']['answer']) {
    if (user.lifecycle === 'archived') continue;
    const { name, roleId, lifecycle, typeId, numbers } = user;
    const license = typeId === null ? null : licenseOf(rows, typeId);
    const person = { name, role: rows.row('roles', roleId)?.name ?? roleId, lifecycle, license, numbers };
    const known = byGroup.get(user.groupId);
    if (known === undefined) byGroup.set(user.groupId, [person]);
    else known.push(person);
  }
  return byGroup;
}

/** Numbers of groups and of the voice menus in them; those of people stand with the people. */
function numbersByGroup(rows: HandoverRows): ReadonlyMap<string, readonly string[]> {
  const byGroup = new Map<string, string[]>();
  for (const { groupId, menuId, value } of rows.rows('numbers')) {
    const owner = groupId ?? (menuId === null ? null : (rows.row('menus', menuId)?.groupId ?? null));
    if (owner === null) continue;
    const known = byGroup.get(owner);
    if (known === undefined) byGroup.set(owner, [value]);
    else known.push(value);
  }
  for (const values of byGroup.values()) values.sort(compareText);
  return byGroup;
}

function devicesByGroup(
  rows: HandoverRows,
  groupId: string,
): ReadonlyMap<string, readonly { readonly model: string; readonly serial: string }[]> {
  const byGroup = new Map<string, { readonly model: string; readonly serial: string }[]>();
  for (const { groupId: at, model, serial } of rows.rows('devices')) {
    if (!rows.isWithin(at, groupId)) continue;
    const known = byGroup.get(at);
    if (known === undefined) byGroup.set(at, [{ model, serial }]);
    else known.push({ model, serial });
  }
  for (const devices of byGroup.values()) devices.sort((one, other) => compareText(one.serial, other.serial));
  return byGroup;
}

/** A license type as the papers name it: one of one's own by its name, one of the vendors' by its id. */
function licenseOf(rows: HandoverRows, typeId: LicenseTypeId): string {
  return rows.row('types', typeId)?.name ?? typeId;
}

/** Blocks of a group, those that belong to a device left out: the device says so. */
function blocksOf(rows: HandoverRows, group: GroupRow): readonly HandoverLicense[] {
  return [...rows.blocksOf(group.id)].flatMap((id): readonly HandoverLicense[] => {
    const block = rows.row('blocks', id);
    if (block === undefined || block.source === 'device') return [];
    const { typeId, quantity, validFrom, validUntil } = block;
    return [{ groupName: group.name, license: licenseOf(rows, typeId), quantity, validFrom, validUntil }];
  });
}

function openItem(
  kind: OpenKind,
  names: readonly string[],
  place: string,
  why: Partial<WhyFigures> = {},
): HandoverOpen {
  const { license = null, quantity = null, day = null } = why;
  return { kind, names, place, license, quantity, day };
}

interface WhyFigures {
  readonly license: string | null;
  readonly quantity: number | null;
  readonly day: Day | null;
}

/** Figures of a reason that are worth a line on paper. */
function figuresOf(rows: HandoverRows, why: SmartListReason): Partial<WhyFigures> {
  return {
    ...('typeId' in why ? { license: licenseOf(rows, why.typeId) } : {}),
    ...('quantity' in why ? { quantity: why.quantity } : 'short' in why ? { quantity: why.short } : {}),
    ...('day' in why ? { day: why.day } : {}),
  };
}

function isOpenKind(kind: string): kind is OpenKind {
  return openKinds.some((one) => one === kind);
}

function openItems(rows: HandoverRows, ask: HandoverAsk, groupId: string): readonly HandoverOpen[] {
  const open: HandoverOpen[] = [];
  for (const list of openLists) {
    const entries = ask('smartList', { list });
    if (!Array.isArray(entries)) continue;
    for (const { kind, id, groupId: at, why } of entries as Queries['smartList']['answer']) {
      if (!rows.isWithin(at, groupId) || !isOpenKind(why.kind)) continue;
      const name =
        kind === 'user' ? rows.row('users', id)?.name : kind === 'group' ? rows.row('groups', id)?.name : null;
      open.push(
        openItem(why.kind, name == null ? [] : [name], rows.row('groups', at)?.name ?? '', figuresOf(rows, why)),
      );
    }
  }
  return open;
}
