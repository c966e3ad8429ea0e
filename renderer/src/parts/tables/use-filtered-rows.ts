import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { isRestDue, type Sliced } from '#core/kernel/slices';
import { Cancelled, computerPace, pacedWork } from '../../data/long-work';

interface Begun<Row> {
  /** What was found where it was found at once. */
  readonly found: readonly Row[] | null;
  readonly work: Sliced<readonly Row[]>;
}

/** What is found within this time is shown with the key that asked for it. */
const atOnceMs = 8;

function* rowsWith<Row>(
  rows: readonly Row[],
  words: readonly string[],
  textOf: (row: Row) => string,
): Sliced<readonly Row[]> {
  const found: Row[] = [];
  for (const [index, row] of rows.entries()) {
    if (isRestDue(index)) yield { done: index, of: rows.length };
    const here = textOf(row);
    if (words.every((word) => here.includes(word))) found.push(row);
  }
  return found;
}

function begin<Row>(work: Sliced<readonly Row[]>): Begun<Row> {
  const until = computerPace.now() + atOnceMs;
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return { found: slice.value, work };
    if (computerPace.now() >= until) return { found: null, work };
  }
}

/** The rows that have every word that was typed. Many are gone through with rests, and the former ones stay until then. */
export function useFilteredRows<Row>(
  rows: readonly Row[],
  typed: string,
  wordsOf: (row: Row) => string,
): readonly Row[] {
  const searched = useDeferredValue(typed);
  const textOf = useMemo(() => {
    // Writing a row out costs more than looking through it, and every further letter looks through all of them again.
    const written = new Map<Row, string>();
    return (row: Row): string => {
      let text = written.get(row);
      if (text === undefined) written.set(row, (text = wordsOf(row).toLowerCase()));
      return text;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- other rows are written anew
  }, [rows, wordsOf]);
  const begun = useMemo((): Begun<Row> | null => {
    const words = searched
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    return words.length === 0 ? null : begin(rowsWith(rows, words, textOf));
  }, [rows, searched, textOf]);
  const [late, setLate] = useState<{
    readonly of: Begun<Row>;
    readonly among: readonly Row[];
    readonly found: readonly Row[];
  } | null>(null);
  useEffect(() => {
    if (begun === null || begun.found !== null) return undefined;
    let isWanted = true;
    const finding = pacedWork(begun.work, computerPace, () => {
      if (!isWanted) throw new Cancelled();
    });
    finding.then(
      (found) => setLate({ of: begun, among: rows, found }),
      (error: unknown) => {
        if (!(error instanceof Cancelled)) throw error;
      },
    );
    return () => {
      isWanted = false;
    };
  }, [begun, rows]);
  if (begun === null) return rows;
  return begun.found ?? (late !== null && (late.of === begun || late.among === rows) ? late.found : rows);
}
