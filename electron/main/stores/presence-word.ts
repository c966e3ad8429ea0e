import { isComputerName, mostPresenceBytes } from '#core/ledger/presence';
import { StoreError } from './store-error';

/** Refuses words that no place takes: of a computer whose id can be no name, or too long. */
export function requireComputer(computer: string, word: Uint8Array): void {
  if (!isComputerName(computer))
    throw new StoreError({ kind: 'defect', detail: `“${computer}” cannot be the name of a computer.` });
  if (word.length > mostPresenceBytes) throw new StoreError({ kind: 'defect', detail: 'That is too long a word.' });
}
