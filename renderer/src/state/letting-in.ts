import { failed, succeeded, type Result } from '#core/kernel/result';
import { keyIdOf } from '#core/kernel/keys';
import type { LocalLedger } from '#core/ipc/ledger-channels';
import type { AskingComputer } from '#core/ipc/trust-channels';
import type { LocalAccountSession } from '../data/account-session';
import type { ActCall } from '../data/session';
import { ask } from '../platform/bridge';
import { readJoined } from './joining';
import { trustCalls } from './trust-calls';
import { trustProblem, type TrustProblem } from './trust-problem';

type Seated = Result<string, TrustProblem>;

/** Person whose computer this is in a protected account; `null` where nobody has let it in, or the account is not protected. */
export function personOfKey(session: Pick<LocalAccountSession, 'ownKey' | 'model'>): string | null {
  const key = session.ownKey();
  const computer = key === null ? undefined : session.model.row('computers', key);
  return computer?.revoked === null ? computer.userId : null;
}

const notYet: TrustProblem = { kind: 'not-yet', detail: '' };

/** A computer on its way into a protected account: by an invitation, by somebody who compares six words, by the printed words. */
export class LettingIn {
  constructor(
    readonly local: LocalLedger,
    readonly session: LocalAccountSession,
  ) {}

  /** What this computer asks with; `null` where its keys cannot be used. */
  async asking(): Promise<AskingComputer | null> {
    const asking = await ask('trust.ask', { ledger: this.local.ledger });
    await this.refreshKeys();
    return asking.ok ? asking.value : null;
  }

  /** Looks whether somebody has let this computer in meanwhile, and as whom. */
  async look(): Promise<Seated> {
    const problem = await this.read();
    if (problem !== null) return failed(problem);
    const person = personOfKey(this.session);
    return person === null ? failed(notYet) : succeeded(person);
  }

  /** Takes up an invitation. Whatever the place holds must go on from what the invitation was made on. */
  async byInvitation(text: string): Promise<Seated> {
    const accepted = await ask('trust.accept', { ledger: this.local.ledger, text });
    if (!accepted.ok) return failed(trustProblem(accepted.failure));
    const args = accepted.value;
    await this.refreshKeys();
    const problem = await this.read();
    if (problem !== null) return failed(problem);
    const invitation = this.session.model.row('invitations', keyIdOf(args.inviteKey));
    if (invitation === undefined) return failed({ kind: 'nobody-invited', detail: '' });
    return this.doAs(invitation.userId, { do: 'key.accept', args }, { kind: 'used', detail: '' });
  }

  /** Reads the account with the printed words; the owners, one of whom is to be at this computer. */
  async readByWords(words: string): Promise<Result<readonly string[], TrustProblem>> {
    const recovered = await ask('trust.recover', { ledger: this.local.ledger, words });
    if (!recovered.ok) return failed(trustProblem(recovered.failure));
    await this.refreshKeys();
    const problem = await this.read();
    if (problem !== null) return failed(problem);
    const owners = this.session.people().filter(({ roleId }) => roleId === 'owner');
    return owners.length === 0 ? failed({ kind: 'no-owner', detail: '' }) : succeeded(owners.map(({ id }) => id));
  }

  /** Lets this computer in for an owner, with the printed words that were read. */
  async byWords(ownerId: string): Promise<Seated> {
    const asking = await this.asking();
    if (asking === null) return failed({ kind: 'no-keys', detail: '' });
    const { key, sealKey, name } = asking;
    const args = { userId: ownerId, key, sealKey, name };
    return this.doAs(ownerId, { do: 'key.certify', args }, { kind: 'words-check', detail: '' });
  }

  private async doAs(person: string, call: ActCall, refused: TrustProblem): Promise<Seated> {
    const done = await this.session.as(person).act(call);
    if (!done.ok) return failed(done.kind === 'refused' ? refused : { kind: 'defect', detail: done.kind });
    const problem = await this.read();
    await ask('trust.giveBack', { ledger: this.local.ledger });
    await this.refreshKeys();
    if (problem !== null) return failed(problem);
    // Others may have been first: then it waits for attention, and nobody is let in.
    return personOfKey(this.session) === person ? succeeded(person) : failed(refused);
  }

  private async read(): Promise<TrustProblem | null> {
    const { local, session } = this;
    if (local.store === null) return { kind: 'no-answer', detail: '' };
    const outcome = await readJoined(local, session, new AbortController().signal);
    return outcome.ok ? null : trustProblem(outcome.failure);
  }

  private refreshKeys(): Promise<void> {
    return trustCalls(this.local.ledger, this.session).refresh();
  }
}
