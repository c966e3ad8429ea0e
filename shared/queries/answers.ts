import type { Day } from '../kernel/day';
import type { Feature, LicenseTypeId, Resource } from '../model/vocabulary';
import type {
  BlockSource,
  Contract,
  GroupKind,
  GroupStatus,
  Lifecycle,
  NumberKind,
  ReminderPolicy,
  Resources,
  Restriction,
  BaseRole,
} from '../model/rows';
import type { Refusal } from '../rules/refusals';
import type { SmartListEntry, SmartListName } from './smart-lists';

/** Whole units or amounts; `unlimited` while a trial is active (D2). */
export type Amount = number | 'unlimited';

export interface AccountAnswer {
  readonly name: string;
  readonly timeZone: string;
  readonly paymentMethod: string;
  readonly outstanding: number;
  readonly contract: Contract;
  /** Whether the account is limited (U10). */
  readonly limited: boolean;
}

export interface TreeAnswer {
  readonly id: string;
  readonly name: string;
  readonly kind: GroupKind;
  readonly children?: readonly TreeAnswer[];
}

export interface GroupAnswer {
  readonly id: string;
  readonly name: string;
  readonly kind: GroupKind;
  readonly code: string;
  readonly note: string;
  readonly path: readonly string[];
  readonly projectId: string;
  readonly poolId: string;
  readonly restriction: Restriction;
  readonly status: GroupStatus;
  readonly protected: boolean;
  /** Features that this group's own pool gives on the day, after the path's restrictions (D9). */
  readonly features: readonly Feature[];
  readonly deny: readonly Feature[];
  readonly allow: readonly Feature[];
  readonly reminder: ReminderPolicy | null;
  readonly count: { readonly groups: number; readonly users: number; readonly seats: number };
}

export interface BlockAnswer {
  readonly id: string;
  readonly typeId: LicenseTypeId;
  readonly quantity: number;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  readonly source: BlockSource;
  readonly resources?: Resources;
  readonly note: string;
  /** What child pools hold of this type on the day, each with its quantity; of the group's own pool. */
  readonly childPools?: readonly { readonly poolId: string; readonly name: string; readonly quantity: number }[];
}

export interface PoolTypeFigures {
  readonly nominal: number;
  readonly effective: number;
  readonly allocatedOut: number;
  readonly assigned: number;
  readonly free: number;
  readonly available: number;
}
export interface PoolResourceFigures {
  readonly capacity: Amount;
  readonly reserved: number;
  readonly available: Amount;
}
export interface PoolAnswer {
  readonly poolId: string;
  readonly types: { readonly [T in LicenseTypeId]?: PoolTypeFigures };
  readonly resources: { readonly [R in Resource]?: PoolResourceFigures };
}

export type UserStatus = 'archived' | 'none' | 'blocked' | 'limited' | 'fallback' | 'active';

