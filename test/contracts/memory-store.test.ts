import { MemoryLedger, MemoryStore } from '../../electron/main/stores/memory';
import { describeLedgerStore } from './ledger-store.contract';

describeLedgerStore('memory', () => {
  const ledger = new MemoryLedger();
  return Promise.resolve({ open: () => new MemoryStore(ledger), remove: () => Promise.resolve() });
});
