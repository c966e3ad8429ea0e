import { rm } from 'node:fs/promises';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from '../../electron/main/ledger/journal';
import { LedgerCheckService } from '../../electron/main/ledger/ledger-check-service';
import { CheckedStore } from '../../electron/main/ledger/ledger-checked-store';
import { MemoryLedger, MemoryStore } from '../../electron/main/stores/memory';
import type { Abort, LedgerStore } from '#core/ledger/store';
import { FakeProcesses } from '../support/checking';
import { describeLedgerStore } from './ledger-store.contract';

interface Opened {
  readonly store: CheckedStore;
  readonly journal: Journal;
}

function notOffered(): never {
  throw new Error('The checked store carries no words');
}

/** Opens its journal on first use, because the contract opens stores without waiting. */
function lazily(
  open: () => Promise<Opened>,
  info: LedgerStore['info'],
  watch: NonNullable<LedgerStore['watch']>,
): LedgerStore {
  let opened: Promise<Opened> | null = null;
  const call = async <T>(work: (store: CheckedStore) => Promise<T>): Promise<T> =>
    work((await (opened ??= open())).store);
  return {
    info,
    check: (signal: Abort) => call((it) => it.check(signal)),
    head: (signal) => call((it) => it.head(signal)),
    read: (after, limit, signal) => call((it) => it.read(after, limit, signal)),
    append: (entries, expected, signal) => call((it) => it.append(entries, expected, signal)),
    putBlob: (name, bytes, signal) => call((it) => it.putBlob(name, bytes, signal)),
    getBlob: (name, signal) => call((it) => it.getBlob(name, signal)),
    dropBlob: (name, signal) => call((it) => it.dropBlob(name, signal)),
    presence: {
      say: (computer, word, signal) => call(({ presence }) => presence?.say(computer, word, signal) ?? notOffered()),
      all: (signal) => call(({ presence }) => presence?.all(signal) ?? notOffered()),
    },
    watch,
    close: async () => {
      const { store, journal } = await (opened ??= open());
      await store.close();
      await journal.close();
    },
  };
}

describeLedgerStore('checked memory', () => {
  const ledger = new MemoryLedger();
  const root = mkdtempSync(join(tmpdir(), 'trellis-checked-'));
  let computers = 0;
  return Promise.resolve({
    open: () => {
      const plain = new MemoryStore(ledger);
      const folder = join(root, `computer-${(computers += 1)}`);
      const open = async (): Promise<Opened> => {
        const journal = await Journal.open(folder);
        const check = new LedgerCheckService('ledger-a', journal, new FakeProcesses().spawn);
        return {
          store: new CheckedStore({
            store: plain,
            check,
            journal,
            device: 'laptop',
            now: () => '2026-05-01T10:00:00.000Z',
            onVoided: () => undefined,
            onHealed: () => undefined,
          }),
          journal,
        };
      };
      return lazily(open, plain.info, (onHint) => plain.watch(onHint));
    },
    remove: () => rm(root, { recursive: true, force: true }),
  });
});
