import { z } from 'zod';
import type { Head } from '../ledger/commit';
import type { ChosenFolder } from '../ledger/folder-guess';
import type { ActStanding, Office, OfficeChange } from '../ledger/kept-order';
import type { PlaceState } from '../ledger/healing';
import type { Joining } from '../ledger/joining';
import type { Presence } from '../ledger/presence';
import type { ReadPage, Repaired, StoreFailure, StoreReport } from '../ledger/store';
import { channel } from './channel';
import { entrySchema, type JournalFailure, pendingIntentSchema } from './journal-channels';

/** Place at which a ledger is shared. `label` is for people; the whole address stays in main. */
export interface ConnectedStore {
  readonly kind: string;
  readonly label: string;
}

/** A ledger that this installation keeps. */
export interface LocalLedger {
  readonly ledger: string;
  /** This installation: what `device` of its commits says. */
  readonly device: string;
  /** The person at this computer; `null` until somebody has said who they are. */
  readonly by: string | null;
  /** `null` while the ledger is on this computer only. */
  readonly store: ConnectedStore | null;
  /** The newest commit in the journal. */
  readonly head: Head | null;
  /** True when the tables of the window are not to be believed: the checkpoint that they were made from was wrong. */
  readonly anew?: boolean;
  /** How this computer locks the account; left out where it does not. */
  readonly lock?: LockState;
}

/** Lock of an account on one computer. */
export interface LockState {
  /** Minutes without a key or a move of the mouse after which it locks. */
  readonly minutes: number;
  /** True while the keys wait for the passphrase. */
  readonly isLocked: boolean;
}

/** Account that is kept on this computer, whether it is open or not. */
export interface KeptAccount {
  readonly ledger: string;
  /** The name with which it was started; `null` where that cannot be read without opening it. */
  readonly name: string | null;
  /** Place at which it is shared, for people to read; `null` where it is on this computer only. */
  readonly place: string | null;
  /** When it was worked on last here, ISO 8601 in UTC. */
  readonly lastOpen: string;
  /** Acts that others cannot have seen. */
  readonly unsent: number;
}

/** Report on a place that somebody may want to join. `ledger` is `null` where there is none yet. */
export interface PlaceReport {
  readonly report: StoreReport;
  readonly store: ConnectedStore;
}

/**
 * `not-chosen`: the window named a place that nobody chose in a dialog of main's. `nothing-there`: no ledger to join.
 * `already-there`: a ledger of this id is kept here already. `not-connected`: the ledger has no store.
 */
export type LedgerFailure =
  | StoreFailure
  | JournalFailure
  | { readonly kind: 'not-chosen' }
  | { readonly kind: 'nothing-there' }
  | { readonly kind: 'already-there' }
  | { readonly kind: 'not-connected' };

const id = z.string().min(1).max(200);
const place = z.string().min(1).max(4_000);
/** Names one call, so that `ledger.abort` can end it. */
const call = z.string().min(1).max(100);
const head: z.ZodType<Head> = z.strictObject({ seq: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) });

const officeChange: z.ZodType<OfficeChange> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('handOver'), to: id }),
  z.strictObject({ kind: z.literal('stand') }),
  z.strictObject({ kind: z.literal('force') }),
]);

