import type { StoreApi } from 'zustand/vanilla';
import type { Result } from '#core/kernel/result';
import type { LocalLedger } from '#core/ipc/ledger-channels';
import type { LocalAccountSession } from '../data/account-session';
import { ask } from '../platform/bridge';
import { LettingIn } from './letting-in';
import type { StartState } from './start-hooks';
import type { TrustProblem } from './trust-problem';

type Way = (letting: LettingIn) => Promise<Result<string, TrustProblem>>;

/** Ways of this computer into a protected account in which nobody knows it: the page on which it waits, and what is tried there. */
export class WaysIn {
  private letting: LettingIn | null = null;
  /** Waits for which owner is at this computer, which the printed words let in. */
  private recovering: LettingIn | null = null;

  constructor(
    private readonly state: StoreApi<StartState>,
    private readonly onLetIn: (letting: LettingIn, userId: string) => Promise<void>,
  ) {}

  /** Tells that the answer to who sits here is for the printed words. */
  get isRecovering(): boolean {
    return this.recovering !== null;
  }

  /** Nobody has let this computer in: it can ask, take up an invitation, or be let in by the printed words. */
  async wait(local: LocalLedger, session: LocalAccountSession): Promise<void> {
    await this.show(new LettingIn(local, session), null);
  }

  async join(local: LocalLedger, session: LocalAccountSession, invitation: string): Promise<void> {
    await this.tryWay(new LettingIn(local, session), (it) => it.byInvitation(invitation));
  }

  async look(): Promise<void> {
    if (this.letting !== null) await this.tryWay(this.letting, (it) => it.look());
  }

  async byInvitation(text: string): Promise<void> {
    if (this.letting !== null) await this.tryWay(this.letting, (it) => it.byInvitation(text));
  }

  async byWords(words: string): Promise<void> {
    const { letting } = this;
    if (letting === null) return;
    this.showTrying();
    const owners = await letting.readByWords(words);
    if (!owners.ok) return this.show(letting, owners.failure);
    this.recovering = letting;
    const [only] = owners.value;
    if (only !== undefined && owners.value.length === 1) return this.recoverAs(only);
    const people = letting.session.people().filter(({ id }) => owners.value.includes(id));
    this.state.setState(
      { kind: 'whoAreYou', people: people.map(({ id, name, roleId }) => ({ id, name, roleId })) },
      true,
    );
  }

  /** Lets this computer in for the owner who sits at it, by the printed words that were read. */
  async recoverAs(userId: string): Promise<void> {
    const { recovering } = this;
    this.recovering = null;
    if (recovering !== null) await this.tryWay(recovering, (it) => it.byWords(userId));
  }

  /** Gives up waiting; what was waited for, or `null`. */
  giveUp(): LettingIn | null {
    const { letting } = this;
    this.letting = null;
    this.recovering = null;
    return letting;
  }

  /** Tries a way in; whoever is let in sits here from then on. */
  private async tryWay(letting: LettingIn, way: Way): Promise<void> {
    this.showTrying();
    const seated = await way(letting);
    if (!seated.ok) return this.show(letting, seated.failure);
    this.letting = null;
    await this.onLetIn(letting, seated.value);
  }

  private async show(letting: LettingIn, problem: TrustProblem | null): Promise<void> {
    this.letting = letting;
    // Letting in takes somebody else, maybe until tomorrow: the next start leads back to here.
    await ask('ledger.shown', { ledger: letting.local.ledger });
    const asking = await letting.asking();
    const canGoOn = letting.session.model.row('account', 'account') !== undefined;
    this.state.setState({ kind: 'notLetIn', asking, problem, isTrying: false, canGoOn }, true);
  }

  private showTrying(): void {
    this.state.setState((state) => (state.kind === 'notLetIn' ? { ...state, isTrying: true } : state), true);
  }
}
