import type { GrantFailure, ReadLetter } from '#core/ipc/grant-channels';
import { failed, succeeded, type Result } from '#core/kernel/result';
import type { GrantFileFailure } from '#core/ledger/grant-file';
import type { LetterAsked } from '#core/ledger/grant-letters';
import { pendingAsCommits } from '#core/ledger/pending-as-commits';
import type { LetterThere } from '../ledger/ledger-check';
import type { TrustedLedger } from '../ledger/ledger-desk';
import type { ComputerKeys } from './computer-keys';
import { grantWords, openGrantFile, signGrantFile } from './grant-signing';

/** Files by which licenses pass between the open account and others: signed and checked here, where the keys are. */
export class GrantDesk {
  constructor(
    private readonly trusted: (ledger: string) => Result<TrustedLedger, { readonly kind: 'unknown-ledger' }>,
  ) {}

  async words(ledger: string): Promise<Result<readonly string[], GrantFailure>> {
    const there = await this.ask(ledger, null);
    return there.ok ? succeeded(grantWords(ledger, there.value.keys.public.key)) : there;
  }

  read(bytes: Uint8Array): Result<ReadLetter, GrantFileFailure> {
    const opened = openGrantFile(bytes);
    if (!opened.ok) return opened;
    const { letter, key } = opened.value;
    return succeeded({ ...opened.value, words: grantWords(letter.fromLedger ?? '', key) });
  }

  /**
   * A file of what the ledger says, as the process that checks knows it: what waits to be sent is not told to another account. An
   * account that is shared with nobody consists of nothing else, and there nothing can come before it.
   */
  async file(ledger: string, asked: LetterAsked): Promise<Result<Uint8Array, GrantFailure>> {
    const there = await this.ask(ledger, asked);
    if (!there.ok) return there;
    const { letter, keys } = there.value;
    if (letter === null) return failed({ kind: 'not-there' });
    return letter.ok ? succeeded(signGrantFile(letter.value, keys)) : letter;
  }

  /** What the account says, and the key by which this computer speaks for it: where it is protected, one that was let in. */
  private async ask(
    ledger: string,
    asked: LetterAsked | null,
  ): Promise<Result<Pick<LetterThere, 'letter'> & { readonly keys: ComputerKeys }, GrantFailure>> {
    const opened = this.trusted(ledger);
    if (!opened.ok) return opened;
    const { check, journal, note, keys } = opened.value;
    const known = await check.register();
    if (!known.ok) return known;
    const pending = note.url === null ? journal.summary().open : [];
    const waiting = keys.own.signActs(pendingAsCommits(ledger, journal.newest, pending), known.value);
    if (waiting === null) return failed({ kind: 'no-keys' });
    const there = await check.letter({ asked, by: note.by ?? '', entries: waiting });
    if (!there.ok) return there;
    const { letter, register } = there.value;
    const own = register.isProtected ? keys.own.counting(register) : await keys.newest();
    return own === null ? failed({ kind: 'no-keys' }) : succeeded({ letter, keys: own });
  }
}
