import { isKeyIntent } from '#core/intents/key-arguments';
import type { Continued } from '#core/model/rows';
import type { PendingIntent } from '#core/ledger/commit';
import { decodeCommit } from '#core/ledger/encoding';
import type { Brought } from '../ledger/ledger-contents';

/** What was brought, without what counts for nobody. */
type Copied = Brought & { readonly refused: readonly string[] };

/**
 * The acts of an account as those of a new one, in their order and under their rules, with a name that tells the two apart where accounts
 * are listed. `null` where a commit cannot be read, or the history was made shorter.
 */
export function actsOfCopy(copied: Copied, nameOfCopy: (name: string) => string): readonly PendingIntent[] | null {
  return withOpening(actsOf(copied), (args) =>
    typeof args['name'] === 'string' ? { ...args, name: nameOfCopy(args['name']) } : args,
  );
}

/**
 * The acts of a protected account as those of a new one that goes on from it: without those about keys, which are bound to the account
 * that they were made for. `null` where a commit cannot be read, or the history was made shorter.
 */
export function actsOfContinued(copied: Copied, continues: Continued | null): readonly PendingIntent[] | null {
  const acts = actsOf(copied)?.filter(({ do: name }) => !isKeyIntent(name)) ?? null;
  // Version 1 of the rules has no word for it.
  const isKnown = continues !== null && (acts?.[0]?.rules ?? 1) >= 2;
  return withOpening(acts, (args) => (isKnown ? { ...args, continues } : args));
}

function actsOf({ beginning, entries, waiting, refused }: Copied): readonly PendingIntent[] | null {
  // What made the account is not among the acts that are left of a shortened history.
  if (beginning !== null) return null;
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
  return acts.filter(({ id }) => !without.has(id));
}

type Arguments = { readonly [name: string]: unknown };

function withOpening(
  acts: readonly PendingIntent[] | null,
  change: (args: Arguments) => Arguments,
): readonly PendingIntent[] | null {
  const [opening, ...rest] = acts ?? [];
  if (opening === undefined) return null;
  const { args } = opening;
  if (opening.do !== 'account.open' || typeof args !== 'object' || args === null) return [opening, ...rest];
  return [{ ...opening, args: change(args as Arguments) }, ...rest];
}
