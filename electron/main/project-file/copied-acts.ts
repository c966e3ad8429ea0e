import type { PendingIntent } from '#core/ledger/commit';
import { decodeCommit } from '#core/ledger/encoding';
import type { Brought } from '../ledger/ledger-contents';

/**
 * The acts of an account as those of a new one, in their order and under their rules, with a name that tells the two apart where accounts
 * are listed. `null` where a commit cannot be read.
 */
export function actsOfCopy(
  { entries, waiting, refused }: Brought & { readonly refused: readonly string[] },
  nameOfCopy: (name: string) => string,
): readonly PendingIntent[] | null {
  const acts: PendingIntent[] = [];
  for (const entry of entries) {
    const decoded = decodeCommit(entry);
    if (!decoded.ok) return null;
    const { ledger: _ledger, seq: _seq, prev: _prev, sig: _sig, basis: _basis, key: _key, ...act } = decoded.commit;
    acts.push(act);
  }
  for (const { basis: _basis, key: _key, ...act } of waiting) acts.push(act);
  // What counts for nobody is not done again.
  const without = new Set(refused);
  const [opening, ...rest] = acts.filter(({ id }) => !without.has(id));
  return opening === undefined ? null : [renamed(opening, nameOfCopy), ...rest];
}

function renamed(opening: PendingIntent, nameOfCopy: (name: string) => string): PendingIntent {
  const { args } = opening;
  if (opening.do !== 'account.open' || typeof args !== 'object' || args === null || !('name' in args)) return opening;
  return typeof args.name === 'string' ? { ...opening, args: { ...args, name: nameOfCopy(args.name) } } : opening;
}
