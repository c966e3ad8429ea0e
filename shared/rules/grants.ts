import type { AccountRow, GrantRow } from '../model/rows';

/** D13: tells whether a file names an account: its ledger, or the one that it goes on from, which nobody can write to any more. */
export function isForAccount(
  { continues }: Pick<AccountRow, 'continues'>,
  ledger: string,
  { toLedger }: { readonly toLedger: string },
): boolean {
  return toLedger === ledger || toLedger === continues?.ledger;
}

/**
 * D13: tells whether a file comes from the account that a grant is shared with: its ledger, or one that says that it goes on from it. Nothing
 * proves that to a program; the people who compare the six words of its computer know.
 */
export function isFromOther(
  grant: Pick<GrantRow, 'ledger'>,
  file: { readonly fromLedger?: string | undefined; readonly continues?: string | undefined },
): boolean {
  return file.fromLedger === undefined || [file.fromLedger, file.continues].includes(grant.ledger);
}