export interface UserSummary {
  readonly id: string;
  readonly name: string;
  readonly groupId: string;
  readonly email: string;
  readonly phone: string;
  readonly roleId: string;
  readonly status: UserStatus;
  readonly lifecycle: Lifecycle;
  readonly typeId: LicenseTypeId | null;
  readonly seatType: LicenseTypeId | null;
  readonly numbers: readonly string[];
}
export interface UserAnswer extends UserSummary {
  readonly adminOf: readonly string[];
  readonly features: readonly Feature[];
  readonly allowance: Resources | null;
  readonly menus: readonly string[];
  /** Why the status is not plainly active. */
  readonly reasons: readonly string[];
}
export interface SeatAnswer {
  readonly id: string;
  readonly typeId: LicenseTypeId;
  readonly poolId: string;
  readonly number: string;
  readonly userId?: string;
}
export interface NumberAnswer {
  readonly id: string;
  readonly kind: NumberKind;
  readonly value: string;
  readonly seatId?: string;
  readonly userId?: string;
  readonly groupId?: string;
  readonly menuId?: string;
}
export interface RangeAnswer {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly next: string | null;
}
export interface MenuAnswer {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
  readonly kind: 'ivr' | 'queue';
  readonly users: readonly string[];
  readonly groups: readonly string[];
  readonly numbers: readonly string[];
}
export interface DeviceAnswer {
  readonly id: string;
  readonly groupId: string;
  readonly serial: string;
  readonly model: string;
  readonly blockId: string;
}
export interface RoleAnswer {
  readonly id: string;
  readonly name: string;
  readonly base: BaseRole;
  readonly extraFeatures: readonly Feature[];
}
export interface RequestAnswer {
  readonly id: string;
  readonly kind: 'reduce' | 'changeType' | 'add';
  readonly blockId: string | null;
  readonly typeId: LicenseTypeId;
  readonly quantity: number;
  readonly status: 'open' | 'approved' | 'rejected';
  readonly note: string;
}
export interface ReminderAnswer {
  readonly day: Day;
  readonly groupId: string;
  readonly blockId: string;
  readonly typeId: LicenseTypeId;
  readonly endsOn: Day;
  readonly recipients: readonly string[];
  readonly missingRecipient: boolean;
}
export interface HistoryAnswer {
  readonly seq: number;
  readonly at: string;
  readonly day: Day;
  readonly by: string;
  readonly do: string;
  readonly args: unknown;
  readonly commit: string;
}
export interface AttentionAnswer {
  /** Id of the act, by which it is dropped. */
  readonly id: string;
  readonly do: string;
  readonly args: unknown;
  readonly at: string;
  readonly by: string;
  readonly refusals?: readonly Refusal[];
  readonly changed?: readonly { readonly field: 'number' | 'seat'; readonly from: string; readonly to: string }[];
}
export type ForecastEntry =
  | { readonly day: Day; readonly kind: 'blockStarts' | 'blockEnds'; readonly blockId: string }
  | {
      readonly day: Day;
      readonly kind: 'seatFallsBack';
      readonly userId: string;
      readonly typeId: LicenseTypeId;
      readonly toTypeId: LicenseTypeId;
    }
  | {
      readonly day: Day;
      readonly kind: 'seatBlocked' | 'seatRestored';
      readonly userId: string;
      readonly typeId: LicenseTypeId;
    }
  | {
      readonly day: Day;
      readonly kind: 'resourceShort';
      readonly poolId: string;
      readonly resource: Resource;
      readonly short: number;
    };
export interface ExplainStep {
  readonly groupId: string;
  readonly name: string;
  readonly typeId: LicenseTypeId | null;
  /** Instead of a type: the figures are amounts of a resource, `assigned` what is reserved of it (D6). */
  readonly resource?: Resource;
  readonly nominal: Amount;
  readonly allocatedOut: number;
  readonly assigned: number;
  readonly available: Amount;
}
/** One handing down of units on the way to the pool that lacks them; `from: null` is a purchase on the root. */
export interface SupplyStep {
  readonly from: string | null;
  readonly to: string;
  readonly units: number;
}
/** The smallest change that would help. `fromDay`: the first later day on which the same act passes without it; `null` when none is in sight. */
export type Remedy =
  | {
      readonly kind: 'moreUnits';
      readonly pool: string;
      readonly typeId: LicenseTypeId;
      readonly units: number;
      readonly from: string | null;
      readonly steps: readonly SupplyStep[];
      readonly fromDay: Day | null;
    }
  | {
      readonly kind: 'giveBackFirst';
      readonly pool: string;
      readonly typeId: LicenseTypeId;
      readonly units: number;
      readonly fromDay: Day | null;
    }
  | {
      readonly kind: 'moreResource';
      readonly pool: string;
      readonly resource: Resource;
      readonly amount: number;
      readonly fromDay: Day | null;
      /** Units of a type that would give the amount, and the way they would come. */
      readonly typeId?: LicenseTypeId;
      readonly units?: number;
      readonly from?: string | null;
      readonly steps?: readonly SupplyStep[];
    };
