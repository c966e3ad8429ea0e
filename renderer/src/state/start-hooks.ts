import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { KeptAccount, LockState } from '#core/ipc/ledger-channels';
import type { FolderGuess, FolderWay } from '#core/ledger/folder-guess';
import type { AccountThere } from '#core/ledger/store';
import type { AskingComputer } from '#core/ipc/trust-channels';
import type { TrustProblem } from './trust-problem';
import type { ServerLogin, ServerProblem } from './server-problem';
import type { TakenAs } from './project-hooks';
import type { OpenAccount } from './session-context';

/** Count of the acts of a joined account that have been read; `of` is `null` while a checkpoint is looked for. */
export interface JoiningProgress {
  readonly done: number;
  readonly of: number | null;
}

/** State of the window before and while an account is open. */
export type StartState =
  | { readonly kind: 'starting' }
  /** Nothing is open: show the first-start screen. `problem` says why the last try did not work. */
  | {
      readonly kind: 'choosing';
      readonly problem: StartProblem | null;
      /** The accounts that are kept on this computer. */
      readonly accounts?: readonly KeptAccount[];
    }
  /** `joining`: an account that was joined is being read for the first time. */
  | { readonly kind: 'opening'; readonly joining?: JoiningProgress }
  /** An account that is kept here could not be opened. It stays the one that is opened next; nothing was changed. */
  | {
      readonly kind: 'unopened';
      /** `null` where it could not even be found out which account was open last. */
      readonly ledger: string | null;
      readonly problem: StartProblem;
      /** Everything that is kept on this computer, this account among it. */
      readonly accounts: readonly KeptAccount[];
    }
  /** An account was joined, and it is not known yet which of its people is at this computer. */
  | { readonly kind: 'whoAreYou'; readonly people: readonly PersonToBe[] }
  /** A protected account was joined, or this computer was shut out of it: nobody has let it in. */
  | {
      readonly kind: 'notLetIn';
      /** What this computer asks with; `null` where its keys cannot be used. */
      readonly asking: AskingComputer | null;
      readonly problem: TrustProblem | null;
      readonly isTrying: boolean;
      /** Whether this computer holds the account, so that a new one can go on from it. */
      readonly canGoOn?: boolean;
    }
  /** The account that is kept here waits for the passphrase of this computer. */
  | { readonly kind: 'locked' }
  | {
      readonly kind: 'open';
      readonly account: OpenAccount;
      readonly store: SharedPlace | null;
      readonly problem: StartProblem | null;
      /** Asked about before it is shared through. */
      readonly folderToShare: FolderToShare | null;
      /** How it locks on this computer; left out where it does not. While it is locked nothing of it is drawn. */
      readonly lock?: LockState | undefined;
    };

/** A folder that was chosen for sharing and in which there is nothing yet: how the others get at it is still to be said. */
export interface FolderToShare {
  readonly place: string;
  /** Its name, for people to read. */
  readonly label: string;
  readonly guess: FolderGuess;
}

export type { KeptAccount, LockState };

export interface PersonToBe {
  readonly id: string;
  readonly name: string;
  readonly roleId: string;
}

/** Place in which the account is shared, for people to read. */
export interface SharedPlace {
  readonly kind: string;
  readonly label: string;
}

/**
 * `nothing-there`: the folder holds no account. `holds-another`: it holds another account than this one.
 * `not-reachable`: the folder cannot be read or written. `not-readable`: what is kept here, or there, cannot be replayed.
 * `not-for-protected`: a protected account cannot be shared through a folder that programs copy.
 * `opened-anew`: the window had ended by itself and was opened again, with nothing lost. `no-room`: the disk takes nothing more.
 * `no-tables`: the tables of this account cannot be opened on this computer. `without-tables`: it is open without them.
 * `tables-made-anew`: they were damaged, or of a newer version, and came from the journal again. `defect`: our fault.
 */
export interface StartProblem {
  readonly kind:
    | 'opened-anew'
    | 'not-for-protected'
    | 'nothing-there'
    | 'holds-another'
    | 'not-reachable'
    | 'not-readable'
    | 'no-room'
    | 'no-tables'
    | 'without-tables'
    | 'tables-made-anew'
    | 'defect';
  readonly detail: string;
  /** The other account, where it could be looked at. */
  readonly there?: AccountThere;
}

