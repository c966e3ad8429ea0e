import { useMemo, useState, type ReactNode } from 'react';
import { mendCell, readSheet } from '#core/sheets/columns';
import {
  keyFields,
  sheetFields,
  type CellProblem,
  type RowProposal,
  type Sheet,
  type SheetField,
} from '#core/sheets/sheet';
import type { Refusal } from '#core/rules/refusals';
import { usePreview } from '../../state/model-hooks';
import { Refusals, Warnings } from '../explain';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { ProgressBar } from '../../ui/ProgressBar';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { together, useActing } from '../acting';
import { fieldName, problemSentence } from './problem-words';
import { cellKey, ProposalTable } from './ProposalTable';
import { mostRows, readTable, type ReadTable } from './read-table';
import { columnNamesOf } from './sheet-words';
import { useProposals, type SheetTarget } from './use-proposals';
import './sheets.css';

type Shown = RowProposal['state'] | 'all';
const states: readonly RowProposal['state'][] = ['new', 'changed', 'same', 'wrong'];
/** What a long list leads to later is worked out when it is applied. */
const mostPreviewed = 500;

export interface PasteDialogProps {
  readonly target: SheetTarget;
  /** What was pasted; `null` asks for it. */
  readonly text: string | null;
  readonly onClose: () => void;
}

function isField(kind: SheetTarget['kind'], id: string): id is SheetField {
  return (sheetFields[kind] as readonly string[]).includes(id);
}

/** Rows of a spreadsheet, each as what it would do; wrong cells are mended in place, and all is one act. */
export function PasteDialog({ target, text: pasted, onClose }: PasteDialogProps): ReactNode {
  const { text } = useText();
  const [typed, setTyped] = useState('');
  const [given, setGiven] = useState<string | null>(pasted);
  const read = useMemo(() => (given === null ? null : readTable(given)), [given]);
  if (read?.ok === true) return <PastedRows target={target} table={read.table} onClose={onClose} />;
  return (
    <Dialog
      title={text('sheet.title', { kind: target.kind })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button tone="primary" isDisabled={typed.trim() === ''} onPress={() => setGiven(typed)}>
            {text('sheet.next')}
          </Button>
        </>
      }
    >
      <p>{text('sheet.ask')}</p>
      <TextField label={text('sheet.askField')} lines="many" value={typed} onChange={setTyped} autoFocus />
      {read === null ? null : <Unreadable read={read} />}
    </Dialog>
  );
}

function Unreadable({ read }: { readonly read: Exclude<ReadTable, { readonly ok: true }> }): ReactNode {
  const { text } = useText();
  const title =
    read.kind === 'tooMany'
      ? text('sheet.tooMany', { count: read.count, most: mostRows })
      : text(read.kind === 'empty' ? 'sheet.empty' : 'sheet.tooLong');
  return <Notice tone="refusal" title={title} isLive />;
}

function SheetColumns({ sheet }: { readonly sheet: Sheet }): ReactNode {
  const writer = useText();
  const { text, list } = writer;
  const taken = sheet.columns.flatMap((field) => (field === null ? [] : [fieldName(field, writer)]));
  const ignored = sheet.headings.filter((heading, index) => sheet.columns[index] === null && heading.trim() !== '');
  return (
    <p className="quiet">
      {text(sheet.headings.length === 0 ? 'sheet.columnsAsShown' : 'sheet.columns', { names: list(taken) })}{' '}
      {ignored.length === 0 ? null : text('sheet.ignored', { names: list(ignored) })} {text('sheet.emptyRule')}
    </p>
  );
}

/** Everything that is wrong with a row, in full. */
function RowProblems({
  row,
  problems,
}: {
  readonly row: number;
  readonly problems: readonly CellProblem[];
}): ReactNode {
  const writer = useText();
  const names = useNames();
  return (
    <>
      {problems.map((problem, index) => (
        <Notice
          key={index}
          tone="refusal"
          title={writer.text('sheet.inRow', { row: row + 1, field: fieldName(problem.field, writer) })}
          rule={problem.kind === 'refused' ? problem.refusal.rule : undefined}
        >
          {problemSentence(problem, writer, names)}
        </Notice>
      ))}
    </>
  );
}

