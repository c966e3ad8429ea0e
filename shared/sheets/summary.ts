import { countsOf } from './apply';
import type { CellRemark, RowProposal, SheetField } from './sheet';

/** Sum of what the rows of a sheet say, worked out once: a long sheet is not gone through at every draw. */
export interface SheetSummary {
  /** Number of rows in each state. */
  readonly counts: ReturnType<typeof countsOf>;
  /** Place of the first row in which something is wrong, among the sheet's rows from 0; `null` where nothing is. */
  readonly firstWrong: number | null;
  /** Fields that rows have problems with, in the order in which they come. */
  readonly troubled: readonly SheetField[];
  /** True when cells name groups that are not there. */
  readonly lacksGroups: boolean;
  /** True when short numbers stand there of which nobody has said what they are. */
  readonly asksKind: boolean;
  /** True when days may be read in two ways. */
  readonly asksDays: boolean;
  /** Cells that a spreadsheet seems to have made numbers of, and the first of them. */
  readonly savedAsNumbers: { readonly count: number; readonly example: string };
}

const places: ReadonlySet<SheetField> = new Set(['group', 'groupPath', 'parent']);

function isSavedAsNumber({ kind }: CellRemark): boolean {
  return kind === 'savedAsNumber';
}

/** Summary of the rows of a sheet. */
export function summaryOf(rows: readonly RowProposal[]): SheetSummary {
  const wrong = rows.filter(({ problems }) => problems.length > 0);
  const problems = wrong.flatMap((row) => row.problems);
  const saved = rows.filter(({ remarks }) => remarks.length > 0).flatMap((row) => row.remarks.filter(isSavedAsNumber));
  return {
    counts: countsOf(rows),
    firstWrong: wrong[0]?.row ?? null,
    troubled: [...new Set(problems.map(({ field }) => field))],
    lacksGroups: problems.some(({ kind, field }) => kind === 'unknownThing' && places.has(field)),
    asksKind: problems.some(({ kind }) => kind === 'kindUnknown'),
    asksDays: problems.some(({ kind }) => kind === 'ambiguousDay'),
    savedAsNumbers: { count: saved.length, example: saved[0]?.value ?? '' },
  };
}