export interface ExplainAnswer {
  readonly outcome:
    | { readonly ok: true; readonly warnings: readonly { readonly code: string }[] }
    | { readonly ok: false; readonly refusals: readonly Refusal[] };
  /** From the root to the pool concerned. */
  readonly path: readonly ExplainStep[];
  /** The pool that binds: the one whose figures decide. */
  readonly binding: string | null;
  /** The smallest change that would help. */
  readonly remedy: Remedy | null;
}
/** Units of a type in a pool, each point from its day until the next one; `claimed` is what is held or handed out (D3). */
export interface TypeTimeline {
  readonly typeId: LicenseTypeId;
  readonly points: readonly { readonly day: Day; readonly nominal: number; readonly claimed: number }[];
}
/** A pool that lacks units from a day on; `short: 0` when it no longer does. */
export interface ShortPool {
  readonly day: Day;
  readonly poolId: string;
  readonly typeId: LicenseTypeId;
  readonly short: number;
}
export interface TimelineAnswer {
  readonly poolId: string;
  readonly types: readonly TypeTimeline[];
  readonly short: readonly ShortPool[];
}
/**
 * Units of a type in a pool. `used`: held, handed on, or needed for what is reserved (D6); `free`: what could be taken out of the pool;
 * `short`: what should be there, or is claimed, and does not take effect (X2).
 */
export interface PortfolioUnits {
  readonly nominal: number;
  readonly used: number;
  readonly free: number;
  readonly short: number;
}
/** Units of a type that count for the last time on a day. */
export interface PortfolioEnd {
  readonly day: Day;
  readonly typeId: LicenseTypeId;
  readonly quantity: number;
}
/** Of a pool above that places share, its units are those that it keeps, without what it hands on to other pools. */
export interface PortfolioPool {
  readonly id: string;
  readonly name: string;
  readonly types: { readonly [T in LicenseTypeId]?: PortfolioUnits };
  /** Of all types that are handed on by units; `free` is what could be taken out together, so it may be less than the sum. */
  readonly total: PortfolioUnits;
  readonly resources: PoolAnswer['resources'];
  /** Amounts of resources by which what is reserved exceeds what there is. */
  readonly short: { readonly [R in Resource]?: number };
  /** Units of the pool's own blocks that end within so many days, the day that is asked about included. */
  readonly ending: { readonly in30: number; readonly in60: number; readonly in90: number };
  readonly nextEnd: PortfolioEnd | null;
}
/** A complex, an office, or another place with a pool of its own. */
export interface PortfolioRow {
  readonly id: string;
  readonly name: string;
  readonly kind: GroupKind;
  readonly code: string;
  readonly status: GroupStatus;
  /** Names from below the group that is asked about down to the parent. */
  readonly path: readonly string[];
  /** Inside, itself not counted. */
  readonly groups: number;
  readonly apartments: number;
  readonly people: number;
  /** The pool that it spends: its own, or one above that it shares. */
  readonly poolId: string;
  /** People who were invited and are not active yet. */
  readonly invited: number;
  /** People who hold no seat and are served by no license of the place's pool either. */
  readonly unlicensed: number;
}
export interface PortfolioAnswer {
  readonly rows: readonly PortfolioRow[];
  readonly pools: readonly PortfolioPool[];
}
/** Somebody who has something else than without the acts of a what-if. */
export interface WhatIfPerson {
  readonly userId: string;
  readonly name: string;
  /** The acts remove this person. */
  readonly removed: boolean;
  readonly before: { readonly status: UserStatus; readonly typeId: LicenseTypeId | null };
  readonly after: { readonly status: UserStatus; readonly typeId: LicenseTypeId | null };
  readonly lost: readonly Feature[];
  readonly gained: readonly Feature[];
}
export interface WhatIfAnswer {
  readonly outcome: ExplainAnswer['outcome'];
  readonly people: readonly WhatIfPerson[];
}
export interface DigestAnswer {
  readonly groups: number;
  readonly users: number;
  readonly seats: number;
  readonly numbers: number;
  readonly blocks: number;
  readonly devices: number;
  readonly hash: string;
}

