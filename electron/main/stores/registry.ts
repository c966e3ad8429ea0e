import { mkdirSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failed, succeeded } from '#core/kernel/result';
import type { LedgerStore, StoreResult } from '#core/ledger/store';
import { FolderStore } from './folder/folder';
import { MemoryLedger, MemoryStore } from './memory';

export interface StoreExpectation {
  /** The ledger that must be there; `null` accepts any. */
  readonly ledger: string | null;
  /** True when there may be nothing yet. */
  readonly mayBeEmpty: boolean;
}

/** One kind of place where a ledger can live. What it can do beyond the port is said by its store's `info`. */
export interface StoreKind {
  readonly kind: string;
  /** The address in its one written form, or `null` when it is not an address of this kind. */
  readonly recognise: (address: string) => string | null;
  readonly open: (url: string, expectation: StoreExpectation) => LedgerStore;
  /** Makes room for a new ledger where an address points to nothing yet; what is there already stays. */
  readonly makeRoom: (url: string) => void;
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
const storeKinds: readonly StoreKind[] = [memoryKind, folderKind];

export interface OpenedStore {
  readonly store: LedgerStore;
  readonly url: string;
}

/** Opens a store for a new ledger at an address where there may be nothing yet, not even the folder. */
export function openNewStore(address: string): StoreResult<OpenedStore> {
  const opened = openStore(address, { ledger: null, mayBeEmpty: true });
  if (opened.ok) storeKinds.find((kind) => kind.kind === opened.value.store.info.kind)?.makeRoom(opened.value.url);
  return opened;
}

/** Opens the store that an address names: `memory:NAME`, `folder:PATH`, a `file:` address or a plain path. Touches nothing yet. */
export function openStore(address: string, expectation: StoreExpectation): StoreResult<OpenedStore> {
  for (const kind of storeKinds) {
    const url = kind.recognise(address);
    if (url !== null) return succeeded({ url, store: kind.open(url, expectation) });
  }
  return failed({ kind: 'defect', detail: `“${address}” is not an address of a store that this version knows.` });
}
