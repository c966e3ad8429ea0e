import type { Change, FieldValues, Rows } from '#core/model/rows';
import type { RowsInMemory } from '../../data/session';
import { compactNumber } from '#core/kernel/phone-number';
import { foldText } from './fold';
import { fieldEnd, findIn, mostThorough, scoreOf, type Needle } from './needle';

/** Kinds of things that can be found, in the order in which kinds are shown that fit equally well. */
export const foundKinds = ['groups', 'users', 'numbers', 'ranges', 'devices', 'menus', 'blocks'] as const;
export type FoundKind = (typeof foundKinds)[number];

const noValues: readonly string[] = [];

/** What stands in fields of one's own. */
function ownValues(fields: FieldValues | undefined): readonly string[] {
  return fields === undefined ? noValues : Object.values(fields).map(String);
}

/** Members of rows that are looked through: the others of a large account are not made for it. */
const searched = {
  groups: ['id', 'name', 'code', 'note', 'fields'],
  users: ['id', 'name', 'email', 'phone', 'fields'],
  numbers: ['id', 'value', 'fields'],
  ranges: ['id', 'from', 'to'],
  devices: ['id', 'serial', 'model', 'fields'],
  menus: ['id', 'name'],
  blocks: ['id', 'typeId', 'note'],
} as const satisfies { readonly [K in FoundKind]: readonly (keyof Rows[K])[] };

type SearchedRow<K extends FoundKind> = Pick<Rows[K], Extract<(typeof searched)[K][number], keyof Rows[K]>>;

/** By what each kind is found; the name first. Numbers as they are dialled. */
const fieldsOf: { readonly [K in FoundKind]: (row: SearchedRow<K>) => readonly string[] } = {
  groups: ({ name, code, note, fields }) => [name, code, note, ...ownValues(fields)],
  users: ({ name, email, phone, fields }) => [
    name,
    email,
    phone === '' ? '' : compactNumber(phone),
    ...ownValues(fields),
  ],
  numbers: ({ value, fields }) => [compactNumber(value), ...ownValues(fields)],
  ranges: ({ from, to }) => [`${from} ${to}`],
  devices: ({ serial, model, fields }) => [serial, model, ...ownValues(fields)],
  menus: ({ name }) => [name],
  blocks: ({ typeId, note }) => [typeId.replace('.', ' '), note],
};

function textOf<K extends FoundKind>(kind: K, row: SearchedRow<K>): string {
  return foldText(
    fieldsOf[kind](row)
      .filter((field) => field !== '')
      .join(fieldEnd),
  );
}

/** How many texts are looked through in one step: a few milliseconds. */
const stepSize = 2048;
/** Sorting more hits than that of one quality serves nobody. */
const mostSorted = 2000;

/** Things of a kind that were found. */
export interface FoundOfKind {
  readonly kind: FoundKind;
  /** Best first. */
  readonly ids: readonly string[];
  /** How well the best one fits; smaller is better. */
  readonly best: number;
}

/** The texts of one kind, side by side for looking through them all. */
class Shelf {
  readonly ids: string[] = [];
  readonly texts: string[] = [];
  private readonly slots = new Map<string, number>();

  put(id: string, text: string): void {
    const slot = this.slots.get(id) ?? this.ids.length;
    this.slots.set(id, slot);
    this.ids[slot] = id;
    this.texts[slot] = text;
  }

  remove(id: string): void {
    const slot = this.slots.get(id);
    const lastId = this.ids.pop();
    const lastText = this.texts.pop();
    if (slot === undefined || lastId === undefined || lastText === undefined) return;
    this.slots.delete(id);
    if (lastId === id) return;
    this.slots.set(lastId, slot);
    this.ids[slot] = lastId;
    this.texts[slot] = lastText;
  }
}

/**
 * The words of everything in an account, kept beside the model: made once, step by step, and then changed with each row.
 * Changes wait until somebody looks, so that no act is slower for them.
 */
export class SearchIndex {
  private readonly shelves = Object.fromEntries(foundKinds.map((kind) => [kind, new Shelf()])) as {
    readonly [K in FoundKind]: Shelf;
  };
  private readonly filling: Iterator<unknown>;
  private waiting: Change[] = [];

  constructor(private readonly rows: Pick<RowsInMemory, 'rows' | 'membersOf'>) {
    this.filling = this.fill();
  }

