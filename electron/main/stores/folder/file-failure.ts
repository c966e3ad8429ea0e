import type { Abort, StoreFailure } from '#core/ledger/store';
import { StoreError } from '../store-error';
import { pause } from '../abort';

/** The system's name for what went wrong (`ENOENT`), or an empty text when it was not the system. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

const outOfReach = new Set([
  'ENOENT',
  'ENOTDIR',
  'ENODEV',
  'ENXIO',
  'EIO',
  'ESTALE',
  'ENOTCONN',
  'ETIMEDOUT',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'UNKNOWN',
]);
const noRoom = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const notAllowed = new Set(['EACCES', 'EPERM']);
/** A virus scanner or an indexer holds a file for a moment. */
const transient = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY', 'EAGAIN', 'EMFILE', 'ENFILE']);
/** Milliseconds between tries; together well below the second in which a call must settle. */
const retryPauses = [10, 30, 90, 270] as const;

/** Translates a failed file operation into what a person can do about it. */
export function storeFailureOf(error: unknown, doing: 'reading' | 'writing'): StoreFailure {
  if (error instanceof StoreError) return error.failure;
  const code = errorCode(error);
  if (outOfReach.has(code)) return { kind: 'offline', detail: `The folder cannot be reached (${code}).` };
  if (noRoom.has(code)) return { kind: 'full', detail: `There is no room left in the folder (${code}).` };
  if (code === 'EROFS') return { kind: 'read-only', detail: 'The folder can only be read.' };
  if (notAllowed.has(code)) {
    return doing === 'writing'
      ? { kind: 'read-only', detail: `The folder does not let this computer write (${code}).` }
      : { kind: 'forbidden', detail: `The folder does not let this computer read (${code}).` };
  }
  if (code === 'EBUSY' || code === 'EMFILE' || code === 'ENFILE' || code === 'EAGAIN' || code === 'ETXTBSY') {
    return { kind: 'offline', detail: `The folder is busy (${code}).` };
  }
  return { kind: 'defect', detail: error instanceof Error ? error.message : String(error) };
}

/** Does a file operation again while something else holds the file for a moment. `mayPass` tells codes that are answers here. */
export async function retryTransient<T>(
  signal: Abort,
  work: () => Promise<T>,
  mayPass: (code: string) => boolean = () => true,
): Promise<T> {
  for (const milliseconds of retryPauses) {
    try {
      return await work();
    } catch (error) {
      const code = errorCode(error);
      if (!transient.has(code) || !mayPass(code)) throw error;
      await pause(milliseconds, signal);
    }
  }
  return work();
}
