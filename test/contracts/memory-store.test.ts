import { MemoryLedger, MemoryStore } from '../../electron/main/stores/memory';
import { describeLedgerStore } from './ledger-store.contract';
import type { StorePlace } from './store-place';
import { describeStoreBeginning } from './store-beginning.contract';

function memoryPlace(): Promise<StorePlace> {
  const ledger = new MemoryLedger();
  return Promise.resolve({ open: () => new MemoryStore(ledger), remove: () => Promise.resolve() });
}

describeLedgerStore('memory', memoryPlace);
describeStoreBeginning('memory', memoryPlace);
