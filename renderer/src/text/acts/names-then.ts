import type { Change } from '../../../../shared/model/rows';
import type { Names } from '../names';
import type { TextWriter } from '../text';
import { namesIn } from '../names';
import type { View } from '../../../../shared/model/model';

type Rows = Pick<View, 'row' | 'tableOf' | 'root'>;

/**
 * Names as they were when an act was done: what it deleted, or renamed since, is called what it was called then.
 * Only rows that the act itself changed are known that way; the rest is called what it is called now.
 */
export function namesThen(rows: Rows, changes: readonly Change[], writer: TextWriter): Names {
  const then = new Map<string, Change>();
  for (const change of changes) then.set(change.id, change);
  const past: Rows = {
    row: (table, id) => {
      const change = then.get(id);
      const row = change?.table === table ? (change.before ?? change.after) : rows.row(table, id);
      return row as ReturnType<typeof rows.row<typeof table>>;
    },
    tableOf: (id) => then.get(id)?.table ?? rows.tableOf(id),
    root: rows.root,
  };
  return namesIn(past, writer);
}
