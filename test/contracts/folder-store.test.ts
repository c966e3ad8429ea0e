import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderStore, type FolderOptions } from '../../electron/main/stores/folder/folder';
import { describeLedgerStore } from './ledger-store.contract';
import type { StorePlace } from './store-place';
import { describeStoreBeginning } from './store-beginning.contract';

async function folderPlace(options: Partial<FolderOptions>): Promise<StorePlace> {
  const root = await mkdtemp(join(tmpdir(), 'trellis-folder-'));
  return {
    open: () =>
      new FolderStore(root, { ledger: null, mayBeEmpty: true, patience: 200, pollMilliseconds: 50, ...options }),
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}

describeLedgerStore('folder', () => folderPlace({ publish: 'link' }));
describeLedgerStore('folder without hard links', () => folderPlace({ publish: 'exclusive' }));
describeLedgerStore('folder that packs all the time', () => folderPlace({ pack: { from: 4, keep: 1, bytes: 2_000 } }));
describeStoreBeginning('folder', () => folderPlace({ publish: 'link' }));
describeStoreBeginning('folder without hard links', () => folderPlace({ publish: 'exclusive' }));
describeStoreBeginning('folder that packs all the time', () =>
  folderPlace({ pack: { from: 4, keep: 1, bytes: 2_000 } }),
);
