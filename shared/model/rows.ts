import type { Day } from '../kernel/day';
import type {
  baseRoles,
  Feature,
  groupKinds,
  groupStatuses,
  LicenseMode,
  LicenseTypeId,
  menuKinds,
  numberKinds,
  OwnTypeId,
  paymentMethods,
  presentLifecycles,
  reductionPolicies,
  reminderRepeats,
  requestKinds,
  Resource,
  restrictions,
} from './vocabulary';

/**
 * The rows of the model: what the ledger, replayed through the rules, amounts to.
 * Rows are immutable; a change replaces the whole row.
 */

/** Position in the order of everything ever made: smaller is older (X2, U1). Derived from the ledger's order, never from a clock. */
export type Age = number;

export type GroupKind = (typeof groupKinds)[number];
export type GroupStatus = (typeof groupStatuses)[number];
export type Restriction = (typeof restrictions)[number];
/** Amounts of resources; a missing one is zero. */
export type Resources = { readonly [R in Resource]?: number };

export interface ReminderPolicy {
  readonly daysBefore: number;
  readonly repeat: (typeof reminderRepeats)[number];
  readonly recipients?: readonly string[];
}

export interface GroupRow {
  readonly id: string;
  /** `null` for the root only. */
  readonly parentId: string | null;
  readonly kind: GroupKind;
  readonly name: string;
  readonly code: string;
  readonly note: string;
  readonly status: GroupStatus;
  readonly protected: boolean;
  readonly restriction: Restriction;
  readonly deny: readonly Feature[];
  readonly allow: readonly Feature[];
  readonly reminder: ReminderPolicy | null;
  /** Fractional index among the siblings; compared by code unit, then by id. */
  readonly order: string;
  readonly fields?: FieldValues;
}

export type BlockSource = 'purchase' | 'trial' | 'allocation' | 'device' | 'grant';

/** A price in whole cents of the account's currency: per unit and month or year begun, or once. */
export interface Price {
  readonly amount: number;
  readonly per: 'month' | 'year' | 'once';
}

export interface BlockRow {
  readonly id: string;
  readonly groupId: string;
  readonly typeId: LicenseTypeId;
  readonly quantity: number;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  readonly source: BlockSource;
  /** Of `link.feature` only: what one unit gives. */
  readonly resources: Resources | null;
  readonly note: string;
  readonly deviceId: string | null;
  /** The day on which the block was made: reminders before it are left out (X4). */
  readonly madeOn: Day;
  /** First day on which an allocation counts, whatever its window says: the day on which it was made; missing in version 1 (X1). */
  readonly countsFrom?: Day;
  /** What one unit costs, where that is not the price of its type. */
  readonly price?: Price;
  readonly orderNumber?: string;
  readonly supplier?: string;
  /** Who gave it, of a block of source `grant` (D13). */
  readonly giver?: string;
  readonly age: Age;
}

export type Lifecycle = (typeof presentLifecycles)[number] | 'archived';

export interface UserRow {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly roleId: string;
  readonly lifecycle: Lifecycle;
  readonly adminOf: readonly string[];
  readonly allowance: Resources | null;
  /** Age of the allowance as a claim; `null` without one. */
  readonly allowanceAge: Age | null;
  /** The day on which an archived user may be forgotten (U4). */
  readonly purgeAt: Day | null;
  /** First and last day: joining and leaving happen by themselves on them. */
  readonly from?: Day | null;
  readonly until?: Day | null;
  readonly fields?: FieldValues;
}

/** Values of fields of one's own, by the id of the field. */
export interface FieldValues {
  readonly [fieldId: string]: string | number;
}

/** A field of one's own. */
export interface FieldRow {
  readonly id: string;
  readonly on: 'group' | 'user' | 'device' | 'number';
  readonly name: string;
  readonly kind: 'text' | 'number' | 'day' | 'choice';
  readonly choices: readonly string[];
}

/** Units and numbers that are set aside for one computer while it is away (D12). */
export interface ReservationRow {
  readonly id: string;
  readonly computerId: string;
  /** Who took them along. */
  readonly userId: string;
  readonly poolId: string;
  readonly typeId: LicenseTypeId;
  /** What is left of it. */
  readonly quantity: number;
  readonly until: Day;
  readonly age: Age;
}

/** A grant between two ledgers (D13). */
export interface GrantRow {
  readonly id: string;
  readonly direction: 'given' | 'received';
  /** The other ledger, and its root; of a received one, who gave it. */
  readonly ledger: string;
  readonly root: string;
  readonly typeId: LicenseTypeId;
  readonly quantity: number;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  readonly countsFrom: Day;
  readonly resources: Resources | null;
  readonly returned: number;
  readonly accepted: boolean;
  readonly recalled: boolean;
  /** Of a received one: its block. */
  readonly blockId: string | null;
  /** Of a given one: what the receiving account is called. */
  readonly name?: string;
  /** Keys of computers of the other ledger whose files were taken in. */
  readonly keys?: readonly string[];
  readonly age: Age;
}

