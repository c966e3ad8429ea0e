import { hostname } from 'node:os';
import { Replica } from '#core/ledger/replica';
import { checkpointBefore, CheckpointShelf } from '../../main/ledger/checkpoint-shelf';
import { neverAborted } from '../../main/stores/abort';
import { openStore, presentAddress } from '../places';
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
    const replica = Replica.empty(ledger);
    while ((replica.head?.seq ?? 0) < upTo) {
      const done = replica.head?.seq ?? 0;
      const read = await store.read(done, { entries: Math.min(2_000, upTo - done), bytes: 16_777_216 }, neverAborted);
      if (!read.ok) return refuse(failureLine(read.failure), print);
      if (read.value.entries.length === 0) return refuse('the ledger ends before its head', print);
      const received = replica.receive(read.value.entries);
      if (!received.ok) return refuse(failureLine(received.failure), print);
    }
    const put = await new CheckpointShelf(store, ledger).put(replica, computer, neverAborted);
    if (!put.ok) return refuse(failureLine(put.failure), print);
    const { seq, bytes, isConfirmed } = put.value;
    print(`checkpoint at commit ${String(seq)}, ${String(bytes)} bytes, said by ${computer}`);
    print(isConfirmed ? 'two computers agree: newcomers open from it' : 'a second computer has to say the same');
    return 0;
  } finally {
    await store.close();
  }
}

function refuse(line: string, print: (line: string) => void): number {
  print(line);
  return 1;
}
