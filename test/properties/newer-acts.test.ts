import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueOf } from '#core/catalogue/license-types';
import { addDays, isDay, type Day } from '#core/kernel/day';
import { Replica } from '#core/ledger/replica';
import type { FieldRow, FieldValues } from '#core/model/rows';
import { tableOfFields } from '#core/model/vocabulary';
import { claimedUnits, nominalUnits } from '#core/rules/pools';
import { beginnings } from '../support/random/beginnings';
import { Chooser } from '../support/random/chooser';
import { proposeIntent } from '../support/random/intents';
import { proposeNewerIntent } from '../support/random/newer-intents';
import { firstDay, openingEntries } from '../support/random/run';
import type { RandomCall } from '../support/random/surroundings';
import { settings } from './settings';

const computers = ['office', 'van'] as const;

function isOfKind({ kind, choices }: FieldRow, value: string | number): boolean {
  if (kind === 'number') return typeof value === 'number';
  if (typeof value !== 'string') return false;
  return kind === 'text' || (kind === 'day' ? isDay(value) : choices.includes(value));
}

/** Two computers with one account under the acts that version 2 brought, in the midst of all others. */
class NewerRun {
  readonly done = new Map<string, number>();
  private readonly replicas = computers.map(() => Replica.empty('ledger-r'));
  private today: Day = firstDay;
  private made = 0;

  constructor(beginning: number) {
    for (const replica of this.replicas) replica.receive(openingEntries());
    for (const call of beginnings[beginning % beginnings.length] ?? []) this.act(0, call, 'owner');
    this.exchange();
  }

  step(number: number): string | null {
    const choose = new Chooser(number);
    if (choose.chance(0.05)) this.today = addDays(this.today, choose.whole(1, 12));
    if (choose.chance(0.08)) return this.exchange();
    const at = choose.whole(0, 1);
    const { model, records } = this.replica(at);
    const around = { model, today: this.today, commits: records.slice(-20).map(({ id }) => id), choose };
    const call = choose.chance(0.6) ? proposeNewerIntent(around) : proposeIntent(around);
    const by = choose.chance(0.75) ? 'owner' : (choose.one([...model.rows('users')])?.id ?? 'owner');
    return this.act(at, call, by);
  }

  /** What each has done goes to the other; they must come to the same state. */
  exchange(): string | null {
    const [office, van] = [this.replica(0), this.replica(1)];
    const { entries } = office.outgoing(100_000);
    for (const replica of [office, van]) {
      const received = replica.receive(entries);
      if (!received.ok) return `receiving: ${JSON.stringify(received)}`;
      if (received.voided.length > 0) return `void: ${JSON.stringify(received.voided[0])}`;
    }
    const { entries: back } = van.outgoing(100_000);
    for (const replica of [office, van]) {
      const received = replica.receive(back);
      if (!received.ok) return `receiving: ${JSON.stringify(received)}`;
      if (received.voided.length > 0) return `void: ${JSON.stringify(received.voided[0])}`;
    }
    const digests = this.replicas.map((replica) => replica.ask('digest', {}, { day: this.today, by: 'owner' }));
    return JSON.stringify(digests[0]) === JSON.stringify(digests[1]) ? null : 'the two computers differ';
  }

  private replica(at: number): Replica {
    return this.replicas[at] as Replica;
  }

  private act(at: number, call: RandomCall, by: string): string | null {
    const replica = this.replica(at);
    const before = this.shortages(replica);
    this.made += 1;
    const prepared = replica.prepareAct(call, {
      commit: `c${String(this.made)}`,
      by,
      day: this.today,
      at: `${this.today}T08:00:00.000Z`,
      device: computers[at] ?? '',
    });
    if (!prepared.ok) return prepared.refusals.some(({ code }) => code === 'DEFECT') ? 'a defect' : null;
    replica.accept(prepared.step);
    this.done.set(call.do, (this.done.get(call.do) ?? 0) + 1);
    return this.problemOf(replica, call, before);
  }

