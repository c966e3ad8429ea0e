import { MemoryLedger, MemoryStore } from '../../../electron/main/stores/memory';
import { addDays, type Day } from '#core/kernel/day';
import { Replica, type ReplicaState } from '#core/ledger/replica';
import { synchronise, type SynchronisedCopy } from '#core/ledger/synchronise';
import type { StoreFailure } from '#core/ledger/store';
import type { Head } from '#core/ledger/commit';
import { decodeCommit } from '#core/ledger/encoding';
import { problemsOfFigures } from '../check/figures';
import { problemsOfShape } from '../check/shape';
import { Books } from '../check/books';
import { beginnings } from './beginnings';
import { Chooser } from './chooser';
import { proposeIntent } from './intents';
import { firstDay, openingEntries } from './run';
import type { Tally } from './tally';

const never = new AbortController().signal;

/** One computer: a replica, its way to the ledger, and an append that may still be under way somewhere. */
interface Computer {
  readonly name: string;
  replica: Replica;
  readonly store: MemoryStore;
  late: { readonly entries: readonly Uint8Array[]; readonly expected: Head | null } | null;
  acted: number;
}

const offline: StoreFailure = { kind: 'offline', detail: 'cut off' };
const unknown: StoreFailure = { kind: 'unknown-outcome', detail: 'the answer was lost' };

/**
 * Several computers with one account, exchanged over a ledger whose answers get lost, come late or come twice.
 * Everything follows from the numbers it is given.
 */
export class RandomSchedule {
  private readonly ledger = new MemoryLedger();
  private readonly computers: Computer[] = [];
  private readonly made = new Map<string, string>();
  private readonly acknowledged = new Set<string>();
  private readonly dropped = new Set<string>();
  private today: Day = firstDay;

  private constructor(private readonly tally: Tally) {}

  static async open(count: number, tally: Tally): Promise<RandomSchedule> {
    const schedule = new RandomSchedule(tally);
    schedule.ledger.entries = openingEntries('ledger-s');
    for (let index = 0; index < count; index += 1)
      schedule.computers.push({
        name: `computer${String(index)}`,
        replica: Replica.empty('ledger-s'),
        store: new MemoryStore(schedule.ledger),
        late: null,
        acted: 0,
      });
    const first = schedule.computers[0] as Computer;
    await schedule.exchange(first);
    for (const call of beginnings[0] ?? []) schedule.act(first, call, 'owner');
    for (const computer of schedule.computers) await schedule.exchange(computer);
    return schedule;
  }

  /** One step of one computer: an act, an exchange with or without a fault, a restart, or a packet that comes late. */
  async step(number: number): Promise<string | null> {
    const choose = new Chooser(number);
    const computer = choose.one(this.computers) as Computer;
    if (choose.chance(0.05)) this.today = addDays(this.today, choose.whole(1, 20));
    const what = choose.weighted([
      [70, 'act'],
      [10, 'exchange'],
      [12, 'fault'],
      [2, 'restart'],
      [4, 'late'],
      [2, 'drop'],
    ] as const);
    switch (what) {
      case 'act':
        return this.actSomehow(computer, choose);
      case 'exchange':
        return this.exchange(computer);
      case 'fault':
        return this.exchangeWithFault(computer, choose);
      case 'restart':
        computer.replica = Replica.restore(JSON.parse(JSON.stringify(computer.replica.state())) as ReplicaState);
        this.tally.count('restarts');
        return null;
      case 'late':
        return this.deliverLate(computer);
      case 'drop': {
        const item = choose.one(computer.replica.attention);
        if (item === undefined) return null;
        computer.replica.accept(computer.replica.prepareDrop(item.id));
        if (item.refusals !== undefined) this.dropped.add(item.id);
        this.tally.count('attention dropped');
        return null;
      }
    }
  }

