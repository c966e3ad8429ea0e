import type { Change } from '#core/model/rows';
import type { Names } from '../names';
import type { TextWriter } from '../text';
import { namesIn } from '../names';
import type { View } from '#core/model/model';

type Rows = Pick<View, 'row' | 'tableOf' | 'root'>;

function isThere(rows: Rows, id: string): boolean {
  const table = rows.tableOf(id);
  return table !== undefined && table !== 'retired';
}

/**
 * Names as they were when an act was done: what it deleted, or renamed since, is called what it was called then.
 * Only rows that the act itself changed are known that way; the rest is called what it is called now, or was called
 * when another act removed it, as far as `removalOf` knows.
 */
export function namesThen(
  rows: Rows,
  changes: readonly Change[],
  writer: TextWriter,
  removalOf: (id: string) => Change | undefined = () => undefined,
): Names {
  const then = new Map<string, Change>();
  // That an id is used up is no name.
  for (const change of changes) if (change.table !== 'retired') then.set(change.id, change);
  const known = (id: string): Change | undefined => then.get(id) ?? (isThere(rows, id) ? undefined : removalOf(id));
  const past: Rows = {
    row: (table, id) => {
      const change = known(id);
      const row = change?.table === table ? (change.before ?? change.after) : rows.row(table, id);
      return row as ReturnType<typeof rows.row<typeof table>>;
    },
    tableOf: (id) => known(id)?.table ?? rows.tableOf(id),
    root: rows.root,
  };
  return namesIn(past, writer);
}
