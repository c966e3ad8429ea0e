import { foldText, needleOf } from '../../parts/search';
import type { ListRow } from './list-row';

/** Narrows rows down by what is typed. What is written in a row is put together once, however long the list is. */
export function rowFilter(
  wordsOf: (row: ListRow) => string,
): (rows: readonly ListRow[], typed: string) => readonly ListRow[] {
  const texts = new WeakMap<ListRow, string>();
  function textOf(row: ListRow): string {
    let text = texts.get(row);
    if (text === undefined) {
      text = foldText(wordsOf(row));
      texts.set(row, text);
    }
    return text;
  }
  return (rows, typed) => {
    const needle = needleOf(typed);
    return needle === null ? rows : rows.filter((row) => needle.terms.every((term) => textOf(row).includes(term)));
  };
}
