import { failed, succeeded } from '#core/kernel/result';
import type { KeyRegister } from '#core/intents/key-intents';
import type { Replica } from '#core/ledger/replica';
import type { Received } from '#core/ledger/steps';
import type { AppendSignature, LedgerStore, StoreReport, StoreResult } from '#core/ledger/store';
import { CheckpointShelf } from '../main/ledger/checkpoint-shelf';
import { openStore, presentAddress } from './places';
import { readInto } from '../main/trust/read-into';
import { keysFromEnvironment, openPlace } from './protected-place';

export interface LedgerReading {
  readonly replica: Replica;
  readonly voided: Received['voided'];
  readonly report: StoreReport;
  readonly register: KeyRegister;
  /** Who appended, in order, where the place tells. */
  readonly appends: readonly AppendSignature[];
}

const page = { entries: 2000, bytes: 16 * 1024 * 1024 };

/**
 * Replays the ledger at an address, chain and rules checked: from its first commit, or from the newest checkpoint that two
 * computers agree on. Changes nothing there.
 */
export async function readLedger(
  address: string,
  from: 'beginning' | 'checkpoint' = 'beginning',
): Promise<StoreResult<LedgerReading>> {
  const opened = openStore(await presentAddress(address), { ledger: null, mayBeEmpty: false });
  if (!opened.ok) return opened;
  const { store } = opened.value;
  try {
    return await readStore(store, address, from);
  } finally {
    await store.close();
  }
}

async function readStore(
  store: LedgerStore,
  address: string,
  from: 'beginning' | 'checkpoint',
): Promise<StoreResult<LedgerReading>> {
  const { signal } = new AbortController();
  const report = await store.check(signal);
  if (!report.ok) return report;
  const { ledger, head } = report.value;
  if (ledger === null) return failed({ kind: 'corrupt', place: address, detail: 'there is no ledger' });
  const keys = await keysFromEnvironment(ledger);
  if (!keys.ok) return keys;
  const outside = openPlace(ledger, store, keys.value).store;
  const inner = from === 'checkpoint' && head !== null ? await outside.head(signal) : null;
  if (inner !== null && !inner.ok) return inner;
  const found = inner?.value == null ? null : await new CheckpointShelf(outside, ledger).newest(inner.value, signal);
  if (found !== null && !found.ok) return found;
  const voided: Received['voided'][number][] = [];
  const place = openPlace(ledger, store, keys.value, [], (more) => voided.push(...more), found?.value.found?.replica);
  const appends: AppendSignature[] = [];
  const { replica } = place.copy;
  const read = await readInto(place.copy, place.store, page, signal, (got) => appends.push(...(got.appends ?? [])));
  return read.ok ? succeeded({ replica, voided, report: report.value, register: place.register(), appends }) : read;
}
