import type { KeptAccount } from '#core/ipc/ledger-channels';
import { nameIn } from './account-name';
import { Journal } from './journal';
import type { LedgerFiles, LedgerNote } from './ledger-files';

/** Every account that is kept here, the one that was worked on last first. The journal of an open one is looked into as it is. */
export async function keptAccounts(
  files: LedgerFiles,
  labelOf: (url: string) => string | null,
  open: { readonly note: LedgerNote; readonly journal: Journal } | null,
): Promise<readonly KeptAccount[]> {
  const accounts: KeptAccount[] = [];
  for (const { ledger, lastOpen } of await files.ledgers()) {
    const url = (await files.note(ledger))?.url ?? null;
    const isOpen = open?.note.ledger === ledger;
    const journal = isOpen ? open.journal : await Journal.open(files.folderOf(ledger)).catch(() => null);
    const name = journal === null ? null : await nameIn(journal);
    const place = url === null ? null : labelOf(url);
    accounts.push({ ledger, name, place, lastOpen, unsent: journal?.summary().open.length ?? 0 });
    if (!isOpen) await journal?.close();
  }
  return accounts;
}
