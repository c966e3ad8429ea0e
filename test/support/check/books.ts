import type { Day } from '#core/kernel/day';
import { vendorTypes, type LicenseType } from '#core/catalogue/license-types';
import type {
  BlockRow,
  GroupRow,
  MenuRow,
  NumberRow,
  Rows,
  SeatRow,
  TableName,
  TypeRow,
  UserRow,
} from '#core/model/rows';
import type { LicenseTypeId } from '#core/model/vocabulary';

/** All rows of an account, as they lie in a snapshot. */
export type AccountRows = { readonly [T in TableName]: readonly Rows[T][] };

/** Tables whose rows are found under keys that are no ids of things. */
export const keyedTables: ReadonlySet<TableName> = new Set(['account', 'units', 'authors', 'ledger']);

/**
 * An account read from its rows alone, with the dullest means: nothing is kept up to date, everything is looked up anew.
 * It shares no code with the rules, so that both can only agree when both are right.
 */
export class Books {
  readonly groups: ReadonlyMap<string, GroupRow>;
  readonly users: ReadonlyMap<string, UserRow>;
  readonly seats: ReadonlyMap<string, SeatRow>;
  readonly numbers: ReadonlyMap<string, NumberRow>;
  readonly menus: ReadonlyMap<string, MenuRow>;
  readonly blocks: ReadonlyMap<string, BlockRow>;
  /** License types that there are: the vendors', then those of the account. */
  readonly types: readonly LicenseType[];
  private readonly pools = new Map<string, string>();

  constructor(readonly rows: AccountRows) {
    this.groups = byId(rows.groups);
    this.users = byId(rows.users);
    this.seats = byId(rows.seats);
    this.numbers = byId(rows.numbers);
    this.menus = byId(rows.menus);
    this.blocks = byId(rows.blocks);
    this.types = [...vendorTypes, ...[...rows.types].sort((one, other) => (one.id < other.id ? -1 : 1)).map(ownType)];
  }

  type(id: LicenseTypeId): LicenseType {
    const found = this.types.find((type) => type.id === id);
    if (found === undefined) throw new Error(`the check knows no type ${id}`);
    return found;
  }

  /** The type that is tried next when a seat is not honoured: of the same mode, and lower. */
  fallbackOf(id: LicenseTypeId): LicenseTypeId | null {
    const type = this.type(id);
    const next = this.types.find((one) => one.id === type.fallsBackTo);
    return next !== undefined && next.mode === type.mode && next.rank < type.rank ? next.id : null;
  }

  get rootId(): string {
    return this.rows.account[0]?.rootId ?? '';
  }

  group(id: string): GroupRow {
    const group = this.groups.get(id);
    if (group === undefined) throw new Error(`the check knows no group ${id}`);
    return group;
  }

  /** From the root down to the group, both included. */
  path(groupId: string): readonly GroupRow[] {
    const path: GroupRow[] = [];
    for (let id: string | null = groupId; id !== null;) {
      const group: GroupRow = this.group(id);
      path.unshift(group);
      id = group.parentId;
      if (path.length > this.groups.size) throw new Error(`the groups above ${groupId} go in a circle`);
    }
    return path;
  }

  isWithin(groupId: string, aboveId: string): boolean {
    return this.path(groupId).some((group) => group.id === aboveId);
  }

  /** The nearest restricted group at or above; the root where there is none. */
  poolOf(groupId: string): string {
    const known = this.pools.get(groupId);
    if (known !== undefined) return known;
    const restricted = this.path(groupId).filter((group) => group.restriction === 'own');
    const pool = restricted[restricted.length - 1]?.id ?? this.rootId;
    this.pools.set(groupId, pool);
    return pool;
  }

  poolAbove(poolId: string): string | null {
    const { parentId } = this.group(poolId);
    return parentId === null ? null : this.poolOf(parentId);
  }

  poolIds(): readonly string[] {
    return this.rows.groups.filter((group) => this.poolOf(group.id) === group.id).map((group) => group.id);
  }

  /** The nearest complex or office at or above; the root where there is none. */
  projectOf(groupId: string): string {
    const projects = this.path(groupId).filter((group) => group.kind === 'complex' || group.kind === 'office');
    return projects[projects.length - 1]?.id ?? this.rootId;
  }

  seatOf(userId: string): SeatRow | undefined {
    return this.rows.seats.find((seat) => seat.userId === userId);
  }

  numbersOfUser(userId: string): readonly NumberRow[] {
    return this.rows.numbers.filter((number) => number.userId === userId);
  }

  poolOfUser(userId: string): string {
    const user = this.users.get(userId);
    if (user === undefined) throw new Error(`the check knows no user ${userId}`);
    return this.poolOf(user.groupId);
  }
}

function ownType(row: TypeRow): LicenseType {
  const { id, name, mode, unit, features, rank, fallsBackTo, retired } = row;
  return {
    id,
    name,
    mode,
    resources: unit,
    features,
    source: 'purchase',
    rank,
    fallsBackTo,
    adjustable: false,
    retired,
  };
}

export function isActiveOn(
  block: { readonly validFrom: Day | null; readonly validUntil: Day | null; readonly countsFrom?: Day },
  day: Day,
): boolean {
  // X1: under version 2 an allocation counts from the day on which it was made.
  if (block.countsFrom !== undefined && day < block.countsFrom) return false;
  if (block.validFrom !== null && day < block.validFrom) return false;
  return block.validUntil === null || day <= block.validUntil;
}

function byId<R extends { readonly id: string }>(rows: readonly R[]): ReadonlyMap<string, R> {
  return new Map(rows.map((row) => [row.id, row]));
}