  /** Rows that have changed. */
  note(changes: readonly Change[]): void {
    for (const change of changes) this.waiting.push(change);
  }

  /** Reads what has not been read yet, a little a step. */
  *prepare(): Generator<undefined, void, undefined> {
    while (this.filling.next().done !== true) yield;
    const changes = this.waiting;
    this.waiting = [];
    for (const change of changes) {
      const { table: kind, id } = change;
      if (!isFoundKind(kind)) continue;
      if (change.after === undefined) this.shelves[kind].remove(id);
      else this.shelves[kind].put(id, textOf(kind, change.after as Rows[FoundKind]));
    }
  }

  private *fill(): Generator<undefined, void, undefined> {
    for (const kind of foundKinds) yield* this.fillShelf(kind);
  }

  private *fillShelf<K extends FoundKind>(kind: K): Generator<undefined, void, undefined> {
    let count = 0;
    const rows = this.rows.membersOf(kind, searched[kind] as never) as Iterable<
      SearchedRow<K> & { readonly id: string }
    >;
    for (const row of rows) {
      this.shelves[kind].put(row.id, textOf(kind, row));
      count += 1;
      if (count % 512 === 0) yield;
    }
  }

  /** Everything that fits, kinds with the best hits first; a little a step. */
  *search(
    needle: Needle,
    kinds: readonly FoundKind[] = foundKinds,
  ): Generator<undefined, readonly FoundOfKind[], undefined> {
    yield* this.prepare();
    const found: FoundOfKind[] = [];
    for (const kind of kinds) {
      const hits = new Hits();
      const { ids, texts } = this.shelves[kind];
      for (let start = 0; start < texts.length; start += stepSize) {
        const some = texts.slice(start, start + stepSize);
        for (const at of findIn(some, needle))
          hits.add(ids[start + at] ?? '', scoreOf(some[at] ?? '', needle, hits.size < mostThorough));
        yield;
      }
      if (kind === 'ranges') this.addRangesAround(needle, hits);
      if (hits.size > 0) found.push({ kind, ids: hits.sorted(), best: hits.best });
    }
    return found.sort((one, other) => Math.floor(one.best) - Math.floor(other.best));
  }

  /** The groups that fit as they are typed, or, where none does, with a mistake. */
  groupsLike(needle: Needle): readonly string[] {
    for (const steps = this.prepare(); steps.next().done !== true;);
    const { ids, texts } = this.shelves.groups;
    const found = findIn(texts, needle);
    const exact = found.filter((at) => needle.terms.every((term) => texts[at]?.includes(term)));
    return (exact.length > 0 ? exact : found).flatMap((at) => ids[at] ?? []);
  }

  /** A value that lies in a range finds the range. */
  private addRangesAround({ terms }: Needle, hits: Hits): void {
    const [value] = terms;
    if (terms.length !== 1 || value === undefined || !/^\d+$/.test(value)) return;
    for (const { id, from, to } of this.rows.rows('ranges'))
      if (value.length === from.length && from < value && value < to && !hits.has(id)) hits.add(id, 1);
  }
}

function isFoundKind(table: string): table is FoundKind {
  return (foundKinds as readonly string[]).includes(table);
}

interface Step {
  readonly ids: string[];
  readonly scores: number[];
}

/** Hits by how well they fit, in steps of a half. */
class Hits {
  private readonly steps: Step[] = [];
  size = 0;
  best = Number.POSITIVE_INFINITY;

  add(id: string, score: number): void {
    const step = (this.steps[Math.floor(score * 2)] ??= { ids: [], scores: [] });
    step.ids.push(id);
    step.scores.push(score);
    this.size += 1;
    this.best = Math.min(this.best, score);
  }

  has(id: string): boolean {
    return this.steps.some((step) => step.ids.includes(id));
  }

  sorted(): readonly string[] {
    // Steps without a hit are holes, which this passes over.
    return this.steps.flatMap(sortedIds);
  }
}

function sortedIds({ ids, scores }: Step): readonly string[] {
  if (ids.length > mostSorted) return ids;
  return ids
    .map((id, index) => ({ id, score: scores[index] ?? 0 }))
    .sort((one, other) => one.score - other.score)
    .map(({ id }) => id);
}
