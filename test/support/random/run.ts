import { addDays, type Day } from '#core/kernel/day';
import type { CommitRecord } from '#core/ledger/replica';
import { encodeCommit, hashEntry, noHash } from '#core/ledger/encoding';
import { openingIntent } from '#core/ledger/opening';
import { Replica } from '#core/ledger/replica';
import { rulesOf, rulesVersion } from '#core/ledger/commit';
import { netChanges } from '#core/model/change-log';
import { tableNames, type Change, type TableName } from '#core/model/rows';
import { ruleOfCode, type Refusal } from '#core/rules/refusals';
import { problemsOfAct, problemsOfLocks, problemsOfResources, type ObservedAct } from '../check/act';
import { countStatuses, problemsOfAnswers } from '../check/answers';
import { Books } from '../check/books';
import { problemsOfFigures } from '../check/figures';
import { problemsOfShape } from '../check/shape';
import { beginnings } from './beginnings';
import { Chooser } from './chooser';
import { proposeIntent } from './intents';
import type { RandomCall } from './surroundings';
import type { Tally } from './tally';

export const firstDay: Day = '2026-01-10';

/** How thorough a run is: everything is recomputed after every so many commits, and at the end. */
export interface Thoroughness {
  readonly everyCommits: number;
}

/** An act that was tried, with the commit it became unless it was refused. */
export interface LoggedAct {
  readonly commit: string;
  readonly day: Day;
  readonly by: string;
  readonly do: string;
  readonly args: unknown;
}

/** What went wrong in a run, with the acts that led to it. */
export interface Failure {
  readonly problem: string;
  readonly acts: readonly LoggedAct[];
}

/** An account under random acts by random people, checked after each of them. Everything follows from the numbers it is given. */
export class RandomRun {
  readonly replica: Replica = Replica.empty('ledger-r');
  private readonly acts: LoggedAct[] = [];
  private readonly recent: { readonly id: string; readonly before: Books }[] = [];
  private today = firstDay;
  private made = 0;
  private committed = 0;
  private books: Books;

  constructor(
    /** Which of the beginnings; null for an account with nothing in it. */
    beginning: number | null,
    private readonly thoroughness: Thoroughness,
    private readonly tally: Tally,
  ) {
    open(this.replica);
    this.books = this.read();
    if (beginning === null) return;
    for (const call of beginnings[beginning % beginnings.length] ?? []) this.act(call, 'owner', false);
  }

  /** One step: at times days pass, then somebody does something. The problem it brought about, or null. */
  step(number: number): string | null {
    const choose = new Chooser(number);
    if (choose.chance(0.12))
      this.today = addDays(
        this.today,
        choose.weighted([
          [6, choose.whole(1, 7)],
          [3, choose.whole(8, 40)],
          [1, 200],
        ]),
      );
    const call = proposeIntent({
      model: this.replica.model,
      today: this.today,
      commits: this.recent.map((commit) => commit.id),
      choose,
    });
    return this.act(call, this.somebody(choose), choose.chance(0.08));
  }

  /** An act as it was written down in the log of an earlier run. */
  repeat(act: LoggedAct): string | null {
    this.today = act.day;
    return this.act({ do: act.do, args: act.args }, act.by, false);
  }

  /** Mostly the owner and other administrators, so that most acts get past permission; at times anybody, nobody, or the archived. */
  private somebody(choose: Chooser): string {
    if (choose.chance(0.6)) return 'owner';
    const users = this.books.rows.users;
    const administrators = users.filter((user) => user.roleId !== 'resident' && user.lifecycle !== 'archived');
    return (choose.chance(0.8) ? choose.one(administrators) : choose.one(users))?.id ?? 'nobody';
  }

  private read(): Books {
    return new Books(this.replica.state().rows);
  }

  private act(call: RandomCall, by: string, twice: boolean): string | null {
    this.made += 1;
    const commit = `c${String(this.made)}`;
    this.acts.push({ commit, day: this.today, by, do: call.do, args: call.args });
    const { before, undone } = this.standing(call);
    const prepared = this.replica.prepareAct(call, {
      commit,
      by,
      day: this.today,
      at: `${this.today}T08:00:00.000Z`,
      device: 'test',
    });
    const untouched = this.differenceFrom(before);
    if (untouched !== null) return `preparing an act has changed ${untouched}`;
    if (!prepared.ok) {
      this.tally.refused(call.do, prepared.refusals);
      return problemOfRefusals(prepared.refusals);
    }
    this.replica.accept(prepared.step);
    this.committed += 1;
    this.books = this.read();
    const record = this.replica.records[this.replica.records.length - 1];
    if (record?.id !== commit) return 'the commit is not the newest record';
    const problem = this.check(
      { do: call.do, args: call.args, day: this.today, before, after: this.books, beforeUndone: undone },
      record,
    );
    this.tally.done(call, prepared.warnings, before, this.books);
    this.recent.push({ id: commit, before });
    if (this.recent.length > 40) this.recent.shift();
    if (problem !== null || !twice || call.do === 'undo') return problem;
    return this.thereAndBack(commit, by, before);
  }

