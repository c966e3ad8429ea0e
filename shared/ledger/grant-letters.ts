import { failed, succeeded, type Result } from '../kernel/result';
import type { View } from '../model/model';
import type { GrantRow } from '../model/rows';
import { actorOf } from '../rules/actor';
import { may } from '../rules/permission';
import type { GrantLetter, SignedLetter } from './grant-file';

/** Request for a file to another ledger: where licenses can be given to, or how a grant stands. */
export type LetterAsked =
  { readonly kind: 'address' } | { readonly kind: 'grant' | 'receipt' | 'recall' | 'return'; readonly id: string };

/** `not-there`: the account has no such thing to say, or not yet. `not-permitted`: this person may not say it. */
export type LetterFailure = { readonly kind: 'not-there' | 'not-permitted' };

/** The letter by which an account says to another one what it holds of a grant: what is not in the account is not said. */
export function letterOf(
  view: View,
  ledger: string,
  asked: LetterAsked,
  by: string,
): Result<GrantLetter, LetterFailure> {
  // Whoever asks before the account has come is told what it does not say.
  if (view.row('account', 'account') === undefined) return failed({ kind: 'not-there' });
  const from = view.root.name;
  if (asked.kind === 'address') return succeeded({ kind: 'address', fromLedger: ledger, fromRoot: view.root.id, from });
  const grant = view.row('grants', asked.id);
  if (grant === undefined || !saidOf(grant).includes(asked.kind)) return failed({ kind: 'not-there' });
  const isGiver = grant.direction === 'given';
  if (!may(view, actorOf(view, by), isGiver ? 'allocate' : 'purchases', isGiver ? view.root.id : null))
    return failed({ kind: 'not-permitted' });
  const to = isGiver ? grant.name : grant.root;
  const names = { from, ...(to === undefined || to === '' ? {} : { to }) };
  const both = { id: grant.id, fromLedger: ledger, toLedger: grant.ledger, ...names };
  if (asked.kind === 'recall') return succeeded({ kind: 'recall', ...both });
  if (asked.kind !== 'grant') {
    const continued = view.account.continues?.ledger;
    const said = { ...both, ...(continued === undefined ? {} : { continues: continued }) };
    return succeeded(
      asked.kind === 'return' ? { kind: 'return', ...said, returned: grant.returned } : { kind: 'receipt', ...said },
    );
  }
  const { root: toRoot, typeId, quantity, validFrom, validUntil, resources } = grant;
  return succeeded({
    ...{ kind: 'grant', ...both, toRoot, typeId: typeId as Letter['typeId'], quantity },
    ...(validFrom === null ? {} : { validFrom }),
    ...(validUntil === null ? {} : { validUntil }),
    ...(resources === null ? {} : { resources }),
  });
}

type Letter = Extract<GrantLetter, { readonly kind: 'grant' }>;

/** Kinds of files that can be made about a grant as it stands, the one that is due first. */
export function saidOf({
  direction,
  recalled,
  returned,
}: Pick<GrantRow, 'direction' | 'recalled' | 'returned'>): readonly ('grant' | 'receipt' | 'recall' | 'return')[] {
  if (direction === 'given') return recalled ? ['recall', 'grant'] : ['grant'];
  return returned > 0 ? ['return', 'receipt'] : ['receipt'];
}

/**
 * Tells whether the computer that signed a file is known: from a file of its ledger that was taken in here, or an address to which something
 * was given, or from one of the ledger that its own goes on from. They were compared.
 */
export function isVouched(
  grants: Iterable<Pick<GrantRow, 'ledger' | 'keys'>>,
  { letter, key }: Pick<SignedLetter, 'letter' | 'key'>,
): boolean {
  const ledgers = [letter.fromLedger ?? '', 'continues' in letter ? letter.continues : undefined];
  for (const { ledger, keys = [] } of grants) if (ledgers.includes(ledger) && keys.includes(key)) return true;
  return false;
}
