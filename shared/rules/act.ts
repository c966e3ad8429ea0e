import type { Day } from '../kernel/day';
import type { Model } from '../model/model';
import { isKeyed, type Age, type Rows, type TableName } from '../model/rows';
import { actorOf, type Actor } from './actor';
import type { Warning } from './refusals';
import { todayOf } from './today';
import { newestRules, type RulesVersion } from './version';
import { sha256Hex, textToBytes } from '../kernel/hash';

/** Choice of the rules for one `seat.assign` (U1), so that a replay picks the same or says so. */
export interface Chosen {
  /** Value of the number of a new seat. */
  readonly number?: string;
  /** Id of the free seat that was taken. */
  readonly seat?: string;
}

/** Author, day and commit of an act; everything the rules may know of the world outside the state. */
export interface IntentContext {
  /** The author's user id. */
  readonly by: string;
  /** Computer on which it is done; missing in a trial. */
  readonly device?: string | undefined;
  /** The author's calendar day: the rules' *today*. */
  readonly day: Day;
  /** The commit's id; ids that are not given are derived from it. */
  readonly commit: string;
  /** Place at which the commit stands, or would stand, in the ledger: the source of ages (X2). */
  readonly seq: number;
  /** Choices of the rules when the act was first done (U1), one for each `seat.assign`. */
  readonly chosen?: readonly Chosen[] | undefined;
  /** Ledger it is in; given where it is known, for what is about the ledger itself. */
  readonly ledger?: string | undefined;
  /** Hash of the commit before, where that is known already. */
  readonly prev?: string | undefined;
  /** The version of the rules that counts; left out, the newest. */
  readonly rules?: RulesVersion | undefined;
}

/** A choice that could no longer be had on replay (U1). */
export interface ChangedChoice {
  readonly field: 'number' | 'seat';
  readonly from: string;
  readonly to: string;
}

const maxIdLength = 64;
/** A commit's id has up to 48 characters. */
const hashDigits = 15;

/** Ages within one commit; a commit makes fewer things than this. */
const agesPerCommit = 2 ** 21;

/** One act under way: the model it changes, the ids and ages it hands out, and what it chose. */
export class Act {
  private made = 0;
  private aged = 0;
  private chosenBefore = 0;
  readonly chosen: Chosen[] = [];
  readonly changedChoices: ChangedChoice[] = [];
  readonly warnings: Warning[] = [];
  /** The rules' *today* (G8). */
  readonly today: Day;
  readonly rules: RulesVersion;
  private makings = 0;
  private rows = 0;

  constructor(
    readonly model: Model,
    readonly context: IntentContext,
    /** Author, where that is not to be read from the model: an undo is judged on an older state, its author as of today. */
    private readonly author?: Actor | null,
  ) {
    this.rules = context.rules ?? newestRules;
    this.today = todayOf(model, context.day, this.rules);
  }

  get actor(): Actor | null {
    return this.author === undefined ? actorOf(this.model, this.context.by) : this.author;
  }

  /** An id derived from the commit's id and a counter, so that every replay makes the same. */
  nextId(): string {
    for (;;) {
      this.made += 1;
      const id = `${this.context.commit}.${String(this.made)}`;
      if (this.model.tableOf(id) === undefined) return id;
    }
  }

  /**
   * G11: ids of what a commit makes out of something, or by a plan, so that a replay on top of others' acts gives each thing
   * the id that its author saw. A commit that copies or generates several times counts its goes.
   */
  idsOfMaking(): (source: string) => string {
    this.makings += 1;
    const go = this.makings === 1 ? '' : `${String(this.makings)}:`;
    return (source) => this.idFrom(`${go}${source}`);
  }

  private idFrom(source: string): string {
    const { commit } = this.context;
    let id = `${commit}.${source}`;
    if (id.length > maxIdLength) id = `${commit}.${sha256Hex(textToBytes(source)).slice(0, hashDigits)}`;
    // Only somebody who means harm has given it away.
    while (this.model.tableOf(id) !== undefined) id = `${commit}.${sha256Hex(textToBytes(id)).slice(0, hashDigits)}`;
    return id;
  }

  /** The age of the next thing made: later commits are younger, and within one the order of making counts. */
  nextAge(): Age {
    this.aged += 1;
    return this.context.seq * agesPerCommit + this.aged;
  }

  /** Choice of the rules at this place when the act was first done. */
  nextChosen(): Chosen | undefined {
    const chosen = this.context.chosen?.[this.chosenBefore];
    this.chosenBefore += 1;
    return chosen;
  }

  /** Number of things this act has made (G7). */
  get rowsMade(): number {
    return this.rows;
  }

  put<T extends TableName>(table: T, row: Rows[T]): void {
    if (!isKeyed(table) && this.model.row(table, row.id) === undefined) this.rows += 1;
    this.model.put(table, row);
  }

  /** Replaces some fields of a row that exists. */
  update<T extends TableName>(table: T, id: string, fields: Partial<Rows[T]>): void {
    const row = this.model.row(table, id);
    if (row === undefined) throw new Error(`no ${table} ${id}`);
    this.model.put(table, { ...row, ...fields });
  }

  remove(table: TableName, id: string): void {
    this.model.remove(table, id);
  }
}

/** The first age that a commit at this place can have handed out. */
export function firstAgeOf(seq: number): Age {
  return seq * agesPerCommit;
}