  private standing(call: RandomCall): { before: Books; undone: Books | undefined } {
    const args = (call.args ?? {}) as { readonly commit?: string };
    return {
      before: this.books,
      undone: call.do === 'undo' ? this.recent.find((commit) => commit.id === args.commit)?.before : undefined,
    };
  }

  /** The first table whose rows are no longer those of a state; rows are replaced whole, so identity tells. */
  private differenceFrom(books: Books): string | null {
    for (const table of tableNames) {
      const rows = [...this.replica.model.rows(table)];
      if (
        rows.length !== books.rows[table].length ||
        rows.some((row) => (rowOf(books, table, row.id) as unknown) !== row)
      )
        return table;
    }
    return null;
  }

  private check(act: ObservedAct, record: CommitRecord): string | null {
    const isThorough = this.committed % this.thoroughness.everyCommits === 0;
    const problems = [
      ...problemsOfShape(act.after),
      ...problemsOfAct(act),
      ...problemsOfLocks(act),
      ...(act.do === 'undo' ? this.problemsOfUndo(act, record) : []),
    ];
    if (isThorough && problems.length === 0) problems.push(...problemsOfResources(act), ...this.checkEverything());
    return problems[0] ?? null;
  }

  /** Everything that can be recomputed, on the days that matter. */
  checkEverything(): readonly string[] {
    const days = this.days();
    const problems = [...problemsOfFigures(this.replica.model, this.books, days)];
    for (const day of days) {
      problems.push(...problemsOfAnswers(this.replica, this.books, day));
      this.tally.statuses(countStatuses(this.books, day));
    }
    return problems;
  }

  /** Today, and some of the days on which something begins or has ended. */
  private days(): readonly Day[] {
    const changing = this.books.rows.blocks.flatMap((block) =>
      [block.validFrom ?? [], block.validUntil === null ? [] : addDays(block.validUntil, 1)].flat(),
    );
    const sorted = [...new Set(changing)].sort();
    const later = sorted.filter((day) => day > this.today);
    return [
      ...new Set([
        this.today,
        later[0] ?? this.today,
        later[Math.floor(later.length / 2)] ?? this.today,
        sorted[0] ?? this.today,
      ]),
    ];
  }

  /** Every field that the commit changed has its former value again, save what the rules then take away themselves (U8, U11). */
  private problemsOfUndo(act: ObservedAct, record: CommitRecord): readonly string[] {
    const { commit } = act.args as { readonly commit: string };
    const undone = this.replica.records.find((other) => other.id === commit);
    if (undone === undefined) return [`undo: ${commit} is not known`];
    const problems: string[] = [];
    const dissolved = new Set(
      record.changes
        .filter((change) => change.table === 'seats' && change.after === undefined)
        .map((change) => change.id),
    );
    for (const change of netChanges(undone.changes)) {
      // Who acted on which day is no field of what was done: no undo takes it back.
      if (['retired', 'menus', 'authors', 'ledger'].includes(change.table)) continue;
      const now = rowOf(act.after, change.table, change.id) as Fields | undefined;
      const former = change.before as Fields | undefined;
      if (former === undefined) {
        if (now !== undefined) problems.push(`undo: ${change.id} is still there`);
      } else if (now === undefined) {
        if (!dissolved.has(change.id)) problems.push(`undo: ${change.id} has not come back`);
      } else if (change.table !== 'numbers' || !isOfDissolved(former, dissolved)) {
        problems.push(
          ...changedFields(change)
            .filter((field) => JSON.stringify(now[field]) !== JSON.stringify(former[field]))
            .map((field) => `undo: ${field} of ${change.id} is not as it was`),
        );
      }
    }
    return problems;
  }

  /** Undo at once brings back the very rows, and undoing that makes the commit again. */
  private thereAndBack(commit: string, by: string, before: Books): string | null {
    const after = this.books;
    const back = this.act({ do: 'undo', args: { commit } }, by, false);
    if (back !== null) return back;
    if (this.books === after) return null;
    const returned = differences(before, this.books);
    if (returned.length > 0) return `undo at once: ${returned.join(', ')} differ from before`;
    this.tally.count('undone at once');
    const again = this.act({ do: 'undo', args: { commit: `c${String(this.made)}` } }, by, false);
    // Undoing the undo may be refused: an author can take the own rights away, and give them back by undoing.
    if (again !== null || this.replica.records[this.replica.records.length - 1]?.id !== `c${String(this.made)}`)
      return again;
    this.tally.count('redone');
    const redone = differences(after, this.books);
    return redone.length > 0 ? `redo: ${redone.join(', ')} differ from after the act` : null;
  }

