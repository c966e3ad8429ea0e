import { hostname } from 'node:os';
import type { AskingComputer, NamedKeys, OwnTrust, Protection, TrustFailure } from '#core/ipc/trust-channels';
import { isSealKey, isSigningKey, keyIdOf } from '#core/kernel/keys';
import { failed, succeeded, type Result } from '#core/kernel/result';
import { acceptText, rotateText } from '#core/ledger/signed-text';
import type { TrustedLedger } from '../ledger/ledger-desk';
import { neverAborted } from '../stores/abort';
import { ComputerKeys, secretsFrom } from './computer-keys';
import { holdsHead, invitationSecrets, invitationText, makeInvitationSecret, readInvitation } from './invitation';
import { makeRecoveryWords, readRecoveryWords, sixWords } from './words';

type Answer<Value> = Promise<Result<Value, TrustFailure>>;

const noKeys = { kind: 'no-keys' } as const;
const longestName = 100;
const longestLabel = 200;

/** Everything about keys that the window may have done for the open ledger. No private key leaves it. */
export class TrustDesk {
  constructor(
    private readonly trusted: (ledger: string) => Result<TrustedLedger, { readonly kind: 'unknown-ledger' }>,
    private readonly name: string = hostname().slice(0, longestName) || 'Computer',
  ) {}

  own(ledger: string): Result<OwnTrust, TrustFailure> {
    const opened = this.trusted(ledger);
    if (!opened.ok) return opened;
    const { keys, journal } = opened.value;
    return succeeded({
      ids: keys.own.all().map(({ id }) => id),
      lock: keys.lock,
      failure: keys.failure?.kind ?? null,
      name: this.name,
      headWords: sixWords('head', ledger, journal.newest?.hash ?? ''),
    });
  }

  async protect(ledger: string): Answer<Protection> {
    const opened = this.trusted(ledger);
    if (!opened.ok) return opened;
    const own = await opened.value.keys.newest();
    if (own === null) return failed(noKeys);
    const words = makeRecoveryWords();
    const reading = readRecoveryWords(words.join(' '));
    if (!reading.ok) return failed({ kind: 'defect', detail: 'The words cannot be read again.' });
    const recovery = new ComputerKeys(secretsFrom(reading.secret, 'recovery')).public;
    return succeeded({ ...own.public, name: this.name, recovery, words });
  }

  invite(ledger: string): Result<{ readonly inviteKey: string; readonly sealKey: string }, TrustFailure> {
    const opened = this.trusted(ledger);
    if (!opened.ok) return opened;
    const secret = makeInvitationSecret();
    const { key, sealKey } = new ComputerKeys(invitationSecrets({ secret })).public;
    opened.value.keys.invited.set(key, secret);
    return succeeded({ inviteKey: key, sealKey });
  }

  /** The text of an invitation that was made since the ledger was opened, on top of what the place holds by now. */
  async invitation(ledger: string, inviteKey: string): Answer<string> {
    const opened = this.trusted(ledger);
    if (!opened.ok) return opened;
    const { keys, journal, check, store } = opened.value;
    const secret = keys.invited.get(inviteKey);
    const register = await check.register();
    if (!register.ok) return register;
    // Written only once the others know of it: before, nobody could be let in by it.
    const isKnown = register.value.invitations.some(({ id, state }) => id === keyIdOf(inviteKey) && state === 'open');
    const { newest } = journal;
    if (secret === undefined || newest === null || !isKnown) return failed({ kind: 'unknown-invitation' });
    const place = store?.info.label.slice(0, longestLabel);
    return succeeded(invitationText({ ledger, head: newest, secret, ...(place === undefined ? {} : { place }) }));
  }

  readInvitation(text: string): Result<{ readonly ledger: string; readonly place: string | null }, TrustFailure> {
    const invitation = readInvitation(text);
    return invitation === null
      ? failed({ kind: 'not-an-invitation' })
      : succeeded({ ledger: invitation.ledger, place: invitation.place ?? null });
  }