/** Acts of a person on the first-start screen and around it. Each settles when the state has become what it leads to. */
export interface StartActions {
  readonly openSample: () => Promise<void>;
  /** Opens an account that is kept on this computer. */
  readonly openKept: (ledger: string) => Promise<void>;
  /** Tries once more to open the account that could not be opened. */
  readonly tryAgain: () => Promise<void>;
  /** Opens it without tables, from the journal alone. */
  readonly openFromJournal: () => Promise<void>;
  /** From an account that could not be opened to the first-start screen. It stays the one that is opened next. */
  readonly chooseAnother: () => Promise<void>;
  readonly startAccount: (given: { readonly name: string; readonly ownerName: string }) => Promise<void>;
  /** Asks for a folder that holds an account, and joins it. */
  readonly joinFolder: () => Promise<void>;
  /** Gives up reading the account that is being joined; nothing is left of it. */
  readonly cancelJoining: () => void;
  /** Joins the account on a server. Answers what stands in the way. */
  readonly joinServer: (login: ServerLogin) => Promise<ServerProblem | null>;
  /** Answers `whoAreYou`. */
  readonly choosePerson: (userId: string) => Promise<void>;
  /** Asks for a folder and shares the open account through it, and first how others get at it where that is not said. */
  readonly shareThroughFolder: (way?: FolderWay) => Promise<void>;
  /** Answers `folderToShare`; `null` shares nothing. */
  readonly shareFolderAs: (way: FolderWay | null) => Promise<void>;
  /** Shares the open account through a server. Answers what stands in the way. */
  readonly shareThroughServer: (login: ServerLogin) => Promise<ServerProblem | null>;
  /** Gives the password of the open account's server anew, and synchronises. */
  readonly signIn: (password: string) => Promise<ServerProblem | null>;
  /** The open account stays on this computer only from now on. */
  readonly stopSharing: () => Promise<void>;
  /** Looks at an invitation; what stands in the way, or where it says that the account lies. */
  readonly lookAtInvitation: (text: string) => Promise<TrustProblem | { readonly place: string | null }>;
  /** Asks for the folder of the account that an invitation is for, and joins it. */
  readonly joinInvited: (text: string) => Promise<void>;
  /** The same for an account on a server. */
  readonly joinInvitedAt: (text: string, login: ServerLogin) => Promise<ServerProblem | null>;
  /** Leads from the open account to where this computer can be let in again. */
  readonly askToBeLetIn: () => Promise<void>;
  /** Looks whether somebody has let this computer in. */
  readonly lookWhetherLetIn: () => Promise<void>;
  /** Lets this computer in by an invitation. */
  readonly letInByInvitation: (text: string) => Promise<void>;
  /** Lets this computer in by the printed words. */
  readonly letInByWords: (words: string) => Promise<void>;
  /** Goes on in a new account from what this computer holds of the one that nobody lets it into. */
  readonly goOnAnew: () => Promise<void>;
  /** Locks the open account now, where a passphrase was chosen for it. */
  readonly lock: () => Promise<void>;
  /** Opens what is locked. Answers what stands in the way. */
  readonly unlock: (passphrase: string) => Promise<TrustProblem | null>;
  /** Locks the open account after minutes in which nobody did anything; `null` never again. */
  readonly lockAfter: (passphrase: string, minutes: number | null) => Promise<TrustProblem | null>;
  /** Puts what this computer has of a locked account aside, to join it anew. */
  readonly putAside: () => Promise<void>;
  /** Opens what was looked at in a project file, in place of what is open. */
  readonly takeProject: (project: { readonly id: string; readonly ledger: string }, as: TakenAs) => Promise<void>;
  /** Back to the first-start screen; what is kept of the account stays on the disk. */
  readonly closeAccount: () => Promise<void>;
}

export interface Start extends StartActions {
  readonly state: StoreApi<StartState>;
}

/** The state before and while an account is open; `start` is made where the window is put together. */
export function useStartState(start: Start): StartState {
  return useStore(start.state);
}
