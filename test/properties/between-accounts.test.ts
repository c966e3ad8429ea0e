import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '#core/kernel/day';
import type { GrantLetter } from '#core/ledger/grant-file';
import { letterOf, saidOf } from '#core/ledger/grant-letters';
import { Replica } from '#core/ledger/replica';
import type { GrantRow } from '#core/model/rows';
import { claimedUnits, nominalUnits } from '#core/rules/pools';
import { Chooser } from '../support/random/chooser';
import { proposeIntent } from '../support/random/intents';
import { firstDay, openingEntries } from '../support/random/run';
import { purchasable, seatTypes, type RandomCall } from '../support/random/surroundings';
import { settings } from './settings';

const ledgers = ['distributor', 'dealer', 'project'] as const;
const types = [...seatTypes, ...purchasable].filter((typeId) => typeId !== 'link.feature');

/** Three accounts that give each other licenses by files, which are lost, come late, and come twice. */
class GrantingRun {
  readonly done = new Map<string, number>();
  private readonly replicas = ledgers.map((ledger) => Replica.empty(ledger));
  private readonly files: GrantLetter[] = [];
  private today: Day = firstDay;
  private made = 0;

  constructor() {
    for (const [at, replica] of this.replicas.entries()) replica.receive(openingEntries(ledgers[at]));
    for (const typeId of types)
      this.act(0, { do: 'block.add', args: { groupId: 'root', typeId, quantity: 20, source: 'purchase' } }, 'owner');
  }

  step(number: number): string | null {
    const choose = new Chooser(number);
    if (choose.chance(0.03)) this.today = addDays(this.today, choose.whole(1, 12));
    const at = choose.whole(0, ledgers.length - 1);
    const call = choose.chance(0.7) ? this.granting(at, choose) : this.another(at, choose);
    if (call === null) return null;
    const by = choose.chance(0.85) ? 'owner' : (choose.one([...this.replica(at).model.rows('users')])?.id ?? 'owner');
    return this.act(at, call, by) ?? this.problem(call.do);
  }

  /** Every file that is due comes to where it is to go: then both sides of every grant say the same. */
  settle(): string | null {
    // Twice: what came in the first round is answered in the second.
    for (const replica of [...this.replicas, ...this.replicas])
      for (const grant of [...replica.model.rows('grants')]) {
        for (const kind of saidOf(grant)) {
          const letter = letterOf(replica.model, replica.ledger, { kind, id: grant.id }, 'owner');
          if (!letter.ok || letter.value.kind === 'address') return `no ${kind} of ${grant.id}`;
          this.act(this.placeOf(grant.ledger), { do: 'grant.accept', args: { file: letter.value } }, 'owner');
        }
      }
    for (const [given, received] of this.pairs()) {
      if (received === undefined) return `${given.id} did not arrive`;
      // That it was asked for is a word, which whoever asked may take back.
      if (!given.accepted || given.returned !== received.returned) return `the two sides of ${given.id} differ`;
    }
    return this.problem('settling');
  }

  private granting(at: number, choose: Chooser): RandomCall | null {
    const { model, ledger } = this.replica(at);
    const id = choose.one([...model.rows('grants')])?.id ?? 'nowhere';
    const to = (at + choose.whole(0, 2)) % ledgers.length;
    return choose.weighted<() => RandomCall | null>([
      [
        4,
        () => ({
          do: 'grant.give',
          args: {
            ...{ id: `g${String(this.made)}`, toLedger: ledgers[to], toRoot: 'root', typeId: choose.one(types) },
            quantity: choose.whole(1, 8),
            ...(choose.chance(0.3) ? { validUntil: addDays(this.today, choose.whole(-1, 90)) } : {}),
          },
        }),
      ],
      [2, () => ({ do: 'grant.return', args: { id, quantity: choose.whole(1, 4) } })],
      [1, () => ({ do: 'grant.recall', args: { id } })],
      [
        4,
        () => {
          const grant = model.row('grants', id);
          const kind = grant === undefined ? undefined : choose.one(saidOf(grant));
          const letter = kind === undefined ? null : letterOf(model, ledger, { kind, id }, 'owner');
          if (letter?.ok === true) this.files.push(letter.value);
          return null;
        },
      ],
      // Any file that was ever made, at any account: most are for another one, or came before.
      [8, () => ({ do: 'grant.accept', args: { file: choose.one(this.files) ?? null } })],
    ])();
  }

