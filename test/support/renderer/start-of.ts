import { vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Start, StartState } from '../../../renderer/src/state/start-hooks';
import type { OpenAccount } from '../../../renderer/src/state/session-context';

const done = (): Promise<void> => Promise.resolve();

/** The way into an account that is open already; what is asked of it is noted, and nothing happens. */
export function startOf(account: OpenAccount): Start {
  const state = createStore<StartState>()(() => ({
    kind: 'open',
    account,
    store: null,
    problem: null,
    folderToShare: null,
  }));
  return {
    state,
    openSample: vi.fn(done),
    openKept: vi.fn(done),
    tryAgain: vi.fn(done),
    openFromJournal: vi.fn(done),
    chooseAnother: vi.fn(done),
    startAccount: vi.fn(done),
    joinFolder: vi.fn(done),
    cancelJoining: vi.fn(),
    takeProject: vi.fn(done),
    choosePerson: vi.fn(done),
    joinServer: vi.fn(() => Promise.resolve(null)),
    shareThroughServer: vi.fn(() => Promise.resolve(null)),
    signIn: vi.fn(() => Promise.resolve(null)),
    shareThroughFolder: vi.fn(done),
    shareFolderAs: vi.fn(done),
    stopSharing: vi.fn(done),
    lookAtInvitation: vi.fn(() => Promise.resolve({ place: null })),
    joinInvited: vi.fn(done),
    joinInvitedAt: vi.fn(() => Promise.resolve(null)),
    goOnAnew: vi.fn(done),
    lock: vi.fn(done),
    unlock: vi.fn(() => Promise.resolve(null)),
    lockAfter: vi.fn(() => Promise.resolve(null)),
    putAside: vi.fn(done),
    askToBeLetIn: vi.fn(done),
    lookWhetherLetIn: vi.fn(done),
    letInByInvitation: vi.fn(done),
    letInByWords: vi.fn(done),
    closeAccount: vi.fn(done),
  };
}
