import type { AccountRow } from '../model/rows';

/** D13: tells whether a file names an account: its ledger, or the one that it goes on from, which nobody can write to any more. */
export function isForAccount(
  { continues }: Pick<AccountRow, 'continues'>,
  ledger: string,
  { toLedger }: { readonly toLedger: string },
): boolean {
  return toLedger === ledger || toLedger === continues?.ledger;
}