/** A what-if that is kept: a name and the acts that it consists of. */
export interface PlanRow {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly do: readonly { readonly do: string; readonly args: unknown }[];
  readonly savedBy: string;
  readonly savedOn: Day;
}

export interface SeatRow {
  readonly id: string;
  readonly typeId: LicenseTypeId;
  readonly numberId: string;
  /** Holder; `null` when it is free. */
  readonly userId: string | null;
  /** The pool in which a free seat lies; `null` when held (then it is the pool of the user's group). */
  readonly poolId: string | null;
  /** Held: age of the claim. Free: since when it is free. */
  readonly age: Age;
}

export type NumberKind = (typeof numberKinds)[number];

export interface NumberRow {
  readonly id: string;
  readonly kind: NumberKind;
  readonly value: string;
  /** The seat whose own number this is. */
  readonly seatId: string | null;
  readonly userId: string | null;
  readonly groupId: string | null;
  readonly menuId: string | null;
  /** Age of the attachment as a claim (D6); `null` while it is not attached. */
  readonly age: Age | null;
  /** The reservation that has set it aside. */
  readonly held?: string;
  readonly fields?: FieldValues;
}

/** SIP values that may be taken; a value becomes a number when it is used. */
export interface RangeRow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface MenuRow {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
  readonly kind: (typeof menuKinds)[number];
  readonly users: readonly string[];
  readonly groups: readonly string[];
}

export interface DeviceRow {
  readonly id: string;
  readonly groupId: string;
  readonly serial: string;
  readonly model: string;
  readonly blockId: string;
  readonly fields?: FieldValues;
}

export interface RoleRow {
  readonly id: string;
  readonly name: string;
  readonly base: BaseRole;
  readonly extraFeatures: readonly Feature[];
}

export type BaseRole = (typeof baseRoles)[number];

export interface RequestRow {
  readonly id: string;
  readonly kind: (typeof requestKinds)[number];
  readonly blockId: string | null;
  readonly typeId: LicenseTypeId;
  readonly quantity: number;
  readonly status: 'open' | 'approved' | 'rejected';
  readonly note: string;
}

export interface Contract {
  readonly reductionPolicy: (typeof reductionPolicies)[number];
  readonly startsOn?: Day | null;
  /** First day of its next term. */
  readonly renewsOn?: Day | null;
  /** Whole cents for the contract as a whole, whatever is bought under it. */
  readonly price?: Price;
  /** ISO 4217, of the price; missing where it is the account's. */
  readonly currency?: string;
  readonly commitmentUntil?: Day | null;
  readonly floor?: { readonly [typeId: string]: number };
  readonly noticeDays?: number;
  readonly terminationFee?: number | string;
}

/** The one row of table `account`, under the id `account`. Its name is the root group's. */
export interface AccountRow {
  readonly id: 'account';
  readonly rootId: string;
  readonly timeZone: string;
  readonly paymentMethod: (typeof paymentMethods)[number];
  readonly outstanding: number;
  readonly contract: Contract;
  /** ISO 4217; missing until somebody has said it. */
  readonly currency?: string;
  /** ISO 3166; missing until somebody has said it: then it follows from the time zone. */
  readonly country?: string;
  /** Account that this one goes on from; missing where it was begun as a new one. */
  readonly continues?: Continued;
}

/** State of another account at one of its commits: its head, and the digest of what it came to. */
export interface Continued {
  readonly ledger: string;
  readonly seq: number;
  readonly hash: string;
  readonly stateHash: string;
}

/** A license type's contract quantities, where they differ from the catalogue; the id is the type's. */
export interface UnitRow {
  readonly id: LicenseTypeId;
  readonly resources: Resources;
}

/** A license type of one's own. */
export interface TypeRow {
  readonly id: OwnTypeId;
  readonly name: string;
  readonly mode: LicenseMode;
  /** What one unit gives; nothing where the mode is `seat`. */
  readonly unit: Resources;
  readonly features: readonly Feature[];
  readonly rank: number;
  readonly fallsBackTo: LicenseTypeId | null;
  /** True when no more of it is bought; what there is goes on until it ends. */
  readonly retired: boolean;
}

/** A public key to sign with and one to receive with, in hexadecimal digits. */
export interface KeyPair {
  readonly key: string;
  readonly sealKey: string;
}

/** The one row of table `protection`; there is none while the account is unprotected. */
export interface ProtectionRow {
  readonly id: 'protection';
  /** Place of the commit that began it: acts after it count only when they are signed. */
  readonly since: number;
  /** The keys of the printed words, if they were printed. */
  readonly recovery: KeyPair | null;
}

