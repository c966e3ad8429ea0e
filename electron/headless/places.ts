import type { StoreResult } from '#core/ledger/store';
import { neverAborted } from '../main/stores/abort';
import { openHere, type StoreOpener } from '../main/stores/apart/store-opener';
import { StoreProcess } from '../main/stores/apart/store-process';
import { spawnStoreProgram } from '../main/stores/apart/store-process-node';
import type { TakingPart } from '../main/stores/kept/kept-place';
import type { FolderIdentity } from '../main/stores/kept/kept-identity';
import { folderOf, type OpenedStore, presentAddress as presentHere } from '../main/stores/registry';
import { serverFolderIdentity } from '../main/stores/server-kinds';
import type { StoreExpectation } from '../main/stores/store-kind';
import { programBeside } from './program-beside';

/** Milliseconds after which a place that does not answer is out of reach. */
const patienceMs = 30_000;

let opener: StoreOpener | null = null;

/** Folders are reached in a process of their own, where its program lies beside this one. */
function places(): StoreOpener {
  const program = programBeside('store-program');
  opener ??= program === null ? openHere : new StoreProcess(spawnStoreProgram(program), patienceMs);
  return opener;
}

/** Opens the store that an address names. Touches nothing yet. */
export function openStore(address: string, expectation: StoreExpectation): StoreResult<OpenedStore> {
  return places().open(address, expectation);
}

/** Opens a store for a new ledger at an address where there may be nothing yet, not even the folder. */
export async function openNewStore(address: string, here: TakingPart | null = null): Promise<StoreResult<OpenedStore>> {
  const opened = openStore(address, { ledger: null, mayBeEmpty: true, here });
  if (!opened.ok) return opened;
  const made = await places().makeRoom(address);
  return made.ok ? opened : made;
}

/** The address under which a folder is to be opened, by what it says of itself. */
export function presentAddress(address: string): Promise<string> {
  return folderOf(address) === null ? presentHere(address) : places().present(address);
}

/** Identity of a folder on a disk or on a WebDAV server, as it says itself; `null` where it does not answer, and for any other place. */
export async function identityAt(address: string): Promise<FolderIdentity | null> {
  const folder = folderOf(address);
  if (folder !== null) return places().identity(folder);
  const said = await serverFolderIdentity(address, neverAborted);
  return said?.ok === true ? said.value : null;
}

/** Ends what reaches into folders, however long a share hangs. */
export async function closePlaces(): Promise<void> {
  await opener?.close();
  opener = null;
}
