import type { SheetReading } from '#core/sheets/columns';
import { columnLetter } from '#core/sheets/columns';
import { countsOf } from '#core/sheets/apply';
import type { SheetField, SheetKind } from '#core/sheets/fields';
import { cellsOf } from '#core/sheets/cells';
import type { CellProblem, CellRemark, RowProposal, SheetContext } from '#core/sheets/sheet';
import type { FileTables } from '#core/sheets/table-failure';

/** Answer of an import about one cell. */
export interface ProblemAnswer {
  readonly field: SheetField;
  readonly code: string;
  readonly typed: string;
  readonly params?: { readonly [name: string]: unknown };
}

export interface RowAnswer {
  readonly row: number;
  readonly state: RowProposal['state'];
  readonly id?: string;
  readonly changes?: { readonly [field: string]: readonly [string, string] };
  readonly problems?: readonly ProblemAnswer[];
  readonly remarks?: readonly { readonly field: SheetField; readonly code: string; readonly value: string }[];
}

/** Answer of an import of a file, row by row. */
export interface ImportAnswer {
  readonly kind: SheetKind;
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly preset: string | null;
  readonly sheet: string | null;
  readonly headings: readonly string[];
  readonly columns: { readonly [heading: string]: SheetField | null };
  /** Headings of columns with passwords: nothing of them was kept. */
  readonly dropped: readonly string[];
  readonly leftOut: readonly { readonly row: number; readonly reason: string }[];
  readonly rows: readonly RowAnswer[];
  readonly counts: { readonly [S in RowProposal['state']]: number } & { readonly leftOut: number };
  /** Rows that are hidden in the spreadsheet, and rows that took a cell from a merged one: they are read like others. */
  readonly hidden: readonly number[];
  readonly merged: number;
  /** Groups that are made first. */
  readonly makesGroups?: readonly string[];
}

const remarkCodes: { readonly [K in CellRemark['kind']]: string } = {
  numberUnusual: 'NUMBER_UNUSUAL',
  secondPhone: 'SECOND_PHONE',
  savedAsNumber: 'CHANGED_BY_SPREADSHEET',
};

/** The code of a problem, and what makes it concrete. */
function codeOf(
  problem: CellProblem,
  kind: SheetKind,
): { readonly code: string; readonly params?: { readonly [name: string]: unknown } } {
  switch (problem.kind) {
    case 'missing':
      return { code: problem.field === 'name' ? 'NAME_REQUIRED' : 'MISSING' };
    case 'repeated':
      return {
        code: kind === 'devices' ? 'DUPLICATE_SERIAL' : kind === 'numbers' ? 'DUPLICATE_NUMBER' : 'REPEATED',
        params: { row: problem.row },
      };
    case 'notANumberOfItsKind':
      return { code: 'INVALID', params: { problem: problem.problem } };
    case 'notADay':
      return { code: 'INVALID', params: { problem: 'notADay' } };
    case 'notANumber':
      return { code: 'INVALID', params: { problem: 'notAWholeNumber' } };
    case 'unknownThing':
      return { code: 'NOT_FOUND' };
    case 'severalThings':
      return { code: 'SEVERAL_FOUND', params: { count: problem.count } };
    case 'beyondHeadings':
      return { code: 'BEYOND_HEADINGS', params: { column: columnLetter(problem.column) } };
    case 'refused': {
      const { code, ...params } = problem.refusal;
      return { code, params };
    }
    default:
      return { code: problem.kind.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase() };
  }
}

/** Text of a row in a field, joined where its parts stand in two columns. */
function cellOf(cells: ReturnType<typeof cellsOf>, field: SheetField): string {
  if (field === 'name' && cells.name === undefined)
    return (
      [cells.firstName, cells.lastName].filter((part) => part !== undefined).join(' ') ||
      (cells.level2 ?? cells.level1 ?? '')
    );
  if (field === 'phone' && cells.phone === undefined) return cells.mobile ?? '';
  if (field === 'group' && cells.group === undefined) return cells.groupPath ?? '';
  return cells[field] ?? '';
}

function rowAnswer(proposal: RowProposal, { kind, sheet }: SheetReading, context: SheetContext): RowAnswer {
  const given = sheet.rows[proposal.row]?.cells ?? [];
  const cells = cellsOf(sheet, given);
  const { thing } = proposal;
  return {
    row: proposal.number,
    state: proposal.state,
    ...(thing === null ? {} : { id: thing }),
    ...(thing === null || proposal.changed.length === 0
      ? {}
      : {
          changes: Object.fromEntries(
            proposal.changed.map((field) => [field, [context.written(thing, field), cellOf(cells, field)] as const]),
          ),
        }),
    ...(proposal.problems.length === 0
      ? {}
      : {
          problems: proposal.problems.map((problem): ProblemAnswer => ({
            field: problem.field,
            ...codeOf(problem, kind),
            typed:
              'typed' in problem
                ? problem.typed
                : (given[sheet.columns.indexOf(problem.field)] ?? cellOf(cells, problem.field)),
          })),
        }),
    ...(proposal.remarks.length === 0
      ? {}
      : {
          remarks: proposal.remarks.map(({ kind: remark, field, value }) => ({
            field,
            code: remarkCodes[remark],
            value,
          })),
        }),
  };
}

export function importAnswer(
  file: FileTables,
  table: FileTables['tables'][number],
  reading: SheetReading,
  proposals: readonly RowProposal[],
  context: SheetContext,
  made: readonly string[],
): ImportAnswer {
  const { sheet, kind, preset } = reading;
  const columns: { [heading: string]: SheetField | null } = {};
  sheet.columns.forEach((field, index) => {
    if (index >= sheet.headings.length && sheet.headings.length > 0) return;
    const heading = sheet.headings[index]?.trim() || columnLetter(index);
    // Of two columns with one heading, the one that is taken over speaks for both.
    columns[heading] = columns[heading] ?? field;
  });
  return {
    kind,
    encoding: file.encoding,
    separator: file.separator,
    preset: preset?.id ?? null,
    sheet: table.name === '' ? null : table.name,
    headings: sheet.headings,
    columns,
    dropped: sheet.dropped,
    leftOut: sheet.leftOut,
    rows: proposals.map((proposal) => rowAnswer(proposal, reading, context)),
    counts: { ...countsOf(proposals), leftOut: sheet.leftOut.length },
    hidden: sheet.rows.filter(({ isHidden }) => isHidden === true).map(({ number }) => number),
    merged: table.merged,
    ...(made.length === 0 ? {} : { makesGroups: made }),
  };
}
