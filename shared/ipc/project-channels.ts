import { z } from 'zod';
import type { TableDifference } from '../ledger/differences';
import type { GroupKind } from '../model/rows';
import { channel } from './channel';
import type { LedgerFailure, LocalLedger } from './ledger-channels';

/** Bytes of the largest project file that is read. */
export const largestProject = 256 * 1024 * 1024;
/** Letters of the shortest passphrase that a file is locked with. */
export const shortestPassphrase = 8;

/**
 * Reason why the bytes of a file are not opened. `DAMAGED` and `NOT_ALLOWED` name the part: its bytes are not those that were packed, or
 * it is nothing that belongs into a project file (another name, a link, the same name twice, a size that is not true).
 */
export type ProjectFileFailure =
  | { readonly code: 'NOT_A_PROJECT_FILE' }
  | { readonly code: 'TOO_LARGE'; readonly most: number }
  | { readonly code: 'DAMAGED' | 'NOT_ALLOWED'; readonly place: string };

/** The same, and: `CANCELLED`: its reading was given up, or ended before it was done; `UNREADABLE`: the file itself cannot be read. */
export type ProjectFailure =
  ProjectFileFailure | { readonly code: 'CANCELLED' | 'UNREADABLE' | 'PASSPHRASE_NEEDED' | 'WRONG_PASSPHRASE' };

/** Outline of a file, to look at: its groups in order, each with its own people and devices. */
export interface ProjectOutline {
  readonly groups: number;
  readonly people: number;
  /** `null` where the file does not say. */
  readonly numbers: number | null;
  readonly devices: number;
  readonly lines: readonly {
    readonly depth: number;
    readonly kind: GroupKind;
    readonly name: string;
    readonly people: number;
    readonly devices: number;
  }[];
}

/** An act in a file, as it is stored, with the number of acts up to it. */
export interface ProjectStep {
  readonly count: number;
  readonly at: string;
  readonly by: string;
  readonly do: string;
  readonly args: unknown;
}

/** Account in a file beside what is kept here. `absent`: not at all; `kept`: so many commits and waiting acts would come to it; `parted`: it holds other commits in their place, so nothing can be brought together. */
export type ProjectHere =
  | { readonly kind: 'absent' | 'parted' }
  | { readonly kind: 'kept'; readonly commits: number; readonly waiting: number };

/** Contents of a project file, and what opening it would do here. */
export interface ProjectContents {
  readonly ledger: string;
  readonly name: string;
  /** `view`: what can be read of one group; it cannot be opened as an account. */
  readonly kind: 'account' | 'view';
  /** Made by a newer version: it can only be looked at. */
  readonly isNewer: boolean;
  /** It was locked with a passphrase. */
  readonly isSealed: boolean;
  /** Its account is protected: its acts are signed. */
  readonly isProtected: boolean;
  /** Its history was made shorter: what made the account is not in it, so that it cannot be copied (G12). */
  readonly isShortened: boolean;
  /** Commits, and acts that wait for their place. */
  readonly commits: number;
  readonly waiting: number;
  /** Those of them that the rules refuse, which have no effect anywhere. */
  readonly void: number;
  /** When the last act in it was done, ISO 8601 in UTC. */
  readonly last: string | null;
  /** The last acts in the file, the newest first; only where it is looked at to restore it. */
  readonly steps: readonly ProjectStep[];
  /** `null` of a file of a newer version. */
  readonly outline: ProjectOutline | null;
  readonly here: ProjectHere;
  /** What would be different here afterwards; `null` where nothing is kept here or nothing would come. */
  readonly changes: readonly TableDifference[] | null;
}

/**
 * `protected`: the account is protected, and the file would hold it for everybody to read. `forbidden`: its reader may not read the group.
 * `not-ready`: it could not be read just now.
 */
export type ProjectSaveFailure =
  | { readonly kind: 'full' | 'unwritable'; readonly detail: string }
  | { readonly kind: 'unknown-ledger' | 'protected' | 'forbidden' | 'not-ready' };

const id = z.string().min(1).max(100);
const ledgerId = z.string().min(1).max(200);
const passphrase = z.string().min(1).max(1_000).nullable();

/** Accounts as files to carry: `project.*`. */
export const projectChannels = {
  /** Saves an account, or what can be read of one group, at a place that the person chooses; `null` where they cancelled. */
  'project.save': channel<{ readonly bytes: number } | null, ProjectSaveFailure>()(
    z.strictObject({
      ledger: ledgerId,
      name: z.string().max(500),
      groupId: ledgerId.nullable(),
      by: ledgerId,
      timeZone: z.string().max(100),
      passphrase: z.string().min(shortestPassphrase).max(1_000).nullable(),
    }),
  ),
  /** Reads a project file in a process of its own; nothing changes. */
  'project.look': channel<ProjectContents, { readonly kind: 'unreadable'; readonly failure: ProjectFailure }>()(
    z.strictObject({
      id,
      bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= largestProject, 'too large'),
      passphrase,
      /**
       * Looks at it to restore what was: up to an act, counted from the beginning, and with the differences to what is here now. `null` for
       * bringing it together with what is here.
       */
      restore: z.strictObject({ upTo: z.int().min(1).nullable() }).nullable(),
    }),
  ),
  /**
   * Opens what was looked at in place of whatever is open: brought to what is kept of its account, or as a new account with the same acts.
   * `by` is the person at this computer, where it is known and nothing is kept here that knows it.
   */
  'project.take': channel<LocalLedger, LedgerFailure>()(
    z.strictObject({ id, as: z.enum(['itself', 'copy']), by: ledgerId.nullable() }),
  ),
  /** Begins a new account from what is kept here of one whose keys are lost. */
  'project.goOn': channel<LocalLedger, LedgerFailure>()(z.strictObject({ ledger: ledgerId })),
  /** Forgets what was looked at, also in the middle. */
  'project.close': channel<null>()(z.strictObject({ id })),
  /**
   * The file with which the application was started or called again, once; `bytes` are `null` where it cannot be read. A file of
   * licenses waits until an account is open that can take it in.
   */
  'project.given': channel<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> | null } | null>()(
    z.strictObject({ kind: z.enum(['project', 'grant']) }),
  ),
} as const;
