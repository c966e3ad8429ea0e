import { readCheckpoint } from '#core/ledger/checkpoint';
import { decodeCommit } from '#core/ledger/encoding';
import type { Journal } from './journal';

/**
 * The name with which an account was started, from its first act, or that it had where its journal begins; `null` where only its computers
 * can read that.
 */
export async function nameIn(journal: Journal): Promise<string | null> {
  const begun = await journal.checkpoint();
  if (begun !== null) {
    const read = readCheckpoint(begun.bytes);
    return read.ok && read.checkpoint.model.isOpen ? read.checkpoint.model.root.name : null;
  }
  const first = await journal.commits(0, { entries: 1, bytes: 1 });
  const [entry] = first.ok ? first.value : [];
  const decoded = entry === undefined ? null : decodeCommit(entry);
  const act = decoded?.ok === true ? decoded.commit : journal.summary().open[0];
  const args = act?.do === 'account.open' ? act.args : null;
  if (typeof args !== 'object' || args === null || !('name' in args)) return null;
  return typeof args.name === 'string' ? args.name : null;
}
