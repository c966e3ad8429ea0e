import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { StoreProcess } from '../../electron/main/stores/apart/store-process';
import { spawnStoreProgram } from '../../electron/main/stores/apart/store-process-node';
import type { StoreExpectation } from '../../electron/main/stores/store-kind';
import { bundleProgram } from '../support/bundled-program';
import { describeLedgerStore } from './ledger-store.contract';
import type { StorePlace } from './store-place';
import { describeStoreBeginning } from './store-beginning.contract';

const program = await bundleProgram(join(import.meta.dirname, '../../electron/main/stores/apart/store-program.ts'));
const stores = new StoreProcess(spawnStoreProgram(program));

afterAll(async () => {
  await stores.close();
  await rm(dirname(program), { recursive: true, force: true });
});

async function place(
  kind: 'folder' | 'kept',
  here: (profile: string) => StoreExpectation['here'],
): Promise<StorePlace> {
  const root = await mkdtemp(join(tmpdir(), `trellis-apart-${kind}-`));
  const profile = await mkdtemp(join(tmpdir(), 'trellis-apart-profile-'));
  return {
    open: () => {
      const opened = stores.open(`${kind}:${root}`, { ledger: null, mayBeEmpty: true, here: here(profile) ?? null });
      if (!opened.ok) throw new Error(opened.failure.kind);
      return opened.value.store;
    },
    remove: async () => {
      await rm(root, { recursive: true, force: true, maxRetries: 5 });
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

describeLedgerStore('folder in a process of its own', () => place('folder', () => null));
describeStoreBeginning('folder in a process of its own', () => place('folder', () => null));
describeLedgerStore('kept folder in a process of its own', () =>
  place('kept', (profile) => ({
    computer: 'anna-1',
    name: 'Anna',
    record: join(profile, 'kept'),
    now: () => new Date().toISOString(),
    judge: null,
  })),
);