/** What would change in a row, in full: in the table there is little room. */
function RowChanges({
  sheet,
  row,
  written,
}: {
  readonly sheet: Sheet;
  readonly row: RowProposal;
  readonly written: SheetTarget['written'];
}): ReactNode {
  const writer = useText();
  const { text } = writer;
  return (
    <Notice tone="info" title={text('sheet.rowName', { row: row.row + 1 })}>
      <ul className="row-changes">
        {row.changed.map((field) => {
          const was = row.thing === null ? '' : written(row.thing, field);
          return (
            <li key={field}>
              {text('sheet.change', {
                field: fieldName(field, writer),
                was: was || text('ui.empty'),
                is: sheet.rows[row.row]?.[sheet.columns.indexOf(field)] ?? '',
              })}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

function PastedRows({
  target,
  table,
  onClose,
}: {
  readonly target: SheetTarget;
  readonly table: readonly (readonly string[])[];
  readonly onClose: () => void;
}): ReactNode {
  const writer = useText();
  const { text, list } = writer;
  const act = useActing();
  const { kind } = target;
  const [sheet, setSheet] = useState(() =>
    readSheet(
      table,
      kind,
      columnNamesOf(kind),
      target.columns().map((id) => (isField(kind, id) ? id : null)),
    ),
  );
  const { rows, work } = useProposals(sheet, target);
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<Shown>('all');
  const [selected, setSelected] = useState<number | null>(null);
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const [isActing, setActing] = useState(false);

  const counts = useMemo(() => {
    const found = { new: 0, changed: 0, same: 0, wrong: 0 };
    for (const row of rows) found[row.state] += 1;
    return found;
  }, [rows]);
  const asked = counts.new + counts.changed;
  const call = useMemo(
    () => together(rows.flatMap((row) => (row.state === 'new' || row.state === 'changed' ? row.calls : []))),
    [rows],
  );
  const preview = usePreview(asked > 0 && asked <= mostPreviewed ? call : null);
  const filter = chosen !== 'all' && counts[chosen] > 0 ? chosen : 'all';
  const shown = useMemo(() => (filter === 'all' ? rows : rows.filter((row) => row.state === filter)), [rows, filter]);
  const looked = rows.find((row) => row.row === selected && row.state === 'changed');
  const wrong =
    looked === undefined
      ? (rows.find((row) => row.row === selected && row.problems.length > 0) ??
        rows.find((row) => row.problems.length > 0))
      : undefined;
  const names = useMemo(
    () =>
      list([
        fieldName(keyFields[kind], writer),
        ...sheetFields[kind]
          .filter((field) => field !== 'id' && field !== keyFields[kind])
          .slice(0, 2)
          .map((field) => fieldName(field, writer)),
      ]),
    [kind, list, writer],
  );
  const hasKey =
    sheet.columns.includes(keyFields[kind]) ||
    sheet.columns.includes('id') ||
    (kind === 'people' && sheet.columns.includes('email'));

  function mend(row: number, field: SheetField, value: string): void {
    setMended(new Set([...mended, cellKey(row, field)]));
    setSheet(mendCell(sheet, row, field, value));
  }
  async function apply(): Promise<void> {
    if (call === null) return;
    setActing(true);
    setRefused([]);
    const outcome = await act(call, { say: true, keepRefusals: true });
    setActing(false);
    if (outcome.ok) onClose();
    else if (outcome.kind === 'refused') setRefused(outcome.refusals);
  }

  return (
    <Dialog
      title={text('sheet.title', { kind })}
      isOpen
      onClose={onClose}
      size="large"
      summary={<span role="status">{work === null && hasKey ? text('sheet.summary', counts) : ''}</span>}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button
            tone="primary"
            isDisabled={work !== null || asked === 0 || isActing || !hasKey}
            onPress={() => void apply()}
          >
            {text('sheet.apply', { count: asked })}
          </Button>
        </>
      }
    >
      {hasKey ? (
        <SheetColumns sheet={sheet} />
      ) : (
        <Notice
          tone="refusal"
          title={text('sheet.noKey', { field: fieldName(keyFields[kind], writer), names })}
          isLive
        />
      )}
      {work === null || rows.length > 0 ? null : (
        <ProgressBar
          label={text(work.kind === 'reading' ? 'sheet.reading' : 'sheet.checking')}
          value={work.kind === 'reading' ? work.share : null}
        />
      )}
      {rows.length === 0 || !hasKey ? null : (
        <>
          {work === null && asked === 0 && counts.wrong === 0 ? (
            <Notice tone="success" title={text('sheet.nothingToChange', { count: rows.length })} isLive />
          ) : null}
          <div className="sheet-filter">
            <Select<Shown>
              label={text('sheet.filter')}
              hideLabel
              value={filter}
              onChange={setChosen}
              choices={[
                { id: 'all', name: text('sheet.filter.all', { count: rows.length }) },
                ...states
                  .filter((state) => counts[state] > 0)
                  .map((state) => ({ id: state, name: text(`sheet.filter.${state}`, { count: counts[state] }) })),
              ]}
            />
          </div>
          <ProposalTable
            sheet={sheet}
            rows={shown}
            written={target.written}
            mended={mended}
            onMend={mend}
            onSelect={setSelected}
          />
          {looked === undefined ? null : <RowChanges sheet={sheet} row={looked} written={target.written} />}
          {wrong === undefined ? null : <RowProblems row={wrong.row} problems={wrong.problems} />}
          {counts.wrong > 0 && asked > 0 ? (
            <p className="quiet">{text('sheet.leftOut', { count: counts.wrong })}</p>
          ) : null}
          {preview?.ok === true ? <Warnings warnings={preview.warnings} /> : null}
          <Refusals refusals={refused} isLive />
        </>
      )}
    </Dialog>
  );
}
