import { isRestDue, type Sliced } from '#core/kernel/slices';
import type { CommitRecord, Step } from '#core/ledger/replica';
import type { Change, TableName } from '#core/model/rows';

/** Traces of a step in the tables: rows as they are after it, and commit records that came, changed or went. */
export interface KeptStep {
  readonly rows: readonly (readonly [table: TableName, id: string, row: Change['after'] | null])[];
  readonly records: readonly CommitRecord[];
  readonly removedRecords: readonly string[];
}

/**
 * A line of a step as JSON: a row, a commit record without its changes, a change of the record before it, or the id of a record
 * that went. Lines keep a large act in pieces that are written and read one at a time.
 */
type Line =
  | ['row', TableName, string, unknown]
  | ['record', Omit<CommitRecord, 'changes'>]
  | ['change', Change]
  | ['gone', string];

/** Letters of one piece; more would hold the window while it is copied to the database's process. */
const pieceLetters = 262_144;

/** Writes a step out in pieces, resting now and then; nothing for a step that leaves rows and records as they are. */
export function* stepPieces(step: Step): Sliced<readonly string[]> {
  const changesOfRecords = step.putRecords.reduce((sum, { changes }) => sum + changes.length, 0);
  const of = Math.max(1, step.changes.length + changesOfRecords);
  const pieces: string[] = [];
  let lines: string[] = [];
  let letters = 0;
  let done = 0;
  for (const line of linesOf(step)) {
    const text = JSON.stringify(line);
    lines.push(text);
    letters += text.length;
    if (letters >= pieceLetters) {
      pieces.push(lines.join('\n'));
      lines = [];
      letters = 0;
    }
    done += 1;
    if (isRestDue(done)) yield { done: Math.min(done, of), of };
  }
  if (lines.length > 0) pieces.push(lines.join('\n'));
  return pieces;
}

function* linesOf(step: Step): Generator<Line> {
  for (const { table, id, after } of step.changes) yield ['row', table, id, after ?? null];
  for (const id of step.removeRecords) yield ['gone', id];
  for (const { changes, ...record } of step.putRecords) {
    yield ['record', record];
    for (const change of changes) yield ['change', change];
  }
}

/** Reads the pieces of one step. */
export function stepFromPieces(pieces: readonly string[]): KeptStep {
  const rows: KeptStep['rows'][number][] = [];
  const records: (Omit<CommitRecord, 'changes'> & { readonly changes: Change[] })[] = [];
  const removedRecords: string[] = [];
  for (const piece of pieces)
    for (const text of piece.split('\n')) {
      const line = JSON.parse(text) as Line;
      switch (line[0]) {
        case 'row':
          rows.push([line[1], line[2], line[3] as Change['after'] | null]);
          break;
        case 'record':
          records.push({ ...line[1], changes: [] });
          break;
        case 'change':
          records[records.length - 1]?.changes.push(line[1]);
          break;
        case 'gone':
          removedRecords.push(line[1]);
      }
    }
  return { rows, records, removedRecords };
}
