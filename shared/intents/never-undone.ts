import { isKeyIntent } from './key-arguments';

/** Acts by which licenses pass between ledgers (D13): the other one may have the file by now. */
const passedOn: ReadonlySet<string> = new Set(['grant.give', 'grant.accept', 'grant.return']);

/**
 * Tells by an act's name that no undo takes it back: the beginning of an account, who was let in or shut out (S3), what another
 * ledger has (D13), where the history begins (G12). Whoever offers an undo asks here first; of several acts in one only their changes
 * tell, as `performUndo` does.
 */
export function isNeverUndone(name: string): boolean {
  return name === 'account.open' || name === 'history.shorten' || isKeyIntent(name) || passedOn.has(name);
}
