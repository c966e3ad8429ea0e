import type { Transaction } from 'dexie';

/** One step of the tables' shape. A step that was released is never changed or removed; a new shape is a new step. */
export interface SchemaMigration {
  readonly version: number;
  readonly name: string;
  /** Dexie's notation: the primary key, then the indices. */
  readonly stores: { readonly [table: string]: string | null };
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

/**
 * `checkpoint`: the account as columns, one record. `steps`: what has changed since, in pieces. `pages` (version 1): many rows as one JSON text. `pending`, `attention`, `voided`: in order by position.
 * `head`: the one record that says how far the rows have come.
 */
export const schemaMigrations: readonly SchemaMigration[] = [
  {
    version: 1,
    name: 'rows-in-pages',
    stores: { pages: '[shelf+page]', pending: 'position', attention: 'position', head: 'key' },
  },
  {
    // Pages are not moved over: their rows are of an older shape and are made again from the journal.
    version: 2,
    name: 'checkpoint-and-steps',
    stores: { pages: null, checkpoint: 'key', steps: '[number+piece]' },
  },
  {
    version: 3,
    name: 'void-commits',
    stores: { voided: 'position' },
  },
];

/** Finds what is wrong with a chain of migrations, or `null`: versions go up by one from 1, and names are used once. */
export function migrationProblem(migrations: readonly SchemaMigration[]): string | null {
  const names = new Set<string>();
  for (const [index, { version, name }] of migrations.entries()) {
    if (version !== index + 1) return `version ${version} stands where ${index + 1} belongs`;
    if (names.has(name)) return `the name ${name} is used twice`;
    names.add(name);
  }
  return names.size === 0 ? 'there is no migration' : null;
}