  private actSomehow(computer: Computer, choose: Chooser): string | null {
    const { replica } = computer;
    const commits = replica.records.slice(-20).map((record) => record.id);
    const call = proposeIntent({ model: replica.model, today: this.today, commits, choose });
    const users = replica
      .state()
      .rows.users.filter((user) => user.roleId !== 'resident' && user.lifecycle !== 'archived');
    return this.act(computer, call, choose.chance(0.7) ? 'owner' : (choose.one(users)?.id ?? 'owner'));
  }

  private act(computer: Computer, call: { readonly do: string; readonly args: unknown }, by: string): string | null {
    computer.acted += 1;
    const commit = `${computer.name}-${String(computer.acted)}`;
    const prepared = computer.replica.prepareAct(call, {
      commit,
      by,
      day: this.today,
      at: `${this.today}T08:00:00.000Z`,
      device: computer.name,
    });
    if (!prepared.ok) return null;
    computer.replica.accept(prepared.step);
    this.made.set(commit, computer.name);
    this.tally.count('acts');
    return null;
  }

  private async exchange(computer: Computer): Promise<string | null> {
    const before = new Set(computer.replica.pending.map((intent) => intent.id));
    const voided: unknown[] = [];
    const copy: SynchronisedCopy = {
      get head() {
        return computer.replica.head;
      },
      outgoing: (limit) => computer.replica.outgoing(limit),
      receive(entries) {
        const received = computer.replica.prepareReceive(entries);
        if (!received.ok) return received;
        computer.replica.accept(received.step);
        voided.push(...received.voided);
        return { ok: true };
      },
    };
    const result = await synchronise(copy, computer.store, never);
    this.acknowledge(computer.replica, before);
    if (voided.length > 0) return `${computer.name} found void commits: ${JSON.stringify(voided[0])}`;
    if (result.ok) {
      this.tally.count('exchanges');
      return null;
    }
    this.tally.count(`exchange ${result.failure.kind}`);
    const expected = ['offline', 'unknown-outcome', 'head-moved'];
    return expected.includes(result.failure.kind)
      ? null
      : `${computer.name} could not synchronise: ${JSON.stringify(result.failure)}`;
  }

  /** What is neither pending nor refused any more counts as told to the person to be part of the ledger. */
  private acknowledge(replica: Replica, before: ReadonlySet<string>): void {
    const open = new Set([
      ...replica.pending.map((intent) => intent.id),
      ...replica.attention.filter((item) => item.refusals !== undefined).map((item) => item.id),
    ]);
    for (const id of before) if (!open.has(id)) this.acknowledged.add(id);
  }

  private async exchangeWithFault(computer: Computer, choose: Chooser): Promise<string | null> {
    const { store, replica } = computer;
    const fault = choose.among(
      'answer lost',
      'append lost',
      'offline before',
      'read fails',
      'other first',
      'act meanwhile',
      'goes astray',
    );
    this.tally.count(`fault ${fault}`);
    const faultBefore = replica.pending.length;
    if (fault === 'answer lost') store.failNext('append', unknown, { afterEffect: true });
    if (fault === 'append lost') store.failNext('append', unknown);
    if (fault === 'offline before') store.failNext('append', offline);
    if (fault === 'read fails')
      store.failNext('read', choose.chance(0.5) ? offline : unknown, { afterEffect: choose.chance(0.5) });
    if (fault === 'other first') {
      const other = choose.one(this.computers.filter((one) => one !== computer)) as Computer;
      store.beforeNextAppend(async () => {
        await this.exchange(other);
      });
    }
    if (fault === 'act meanwhile') {
      store.beforeNextAppend(async () => {
        for (let times = choose.whole(1, 3); times > 0; times -= 1) this.actSomehow(computer, choose);
      });
    }
    if (fault === 'goes astray' && faultBefore > 0) {
      // The packet is under way; it will come when it comes.
      computer.late = replica.outgoing(500);
      return null;
    }
    return this.exchange(computer);
  }