  /** By how many units the claims on each pool and type exceed what it has today. */
  private shortages({ model }: Replica): ReadonlyMap<string, number> {
    return new Map(
      [...model.pools()].flatMap((poolId) =>
        catalogueOf(model)
          .types.map(({ id }) => id)
          .filter((typeId) => typeId !== 'link.feature')
          .map((typeId) => [
            `${poolId} ${typeId}`,
            claimedUnits(model, poolId, typeId, this.today) - nominalUnits(model, poolId, typeId, this.today),
          ]),
      ),
    );
  }

  private problemOf(replica: Replica, call: RandomCall, before: ReadonlyMap<string, number>): string | null {
    const { model } = replica;
    for (const number of model.rows('numbers'))
      if (number.held !== undefined && model.row('reservations', number.held) === undefined)
        return `D12: ${number.value} is kept for nobody, after ${call.do}`;
    for (const { poolId, id, quantity } of model.rows('reservations'))
      if (quantity < 0 || model.row('groups', poolId) === undefined) return `D12: ${id} hangs, after ${call.do}`;
    for (const { id, direction, quantity, returned, blockId } of model.rows('grants')) {
      if (returned > quantity) return `D13: more of ${id} came back than there was, after ${call.do}`;
      const block = blockId === null ? undefined : model.row('blocks', blockId);
      if (direction === 'received' && (block?.quantity ?? 0) !== quantity - returned)
        return `D13: the block of ${id} is not what is left of it, after ${call.do}`;
    }
    for (const on of ['group', 'user', 'device', 'number'] as const)
      for (const { id, fields } of model.rows(tableOfFields[on])) {
        const problem = this.problemOfFields(replica, on, fields);
        if (problem !== null) return `${problem} of ${id}, after ${call.do}`;
      }
    for (const user of model.rows('users'))
      if (user.from != null && user.until != null && user.until < user.from)
        return `the days of ${user.id} are the wrong way round, after ${call.do}`;
    // An undo may bring a shortage back that was there before it.
    if (call.do === 'undo' || call.do === 'batch') return null;
    for (const [key, short] of this.shortages(replica))
      if (short > 0 && short > Math.max(0, before.get(key) ?? 0))
        return `D3: ${key} is short by ${String(short)}, after ${call.do}`;
    return null;
  }

  private problemOfFields({ model }: Replica, on: FieldRow['on'], fields: FieldValues | undefined): string | null {
    for (const [fieldId, value] of Object.entries(fields ?? {})) {
      const field = model.row('fields', fieldId);
      if (field?.on !== on) return `a value in the field ${fieldId} that is not there`;
      // Choices that were taken away stay where they were chosen.
      if (field.kind !== 'choice' && !isOfKind(field, value)) return `a value of the wrong kind in ${fieldId}`;
    }
    return null;
  }
}

describe('random acts of version 2 on two computers', () => {
  it(
    'keep what is set aside, fields and days in order, and both computers the same',
    () => {
      const done = new Map<string, number>();
      fc.assert(
        fc.property(fc.nat(10), fc.array(fc.nat(), { minLength: 80, maxLength: 160 }), (beginning, numbers) => {
          const run = new NewerRun(beginning);
          for (const number of numbers) {
            const problem = run.step(number);
            if (problem !== null) throw new Error(problem);
          }
          const problem = run.exchange();
          for (const [name, times] of run.done) done.set(name, (done.get(name) ?? 0) + times);
          if (problem !== null) throw new Error(problem);
        }),
        { numRuns: Math.max(20, Math.floor(settings.runs / 4)), seed: settings.seed },
      );
      for (const name of [
        'field.define',
        'field.remove',
        'user.update',
        'reserve.take',
        'reserve.release',
        'reserve.reclaim',
        'plan.save',
        'plan.remove',
        'block.renew',
        'catalogue.setPrice',
        'grant.give',
        'grant.accept',
        'grant.recall',
        'grant.return',
      ])
        expect([name, (done.get(name) ?? 0) > 3]).toEqual([name, true]);
    },
    settings.patience,
  );
});