/** Questions about ledgers and their stores: `ledger.*`. What the store answers has been checked by the rules in main. */
export const ledgerChannels = {
  /** The ledger that was open last; `null` on the first start. */
  'ledger.open': channel<LocalLedger | null, LedgerFailure>()(z.strictObject({})),
  /** Every account that is kept here, the one that was worked on last first. */
  'ledger.accounts': channel<readonly KeptAccount[], LedgerFailure>()(z.strictObject({})),
  /** The window shows the account: from now on it is the one that the next start opens. */
  'ledger.shown': channel<null, LedgerFailure>()(z.strictObject({ ledger: id })),
  /** Opens an account that is kept here, in place of whatever is open. */
  'ledger.openKept': channel<LocalLedger, LedgerFailure>()(z.strictObject({ ledger: id })),
  /** Keeps a new ledger here, with its opening and whatever else belongs to it as acts that wait for their place. */
  'ledger.create': channel<LocalLedger, LedgerFailure>()(
    z.strictObject({ ledger: id, by: id, intents: z.array(pendingIntentSchema).min(1).max(10_000) }),
  ),
  /** Keeps the ledger at a place here as well. Nobody has said who they are yet; its entries come by `ledger.read`. */
  'ledger.join': channel<LocalLedger, LedgerFailure>()(z.strictObject({ place })),
  /** Begins a joined ledger from a checkpoint in its place, where there is one to be believed; its end comes by `ledger.read`. */
  'ledger.begin': channel<Joining, LedgerFailure>()(z.strictObject({ ledger: id, call })),
  /** Gives up a ledger that was joined and never shown; nothing is left of it. */
  'ledger.giveUp': channel<null, LedgerFailure>()(z.strictObject({ ledger: id })),
  /** Sets the person at this computer. */
  'ledger.choosePerson': channel<LocalLedger, LedgerFailure>()(z.strictObject({ ledger: id, by: id })),
  /** Shares a ledger at a place, which holds the same one or nothing yet; `way` is how acts are put in order in a new folder. */
  'ledger.connect': channel<LocalLedger, LedgerFailure>()(
    z.strictObject({ ledger: id, place, way: z.enum(['exclusive', 'kept']).nullable().optional() }),
  ),
  /** Makes the folder in which a ledger is shared one of the other way of putting acts in order. */
  'ledger.turn': channel<LocalLedger, LedgerFailure>()(
    z.strictObject({ ledger: id, call, way: z.enum(['exclusive', 'kept']) }),
  ),
  /** Guess at how others get at a folder that was chosen, as far as can be told. */
  'ledger.guess': channel<ChosenFolder, LedgerFailure>()(z.strictObject({ place })),
  'ledger.disconnect': channel<LocalLedger, LedgerFailure>()(z.strictObject({ ledger: id })),
  /** Closes the ledger, so that another one can be opened. What is kept of it stays. */
  'ledger.leave': channel<null, LedgerFailure>()(z.strictObject({ ledger: id })),
  /** Looks at what a place holds; changes nothing. */
  'ledger.inspect': channel<PlaceReport, LedgerFailure>()(z.strictObject({ place, call })),
  /** The folder that the command line asks to join; `null` where it asks for none. */
  'ledger.invitation': channel<string | null>()(z.strictObject({})),

  /** Says what this computer is at, where others do not know yet, and answers who else is here; empty where no place says. */
  'ledger.presence': channel<readonly Presence[], LedgerFailure>()(
    z.strictObject({ ledger: id, call, groupId: id.nullable() }),
  ),
  /** Facts about the shared place beside its commits. */
  'ledger.place': channel<PlaceState, LedgerFailure>()(z.strictObject({ ledger: id })),
  /** Puts back what is damaged or missing in the shared place, from this computer's copy. */
  'ledger.mend': channel<readonly Repaired[], LedgerFailure>()(z.strictObject({ ledger: id, call })),

  'ledger.check': channel<StoreReport, LedgerFailure>()(z.strictObject({ ledger: id, call })),
  'ledger.head': channel<Head | null, LedgerFailure>()(z.strictObject({ ledger: id, call })),
  'ledger.read': channel<ReadPage, LedgerFailure>()(
    z.strictObject({
      ledger: id,
      call,
      after: z.int().min(0),
      limit: z.strictObject({
        entries: z.int().min(1).max(100_000),
        bytes: z
          .int()
          .min(1)
          .max(64 * 1024 * 1024),
      }),
    }),
  ),
  'ledger.append': channel<Head, LedgerFailure>()(
    z.strictObject({ ledger: id, call, entries: z.array(entrySchema).min(1).max(100_000), expected: head.nullable() }),
  ),
  /** Hands acts over where another computer puts them in order; where each stands, by id. */
  'ledger.submit': channel<readonly (readonly [string, ActStanding])[], LedgerFailure>()(
    z.strictObject({ ledger: id, call, entries: z.array(entrySchema).min(1).max(100_000) }),
  ),
  /** Computer that puts acts in order; `null` where the place decides by itself. */
  'ledger.office': channel<Office | null, LedgerFailure>()(z.strictObject({ ledger: id, call })),
  'ledger.changeOffice': channel<Office | null, LedgerFailure>()(
    z.strictObject({ ledger: id, call, change: officeChange }),
  ),
  /** Ends a call; it settles with `aborted`, or with what it came to. */
  'ledger.abort': channel<null>()(z.strictObject({ call })),
} as const;
