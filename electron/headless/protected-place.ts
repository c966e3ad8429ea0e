import { failed, succeeded } from '#core/kernel/result';
import type { KeyRegister } from '#core/intents/key-intents';
import { Replica } from '#core/ledger/replica';
import type { Received } from '#core/ledger/steps';
import type { LedgerStore, StoreResult } from '#core/ledger/store';
import { CheckpointShelf } from '../main/ledger/checkpoint-shelf';
import { neverAborted } from '../main/stores/abort';
import { beginningOf } from '../main/stores/expected-head';
import type { ComputerKeys } from '../main/trust/computer-keys';
import { memoryVault } from '../main/trust/epochs';
import { KeyFile, noLock, passphraseLock, type KeyLock } from '../main/trust/key-file';
import { OwnKeys } from '../main/trust/own-keys';
import { ProvedCopy } from '../main/trust/proved-copy';
import { SealedStore } from '../main/trust/sealed-store';
import { proofThreads } from './proofs-beside';

/** A ledger in a place, with what this computer can sign and open. An unprotected account is the same without. */
export interface OpenPlace {
  readonly copy: ProvedCopy;
  readonly store: LedgerStore;
  /** The place itself, with its envelopes. */
  readonly inner: LedgerStore;
  /** `null` where no file of keys is named. */
  readonly keys: KeyFile | null;
  readonly register: () => KeyRegister;
}

/** Lock of a file of keys without a window: a passphrase in the environment, else nothing. */
function lockFromEnvironment(): KeyLock {
  const passphrase = process.env['TRELLIS_PASSPHRASE'];
  return passphrase === undefined || passphrase === '' ? noLock : passphraseLock(passphrase);
}

/** The file of keys that the environment names; `null` where it names none. */
export async function keysFromEnvironment(ledger: string): Promise<StoreResult<KeyFile | null>> {
  const file = process.env['TRELLIS_KEYS'];
  return file === undefined || file === '' ? succeeded(null) : openKeys(file, ledger);
}

/** Opens a file of keys; why not, in words for whoever reads a terminal. */
export async function openKeys(file: string, ledger: string): Promise<StoreResult<KeyFile>> {
  const opened = await KeyFile.open(file, ledger, lockFromEnvironment());
  if (opened.ok) return opened;
  const { failure } = opened;
  const detail =
    failure.kind === 'unreadable'
      ? failure.detail
      : failure.lock === 'passphrase'
        ? 'It needs another passphrase: TRELLIS_PASSPHRASE.'
        : 'It was locked by the system’s keychain, or by nothing, and opens with no passphrase.';
  return failed({ kind: 'forbidden', detail: `The file of keys ${file} cannot be opened: ${detail}` });
}

/** The same as `openPlace`; of a shortened ledger the copy begins with the account that its checkpoint holds. */
export async function openPlaceAtBeginning(...given: Parameters<typeof openPlace>): Promise<StoreResult<OpenPlace>> {
  const [ledger, store, keys, lent, onVoided] = given;
  const place = openPlace(...given);
  const begins = await beginningOf(place.store, neverAborted);
  if (!begins.ok || begins.value === null) return begins.ok ? succeeded(place) : begins;
  const first = await new CheckpointShelf(place.store, ledger).first(begins.value, neverAborted);
  if (!first.ok) return first;
  if ('because' in first.value) return failed({ kind: 'shortened', begins: begins.value });
  return succeeded(openPlace(ledger, store, keys, lent, onVoided, first.value.replica));
}

/** Puts keys and a place together. `lent` are keys that count for this time: an invitation's, the printed words'. */
export function openPlace(
  ledger: string,
  store: LedgerStore,
  keys: KeyFile | null,
  lent: readonly ComputerKeys[] = [],
  onVoided: (voided: Received['voided']) => void = () => undefined,
  replica: Replica = Replica.empty(ledger),
): OpenPlace {
  const own = keys === null ? new OwnKeys(lent) : keys.own(...lent);
  const copy = new ProvedCopy(replica, own, onVoided, proofThreads());
  const register = (): KeyRegister => copy.register;
  // A place that only carries files puts acts in order by itself, and reads what it carries.
  if (store.order !== undefined) return { copy, store, inner: store, keys, register };
  const sealed = new SealedStore({ store, ledger, own, vault: keys ?? memoryVault(), register });
  return { copy, store: sealed, inner: store, keys, register };
}