  /** An append that was sent long ago arrives now, perhaps a second time. */
  private async deliverLate(computer: Computer): Promise<string | null> {
    if (computer.late === null) return null;
    const { entries, expected } = computer.late;
    const appended = await computer.store.append(entries, expected, never);
    if (appended.ok) this.tally.count('late appends that landed');
    else {
      this.tally.count(`late appends answered ${appended.failure.kind}`);
      computer.late = null;
    }
    return null;
  }

  /** All exchange until nobody has anything to send or to learn; planned faults that are left run out on the way. What is wrong then, or null. */
  async settle(): Promise<string | null> {
    for (let round = 0; round < 30 && !this.isAtRest(); round += 1)
      for (const computer of this.computers) {
        const problem = await this.exchange(computer);
        if (problem !== null) return problem;
      }
    return this.problemsAtRest()[0] ?? null;
  }

  private isAtRest(): boolean {
    const { length } = this.ledger.entries;
    return this.computers.every(({ replica }) => replica.pending.length === 0 && replica.head?.seq === length);
  }

  private problemsAtRest(): readonly string[] {
    const problems: string[] = [];
    const digests = new Set(
      this.computers.map(({ replica }) =>
        JSON.stringify([replica.head, replica.ask('digest', {}, { day: this.today, by: 'owner' })]),
      ),
    );
    if (digests.size !== 1) problems.push(`replicas differ: ${[...digests].join(' ')}`);
    const reader = Replica.empty('ledger-s');
    const received = reader.receive(this.ledger.entries);
    if (!received.ok) return [...problems, `the ledger cannot be read: ${JSON.stringify(received.failure)}`];
    if (received.voided.length > 0)
      problems.push(`the ledger holds void commits: ${JSON.stringify(received.voided[0])}`);
    if (!digests.has(JSON.stringify([reader.head, reader.ask('digest', {}, { day: this.today, by: 'owner' })])))
      problems.push('somebody who reads the whole ledger finds another state');
    problems.push(...this.problemsOfFate());
    const books = new Books(reader.state().rows);
    problems.push(
      ...problemsOfShape(books),
      ...this.computers.flatMap(({ replica }) => problemsOfFigures(replica.model, books, [this.today])),
    );
    return problems;
  }

  /** Each act is in the ledger once, or in exactly one attention list with its refusals, and nothing is in both. */
  private problemsOfFate(): readonly string[] {
    const problems: string[] = [];
    const inLedger = new Map<string, number>();
    for (const entry of this.ledger.entries) {
      const decoded = decodeCommit(entry);
      if (decoded.ok) inLedger.set(decoded.commit.id, (inLedger.get(decoded.commit.id) ?? 0) + 1);
    }
    for (const [id, times] of inLedger) if (times > 1) problems.push(`${id} is in the ledger ${String(times)} times`);
    for (const [id, maker] of this.made) {
      const lists = this.computers.filter(({ replica }) =>
        replica.attention.some((item) => item.id === id && item.refusals !== undefined),
      );
      const told = lists.length + (this.dropped.has(id) ? 1 : 0);
      if (inLedger.has(id) === told > 0)
        problems.push(
          `${id} is ${inLedger.has(id) ? 'in the ledger and' : 'neither in the ledger nor'} in an attention list`,
        );
      if (told > 1) problems.push(`${id} is in ${String(told)} attention lists`);
      if (lists.some((computer) => computer.name !== maker))
        problems.push(`${id} is in the attention list of somebody else`);
      if (this.acknowledged.has(id) && !inLedger.has(id) && !this.dropped.has(id))
        problems.push(`${id} was acknowledged and is lost`);
      if (told > 0) this.tally.count('refused on replay');
    }
    for (const { name, replica } of this.computers) {
      if (replica.pending.length > 0) problems.push(`${name} still has something to send`);
      const ids = replica.attention.map((item) => item.id);
      if (new Set(ids).size !== ids.length) problems.push(`${name} lists an act twice`);
      this.tally.count('choices changed', replica.attention.filter((item) => item.changed !== undefined).length);
    }
    return problems;
  }
}
