import type { Abort, LedgerStore, StoreFailure } from '#core/ledger/store';
import type { Head } from '#core/ledger/commit';
import { CallFailed, type Direct } from './direct';
import { entriesAfter, type EntryShape } from './ledger-entries';

/** A signal that is never aborted. */
export function patient(): Abort {
  return new AbortController().signal;
}

/** More than any test writes. */
export const everything = { entries: 100_000, bytes: 100_000_000 } as const;

/** The failure that a call ends with; a call that succeeds, or throws anything else, fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<StoreFailure> {
  let result: unknown;
  try {
    result = await call;
  } catch (error) {
    if (error instanceof CallFailed) return error.failure as StoreFailure;
    throw error;
  }
  throw new Error(`The call succeeded with ${JSON.stringify(result)}`);
}

export async function readAll(store: Direct<LedgerStore>, after = 0): Promise<Uint8Array[]> {
  const entries: Uint8Array[] = [];
  for (;;) {
    const page = await store.read(after + entries.length, { entries: 1000, bytes: 1_000_000 }, patient());
    if (page.entries.length === 0) return entries;
    entries.push(...page.entries);
  }
}

/** Appends one after another, as that many acts do, and answers the head. */
export async function appendOneByOne(store: Direct<LedgerStore>, count: number, shape: EntryShape = {}): Promise<Head> {
  let head = await store.head(patient());
  for (let index = 0; index < count; index += 1)
    head = await store.append(entriesAfter(head, 1, shape), head, patient());
  if (head === null) throw new Error('Nothing was appended');
  return head;
}

/** Appends one entry to whatever head there is by then, and answers the heads before and after it. A lock left behind is waited for. */
export async function appendToWhatStands(
  store: Direct<LedgerStore>,
  author: string,
): Promise<{ readonly before: Head | null; readonly after: Head }> {
  await store.check(patient());
  let before = await store.head(patient());
  for (;;) {
    try {
      return { before, after: await store.append(entriesAfter(before, 1, { author }), before, patient()) };
    } catch (error) {
      if (!isOffline(error)) before = headMovedTo(error);
      else await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Appends in competition with others, starting over whenever another came first or a busy server gave up, as Apache does. */
export async function appendCompeting(store: Direct<LedgerStore>, count: number, author: string): Promise<void> {
  let head = await store.head(patient());
  for (let done = 0; done < count;) {
    try {
      head = await store.append(entriesAfter(head, 1, { author }), head, patient());
      done += 1;
    } catch (error) {
      head = isOffline(error) ? await store.head(patient()) : headMovedTo(error);
    }
  }
}

function isOffline(error: unknown): boolean {
  return error instanceof CallFailed && (error.failure as StoreFailure).kind === 'offline';
}

/** The head that another put first; any other failure fails the test. */
function headMovedTo(error: unknown): Head | null {
  const failure = error instanceof CallFailed ? (error.failure as StoreFailure) : null;
  if (failure?.kind !== 'head-moved') throw error;
  return failure.head;
}
