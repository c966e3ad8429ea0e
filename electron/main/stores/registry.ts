import { basename, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFolder } from '../files/make-folder';
import { failed, succeeded } from '#core/kernel/result';
import type { LedgerStore, StoreInfo, StoreResult } from '#core/ledger/store';
import type { FolderWay } from '#core/ledger/folder-guess';
import { FolderStore } from './folder/folder';
import { FolderCarrier } from './kept/folder-carrier';
import { type FolderIdentity, readFolderIdentity } from './kept/kept-identity';
import { KeptStore } from './kept/kept-store';
import { MemoryLedger, MemoryStore } from './memory';
import type { StoreExpectation, StoreKind } from './store-kind';
import { keptWebDavKind, postgresKind, serverFolderAs, serverFolderIdentity, webDavKind } from './server-kinds';

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

/** The path behind an address of a scheme that is followed by one. */
function pathAfter(scheme: string, address: string): string | null {
  if (!address.startsWith(scheme) || keptWebDavKind.recognise(address) !== null) return null;
  const path = decodeURIComponent(address.slice(scheme.length));
  return path.trim() === '' ? null : resolve(path);
}

function addressOfPath(scheme: string, path: string): string {
  return `${scheme}${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}`;
}

function folderPath(address: string): string | null {
  if (address.startsWith('folder:')) return pathAfter('folder:', address);
  if (address.startsWith('file:')) return fileURLToPath(address);
  // `C:\ledger` is a path, although it starts like an address.
  const isPath = isAbsolute(address) || /^\.{1,2}[\\/]/.test(address) || !/^[a-z][a-z0-9+.-]+:/i.test(address);
  return isPath && address.trim() !== '' ? resolve(address) : null;
}

const folderKind: StoreKind = {
  kind: 'folder',
  recognise: (address) => {
    const path = folderPath(address);
    return path === null ? null : addressOfPath('folder:', path);
  },
  open: (url, expectation) => new FolderStore(folderPath(url) ?? '', expectation),
  makeRoom: async (url) => {
    await makeFolder(folderPath(url) ?? '');
  },
};

const keptKind: StoreKind = {
  kind: 'kept',
  recognise: (address) => {
    const path = pathAfter('kept:', address);
    return path === null ? null : addressOfPath('kept:', path);
  },
  open: (url, { ledger, mayBeEmpty, here, isTurning = false }) =>
    new KeptStore(new FolderCarrier(pathAfter('kept:', url) ?? ''), {
      ledger,
      mayBeEmpty,
      here: here ?? null,
      isTurning,
    }),
  makeRoom: async (url) => {
    await makeFolder(pathAfter('kept:', url) ?? '');
  },
};

/** The same folder as a place of the other way of putting acts in order; `null` for what is no folder. */
export function addressAs(way: FolderWay, address: string): string | null {
  const path = pathAfter('kept:', address) ?? folderPath(address);
  return path === null ? null : addressOfPath(way === 'kept' ? 'kept:' : 'folder:', path);
}

/** The folder behind an address; `null` for what is no folder. */
export function folderOf(address: string): string | null {
  return pathAfter('kept:', address) ?? folderPath(address);
}

/** Description of the store of a folder, without touching the folder. */
export function folderInfo(url: string): StoreInfo {
  const isKept = url.startsWith('kept:');
  const label = basename(folderOf(url) ?? url);
  return { kind: isKept ? 'kept' : 'folder', label, watch: true, exclusive: !isKept };
}

/** Milliseconds after which a folder that does not answer is left to its store. */
const identityPatience = 2_000;
/** The same for a server, which may be far away. */
const serverPatience = 10_000;

function wayOf({ kind }: FolderIdentity): FolderWay | null {
  return kind === 'kept' || kind === 'exclusive' ? kind : null;
}

/**
 * The address under which a folder, on a disk or on a WebDAV server, is to be opened: what it says of itself counts, because it may have been
 * changed from one way to the other since the address was noted. Anything else stays as it is.
 */
export async function presentAddress(address: string): Promise<string> {
  const folder = folderOf(address);
  if (folder === null) {
    const said = await serverFolderIdentity(address, AbortSignal.timeout(serverPatience));
    const way = said?.ok === true ? wayOf(said.value) : null;
    return (way === null ? null : serverFolderAs(way, address)) ?? address;
  }
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, identityPatience, null);
  });
  // A share that hangs holds nobody up: its store says so when it is asked.
  const identity = await Promise.race([readFolderIdentity(folder).catch(() => null), tooLate]);
  clearTimeout(timer);
  const way = identity === null ? null : wayOf(identity);
  return (way === null ? null : addressAs(way, address)) ?? address;
}

/** In the order in which an address is offered to them. */
const storeKinds: readonly StoreKind[] = [memoryKind, postgresKind, webDavKind, keptWebDavKind, keptKind, folderKind];

export interface OpenedStore {
  readonly store: LedgerStore;
  readonly url: string;
}

/** Makes room for a new ledger at an address where there may be nothing yet, not even the folder. */
export async function makeRoom(address: string): Promise<void> {
  await storeKinds.find((kind) => kind.recognise(address) !== null)?.makeRoom(address);
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
 * Opens the store that an address names: `memory:NAME`, `folder:PATH`, `kept:PATH`, a `file:` address, a plain path, `postgres://…`,
 * `webdav+https://…` or `kept:webdav+https://…`. Touches nothing yet.
 */
export function openStore(address: string, expectation: StoreExpectation): StoreResult<OpenedStore> {
  for (const kind of storeKinds) {
    const url = kind.recognise(address);
    if (url !== null) return succeeded({ url, store: kind.open(address, expectation) });
  }
  return failed({ kind: 'defect', detail: `“${address}” is not an address of a store that this version knows.` });
}
