import { decodeCommit } from '#core/ledger/encoding';
import type { Commit } from '#core/ledger/commit';
import type { Abort, AccountThere, LedgerStore } from '#core/ledger/store';

/**
 * Looks at which account lies in a place, as far as its first and its last act tell; `null` where that cannot be read. The names of a
 * protected account are for its own computers only.
 */
export async function accountThere(store: LedgerStore, signal: Abort): Promise<AccountThere | null> {
  const head = await store.head(signal);
  if (!head.ok || head.value === null) return null;
  const first = await entryBehind(store, 0, signal);
  const last = await entryBehind(store, head.value.seq - 1, signal);
  const args = first?.do === 'account.open' ? first.args : null;
  return {
    name: textOf(args, 'name'),
    owner: textOf(args, 'ownerName'),
    since: first?.at ?? null,
    acts: head.value.seq,
    lastAt: last?.at ?? null,
  };
}

async function entryBehind(store: LedgerStore, after: number, signal: Abort): Promise<Commit | null> {
  const page = await store.read(after, { entries: 1, bytes: 1 }, signal);
  const [entry] = page.ok ? page.value.entries : [];
  const decoded = entry === undefined ? null : decodeCommit(entry);
  return decoded?.ok === true ? decoded.commit : null;
}

function textOf(args: unknown, field: string): string | null {
  if (typeof args !== 'object' || args === null || !Object.hasOwn(args, field)) return null;
  const value = (args as { readonly [field: string]: unknown })[field];
  return typeof value === 'string' && value !== '' ? value.slice(0, 200) : null;
}
