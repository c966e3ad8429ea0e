import { failed, succeeded } from '#core/kernel/result';
import type { KeyRegister } from '#core/intents/key-intents';
import type { Head } from '#core/ledger/commit';
import type { Replica } from '#core/ledger/replica';
import type { AppendSignature, LedgerStore, StoreReport, StoreResult } from '#core/ledger/store';
import { checkpointEvery, CheckpointShelf } from '../main/ledger/checkpoint-shelf';
import { neverAborted } from '../main/stores/abort';
import { beginningOf } from '../main/stores/expected-head';
import { openStore, presentAddress } from './places';
import { readInto } from '../main/trust/read-into';
import { keysFromEnvironment, openPlace, openPlaceAtBeginning } from './protected-place';
import { VerifiedBefore, type Verified, type VoidedBefore } from './verified-before';

export interface LedgerReading {
  readonly replica: Replica;
  /** Commits that the rules refuse, as far as they were replayed here or when the file was kept. */
  readonly voided: readonly VoidedBefore[];
  readonly report: StoreReport;
  readonly register: KeyRegister;
  /** Who appended, in order, where the place tells. */
  readonly appends: readonly AppendSignature[];
  /** The commit from which it was replayed; 0 for the beginning. */
  readonly replayedFrom: number;
  /** The commit behind which the place begins; `null` for the first. */
  readonly begins: Head | null;
}

/**
 * Place in a ledger from which it is replayed. `beginning`: its first commit. `checkpoint`: the newest on which two computers agree,
 * where there is one. `quickest`: the same in a long ledger, while a short one is replayed sooner than its checkpoints are looked for.
 * `keptIn`: what this computer came to itself, out of a file, which then keeps what it comes to now.
 */
export type ReplayFrom = 'beginning' | 'checkpoint' | 'quickest' | { readonly keptIn: string };

const page = { entries: 2000, bytes: 16 * 1024 * 1024 };

/** Replays the ledger at an address, chain and rules checked. Changes nothing there. */
export async function readLedger(address: string, from: ReplayFrom = 'quickest'): Promise<StoreResult<LedgerReading>> {
  const opened = openStore(await presentAddress(address), { ledger: null, mayBeEmpty: false });
  if (!opened.ok) return opened;
  const { store } = opened.value;
  try {
    return await readStore(store, address, from);
  } finally {
    await store.close();
  }
}

async function readStore(store: LedgerStore, address: string, from: ReplayFrom): Promise<StoreResult<LedgerReading>> {
  const report = await store.check(neverAborted);
  if (!report.ok) return report;
  const { ledger } = report.value;
  if (ledger === null) return failed({ kind: 'corrupt', place: address, detail: 'there is no ledger' });
  const keys = await keysFromEnvironment(ledger);
  if (!keys.ok) return keys;
  const file = typeof from === 'string' ? null : new VerifiedBefore(from.keptIn, ledger, page);
  const outside = openPlace(ledger, store, keys.value).store;
  const found = await (file === null ? fromShelf(outside, ledger, from) : file.read(outside, neverAborted));
  if (!found.ok) return found;
  const voided = [...(found.value?.voided ?? [])];
  const onVoided = (more: readonly VoidedBefore[]): void => void voided.push(...more);
  const opened =
    found.value === null
      ? await openPlaceAtBeginning(ledger, store, keys.value, [], onVoided)
      : succeeded(openPlace(ledger, store, keys.value, [], onVoided, found.value.replica));
  if (!opened.ok) return opened;
  const place = opened.value;
  const begins = await beginningOf(place.store, neverAborted);
  if (!begins.ok) return begins;
  const replayedFrom = place.copy.replica.head?.seq ?? 0;
  const appends: AppendSignature[] = [];
  const { replica } = place.copy;
  const read = await readInto(place.copy, place.store, page, neverAborted, (got) =>
    appends.push(...(got.appends ?? [])),
  );
  if (!read.ok) return read;
  const register = place.register();
  // A protected account lies nowhere in the open, and who signed what is not in a checkpoint.
  if (file !== null && !register.isProtected && replica.head?.seq !== replayedFrom) {
    const kept = await file.write(outside, { replica, voided }, neverAborted);
    if (!kept.ok) return kept;
  }
  return succeeded({ replica, voided, report: report.value, register, appends, replayedFrom, begins: begins.value });
}

async function fromShelf(store: LedgerStore, ledger: string, from: ReplayFrom): Promise<StoreResult<Verified | null>> {
  if (from === 'beginning') return succeeded(null);
  const head = await store.head(neverAborted);
  if (!head.ok) return head;
  if (head.value === null || (from === 'quickest' && head.value.seq < checkpointEvery)) return succeeded(null);
  const newest = await new CheckpointShelf(store, ledger).newest(head.value, neverAborted);
  if (!newest.ok) return newest;
  const { found } = newest.value;
  return succeeded(found === null ? null : { replica: found.replica, voided: [] });
}
