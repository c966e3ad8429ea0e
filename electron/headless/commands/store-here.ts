import { succeeded } from '#core/kernel/result';
import { readPresence, type Presence } from '#core/ledger/presence';
import { readInto } from '../../main/trust/read-into';
import { neverAborted } from '../../main/stores/abort';
import { openStore, presentAddress } from '../places';
import { keysFromEnvironment, openPlaceAtBeginning } from '../protected-place';
import { takeWords } from './command';
import { failureLine } from './store-commands';

const page = { entries: 2_000, bytes: 16 * 1024 * 1024 };

/** Says which computers have said that they are in a place, who sits there, when that was and what they have in front of them. */
export async function whoIsHere(words: string[], print: (line: string) => void): Promise<number> {
  const [address] = takeWords(words, 'STORE');
  const opened = openStore(await presentAddress(address), { ledger: null, mayBeEmpty: false });
  if (!opened.ok) return refuse(failureLine(opened.failure), print);
  const { store } = opened.value;
  try {
    const report = await store.check(neverAborted);
    if (!report.ok) return refuse(failureLine(report.failure), print);
    const { ledger } = report.value;
    if (ledger === null) return refuse('there is no ledger', print);
    const keys = await keysFromEnvironment(ledger);
    if (!keys.ok) return refuse(failureLine(keys.failure), print);
    const begun = await openPlaceAtBeginning(ledger, store, keys.value);
    if (!begun.ok) return refuse(failureLine(begun.failure), print);
    const place = begun.value;
    const read = await readInto(place.copy, place.store, page, neverAborted);
    if (!read.ok) return refuse(failureLine(read.failure), print);
    const said = (await place.store.presence?.all(neverAborted)) ?? succeeded([]);
    if (!said.ok) return refuse(failureLine(said.failure), print);
    const others = said.value
      .flatMap((word) => readPresence(Buffer.from(word).toString('utf8')) ?? [])
      .sort((one, other) => (one.at < other.at ? 1 : -1));
    const { model } = place.copy.replica;
    const lineOf = ({ computer, name, by, at, seq, groupId }: Presence): string => {
      const person = by === null ? 'nobody yet' : (model.row('users', by)?.name ?? by);
      const where = groupId === null ? '' : `, at ${model.row('groups', groupId)?.name ?? groupId}`;
      return `${at} ${person} on ${name} (${computer})${where}, has ${String(seq)} commits`;
    };
    for (const other of others) print(lineOf(other));
    if (others.length === 0) print('no computer has said that it is here');
    return 0;
  } finally {
    await store.close();
  }
}

function refuse(line: string, print: (line: string) => void): number {
  print(line);
  return 1;
}
