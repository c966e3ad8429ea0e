import type { KeyRegister } from '#core/intents/key-intents';
import type { LedgerStore, StoreResult } from '#core/ledger/store';
import type { LedgerKeys } from './key-desk';
import { SealedStore } from './sealed-store';

/** A place as the account sees it: what lies in it is encrypted once the account is protected. */
export function sealedPlace(
  store: LedgerStore,
  ledger: string,
  keys: LedgerKeys,
  check: { readonly register: () => Promise<StoreResult<KeyRegister>> },
): LedgerStore {
  // A place that only carries files puts acts in order by itself, and reads what it carries.
  if (store.order !== undefined) return store;
  return new SealedStore({ store, ledger, own: keys.own, vault: keys.vault, register: () => check.register() });
}
