import { failed, succeeded } from '#core/kernel/result';
import type { LedgerDesk } from '../ledger/ledger-desk';
import type { SecretKeeper } from '../servers/secret-keeper';
import { nameServer } from '../servers/server-names';
import type { Handlers } from './handlers';

export interface ServerHandlerParts {
  readonly desk: Pick<LedgerDesk, 'addressOfLedger'>;
  readonly secrets: SecretKeeper;
  /** From now on the window may name this place. */
  readonly allow: (place: string) => void;
}

export function serverHandlers({ desk, secrets, allow }: ServerHandlerParts): Handlers<'server.'> {
  const never = new AbortController().signal;
  return {
    'server.name': (given) => nameServer(given, { secrets, allow }, never),
    'server.signIn': async ({ ledger, password }) => {
      const url = desk.addressOfLedger(ledger);
      return url === null ? failed({ kind: 'unknown-ledger' }) : succeeded(await secrets.remember(url, password));
    },
  };
}