/** A computer that was let in; the id is that of its key. The row stays when the key no longer counts. */
export interface ComputerRow extends KeyPair {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  /** Way in which it was let in, and whose act did it. */
  readonly admitted: {
    readonly how: 'protected' | 'invited' | 'certified' | 'rotated';
    readonly by: string;
    readonly seq: number;
  };
  /** Id of the computer's key before, where this one took its place. */
  readonly follows: string | null;
  /** Place of the commit from which on the key does not count any more. */
  readonly revoked: number | null;
  /** The first commit of that key which is to be looked at again, where whoever revoked it said so. */
  readonly reviewSince: number | null;
}

/** An invitation, under the id of its one-time key. */
export interface InvitationRow extends KeyPair {
  readonly id: string;
  readonly userId: string;
  /** Author of the invitation. */
  readonly by: string;
  readonly until: Day | null;
  readonly state: 'open' | 'used' | 'withdrawn';
  /** Place of the commit that used or withdrew it. */
  readonly closedAt: number | null;
}

/** The price of a license type; the id is the type's. */
export interface PriceRow extends Price {
  readonly id: LicenseTypeId;
}

/** The latest day on which somebody acted; the id is the user's (G8, G9). */
export interface AuthorRow {
  readonly id: string;
  readonly day: Day;
}

/**
 * The one row of table `ledger`: the version of the rules that the ledger has come to, and the commit behind which its history begins.
 * There is none in version 1.
 */
export interface LedgerRow {
  readonly id: 'ledger';
  readonly rules: number;
  /** Missing where the history begins with the first commit. */
  readonly begins?: { readonly seq: number; readonly hash: string };
}

/** An id that was once used and must never be used again (`DUPLICATE_ID`: over all kinds, ever). */
export interface RetiredRow {
  readonly id: string;
}

export interface Rows {
  readonly account: AccountRow;
  readonly units: UnitRow;
  readonly groups: GroupRow;
  readonly blocks: BlockRow;
  readonly users: UserRow;
  readonly seats: SeatRow;
  readonly numbers: NumberRow;
  readonly ranges: RangeRow;
  readonly menus: MenuRow;
  readonly devices: DeviceRow;
  readonly roles: RoleRow;
  readonly requests: RequestRow;
  readonly retired: RetiredRow;
  readonly protection: ProtectionRow;
  readonly computers: ComputerRow;
  readonly invitations: InvitationRow;
  readonly authors: AuthorRow;
  readonly prices: PriceRow;
  readonly fields: FieldRow;
  readonly reservations: ReservationRow;
  readonly grants: GrantRow;
  readonly plans: PlanRow;
  readonly types: TypeRow;
  readonly ledger: LedgerRow;
}

export type TableName = keyof Rows;

/** Every table, in the order in which snapshots and digests name them. */
export const tableNames: readonly TableName[] = [
  'account',
  'units',
  'groups',
  'blocks',
  'users',
  'seats',
  'numbers',
  'ranges',
  'menus',
  'devices',
  'roles',
  'requests',
  'retired',
  'protection',
  'computers',
  'invitations',
  'authors',
  'ledger',
  'prices',
  'fields',
  'reservations',
  'grants',
  'plans',
  'types',
];

/** Tables of what is known about keys: no undo takes them back, and an account that is not protected has none of them in its state. */
const ofTrust: ReadonlySet<TableName> = new Set(['protection', 'computers', 'invitations']);

export function isOfTrust(table: TableName): boolean {
  return ofTrust.has(table);
}

/** Tables that say how far the ledger is rather than what the account holds: no act is about their rows, and no undo takes them back. */
const bookkeeping: ReadonlySet<TableName> = new Set([...ofTrust, 'retired', 'authors', 'ledger']);

export function isBookkeeping(table: TableName): boolean {
  return bookkeeping.has(table);
}

/** Tables whose rows are found under keys of their own, which are no ids of things. */
const keyed: ReadonlySet<TableName> = new Set([
  ...ofTrust,
  'account',
  'units',
  'retired',
  'authors',
  'ledger',
  'prices',
]);

export function isKeyed(table: TableName): boolean {
  return keyed.has(table);
}

/** Tables that version 1 of the rules knew nothing of: no part of the state of a ledger that has not left it. */
const sinceRules2: ReadonlySet<TableName> = new Set([
  'authors',
  'ledger',
  'prices',
  'fields',
  'reservations',
  'grants',
  'plans',
  'types',
]);

export function isSinceRules2(table: TableName): boolean {
  return sinceRules2.has(table);
}

/** One row before and after: the unit of persistence, of taking back and of undo. `undefined` means that there is none. */
export type Change = {
  readonly [T in TableName]: {
    readonly table: T;
    readonly id: string;
    readonly before: Rows[T] | undefined;
    readonly after: Rows[T] | undefined;
  };
}[TableName];
