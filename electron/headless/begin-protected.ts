import { randomBytes, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { failed, succeeded } from '#core/kernel/result';
import { protectedLedgerId } from '#core/kernel/keys';
import { openingIntent, type Opening } from '#core/ledger/opening';
import type { LedgerStore, StoreResult } from '#core/ledger/store';
import { synchronise } from '#core/ledger/synchronise';
import { neverAborted } from '../main/stores/abort';
import { ComputerKeys, makeSecrets, secretsFrom } from '../main/trust/computer-keys';
import { makeRecoveryWords, readRecoveryWords } from '../main/trust/words';
import { openKeys, openPlace } from './protected-place';

/** A new account that is protected from the beginning: its id names the key of the computer that begins it. */
export interface ProtectedBeginning {
  readonly ledger: string;
  /** Puts the account into an empty place; answers the words that are to be printed. */
  readonly begin: (store: LedgerStore, opening: Opening) => Promise<StoreResult<readonly string[]>>;
}

/** Makes the first key of a ledger, in a file that does not exist yet. */
export async function beginProtected(file: string): Promise<StoreResult<ProtectedBeginning>> {
  const secrets = makeSecrets();
  const { key, sealKey } = new ComputerKeys(secrets).public;
  const nonce = randomBytes(16).toString('hex');
  const ledger = protectedLedgerId(key, nonce);
  const opened = await openKeys(file, ledger);
  if (!opened.ok) return opened;
  const keys = opened.value;
  await keys.take(secrets);
  return succeeded({
    ledger,
    begin: async (store, opening) => {
      const words = makeRecoveryWords();
      const reading = readRecoveryWords(words.join(' '));
      if (!reading.ok) return failed({ kind: 'defect', detail: 'The words cannot be read again.' });
      const recovery = new ComputerKeys(secretsFrom(reading.secret, 'recovery')).public;
      const { copy, store: sealed } = openPlace(ledger, store, keys);
      const first = openingIntent(opening);
      const protecting = {
        do: 'account.protect',
        args: { ownerKey: key, sealKey, name: hostname(), nonce, recovery },
      };
      for (const act of [first, { ...first, ...protecting, id: randomUUID() }]) {
        const { id, day, at, by, device } = act;
        const prepared = copy.replica.prepareAct(act, { commit: id, day, at, by, device, key: copy.key });
        if (!prepared.ok) return failed({ kind: 'defect', detail: JSON.stringify(prepared.refusals) });
        copy.replica.accept(prepared.step);
      }
      const sent = await synchronise(copy, sealed, neverAborted);
      return sent.ok ? succeeded(words) : sent;
    },
  });
}

/** Recovery words for a terminal, six in a line. */
export function wordLines(words: readonly string[]): readonly string[] {
  const lines = [
    'These words let an owner in again when every computer is lost. Write them down, and keep them apart:',
  ];
  for (let start = 0; start < words.length; start += 6) lines.push(`  ${words.slice(start, start + 6).join(' ')}`);
  return lines;
}
