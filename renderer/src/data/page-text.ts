import { isRestDue, type Sliced } from '#core/kernel/slices';
import type { PageWrite } from './paged-rows';

/** A page as it is stored; one without rows is deleted. */
export interface PageText extends Pick<PageWrite, 'shelf' | 'page'> {
  readonly text: string | null;
}

/** Writes pages out, row by row, and the record of a large act change by change. */
export function* pageTexts(writes: readonly PageWrite[]): Sliced<readonly PageText[]> {
  const of = Math.max(
    1,
    writes.reduce((sum, { rows }) => sum + rows.length, 0),
  );
  const texts: PageText[] = [];
  let done = 0;
  for (const { shelf, page, rows } of writes) {
    const parts: string[] = [];
    for (const row of rows) {
      if ('changes' in row && row.changes.length > largeRecord) parts.push(yield* recordText(row, { done, of }));
      else parts.push(JSON.stringify(row));
      done += 1;
      if (isRestDue(done)) yield { done, of };
    }
    texts.push({ shelf, page, text: rows.length === 0 ? null : `[${parts.join(',')}]` });
  }
  return texts;
}

const largeRecord = 1_000;

function* recordText(
  record: { readonly changes: readonly unknown[] },
  progress: { readonly done: number; readonly of: number },
): Sliced<string> {
  const parts: string[] = [];
  for (const [index, change] of record.changes.entries()) {
    parts.push(JSON.stringify(change));
    if (isRestDue(index)) yield progress;
  }
  // The changes stand last, whatever else the record has.
  const head = JSON.stringify({ ...record, changes: undefined });
  return `${head.slice(0, -1)},"changes":[${parts.join(',')}]}`;
}
