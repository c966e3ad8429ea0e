import { sameJson } from '../kernel/json';
import type { View } from '../model/model';
import type { Rows as RowsByTable } from '../model/rows';

/** Tables whose things people know by name. */
export const comparedTables = ['groups', 'users', 'numbers', 'devices', 'blocks', 'menus'] as const;
export type ComparedTable = (typeof comparedTables)[number];

/** A thing by its name; a license block by the id of its type, with how many there are. */
export interface NamedThing {
  readonly name: string;
  readonly quantity?: number;
}

/** Things by name, as many as are worth showing, and how many there are in all. */
export interface NamedThings {
  readonly count: number;
  readonly shown: readonly NamedThing[];
}

export interface TableDifference {
  readonly table: ComparedTable;
  readonly added: NamedThings;
  readonly changed: NamedThings;
  readonly removed: NamedThings;
}

/** Fields that only say in which order things came about. */
const ofOrder: ReadonlySet<string> = new Set(['age', 'allowanceAge']);
const mostShown = 30;

type Rows = Pick<View, 'rows' | 'row'>;

/** Things that one state of an account has and another has not, or has otherwise; tables without a difference are left out. */
export function differencesOf(before: Rows, after: Rows): readonly TableDifference[] {
  return comparedTables.map((table) => differenceIn(table, before, after)).filter(isDifferent);
}

function isDifferent({ added, changed, removed }: TableDifference): boolean {
  return added.count + changed.count + removed.count > 0;
}

function differenceIn(table: ComparedTable, before: Rows, after: Rows): TableDifference {
  const added: NamedThing[] = [];
  const changed: NamedThing[] = [];
  const removed: NamedThing[] = [];
  for (const row of after.rows(table)) {
    const was = before.row(table, row.id);
    if (was === undefined) added.push(nameOf(row));
    else if (!sameJson(withoutOrder(was), withoutOrder(row))) changed.push(nameOf(row));
  }
  for (const row of before.rows(table)) if (after.row(table, row.id) === undefined) removed.push(nameOf(row));
  return { table, added: some(added), changed: some(changed), removed: some(removed) };
}

function some(things: readonly NamedThing[]): NamedThings {
  return { count: things.length, shown: things.slice(0, mostShown) };
}

function withoutOrder(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([field]) => !ofOrder.has(field)));
}

function nameOf(row: RowsByTable[ComparedTable]): NamedThing {
  if ('typeId' in row) return { name: row.typeId, quantity: row.quantity };
  if ('serial' in row) return { name: row.serial };
  return { name: 'value' in row ? row.value : row.name };
}
