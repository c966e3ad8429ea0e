import { mkdirSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failed, succeeded } from '#core/kernel/result';
import type { LedgerStore, StoreResult } from '#core/ledger/store';
import { FolderStore } from './folder/folder';
import { MemoryLedger, MemoryStore } from './memory';
import { postgresKind, webDavKind } from './server-kinds';

export interface StoreExpectation {
  /** The ledger that must be there; `null` accepts any. */
  readonly ledger: string | null;
  /** True when there may be nothing yet. */
  readonly mayBeEmpty: boolean;
  /** For a server, where the address does not say it. Without one, the environment may (`TRELLIS_PASSWORD`). */
  readonly password?: string | null;
}

/** One kind of place where a ledger can live. What it can do beyond the port is said by its store's `info`. */
export interface StoreKind {
  readonly kind: string;
  /** The address in its one written form, or `null` when it is not an address of this kind. */
  readonly recognise: (address: string) => string | null;
  /** Takes the address as it was given: the written form leaves out a password. */
  readonly open: (address: string, expectation: StoreExpectation) => LedgerStore;
  /** Makes room for a new ledger where an address points to nothing yet; what is there already stays. */
  readonly makeRoom: (address: string) => void | Promise<void>;
}

const memoryLedgers = new Map<string, MemoryLedger>();

const memoryKind: StoreKind = {
  kind: 'memory',
  recognise: (address) => (/^memory:[\w-]*$/.test(address) ? address : null),
  open: (url) => {
    const ledger = memoryLedgers.get(url) ?? new MemoryLedger();
    memoryLedgers.set(url, ledger);
    return new MemoryStore(ledger);
  },
  makeRoom: () => undefined,
};

function folderPath(address: string): string | null {
  if (address.startsWith('folder:')) return resolve(decodeURIComponent(address.slice('folder:'.length)));
  if (address.startsWith('file:')) return fileURLToPath(address);
  // `C:\ledger` is a path, although it starts like an address.
  const isPath = isAbsolute(address) || /^\.{1,2}[\\/]/.test(address) || !/^[a-z][a-z0-9+.-]+:/i.test(address);
  return isPath && address.trim() !== '' ? resolve(address) : null;
}

const folderKind: StoreKind = {
  kind: 'folder',
  recognise: (address) => {
    const path = folderPath(address);
    return path === null ? null : `folder:${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}`;
  },
  open: (url, expectation) => new FolderStore(folderPath(url) ?? '', expectation),
  makeRoom: (url) => {
    mkdirSync(folderPath(url) ?? '', { recursive: true });
  },
};

/** In the order in which an address is offered to them. */
const storeKinds: readonly StoreKind[] = [memoryKind, postgresKind, webDavKind, folderKind];

export interface OpenedStore {
  readonly store: LedgerStore;
  readonly url: string;
}

/** Opens a store for a new ledger at an address where there may be nothing yet, not even the folder. */
export async function openNewStore(address: string): Promise<StoreResult<OpenedStore>> {
  const opened = openStore(address, { ledger: null, mayBeEmpty: true });
  if (opened.ok) await storeKinds.find((kind) => kind.recognise(address) !== null)?.makeRoom(address);
  return opened;
}

/** The address in its one written form, without a password; `null` where it names no store that this version knows. */
export function writtenAddress(address: string): string | null {
  for (const kind of storeKinds) {
    const url = kind.recognise(address);
    if (url !== null) return url;
  }
  return null;
}

/**
 * Opens the store that an address names: `memory:NAME`, `folder:PATH`, a `file:` address, a plain path, `postgres://…` or
 * `webdav+https://…`. Touches nothing yet.
 */
export function openStore(address: string, expectation: StoreExpectation): StoreResult<OpenedStore> {
  for (const kind of storeKinds) {
    const url = kind.recognise(address);
    if (url !== null) return succeeded({ url, store: kind.open(address, expectation) });
  }
  return failed({ kind: 'defect', detail: `“${address}” is not an address of a store that this version knows.` });
}
