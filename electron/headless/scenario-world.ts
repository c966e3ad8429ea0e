import { ProvedCopy } from '../main/trust/proved-copy';
import { isKeyIntent } from '#core/intents/key-arguments';
import { noHash, encodeCommit } from '#core/ledger/encoding';
import { openingIntent } from '#core/ledger/opening';
import { Replica } from '#core/ledger/replica';
import { rulesVersion } from '#core/ledger/commit';
import type { LedgerStore } from '#core/ledger/store';
import { synchronise } from '#core/ledger/synchronise';
import type { Refusal, Warning } from '#core/rules/refusals';
import { scenarioKeys, withScenarioKeys } from './scenario-keys';
import type { IntentStep, Opening, QueryStep } from './scenario-steps';

interface Member {
  readonly replica: Replica;
  readonly copy: ProvedCopy;
  acts: number;
}

const never = new AbortController().signal;

/** The replicas of one scenario, the remote they share, and the day it is. Nothing in it reads a clock. */
export class ScenarioWorld {
  private readonly members = new Map<string, Member>();
  private readonly commitsByName = new Map<string, string>();
  private acted = 0;

  private constructor(
    private readonly remote: LedgerStore,
    private readonly ledger: string,
    private today: string,
  ) {}

  /** Opens the account under the remote: root group `root`, owner `owner`, known to every replica. */
  static async open(opening: Opening, remote: LedgerStore, ledger: string): Promise<ScenarioWorld> {
    const intent = openingIntent({
      id: 'opening',
      day: opening.today,
      at: `${opening.today}T00:00:00.000Z`,
      device: 'main',
      name: 'Account',
      timeZone: opening.timeZone,
      ownerName: 'Owner',
    });
    const opened = await remote.append(
      [encodeCommit({ ...intent, ledger, seq: 1, prev: noHash, rules: rulesVersion })],
      null,
      never,
    );
    if (!opened.ok) throw new Error(`The account cannot be opened at the remote: ${JSON.stringify(opened.failure)}`);
    const world = new ScenarioWorld(remote, ledger, opening.today);
    await world.member('main');
    return world;
  }

  setToday(day: string): void {
    this.today = day;
  }

  close(): Promise<void> {
    return this.remote.close();
  }

  /** A replica comes to be on first use, with what has been synchronised by then. */
  private async member(name: string): Promise<Member> {
    let member = this.members.get(name);
    if (member === undefined) {
      const replica = Replica.empty(this.ledger);
      member = { replica, copy: new ProvedCopy(replica, scenarioKeys(name)), acts: 0 };
      this.members.set(name, member);
      await this.exchange(member);
    }
    return member;
  }

  async act(
    step: IntentStep,
  ): Promise<
    | { readonly ok: true; readonly warnings: readonly Warning[] }
    | { readonly ok: false; readonly refusals: readonly Refusal[] }
  > {
    const name = step.on ?? 'main';
    const member = await this.member(name);
    member.acts += 1;
    this.acted += 1;
    const commit = `${name}-${String(member.acts)}`;
    const prepared = member.replica.prepareAct(
      { do: step.do, args: this.withNames(step, member) },
      {
        key: member.copy.key,
        commit,
        by: step.as ?? 'owner',
        day: this.today,
        at: `${this.today}T00:00:${String(this.acted).padStart(6, '0')}Z`,
        device: name,
      },
    );
    if (!prepared.ok) return prepared;
    member.replica.accept(prepared.step);
    if (step.commit !== undefined) this.commitsByName.set(step.commit, commit);
    return { ok: true, warnings: prepared.warnings };
  }

  /** An undo names a commit as the scenario named it; an act about keys names computers by their replica. */
  private withNames(step: IntentStep, { replica }: Member): unknown {
    const args = (step.args ?? {}) as { readonly commit?: unknown };
    if (isKeyIntent(step.do)) return withScenarioKeys(args, replica.ledger, replica.head);
    if (step.do !== 'undo' || typeof args.commit !== 'string') return step.args ?? {};
    return { ...args, commit: this.commitsByName.get(args.commit) ?? args.commit };
  }

  async ask(step: QueryStep): Promise<unknown> {
    const { replica } = await this.member(step.on ?? 'main');
    const given = step.args ?? {};
    const args = step.query === 'review' ? withScenarioKeys(given, replica.ledger, replica.head) : given;
    return replica.ask(step.query, args, { day: step.day ?? this.today, by: step.as ?? 'owner' });
  }

  /** Takes an item off a replica's attention list; whether there was one. */
  async drop(on: string | undefined, index: number): Promise<boolean> {
    const { replica } = await this.member(on ?? 'main');
    const item = replica.attention[index];
    if (item === undefined) return false;
    replica.accept(replica.prepareDrop(item.id));
    return true;
  }

  /** Synchronises one replica, or with `*` all of them twice over, in the order in which they came to be. What went wrong, or null. */
  async sync(name: string): Promise<string | null> {
    const replicas = name === '*' ? [...this.members.values(), ...this.members.values()] : [await this.member(name)];
    for (const member of replicas) {
      const problem = await this.exchange(member);
      if (problem !== null) return problem;
    }
    return null;
  }

  private async exchange({ copy }: Member): Promise<string | null> {
    const result = await synchronise(copy, this.remote, never);
    return result.ok ? null : JSON.stringify(result.failure);
  }
}
