import type { ChosenFolder } from '#core/ledger/folder-guess';
import { succeeded } from '#core/kernel/result';
import type { StoreResult } from '#core/ledger/store';
import { type FolderIdentity, readFolderIdentity } from '../kept/kept-identity';
import { storeFailureOf } from '../folder/file-failure';
import { makeRoom, openStore, type OpenedStore, presentAddress } from '../registry';
import { answering } from '../store-error';
import type { StoreExpectation } from '../store-kind';
import { lookAtFolder } from './store-host';

/** Opens places, and looks at folders before they are opened. */
export interface StoreOpener {
  open(address: string, expectation: StoreExpectation): StoreResult<OpenedStore>;
  /** The address under which a folder is to be opened, by what it says of itself; the one given where it does not answer. */
  present(address: string): Promise<string>;
  /** Makes room for a new ledger at an address where there may be nothing yet, not even the folder. */
  makeRoom(address: string): Promise<StoreResult<null>>;
  guess(folder: string): Promise<StoreResult<ChosenFolder>>;
  /** Identity of a folder, as it says itself; `null` where it does not answer. */
  identity(folder: string): Promise<FolderIdentity | null>;
  close(): Promise<void>;
}

/** Opens every place in this very process: where nothing else waits for it. */
export const openHere: StoreOpener = {
  open: openStore,
  present: presentAddress,
  identity: (folder) => readFolderIdentity(folder).catch(() => null),
  makeRoom: (address) =>
    answering(
      () => makeRoom(address).then(() => null),
      (error) => storeFailureOf(error, 'writing'),
    ),
  guess: async (folder) => succeeded(await lookAtFolder(folder)),
  close: () => Promise.resolve(),
};
