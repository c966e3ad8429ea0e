import { hostname } from 'node:os';
import type { StoreFailure } from '#core/ledger/store';
import { sha256Hex } from '../../main/files/sha256';
import { checkCheckpoints } from '../../main/ledger/check-checkpoints';
import { checkpointBefore, CheckpointShelf } from '../../main/ledger/checkpoint-shelf';
import { neverAborted } from '../../main/stores/abort';
import { openStore, presentAddress } from '../places';
import { keysFromEnvironment, openPlaceAtBeginning, type OpenPlace } from '../protected-place';
import { takeOption, takeWords } from './command';
import { failureLine } from './store-commands';

/** Replays a ledger, and puts down what it comes to, or confirms what another computer has put down. */
export async function checkpointStore(words: string[], print: (line: string) => void): Promise<number> {
  const computer = takeOption(words, '--computer') ?? hostname();
  const [address] = takeWords(words, 'STORE');
  const opened = openStore(await presentAddress(address), { ledger: null, mayBeEmpty: false });
  if (!opened.ok) return refuse(failureLine(opened.failure), print);
  const { store } = opened.value;
  try {
    const report = await store.check(neverAborted);
    if (!report.ok) return refuse(failureLine(report.failure), print);
    const { ledger, head } = report.value;
    const upTo = checkpointBefore(head?.seq ?? 0);
    if (ledger === null || upTo === 0) return refuse('the ledger is too short for a checkpoint', print);
    const keys = await keysFromEnvironment(ledger);
    if (!keys.ok) return refuse(failureLine(keys.failure), print);
    const begun = await openPlaceAtBeginning(ledger, store, keys.value);
    if (!begun.ok) return refuse(failureLine(begun.failure), print);
    const place = begun.value;
    const failure = await readUpTo(place, upTo);
    if (failure !== null) return refuse(failureLine(failure), print);
    const { replica } = place.copy;
    const at = replica.head;
    if (at === null) return refuse('the ledger ends before its head', print);
    const bytes = checkCheckpoints.write(replica, false);
    const signed = keys.value?.own().signCheckpoint(ledger, at, sha256Hex(bytes), place.register()) ?? null;
    const shelf = new CheckpointShelf(place.store, ledger);
    const put = await shelf.put({ bytes, head: at, computer, signed }, neverAborted);
    if (!put.ok) return refuse(failureLine(put.failure), print);
    const { seq, isConfirmed, contradictedBy } = put.value;
    print(`checkpoint at commit ${String(seq)}, ${String(bytes.length)} bytes, said by ${computer}`);
    if (contradictedBy.length > 0) print(`${contradictedBy.join(', ')} said something else: nobody opens from that`);
    print(isConfirmed ? 'two computers agree: newcomers open from it' : 'a second computer has to say the same');
    const gone = await shelf.dropOld(seq, computer, neverAborted);
    if (gone.ok && gone.value > 0) print(`removed ${String(gone.value)} older than the newest two`);
    return 0;
  } finally {
    await store.close();
  }
}

/** Replays a place up to a commit, and no further. Why not, or `null`. */
export async function readUpTo({ copy, store }: OpenPlace, upTo: number): Promise<StoreFailure | null> {
  for (;;) {
    const done = copy.head?.seq ?? 0;
    if (done >= upTo) return null;
    const limit = { entries: Math.min(2_000, upTo - done), bytes: 16_777_216 };
    const read = await store.read(done, limit, neverAborted);
    if (!read.ok) return read.failure;
    const { entries, head, appends } = read.value;
    if (entries.length === 0)
      return { kind: 'behind', head, detail: 'The ledger ends before the head that it has named.' };
    // Of an append that goes beyond it only the beginning is taken; its signature was made over its end.
    const page =
      entries.length > upTo - done ? { entries: entries.slice(0, upTo - done), head } : { entries, head, appends };
    const received = await copy.receivePage(page);
    if (!received.ok) return received.failure;
  }
}

function refuse(line: string, print: (line: string) => void): number {
  print(line);
  return 1;
}
