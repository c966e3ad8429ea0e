import { failed } from '#core/kernel/result';
import type { Head } from '#core/ledger/commit';
import type { FolderWay } from '#core/ledger/folder-guess';
import type { Abort, LedgerStore, StoreResult } from '#core/ledger/store';
import { copyLedger } from './copy-ledger';
import type { TakingPart } from './kept/kept-place';
import { addressAs, type OpenedStore } from './registry';
import type { StoreExpectation } from './store-kind';

/** Store of a folder that can say of the folder that it is of its way from now on. */
export interface TurningStore {
  /** Writes what the folder says of itself, at once or not at all. */
  become(ledger: string, signal: Abort): Promise<StoreResult<null>>;
}

/** A folder in which the order of acts is to be decided the other way, by a computer that takes part in it. */
export interface FolderToTurn {
  readonly open: (url: string, expectation: StoreExpectation) => StoreResult<OpenedStore>;
  readonly url: string;
  readonly way: FolderWay;
  readonly ledger: string;
  readonly here: TakingPart;
}

const notAFolder = { kind: 'defect', detail: 'Only a folder can become one of the other way.' } as const;
const notTheKeeper = {
  kind: 'forbidden',
  detail: 'Only the computer that puts acts in order can end that. Let it hand over first.',
} as const;
/** Acts may still come in while the folder turns: so often it is looked whether any have. */
const lastLooks = 3;

/**
 * Makes a folder one of the other way, with everything that is in order, byte for byte. What was in it stays beside, and does not count any
 * more. Until the last step nothing has changed for anybody; it can be repeated after being broken off. Computers that find the
 * folder turned follow by themselves, and acts that were added too late wait again on theirs.
 */
export async function turnFolder(folder: FolderToTurn, signal: Abort): Promise<StoreResult<Head | null>> {
  const { open, way, ledger, here } = folder;
  const from = addressAs(way === 'kept' ? 'exclusive' : 'kept', folder.url);
  const to = addressAs(way, folder.url);
  if (from === null || to === null) return failed(notAFolder);
  const source = open(from, { ledger, mayBeEmpty: false, here });
  if (!source.ok) return source;
  const target = open(to, { ledger, mayBeEmpty: true, here, isTurning: true });
  if (!target.ok) return target;
  const before = source.value.store;
  const after = target.value.store;
  try {
    if (!canBecome(after)) return failed(notAFolder);
    const ready = (await endOrder(before, signal)) ?? (await takeOver(after, signal));
    if (ready !== null) return ready;
    const copied = await copyLedger(before, after, undefined, signal);
    if (!copied.ok) return copied;
    const said = await after.become(ledger, signal);
    if (!said.ok) return said;
    return await takeLatecomers(open(from, { ledger, mayBeEmpty: true, here, isTurning: true }), after, copied, signal);
  } finally {
    await before.close();
    await after.close();
  }
}

/** Puts in order what waits in a kept place; why this computer must not end it, or `null`. */
async function endOrder(store: LedgerStore, signal: Abort): Promise<StoreResult<never> | null> {
  const { order } = store;
  if (order === undefined) return null;
  const office = await order.office(signal);
  if (!office.ok) return office;
  if (!office.value.isHere) return failed(notTheKeeper);
  const end = await store.head(signal);
  if (!end.ok) return end;
  const rest = await store.read(end.value?.seq ?? 0, { entries: 1, bytes: 1 }, signal);
  return rest.ok ? null : rest;
}

/** Takes the office in a folder that was kept once before, by a computer that need not be there any more. */
async function takeOver({ order }: LedgerStore, signal: Abort): Promise<StoreResult<never> | null> {
  if (order === undefined) return null;
  const office = await order.office(signal);
  if (!office.ok) return office;
  if (office.value.keeper === null || office.value.isHere) return null;
  const taken = await order.change({ kind: 'force' }, signal);
  return taken.ok ? null : taken;
}

/** Carries over what was added to an exclusive folder in the very moment in which it turned. */
async function takeLatecomers(
  late: StoreResult<OpenedStore>,
  after: LedgerStore,
  copied: StoreResult<Head | null>,
  signal: Abort,
): Promise<StoreResult<Head | null>> {
  if (!late.ok || !late.value.store.info.exclusive) return copied;
  let reached = copied;
  for (let look = 0; look < lastLooks; look += 1) {
    const more = await copyLedger(late.value.store, after, undefined, signal);
    if (more.ok) reached = more;
  }
  await late.value.store.close();
  return reached;
}

function canBecome(store: LedgerStore): store is LedgerStore & TurningStore {
  return 'become' in store;
}