/** Every query with its arguments and its answer. An unknown id or a reader without the right answers `Refused` instead. */
export interface Queries {
  readonly account: { readonly args: Record<string, never>; readonly answer: AccountAnswer };
  readonly tree: { readonly args: { groupId?: string; depth?: number }; readonly answer: TreeAnswer };
  readonly group: { readonly args: { groupId: string }; readonly answer: GroupAnswer };
  readonly blocks: { readonly args: { groupId: string }; readonly answer: readonly BlockAnswer[] };
  readonly pool: { readonly args: { groupId: string }; readonly answer: PoolAnswer };
  readonly user: { readonly args: { userId: string }; readonly answer: UserAnswer };
  readonly users: { readonly args: { groupId: string; subgroups?: boolean }; readonly answer: readonly UserSummary[] };
  readonly seats: { readonly args: { groupId: string; free?: boolean }; readonly answer: readonly SeatAnswer[] };
  readonly numbers: { readonly args: { kind?: NumberKind; free?: boolean }; readonly answer: readonly NumberAnswer[] };
  /** SIP ranges with the next unused value of each. */
  readonly ranges: { readonly args: Record<string, never>; readonly answer: readonly RangeAnswer[] };
  readonly menus: { readonly args: { groupId: string; subgroups?: boolean }; readonly answer: readonly MenuAnswer[] };
  readonly devices: {
    readonly args: { groupId: string; subgroups?: boolean };
    readonly answer: readonly DeviceAnswer[];
  };
  readonly roles: { readonly args: Record<string, never>; readonly answer: readonly RoleAnswer[] };
  readonly requests: { readonly args: Record<string, never>; readonly answer: readonly RequestAnswer[] };
  readonly forecast: {
    readonly args: { from: Day; to: Day; groupId?: string };
    readonly answer: readonly ForecastEntry[];
  };
  /** Units over time in the group's pool, and the pools in the group that get short of them. */
  readonly timeline: { readonly args: { from: Day; to: Day; groupId: string }; readonly answer: TimelineAnswer };
  /** What is in use, free and ending in each complex and office below a group. */
  readonly portfolio: { readonly args: { groupId?: string }; readonly answer: PortfolioAnswer };
  readonly reminders: { readonly args: { from: Day; to: Day }; readonly answer: readonly ReminderAnswer[] };
  readonly explain: { readonly args: { do: string; args: unknown }; readonly answer: ExplainAnswer };
  /** Acts applied to a copy: who loses or gains what on a day (today where none is named). */
  readonly whatIf: {
    readonly args: { do: readonly { do: string; args: unknown }[]; on?: Day };
    readonly answer: WhatIfAnswer;
  };
  readonly history: { readonly args: { entityId?: string; limit?: number }; readonly answer: readonly HistoryAnswer[] };
  readonly attention: { readonly args: Record<string, never>; readonly answer: readonly AttentionAnswer[] };
  /** What still has to be done, one list of it; and how much is on each. */
  readonly smartList: { readonly args: { list: SmartListName }; readonly answer: readonly SmartListEntry[] };
  readonly smartLists: {
    readonly args: Record<string, never>;
    readonly answer: { readonly [L in SmartListName]: number };
  };
  readonly digest: { readonly args: Record<string, never>; readonly answer: DigestAnswer };
}
export type QueryName = keyof Queries;

/** What a query answers that cannot be answered: what is not there, or may not be read. */
export interface Refused {
  readonly refusals: readonly Refusal[];
}
/** What a query answers. */
export type Answer<Q extends QueryName> = Queries[Q]['answer'] | Refused;
