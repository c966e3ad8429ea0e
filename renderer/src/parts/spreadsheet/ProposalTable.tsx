import { ArrowRight } from 'lucide-react';
import { useMemo, type CSSProperties, type ReactNode } from 'react';
import type { RowProposal, Sheet, SheetField } from '#core/sheets/sheet';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { StatusPill, type Tone } from '../../ui/Badge';
import { DataTable } from '../../ui/DataTable';
import type { TableColumn } from '../../ui/table-column';
import { MendField } from './MendField';
import { fieldName, problemSentence } from './problem-words';

const tones: { readonly [S in RowProposal['state']]: Tone } = {
  new: 'success',
  changed: 'info',
  same: 'neutral',
  wrong: 'danger',
};
const idOf = (row: RowProposal): string => String(row.row);
const order: readonly RowProposal['state'][] = ['wrong', 'new', 'changed', 'same'];
const widths: { readonly [F in SheetField]?: number } = {
  email: 10,
  role: 9,
  license: 9,
  group: 9,
  pool: 10,
  numbers: 9,
  usedBy: 9,
  type: 9,
  phone: 9,
  value: 9,
  serial: 9,
};

export interface ProposalTableProps {
  readonly sheet: Sheet;
  readonly rows: readonly RowProposal[];
  /** Fields that rows have problems with: those without a column get one. */
  readonly troubled: readonly SheetField[];
  readonly written: (thing: string, field: SheetField) => string;
  /** Cells that have been written anew stay open for another go. */
  readonly mended: ReadonlySet<string>;
  readonly onMend: (row: number, field: SheetField, value: string) => void;
  readonly onSelect: (row: number) => void;
}

export function cellKey(row: number, field: SheetField): string {
  return `${String(row)} ${field}`;
}

function Changed({ was, is }: { readonly was: string; readonly is: string }): ReactNode {
  const { text } = useText();
  return (
    <span className="cell-changed" title={was === '' ? text('sheet.wasEmpty') : text('sheet.was', { value: was })}>
      {was === '' ? null : (
        <>
          <del>{was}</del>
          <ArrowRight size="0.9em" aria-hidden />
        </>
      )}
      <ins>{is}</ins>
    </span>
  );
}

/** Row by row what pasting would do: changed cells with what they were, wrong ones as fields. */
export function ProposalTable({
  sheet,
  rows,
  troubled,
  written,
  mended,
  onMend,
  onSelect,
}: ProposalTableProps): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const fields = useMemo(() => {
    const known = sheet.columns.filter((field) => field !== null);
    return [...new Set([...known, ...troubled])];
  }, [sheet, troubled]);

  const columns = useMemo((): readonly TableColumn<RowProposal>[] => {
    const at = (field: SheetField): number => sheet.columns.indexOf(field);
    const typedIn = (row: RowProposal, field: SheetField): string =>
      (sheet.rows[row.row]?.cells[at(field)] ?? '').trim();
    function cell(row: RowProposal, field: SheetField): ReactNode {
      const typed = typedIn(row, field);
      const isWrong = row.problems.some((problem) => problem.field === field);
      if (isWrong || mended.has(cellKey(row.row, field)))
        return (
          <MendField
            label={text('sheet.mend', { field: fieldName(field, writer, names), row: row.number })}
            value={typed}
            isWrong={isWrong}
            onMend={(value) => onMend(row.row, field, value)}
          />
        );
      if (row.changed.includes(field) && row.thing !== null)
        return <Changed was={written(row.thing, field)} is={typed} />;
      return (
        <span className={row.state === 'same' || row.state === 'changed' ? 'quiet' : ''} title={typed}>
          {typed}
        </span>
      );
    }
    const reasonOf = (row: RowProposal): string =>
      row.problems.map((problem) => problemSentence(problem, writer, names)).join(' ');
    return [
      {
        id: 'row',
        name: text('sheet.rowNumber'),
        width: 3.6,
        align: 'end',
        sortBy: (row) => row.number,
        textOf: (row) => String(row.number),
        cell: (row) => row.number,
      },
      {
        id: 'state',
        name: text('sheet.state'),
        width: 7.4,
        sortBy: (row) => order.indexOf(row.state),
        textOf: (row) => text(`sheet.state.${row.state}`),
        cell: (row) => <StatusPill tone={tones[row.state]}>{text(`sheet.state.${row.state}`)}</StatusPill>,
      },
      ...fields.map((field): TableColumn<RowProposal> => ({
        id: field,
        name: fieldName(field, writer, names),
        width: widths[field] ?? 7.5,
        grows: 1,
        sortBy: (row) => typedIn(row, field) || null,
        textOf: (row) => typedIn(row, field),
        cell: (row) => cell(row, field),
      })),
      ...(rows.some((row) => row.state === 'wrong')
        ? [
            {
              id: 'reason',
              name: text('sheet.reason'),
              width: 8,
              grows: 1,
              textOf: reasonOf,
              cell: (row: RowProposal) => (
                <span className="cell-reason" title={reasonOf(row)}>
                  {reasonOf(row)}
                </span>
              ),
            },
          ]
        : []),
    ];
  }, [sheet, fields, rows, mended, onMend, written, text, writer, names]);

  return (
    <div className="sheet-rows" style={{ '--rows': rows.length } as CSSProperties}>
      <DataTable
        label={text('sheet.rows')}
        name="sheet"
        rows={rows}
        columns={columns}
        rowId={idOf}
        rowName={(row) => text('sheet.rowName', { row: row.number })}
        onOpen={(row) => onSelect(row.row)}
        onFocusRow={(row) => onSelect(row.row)}
        rowTone={(row) => (row.state === 'same' ? 'quiet' : 'normal')}
        empty={null}
      />
    </div>
  );
}