  /** The open ledger can be read with the invitation from here on, whatever comes of it. */
  async accept(
    ledger: string,
    text: string,
  ): Answer<NamedKeys & { readonly inviteKey: string; readonly proof: string }> {
    const opened = this.trusted(ledger);
    if (!opened.ok) return opened;
    const { keys, place: store, check } = opened.value;
    const invitation = readInvitation(text);
    if (invitation === null) return failed({ kind: 'not-an-invitation' });
    if (invitation.ledger !== ledger) return failed({ kind: 'other-account' });
    if (store === null) return failed({ kind: 'not-connected' });
    const invited = new ComputerKeys(invitationSecrets(invitation));
    keys.lend(invited);
    const holds = await holdsHead(store, invitation, neverAborted);
    if (!holds.ok) return holds;
    if (!holds.value) return failed({ kind: 'put-back' });
    const made = await this.unusedKey(opened.value, check);
    if (!made.ok) return made;
    const given = { inviteKey: invited.public.key, ...made.value.public, name: this.name };
    return succeeded({ ...given, proof: invited.sign(acceptText(ledger, given)) });
  }

  async ask(ledger: string): Answer<AskingComputer> {
    const opened = this.trusted(ledger);
    if (!opened.ok) return opened;
    const made = await this.unusedKey(opened.value, opened.value.check);
    if (!made.ok) return made;
    return succeeded(this.asking(ledger, { ...made.value.public, name: this.name }));
  }

  readAsking(ledger: string, text: string): Result<AskingComputer, TrustFailure> {
    const [, key = '', sealKey = '', name = ''] =
      /^([0-9a-f]{64})([0-9a-f]{64})\s+(\S.{0,199})$/.exec(text.trim().replace(/\s+/g, ' ')) ?? [];
    return isSigningKey(key) && isSealKey(sealKey)
      ? succeeded(this.asking(ledger, { key, sealKey, name: name.slice(0, longestName) }))
      : failed({ kind: 'not-a-request' });
  }

  async recover(ledger: string, words: string): Answer<NamedKeys> {
    const opened = this.trusted(ledger);
    if (!opened.ok) return opened;
    const reading = readRecoveryWords(words);
    if (!reading.ok) return failed({ kind: 'words', problem: reading.problem, word: reading.word ?? '' });
    opened.value.keys.lend(new ComputerKeys(secretsFrom(reading.secret, 'recovery')));
    const made = await this.unusedKey(opened.value, opened.value.check);
    return made.ok ? succeeded({ ...made.value.public, name: this.name }) : made;
  }

  async rotate(
    ledger: string,
  ): Answer<{ readonly key: string; readonly newKey: string; readonly sealKey: string; readonly proof: string }> {
    const opened = this.trusted(ledger);
    if (!opened.ok) return opened;
    const { keys, check } = opened.value;
    const register = await check.register();
    if (!register.ok) return register;
    const present = keys.own.counting(register.value);
    const next = await keys.make();
    if (present === null || next === null) return failed(noKeys);
    const given = { key: present.id, newKey: next.public.key, sealKey: next.public.sealKey };
    return succeeded({ ...given, proof: next.sign(rotateText(ledger, given)) });
  }

  giveBack(ledger: string): Result<null, TrustFailure> {
    const opened = this.trusted(ledger);
    if (!opened.ok) return opened;
    opened.value.keys.giveBack();
    return succeeded(null);
  }

  /** A key that the account does not know yet: the newest, so that asking twice asks with the same one. */
  private async unusedKey(
    { keys }: TrustedLedger,
    check: TrustedLedger['check'],
  ): Promise<Result<ComputerKeys, TrustFailure>> {
    const register = await check.register();
    if (!register.ok) return register;
    const newest = await keys.newest();
    if (newest === null) return failed(noKeys);
    const isKnown = register.value.computers.some(({ id }) => id === newest.id);
    const made = isKnown ? await keys.make() : newest;
    return made === null ? failed(noKeys) : succeeded(made);
  }

  private asking(ledger: string, { key, sealKey, name }: NamedKeys): AskingComputer {
    return { key, sealKey, name, text: `${key}${sealKey} ${name}`, words: sixWords('computer', ledger, key, sealKey) };
  }
}
