import type { Abort, StoreFailure, Unsubscribe } from '#core/ledger/store';

/** A file as it was carried here. */
export interface CarriedFile {
  readonly bytes: Uint8Array;
  /** Its look from outside: who saw it look so need not read it again. `null` where looks do not tell. */
  readonly look: string | null;
}

/** Larger than anything that is written to a kept place, in bytes. */
export const largestKeptFile = 64 * 1024 * 1024;

/**
 * Carries the files of a kept place, and knows nothing of what they say. They lie at `<computer>/<kind>/<name>`; what the place says of itself
 * lies at the top.
 */
export interface KeptCarrier {
  /** Tells one place from another. */
  readonly key: string;
  /** Name of the place for people. */
  readonly label: string;
  /** How many folders or files are asked for at once. */
  readonly atOnce: number;
  /** Milliseconds between two looks at whether something has come. */
  readonly pollMilliseconds: number;
  /** Fails where the place is not there, or must not be read. */
  requireThere(signal: Abort): Promise<void>;
  isWritable(signal: Abort): Promise<boolean>;
  /** Names of the folders at the top. */
  folders(signal: Abort): Promise<readonly string[]>;
  /** Names in a folder, `null` where there is none. */
  names(folder: string, signal: Abort): Promise<readonly string[] | null>;
  /** A file; `null` where it has gone, is no regular file, is larger than anything of ours, or looks as it did when it was `seen`. */
  read(path: string, seen: string | null, signal: Abort): Promise<CarriedFile | null>;
  /** Lays a file down under its name, in the place of one that has the name; for good when it settles. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Removes what is only in the way; what cannot be removed now is removed some other day. */
  remove(path: string): Promise<void>;
  /** Exchanges a file at the top as a whole, for whoever looks at it meanwhile. Left out, the place stays what it says it is. */
  exchange?(name: string, bytes: Uint8Array, signal: Abort): Promise<void>;
  /** Hints at once when something comes into a folder, where the system tells; `null` where it does not. */
  listen?(folder: string, onHint: () => void, onEnd: () => void): Unsubscribe | null;
  /** The failure that an error of one of these stands for. */
  failureOf(error: unknown, doing: 'reading' | 'writing'): StoreFailure;
  close?(): void;
}
