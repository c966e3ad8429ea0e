import type { LocalLedger } from '#core/ipc/ledger-channels';
import type { TrustFailure } from '#core/ipc/trust-channels';
import { failed, succeeded, type Result } from '#core/kernel/result';
import { fileNameOf, writeChosenFile } from '../files/chosen-file';
import { mainTexts } from '../texts';
import type { LedgerDesk, LedgerResult } from '../ledger/ledger-desk';
import type { TrustDesk } from '../trust/trust-desk';
import type { AskedFile } from './export-handlers';
import type { Caller, Handlers } from './handlers';

export interface TrustHandlerParts {
  readonly desk: Pick<LedgerDesk, 'lockAfter' | 'lock' | 'unlock' | 'putAside'>;
  readonly trust: TrustDesk;
  /** The path that the person chose, `null` when they cancelled. The window never names one. */
  readonly askForFile: (asked: AskedFile, caller: Caller) => Promise<string | null>;
}

export function trustHandlers({ desk, trust, askForFile }: TrustHandlerParts): Handlers<'trust.'> {
  return {
    'trust.own': ({ ledger }) => trust.own(ledger),
    'trust.protect': ({ ledger }) => trust.protect(ledger),
    'trust.invite': ({ ledger }) => trust.invite(ledger),
    'trust.invitation': ({ ledger, inviteKey }) => trust.invitation(ledger, inviteKey),
    'trust.saveInvitation': async ({ ledger, inviteKey, name }, caller) => {
      const text = await trust.invitation(ledger, inviteKey);
      if (!text.ok) return text;
      const { saveTitle, fileKind } = mainTexts().invitation;
      const asked = { title: saveTitle, kind: fileKind, name: fileNameOf(name, 'txt'), extension: 'txt' };
      const file = await askForFile(asked, caller);
      if (file === null) return succeeded(null);
      const failure = await writeChosenFile(file, `${text.value}\n`);
      return failure === null ? succeeded(true as const) : failed(failure);
    },
    'trust.readInvitation': ({ text }) => trust.readInvitation(text),
    'trust.accept': ({ ledger, text }) => trust.accept(ledger, text),
    'trust.ask': ({ ledger }) => trust.ask(ledger),
    'trust.readAsking': ({ ledger, text }) => trust.readAsking(ledger, text),
    'trust.recover': ({ ledger, words }) => trust.recover(ledger, words),
    'trust.rotate': ({ ledger }) => trust.rotate(ledger),
    'trust.lockAfter': async ({ ledger, passphrase, minutes }) =>
      orWrong(await desk.lockAfter(ledger, passphrase, minutes)),
    'trust.lock': ({ ledger }) => desk.lock(ledger),
    'trust.unlock': async ({ ledger, passphrase }) => orWrong(await desk.unlock(ledger, passphrase)),
    'trust.putAside': ({ ledger }) => desk.putAside(ledger),
    'trust.giveBack': ({ ledger }) => trust.giveBack(ledger),
  };
}

function orWrong(opened: LedgerResult<LocalLedger | null>): Result<LocalLedger, TrustFailure> {
  if (!opened.ok) return opened;
  return opened.value === null ? failed({ kind: 'passphrase' }) : succeeded(opened.value);
}
