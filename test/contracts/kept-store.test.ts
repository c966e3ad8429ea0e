import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderCarrier } from '../../electron/main/stores/kept/folder-carrier';
import { KeptStore } from '../../electron/main/stores/kept/kept-store';
import { describeLedgerStore, type StorePlace } from './ledger-store.contract';

/** The stores of one computer: whoever keeps the order appends as to any other place. */
async function keptPlace(): Promise<StorePlace> {
  const root = await mkdtemp(join(tmpdir(), 'trellis-kept-'));
  const profile = await mkdtemp(join(tmpdir(), 'trellis-kept-profile-'));
  const here = {
    computer: 'anna-1',
    name: 'Anna',
    record: join(profile, 'kept'),
    now: () => new Date().toISOString(),
    judge: null,
  };
  return {
    open: () => new KeptStore(new FolderCarrier(root), { ledger: null, mayBeEmpty: true, here, pollMilliseconds: 50 }),
    remove: async () => {
      await rm(root, { recursive: true, force: true, maxRetries: 5 });
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

describeLedgerStore('kept', keptPlace);
