import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { OpenAccount } from './session-context';

/** An account that this computer knows. */
export interface KnownAccount {
  readonly ledger: string;
  readonly name: string;
}

/** Where the window is before and while an account is open. */
export type StartState =
  | { readonly kind: 'starting' }
  /** Nothing is open: show the first-start screen. `problem` says why the last try did not work. */
  | { readonly kind: 'choosing'; readonly accounts: readonly KnownAccount[]; readonly problem: StartProblem | null }
  | { readonly kind: 'opening'; readonly name: string }
  | { readonly kind: 'open'; readonly account: OpenAccount };

export interface StartProblem {
  readonly kind: 'folder-empty' | 'folder-holds-another' | 'folder-not-reachable' | 'not-readable' | 'defect';
  readonly detail: string;
}

/** What a person can do on the first-start screen. Each settles when the account is open or the state says why not. */
export interface StartActions {
  readonly openSample: () => Promise<void>;
  readonly startAccount: (given: { readonly name: string; readonly ownerName: string }) => Promise<void>;
  /** Asks for a folder that holds an account, and joins it. */
  readonly joinFolder: () => Promise<void>;
  readonly openAccount: (ledger: string) => Promise<void>;
  /** Asks for a folder and shares the open account through it. */
  readonly shareThroughFolder: () => Promise<void>;
  /** Back to the first-start screen. */
  readonly closeAccount: () => Promise<void>;
}

export interface Start extends StartActions {
  readonly state: StoreApi<StartState>;
}

/** The state before and while an account is open; `start` comes from the place where the window is put together. */
export function useStartState(start: Start): StartState {
  return useStore(start.state);
}
