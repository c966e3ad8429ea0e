import { failed, succeeded } from '#core/kernel/result';
import { grantFileExtension } from '#core/ledger/file-names';
import { fileNameOf, writeChosenFile } from '../files/chosen-file';
import { mainTexts } from '../texts';
import type { GrantDesk } from '../trust/grant-desk';
import type { AskedFile } from './export-handlers';
import type { Caller, Handlers } from './handlers';

export interface GrantHandlerParts {
  readonly grants: GrantDesk;
  /** The path that the person chose, `null` when they cancelled. The window never names one. */
  readonly askForFile: (asked: AskedFile, caller: Caller) => Promise<string | null>;
}

export function grantHandlers({ grants, askForFile }: GrantHandlerParts): Handlers<'grant.'> {
  return {
    'grant.words': ({ ledger }) => grants.words(ledger),
    'grant.read': ({ bytes }) => grants.read(bytes),
    'grant.save': async ({ ledger, asked, name }, caller) => {
      const made = await grants.file(ledger, asked);
      if (!made.ok) return made;
      const { saveTitle, fileKind } = mainTexts().grant;
      const extension = grantFileExtension;
      const file = await askForFile(
        { title: saveTitle, kind: fileKind, name: fileNameOf(name, extension), extension },
        caller,
      );
      if (file === null) return succeeded(null);
      const failure = await writeChosenFile(file, made.value);
      return failure === null ? succeeded(true as const) : failed(failure);
    },
  };
}
