import { hostname } from 'node:os';
import { isDay, type Day } from '#core/kernel/day';
import { failed, succeeded } from '#core/kernel/result';
import type { Head } from '#core/ledger/commit';
import type { ShorteningPlan } from '#core/ledger/shorter-history';
import type { LedgerStore, StoreFailure, StoreResult } from '#core/ledger/store';
import { sha256Hex } from '../../main/files/sha256';
import { checkCheckpoints } from '../../main/ledger/check-checkpoints';
import { CheckpointShelf } from '../../main/ledger/checkpoint-shelf';
import { CommitsInPlace, finishShortening, othersIn } from '../../main/ledger/shortening';
import { neverAborted } from '../../main/stores/abort';
import type { OpenPlace } from '../protected-place';
import { SharedAccount } from '../shared-account';
import { readUpTo } from './checkpoint';
import { takeOption, takeSwitch, takeWords, UsageError } from './command';
import { failureLine } from './store-commands';

type Print = (line: string) => void;

const page = { entries: 2_000, bytes: 16 * 1024 * 1024 };

/**
 * Makes the history in a shared place shorter: says what would go, and with `--apply` lets the place begin with a checkpoint of the account.
 * Broken off, it is done again, and first ends what was begun.
 */
export async function compactStore(words: string[], print: Print): Promise<number> {
  const before = takeOption(words, '--before');
  const by = takeOption(words, '--as') ?? 'owner';
  const isApplied = takeSwitch(words, '--apply');
  const [address] = takeWords(words, 'STORE');
  if (before !== null && !isDay(before)) throw new UsageError(`${before} is not a day, YYYY-MM-DD`);
  const opened = await SharedAccount.open(address);
  if (!opened.ok) return refuse(opened.failure, print);
  const account = opened.value;
  try {
    const done = await compact(account, { before, by, isApplied }, print);
    return done.ok ? done.value : refuse(done.failure, print);
  } finally {
    await account.close();
  }
}

interface Asked {
  readonly before: Day | null;
  readonly by: string;
  readonly isApplied: boolean;
}

async function compact(
  account: SharedAccount,
  { before, by, isApplied }: Asked,
  print: Print,
): Promise<StoreResult<number>> {
  const { place } = account;
  const { beginning } = place;
  if (beginning === undefined) {
    print('in a folder that programs copy the history cannot be made shorter');
    return succeeded(1);
  }
  const begins = await beginning.at(neverAborted);
  if (!begins.ok) return begins;
  const commits = await commitsIn(place, begins.value);
  if (!commits.ok) return commits;
  const left = commits.value.beginnings.at(-1);
  if (isApplied && left !== undefined && left.seq > (begins.value?.seq ?? 0)) {
    const ended = await finish(account, commits.value);
    if (!ended.ok) return ended;
    print(`ended what was begun before: the place begins behind commit ${String(left.seq)}`);
    return succeeded(0);
  }
  const others = await othersIn(place, '', neverAborted);
  if (!others.ok) return others;
  const at = new Date().toISOString();
  const plan = commits.value.plan(others.value, at, { before, begins: begins.value?.seq ?? 0 });
  if (plan.to === null) {
    for (const { name, at: seen } of plan.unseenBy) print(`not seen yet by ${name}, last there at ${seen}`);
    print('nothing can go');
    return succeeded(1);
  }
  tell(plan, print);
  if (!isApplied) {
    print('nothing has changed: --apply does it');
    return succeeded(0);
  }
  const checkpoint = await putDown(account, plan.to);
  if (!checkpoint.ok) return checkpoint;
  print(`put down the account at commit ${String(plan.to.seq)}`);
  const acted = await account.act({ do: 'history.shorten', args: { ...plan.to, checkpoint: checkpoint.value } }, by);
  if (!acted.ok) {
    if (acted.failure.kind === 'store') return failed(acted.failure.failure);
    print(JSON.stringify({ refusals: acted.failure.refusals }));
    return succeeded(1);
  }
  const ended = await finish(account, commits.value, plan.to);
  if (!ended.ok) return ended;
  print(`the place begins behind commit ${String(plan.to.seq)} of ${plan.day}`);
  return succeeded(0);
}

function tell({ to, day, acts, bytes, behind }: ShorteningPlan, print: Print): void {
  print(`${String(acts)} acts up to ${day} go, ${(bytes / 1_000_000).toFixed(1)} MB, up to commit ${String(to.seq)}`);
  print('nobody takes them back any more; what they said of people who were removed goes with them');
  for (const { name, at } of behind)
    print(`${name}, last there at ${at}, has not seen all of them: it begins again from the checkpoint`);
}

async function commitsIn(place: LedgerStore, begins: Head | null): Promise<StoreResult<CommitsInPlace>> {
  const commits = new CommitsInPlace();
  for (let after = begins?.seq ?? 0; ;) {
    const read = await place.read(after, page, neverAborted);
    if (!read.ok) return read;
    if (read.value.entries.length === 0) return succeeded(commits);
    commits.add(read.value.entries);
    after += read.value.entries.length;
  }
}

/** Puts down the account at a commit as that with which the history begins; its SHA-256. */
async function putDown(account: SharedAccount, to: Head): Promise<StoreResult<string>> {
  const again = await account.fromBeginning();
  if (!again.ok) return again;
  const place: OpenPlace = again.value;
  const failure = await readUpTo(place, to.seq);
  if (failure !== null) return failed(failure);
  const { replica } = place.copy;
  if (replica.head?.hash !== to.hash)
    return failed({ kind: 'offline', detail: 'The place changed while it was read.' });
  const bytes = checkCheckpoints.write(replica, true);
  const checkpoint = sha256Hex(bytes);
  const signed = place.keys?.own().signCheckpoint(replica.ledger, to, checkpoint, place.register()) ?? null;
  const shelf = new CheckpointShelf(place.store, replica.ledger);
  const put = await shelf.put({ bytes, head: to, computer: hostname(), signed }, neverAborted);
  return put.ok ? succeeded(checkpoint) : put;
}

function finish(account: SharedAccount, commits: CommitsInPlace, to?: Head): Promise<StoreResult<null>> {
  const { ledger, head } = account.replica;
  const beginnings = [...commits.beginnings, ...(to === undefined ? [] : [to])];
  return finishShortening(account.place, { ledger, beginnings, head: head?.seq ?? 0 }, neverAborted);
}

function refuse(failure: StoreFailure, print: Print): number {
  print(failureLine(failure));
  return 1;
}
