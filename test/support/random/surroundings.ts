import { addDays, type Day } from '#core/kernel/day';
import type { Model } from '#core/model/model';
import type { BlockRow, GroupKind, NumberRow, TableName, TypeRow, UserRow } from '#core/model/rows';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { Chooser } from './chooser';

/** An intent that somebody tries. */
export interface RandomCall {
  readonly do: string;
  readonly args: unknown;
}

/** What random arguments are drawn from: what there is, what was, and chance. */
export interface Surroundings {
  readonly model: Model;
  readonly today: Day;
  /** Commits that may be undone, the newest last. */
  readonly commits: readonly string[];
  readonly choose: Chooser;
}

export const seatTypes = ['ringover.smart', 'ringover.business', 'ringover.advanced'] as const;
export const purchasable = ['link.basicPaid', 'link.plus', 'link.feature', ...seatTypes] as const;
/** One of the types that people hold, at times one of the account's own. */
export function aSeatType(around: Surroundings): LicenseTypeId {
  return anOwnType(around, ({ mode }) => mode === 'seat') ?? around.choose.among(...seatTypes);
}

/** One of the types that are bought, at times one of the account's own. */
export function aPurchasable(around: Surroundings): LicenseTypeId {
  return anOwnType(around, () => true) ?? around.choose.among(...purchasable);
}

function anOwnType({ choose, model }: Surroundings, wanted: (type: TypeRow) => boolean): LicenseTypeId | null {
  const own = model.ownTypes().filter(wanted);
  return own.length > 0 && choose.chance(0.25) ? (choose.one(own)?.id ?? null) : null;
}

const names = ['Sunrise', 'Harbour', 'Ümit', '東棟', 'Block A', 'Nord', 'Ida', 'Karl', 'Zoë', 'Office 3'] as const;

export function anId(around: Surroundings, table: TableName): string {
  const { choose, model } = around;
  // Now and then what is no longer, or never was, there.
  if (choose.chance(0.01)) return choose.one([...model.rows('retired')])?.id ?? 'nowhere';
  if (choose.chance(0.01)) return 'nowhere';
  return choose.one([...model.rows(table)])?.id ?? 'nowhere';
}

export function aGroup(around: Surroundings): string {
  return anId(around, 'groups');
}

/** Restricted groups are few, and most is about them. */
export function aPool(around: Surroundings): string {
  const { choose, model } = around;
  if (choose.chance(0.1)) return aGroup(around);
  return choose.one([...model.pools()].filter((id) => id !== model.account.rootId)) ?? aGroup(around);
}

export function aUser(around: Surroundings, wanted?: (user: UserRow) => boolean): string {
  const { choose, model } = around;
  if (wanted === undefined || choose.chance(0.15)) return anId(around, 'users');
  return choose.one([...model.rows('users')].filter(wanted))?.id ?? anId(around, 'users');
}

export function aNumber(around: Surroundings, wanted: (number: NumberRow) => boolean): string {
  const { choose, model } = around;
  if (choose.chance(0.1)) return anId(around, 'numbers');
  return choose.one([...model.rows('numbers')].filter(wanted))?.id ?? anId(around, 'numbers');
}

export function aBlock(around: Surroundings, wanted: (block: BlockRow) => boolean): string {
  const { choose, model } = around;
  if (choose.chance(0.05)) return anId(around, 'blocks');
  return choose.one([...model.rows('blocks')].filter(wanted))?.id ?? anId(around, 'blocks');
}

export function isFree(number: NumberRow): boolean {
  return number.seatId === null && number.userId === null && number.groupId === null && number.menuId === null;
}

export function aName({ choose }: Surroundings): string {
  return choose.chance(0.01)
    ? '  '
    : `${choose.among(...names)}${choose.chance(0.5) ? ` ${String(choose.whole(1, 99))}` : ''}`;
}

/** Windows around today: open, running out soon, beginning later, now and then the wrong way round. */
export function aWindow({ choose, today }: Surroundings): { validFrom?: Day | null; validUntil?: Day | null } {
  return {
    ...(choose.chance(0.25) ? { validFrom: choose.chance(0.1) ? null : addDays(today, choose.whole(-30, 40)) } : {}),
    ...(choose.chance(0.4) ? { validUntil: choose.chance(0.1) ? null : addDays(today, choose.whole(-5, 80)) } : {}),
  };
}

export function amounts(
  { choose }: Surroundings,
  most: number,
): { sip?: number; mobileApp?: number; ukey?: number; sipTrunk?: number } {
  const sip = choose.whole(0, most);
  return {
    ...(sip > 0 ? { sip } : {}),
    ...(choose.chance(0.6) ? { mobileApp: choose.chance(0.1) ? choose.whole(0, most) : choose.whole(0, sip) } : {}),
    ...(choose.chance(0.3) ? { ukey: choose.whole(0, most) } : {}),
    ...(choose.chance(0.15) ? { sipTrunk: choose.whole(0, 1) } : {}),
  };
}

function given(id: string | undefined): { id?: string } {
  return id === undefined ? {} : { id };
}

/** An id of the person's own choosing now and then, rarely one that is taken. */
export function ownId(around: Surroundings): { id?: string } {
  const { choose } = around;
  if (choose.chance(0.01)) return given(aGroup(around));
  return choose.chance(0.1) ? { id: `own-${String(choose.whole(0, 1_000_000))}` } : {};
}

export function was(
  around: Surroundings,
  table: TableName,
  id: string,
  set: object,
): { was?: Record<string, unknown> } {
  if (!around.choose.chance(0.1)) return {};
  const row = around.model.row(table, id) as unknown as Record<string, unknown> | undefined;
  if (row === undefined) return {};
  // What the author saw is what is there, or something older.
  return {
    was: Object.fromEntries(
      Object.keys(set)
        .filter((key) => key in row)
        .map((key) => [key, around.choose.chance(0.3) ? 'before' : row[key]]),
    ),
  };
}

export function allocation(around: Surroundings) {
  const { choose } = around;
  const typeId = choose.chance(0.02) ? choose.among('link.basic', 'link.trial') : aPurchasable(around);
  return typeId === 'link.feature'
    ? { typeId, quantity: 1, ...aWindow(around), resources: amounts(around, 6) }
    : { typeId, quantity: choose.whole(choose.chance(0.05) ? 0 : 1, 8), ...aWindow(around) };
}

export function plan({ choose }: Surroundings): object {
  const level = (depth: number, kind: GroupKind): object => ({
    kind,
    count: choose.whole(1, 3),
    ...(choose.chance(0.3) ? { start: choose.whole(0, 5) } : {}),
    ...(choose.chance(0.4)
      ? { name: choose.among('{n}', '{p}-{n}', 'Flat {n}', 'same', '{code}'), code: choose.among('', '{n}', 'c{n}') }
      : {}),
    ...(choose.chance(0.2) ? { skip: [choose.whole(1, 4)] } : {}),
    ...(choose.chance(0.4) ? { numbering: choose.among('perParent', 'continuous', 'floorPrefix') } : {}),
    ...(depth > 0 ? { children: level(depth - 1, choose.among('floor', 'apartment', 'entrance')) } : {}),
  });
  return level(choose.whole(0, 2), choose.among('building', 'floor', 'apartment'));
}

export const withSeat = (around: Surroundings) => (user: UserRow) => around.model.seatOf(user.id) !== undefined;
export const withoutSeat = (around: Surroundings) => (user: UserRow) =>
  user.lifecycle !== 'archived' && around.model.seatOf(user.id) === undefined;
