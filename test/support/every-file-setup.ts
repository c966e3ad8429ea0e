import { afterEach, vi } from 'vitest';
import { patienceMs } from './patience';
import { removeTemporaryFolders } from './temporary-folder';

type WaitFor = typeof vi.waitFor;

/** Waits of less than this would fail on a busy machine for no other reason than that it is busy. */
function patient(waitFor: WaitFor): WaitFor {
  return (callback, options) => {
    const given = typeof options === 'number' ? { timeout: options } : (options ?? {});
    return waitFor(callback, { ...given, timeout: Math.max(given.timeout ?? 0, patienceMs) });
  };
}

vi.waitFor = patient(vi.waitFor);

afterEach(removeTemporaryFolders);
