import type { KeptComputer, Office, OfficeChange } from '#core/ledger/kept-order';
import { neverAborted } from '../../main/stores/abort';
import { openStore, presentAddress } from '../places';
import { takingPartIn } from '../taking-part';
import { takeOption, takeSwitch, takeWords, UsageError } from './command';

/** Says who puts acts in order in a kept place, and has the office pass to another computer. */
export async function storeKeeper(words: string[], print: (line: string) => void): Promise<number> {
  const profile = takeOption(words, '--profile');
  const to = takeOption(words, '--hand-over');
  const changes: OfficeChange[] = [
    ...(to === null ? [] : [{ kind: 'handOver', to } as const]),
    ...(takeSwitch(words, '--stand') ? [{ kind: 'stand' } as const] : []),
    ...(takeSwitch(words, '--force') ? [{ kind: 'force' } as const] : []),
  ];
  const [given] = takeWords(words, 'STORE');
  if (changes.length > 1) throw new UsageError('the office passes in one way at a time');
  const address = await presentAddress(given);
  const [change] = changes;
  // Who only asks writes nothing, not even that he has been there.
  const here = change === undefined ? null : await takingPartIn(address, profile);
  const opened = openStore(address, { ledger: null, mayBeEmpty: false, here });
  if (!opened.ok) return refuse(opened.failure, print);
  const { store } = opened.value;
  try {
    if (store.order === undefined) {
      print('this place decides by itself who comes first; it has no keeper');
      return 1;
    }
    // What is waiting is put in order first: a computer that hands over leaves nothing behind.
    if (change !== undefined) {
      const head = await store.head(neverAborted);
      const read = head.ok ? await store.read(head.value?.seq ?? 0, { entries: 1, bytes: 1 }, neverAborted) : head;
      if (!read.ok) return refuse(read.failure, print);
    }
    const office =
      change === undefined ? await store.order.office(neverAborted) : await store.order.change(change, neverAborted);
    if (!office.ok) return refuse(office.failure, print);
    describe(office.value, print);
    return 0;
  } finally {
    await store.close();
  }
}

function describe(office: Office, print: (line: string) => void): void {
  const { keeper, election } = office;
  print(keeper === null ? 'keeper: nobody' : `keeper: ${inWords(keeper)}${office.isHere ? ', which is here' : ''}`);
  print(`term: ${String(office.term)}`);
  print(`settled up to commit: ${String(office.settledTo)}`);
  if (election !== null)
    print(`election: ${election.candidate} stands for term ${String(election.term)}, votes: ${String(election.votes)}`);
  for (const computer of office.computers)
    print(
      `computer: ${inWords(computer)}, has commit ${String(computer.has)}${computer.counts ? '' : ', does not count yet'}`,
    );
}

function inWords({ id, name, lastSeen }: KeptComputer): string {
  return `${name === '' ? id : `${name} (${id})`}, last there ${lastSeen ?? 'never'}`;
}

function refuse(failure: { readonly kind: string; readonly detail?: unknown }, print: (line: string) => void): number {
  print(typeof failure.detail === 'string' ? `${failure.kind}: ${failure.detail}` : failure.kind);
  return 1;
}