  private another(at: number, choose: Chooser): RandomCall | null {
    const { model, records } = this.replica(at);
    const commits = records.slice(-20).map(({ id }) => id);
    // Undoing what passed is tried more often than chance would.
    if (choose.chance(0.3)) return { do: 'undo', args: { commit: choose.one(commits) ?? 'none' } };
    return proposeIntent({ model, today: this.today, commits, choose });
  }

  private replica(at: number): Replica {
    return this.replicas[at] as Replica;
  }

  private placeOf(ledger: string): number {
    return ledgers.findIndex((each) => each === ledger);
  }

  private act(at: number, call: RandomCall, by: string): string | null {
    const replica = this.replica(at);
    this.made += 1;
    const before = new Map(types.map((typeId) => [typeId, this.shortOf(replica, typeId)]));
    const prepared = replica.prepareAct(call, {
      ...{ commit: `c${String(this.made)}`, by, day: this.today, at: `${this.today}T08:00:00.000Z`, device: 'test' },
    });
    if (!prepared.ok) return prepared.refusals.some(({ code }) => code === 'DEFECT') ? 'a defect' : null;
    replica.accept(prepared.step);
    this.done.set(call.do, (this.done.get(call.do) ?? 0) + 1);
    if (!call.do.startsWith('grant.')) return null;
    const short = types.find((typeId) => this.shortOf(replica, typeId) > Math.max(0, before.get(typeId) ?? 0));
    return short === undefined ? null : `D3: ${short} is short after ${call.do}`;
  }

  /** Units of a type by which what the root handed out exceeds what it has. */
  private shortOf({ model }: Replica, typeId: (typeof types)[number]): number {
    const root = model.root.id;
    return claimedUnits(model, root, typeId, this.today) - nominalUnits(model, root, typeId, this.today);
  }

  private pairs(): readonly (readonly [given: GrantRow, received: GrantRow | undefined])[] {
    return this.replicas.flatMap(({ model }) =>
      [...model.rows('grants')]
        .filter(({ direction }) => direction === 'given')
        .map((given) => [given, this.replica(this.placeOf(given.ledger)).model.row('grants', given.id)] as const),
    );
  }

  /** D13: nothing is there twice, whatever came late, twice or not at all. */
  private problem(name: string): string | null {
    for (const [given, received] of this.pairs()) {
      const { model } = this.replica(this.placeOf(given.ledger));
      const there = received?.blockId == null ? 0 : (model.row('blocks', received.blockId)?.quantity ?? 0);
      if (there + given.returned > given.quantity) return `${given.id} is there twice, after ${name}`;
      if (received === undefined) continue;
      if (given.returned > received.returned) return `more of ${given.id} came back than was sent, after ${name}`;
      if (there !== given.quantity - received.returned) return `units of ${given.id} are lost, after ${name}`;
    }
    return null;
  }
}

describe('licenses that pass between three accounts by chance', () => {
  it(
    'are never there twice or handed out beyond what a pool has, and both sides agree once all files have come',
    () => {
      const done = new Map<string, number>();
      fc.assert(
        fc.property(fc.array(fc.nat(), { minLength: 80, maxLength: 200 }), (numbers) => {
          const run = new GrantingRun();
          for (const number of numbers) {
            const problem = run.step(number);
            if (problem !== null) throw new Error(problem);
          }
          const problem = run.settle();
          for (const [name, times] of run.done) done.set(name, (done.get(name) ?? 0) + times);
          if (problem !== null) throw new Error(problem);
        }),
        { numRuns: Math.max(20, Math.floor(settings.runs / 2)), seed: settings.seed },
      );
      for (const name of ['grant.give', 'grant.accept', 'grant.recall', 'grant.return', 'undo'])
        expect([name, (done.get(name) ?? 0) > 20]).toEqual([name, true]);
    },
    settings.patience,
  );
});
