import type { View } from '../model/model';
import type { GroupRow } from '../model/rows';
import { linkIdOf } from './link-id';
import { panelRanges, type PanelAddress, type PanelItem } from './panel';

/** Part of an account that addresses are worked out from. */
export type AddressedView = Pick<View, 'row' | 'children' | 'usersOf' | 'ancestry'>;

/** Reason why a group gives no part of an address, and the group whose code would. */
export interface AddressProblem {
  readonly part: keyof PanelAddress;
  readonly problem: 'none' | 'range' | 'repeated';
  /** The group whose code is to be filled in. */
  readonly groupId: string;
  readonly number?: number;
}

/** An apartment with the address under which panels would have it, or why it has none. */
export interface AddressedApartment {
  readonly groupId: string;
  readonly name: string;
  readonly item: PanelItem | null;
  readonly problems: readonly AddressProblem[];
}

/** Words for a ground floor, as codes have them. */
const groundFloors = new Set(['eg', 'g', 'gf', 'e', 'rez']);

/** The number that a group stands for: its code where that is one, else the only number in its name. */
function numberOf({ code, name }: Pick<GroupRow, 'code' | 'name'>): number | null {
  if (/^-?\d{1,9}$/.test(code.trim())) return Number(code);
  if (groundFloors.has(code.trim().toLowerCase())) return 0;
  if (code.trim() !== '') {
    const [digits, another] = code.match(/\d+/g) ?? [];
    return digits !== undefined && another === undefined && digits.length < 10 && !code.includes('-')
      ? Number(digits)
      : null;
  }
  const [digits, another] = name.match(/\d+/g) ?? [];
  return digits !== undefined && another === undefined && digits.length < 10 ? Number(digits) : null;
}

/** The number that an entrance stands for: by its letter, where it has one, A is 1, also behind the number of its house: 2B is 2. */
function entranceNumber(entrance: GroupRow): number | null {
  const words = entrance.code.trim() === '' ? entrance.name.trim() : entrance.code.trim();
  const letter = /^(?:\d{0,9}|[^\d]*\s)[- ./]?([a-z])$/i.exec(words)?.[1];
  return letter === undefined ? numberOf(entrance) : letter.toLowerCase().charCodeAt(0) - 96;
}

/** An apartment's number on its floor: 304 on floor 3 is room 4. */
function roomOf(number: number, floor: number | null): number {
  return floor !== null && floor >= 0 && number > 99 && Math.floor(number / 100) === floor ? number % 100 : number;
}

type Found = { readonly number: number } | { readonly problem: AddressProblem };

function part(name: keyof PanelAddress, group: GroupRow | null, fallback: number | null, floor: number | null): Found {
  if (group === null) return { number: fallback ?? 0 };
  const read = name === 'unit' ? entranceNumber(group) : numberOf(group);
  if (read === null) return { problem: { part: name, problem: 'none', groupId: group.id } };
  const number = name === 'room' ? roomOf(read, floor) : read;
  const [least, most] = panelRanges[name];
  if (number < least || number > most) return { problem: { part: name, problem: 'range', groupId: group.id, number } };
  return { number };
}

interface Above {
  readonly building: GroupRow;
  readonly unit: GroupRow | null;
  readonly floor: GroupRow | null;
}

function peopleIn(view: AddressedView, groupId: string): number {
  let count = 0;
  for (const id of view.usersOf(groupId)) if (view.row('users', id)?.lifecycle !== 'archived') count += 1;
  return view.children(groupId).reduce((sum, child) => sum + peopleIn(view, child), count);
}

function addressed(view: AddressedView, group: GroupRow, { building, unit, floor }: Above): AddressedApartment {
  const floorPart = part('floor', floor, 0, null);
  const found = {
    building: part('building', building, null, null),
    unit: part('unit', unit, 0, null),
    floor: floorPart,
    room: part('room', group, null, 'number' in floorPart && floor !== null ? floorPart.number : null),
  };
  const problems = Object.values(found).flatMap((one) => ('problem' in one ? [one.problem] : []));
  const numberIn = (one: Found): number => ('number' in one ? one.number : 0);
  const address = {
    building: numberIn(found.building),
    unit: numberIn(found.unit),
    floor: numberIn(found.floor),
    room: numberIn(found.room),
  };
  const item = { linkId: linkIdOf(group.id), address, name: group.name, residents: peopleIn(view, group.id) };
  return { groupId: group.id, name: group.name, item: problems.length > 0 ? null : item, problems };
}

export function addressText({ building, unit, floor, room }: PanelAddress): string {
  return [building, unit, floor, room].join('-');
}

/** The apartments of a building with their addresses, in the order of the tree. Two with one address have none. */
export function panelAddresses(view: AddressedView, buildingId: string): readonly AddressedApartment[] {
  const building = view.row('groups', buildingId);
  if (building === undefined) return [];
  const found: AddressedApartment[] = [];
  const walk = (groupId: string, above: Above): void => {
    for (const id of view.children(groupId)) {
      const group = view.row('groups', id);
      if (group === undefined) continue;
      if (group.kind === 'apartment') found.push(addressed(view, group, above));
      else if (group.kind === 'entrance') walk(id, { ...above, unit: group });
      else if (group.kind === 'floor') walk(id, { ...above, floor: group });
      else walk(id, above);
    }
  };
  walk(buildingId, { building, unit: null, floor: null });
  const uses = new Map<string, number>();
  for (const { item } of found)
    if (item !== null) uses.set(addressText(item.address), (uses.get(addressText(item.address)) ?? 0) + 1);
  return found.map((one) => {
    if (one.item === null || (uses.get(addressText(one.item.address)) ?? 0) < 2) return one;
    const problem: AddressProblem = {
      part: 'room',
      problem: 'repeated',
      groupId: one.groupId,
      number: one.item.address.room,
    };
    return { ...one, item: null, problems: [problem] };
  });
}

/** The building that a group is, or lies in; `null` for a group above buildings. */
export function buildingOf(view: AddressedView, groupId: string): string | null {
  return [...view.ancestry(groupId)].find(({ kind }) => kind === 'building')?.id ?? null;
}