  /** The ledger's bytes, replayed by somebody else, lead to the same state; so does putting the state down and taking it up again. */
  checkReplay(): string | null {
    const ask = (replica: Replica): string =>
      JSON.stringify(replica.ask('digest', {}, { day: this.today, by: 'owner' }));
    const reader = Replica.empty(this.replica.ledger);
    const entries = openingEntries();
    let seq = entries.length;
    let prev = hashEntry(entries[entries.length - 1] as Uint8Array);
    for (const intent of this.replica.pending) {
      seq += 1;
      const bytes = encodeCommit({ ...intent, ledger: this.replica.ledger, seq, prev, rules: rulesOf(intent) });
      entries.push(bytes);
      prev = hashEntry(bytes);
    }
    for (let from = 0; from < entries.length; from += 97) {
      const received = reader.receive(entries.slice(from, from + 97));
      if (!received.ok) return `replay: ${JSON.stringify(received.failure)}`;
      if (received.voided.length > 0) return `replay: ${JSON.stringify(received.voided[0])}`;
    }
    if (ask(reader) !== ask(this.replica)) return 'replay: another digest';
    const restored = Replica.restore(JSON.parse(JSON.stringify(this.replica.state())) as ReturnType<Replica['state']>);
    if (ask(restored) !== ask(this.replica)) return 'restore: another digest';
    const kept = problemsOfFigures(restored.model, this.read(), [this.today]);
    return kept.length > 0 ? `restore: ${kept.join('; ')}` : null;
  }

  finish(): string | null {
    return this.checkEverything()[0] ?? this.checkReplay();
  }

  get log(): readonly LoggedAct[] {
    return this.acts;
  }
}

type Fields = { readonly [field: string]: unknown };

function rowOf(books: Books, table: TableName, id: string): object | undefined {
  let index = indexes.get(books);
  if (index === undefined) {
    index = new Map(
      tableNames.flatMap((name) => books.rows[name].map((row): [string, object] => [`${name} ${row.id}`, row])),
    );
    indexes.set(books, index);
  }
  return index.get(`${table} ${id}`);
}

const indexes = new WeakMap<Books, Map<string, object>>();

function changedFields(change: Change): readonly string[] {
  const before = change.before as Fields | undefined;
  const after = change.after as Fields | undefined;
  if (before === undefined || after === undefined) return [];
  // Where a group stands among its siblings never counts.
  return Object.keys(before).filter(
    (field) => field !== 'order' && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}

function isOfDissolved(former: Fields, dissolved: ReadonlySet<string>): boolean {
  return typeof former['seatId'] === 'string' && dissolved.has(former['seatId']);
}

/** Rows that are not the same in two states; ids that are retired meanwhile aside. */
function differences(one: Books, other: Books): readonly string[] {
  return tableNames
    .filter((table) => !['retired', 'authors', 'ledger'].includes(table))
    .flatMap((table) => {
      const ids = new Set([...one.rows[table], ...other.rows[table]].map((row) => row.id));
      return [...ids]
        .filter((id) => canonical(rowOf(one, table, id)) !== canonical(rowOf(other, table, id)))
        .map((id) => `${table}/${id}`);
    });
}

function canonical(row: object | undefined): string {
  return row === undefined
    ? ''
    : JSON.stringify(Object.entries(row).sort(([left], [right]) => (left < right ? -1 : 1)));
}

function problemOfRefusals(refusals: readonly Refusal[]): string | null {
  if (refusals.length === 0) return 'a refusal without a reason';
  for (const { code, rule } of refusals) {
    if (!Object.prototype.hasOwnProperty.call(ruleOfCode, code)) return `a refusal has the unknown code ${code}`;
    if (!/^[DUXPG]\d+$/.test(rule)) return `refusal ${code} names no rule`;
  }
  const codes = refusals.map((refusal) => refusal.code);
  return codes.join() === [...codes].sort().join() ? null : `refusals are not in order: ${codes.join()}`;
}

/** The first entry of every ledger here. */
export function openingEntries(ledger = 'ledger-r'): Uint8Array[] {
  const intent = openingIntent({
    id: 'opening',
    day: firstDay,
    at: `${firstDay}T00:00:00.000Z`,
    device: 'test',
    name: 'Account',
    timeZone: 'UTC',
    ownerName: 'Owner',
  });
  return [encodeCommit({ ...intent, ledger, seq: 1, prev: noHash, rules: rulesVersion })];
}

function open(replica: Replica): void {
  const received = replica.receive(openingEntries(replica.ledger));
  if (!received.ok || received.voided.length > 0) throw new Error('the account could not be opened');
}
