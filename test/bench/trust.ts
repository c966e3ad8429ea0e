import { decodeCommit, encodeCommit, hashEntry, noHash } from '#core/ledger/encoding';
import type { Head } from '#core/ledger/commit';
import { Replica } from '#core/ledger/replica';
import type { LedgerStore } from '#core/ledger/store';
import { MemoryLedger, MemoryStore } from '../../electron/main/stores/memory';
import { proofThreads } from '../../electron/headless/proofs-beside';
import { ComputerKeys, makeSecrets } from '../../electron/main/trust/computer-keys';
import { memoryVault } from '../../electron/main/trust/epochs';
import { OwnKeys } from '../../electron/main/trust/own-keys';
import { ProvedCopy } from '../../electron/main/trust/proved-copy';
import { readInto } from '../../electron/main/trust/read-into';
import { SealedStore } from '../../electron/main/trust/sealed-store';
import { ledgerOf } from './accounts';
import { printFigure } from './figures';

const never = new AbortController().signal;
const page = { entries: 1000, bytes: 16 * 1024 * 1024 };
const appendSize = 500;

/** The same acts, with one more behind the first by which the owner's computer protects the account. */
function protectedActs(plain: readonly Uint8Array[], keys: ComputerKeys): readonly Uint8Array[] {
  const chained: Uint8Array[] = [];
  const put = (line: Parameters<typeof encodeCommit>[0]): void => {
    const last = chained.at(-1);
    const prev = last === undefined ? noHash : hashEntry(last);
    chained.push(encodeCommit({ ...line, seq: chained.length + 1, prev }));
  };
  for (const bytes of plain) {
    const decoded = decodeCommit(bytes);
    if (!decoded.ok) throw new Error(decoded.problem);
    put(decoded.commit);
    if (chained.length > 1) continue;
    const { key: ownerKey, sealKey } = keys.public;
    const args = { ownerKey, sealKey, name: 'Bench', seq: 1, hash: hashEntry(chained[0] ?? new Uint8Array()) };
    put({ ...decoded.commit, id: 'protect', do: 'keys.enable', args });
  }
  return chained;
}

async function wall<T>(work: () => Promise<T>): Promise<{ readonly seconds: number; readonly result: T }> {
  const start = performance.now();
  const result = await work();
  return { seconds: (performance.now() - start) / 1000, result };
}

async function readThrough(store: LedgerStore, copy: ProvedCopy): Promise<Replica> {
  const read = await readInto(copy, store, page, never);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return copy.replica;
}

/** Replay of signed and encrypted acts, beside the same acts plain in the same run. */
export async function benchTrust(commits: number): Promise<void> {
  const keys = new ComputerKeys(makeSecrets());
  const own = new OwnKeys([keys]);
  const plain = ledgerOf(commits);
  const place = new MemoryLedger();
  const writer = new ProvedCopy(Replica.empty('bench'), own);
  const vault = memoryVault();
  const store = new SealedStore({
    ...{ store: new MemoryStore(place), ledger: 'bench', own, vault },
    register: () => writer.register,
  });
  const acts = protectedActs(plain, keys);
  let head: Head | null = null;
  const signing = await wall(async () => {
    for (let start = 0; start < acts.length; start += appendSize) {
      const signed = own.signActs(rechained(acts.slice(start, start + appendSize), head), writer.register);
      if (signed === null) throw new Error('not signed');
      const appended = await store.append(signed, head, never);
      if (!appended.ok) throw new Error(JSON.stringify(appended.failure));
      head = appended.value;
      if (start === 0) await writer.receive(signed);
    }
  });
  printFigure({ what: 'signing and encrypting one act', value: (signing.seconds / acts.length) * 1e6, unit: 'µs' });
  const plainPlace = new MemoryStore(new MemoryLedger());
  for (let start = 0; start < plain.length; start += appendSize) {
    const before = plain[start - 1];
    const expected = before === undefined ? null : { seq: start, hash: hashEntry(before) };
    await plainPlace.append(plain.slice(start, start + appendSize), expected, never);
  }
  const emptyCopy = (): ProvedCopy => new ProvedCopy(Replica.empty('bench'), own, undefined, proofThreads());
  const without = await wall(() => readThrough(plainPlace, emptyCopy()));
  const copy = emptyCopy();
  const reader = new SealedStore({
    ...{ store: new MemoryStore(place), ledger: 'bench', own, vault: memoryVault() },
    register: () => copy.register,
  });
  const proved = await wall(() => readThrough(reader, copy));
  if (proved.result.head?.seq !== (without.result.head?.seq ?? 0) + 1) throw new Error('acts are missing');
  printFigure({
    what: `replay of ${commits.toLocaleString('en')} signed, encrypted acts`,
    value: proved.seconds,
    unit: 's',
    peer: { name: 'the same acts plain', ratio: proved.seconds / without.seconds },
  });
}

/** The same acts on top of another head. */
function rechained(entries: readonly Uint8Array[], head: Head | null): readonly Uint8Array[] {
  let prev = head?.hash ?? noHash;
  return entries.map((bytes) => {
    const decoded = decodeCommit(bytes);
    if (!decoded.ok) throw new Error(decoded.problem);
    const line = encodeCommit({ ...decoded.commit, prev });
    prev = hashEntry(line);
    return line;
  });
}
