import { useMemo, useState, type ReactNode } from 'react';
import { actOf } from '#core/sheets/apply';
import { hasKey, mendCell, type SheetReading } from '#core/sheets/columns';
import { keyFields, writtenFields } from '#core/sheets/fields';
import type { RowProposal, Sheet, SheetField } from '#core/sheets/sheet';
import type { Refusal } from '#core/rules/refusals';
import { usePreview } from '../../state/model-hooks';
import { useNames } from '../../text/use-names';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { Select } from '../../ui/Select';
import { Switch } from '../../ui/Switch';
import { useActing } from '../acting';
import { Refusals, Warnings } from '../explain';
import { fieldName } from './problem-words';
import { cellKey, ProposalTable } from './ProposalTable';
import { RowChanges, RowProblems } from './RowDetails';
import { SavedAsNumbers, SheetNotes, SheetQuestions } from './SheetNotes';
import { useProposals, type SheetTarget } from './use-proposals';
import { WorkBar } from './WorkShare';
import './sheets.css';

type Shown = RowProposal['state'] | 'all';
const states: readonly RowProposal['state'][] = ['new', 'changed', 'same', 'wrong'];
/** What a long list leads to later is worked out when it is applied. */
const mostPreviewed = 500;

export interface SheetRowsDialogProps {
  readonly title: string;
  readonly reading: SheetReading;
  readonly target: SheetTarget;
  /** What stands above the rows: how the file was read, and how its columns are taken. */
  readonly children?: ReactNode;
  /** Called with the rows whenever something in them was mended or answered. */
  readonly onSheet?: ((sheet: Sheet) => void) | undefined;
  /** Called when they were applied. */
  readonly onDone?: (() => void) | undefined;
  readonly onClose: () => void;
}

/** Rows of a sheet, each as what it would do; wrong cells are mended in place, and all is one act. */
export function SheetRowsDialog({
  title,
  reading,
  target,
  children,
  onSheet,
  onDone,
  onClose,
}: SheetRowsDialogProps): ReactNode {
  const writer = useText();
  const { text, list } = writer;
  const act = useActing();
  const { kind } = reading;
  const [sheet, changeSheet] = useState(reading.sheet);
  function setSheet(next: Sheet): void {
    changeSheet(next);
    onSheet?.(next);
  }
  const [makesGroups, setMakesGroups] = useState(false);
  const { rows, makings, summary, work, share } = useProposals(sheet, target, makesGroups);
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<Shown>('all');
  const [selected, setSelected] = useState<number | null>(null);
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const [isActing, setActing] = useState(false);

  const { counts } = summary;
  const asked = counts.new + counts.changed;
  // What many rows ask for is put together when it is applied.
  const previewed = useMemo(
    () => (asked > 0 && asked <= mostPreviewed ? actOf(rows, makings) : null),
    [asked, rows, makings],
  );
  const preview = usePreview(previewed);
  const filter = chosen !== 'all' && counts[chosen] > 0 ? chosen : 'all';
  const shown = useMemo(() => (filter === 'all' ? rows : rows.filter((row) => row.state === filter)), [rows, filter]);
  const picked = selected === null ? undefined : rows[selected];
  const looked = picked?.state === 'changed' ? picked : undefined;
  const firstWrong = summary.firstWrong === null ? undefined : rows[summary.firstWrong];
  const wrong =
    looked !== undefined ? undefined : picked !== undefined && picked.problems.length > 0 ? picked : firstWrong;
  const names = useNames();
  const usual = useMemo(
    () =>
      list([
        fieldName(keyFields[kind], writer, names),
        ...writtenFields[kind]
          .filter((field) => field !== 'id' && field !== keyFields[kind])
          .slice(0, 2)
          .map((field) => fieldName(field, writer, names)),
      ]),
    [kind, list, writer, names],
  );
  const isKnown = hasKey(kind, sheet);

  function mend(row: number, field: SheetField, value: string): void {
    setMended(new Set([...mended, cellKey(row, field)]));
    setSheet(mendCell(sheet, row, field, value));
  }
  async function apply(): Promise<void> {
    const call = actOf(rows, makings);
    if (call === null) return;
    setActing(true);
    setRefused([]);
    const outcome = await act(call, { say: true, keepRefusals: true });
    setActing(false);
    if (outcome.ok) {
      onDone?.();
      onClose();
    } else if (outcome.kind === 'refused') setRefused(outcome.refusals);
  }

  return (
    <Dialog
      help="spreadsheets"
      title={title}
      isOpen
      onClose={onClose}
      size="large"
      summary={<span role="status">{work === null && isKnown ? text('sheet.summary', counts) : ''}</span>}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button
            tone="primary"
            isDisabled={work !== null || asked === 0 || isActing || !isKnown}
            onPress={() => void apply()}
          >
            {text('sheet.apply', { count: asked })}
          </Button>
        </>
      }
    >
      {children}
      {isKnown ? (
        <SheetNotes sheet={sheet} />
      ) : (
        <Notice
          tone="refusal"
          title={text('sheet.noKey', { field: fieldName(keyFields[kind], writer, names), names: usual })}
          isLive
        />
      )}
      {work === null || rows.length > 0 ? null : (
        <WorkBar label={text(work === 'reading' ? 'sheet.reading' : 'sheet.checking')} share={share} />
      )}
      {rows.length === 0 || !isKnown ? null : (
        <>
          {work === null && asked === 0 && counts.wrong === 0 ? (
            <Notice tone="success" title={text('sheet.nothingToChange', { count: rows.length })} isLive />
          ) : null}
          <SavedAsNumbers
            answers={sheet.answers}
            summary={summary}
            onAnswer={(answers) => setSheet({ ...sheet, answers })}
          />
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
            <SheetQuestions
              answers={sheet.answers}
              summary={summary}
              onAnswer={(answers) => setSheet({ ...sheet, answers })}
            />
            {makesGroups || summary.lacksGroups ? (
              <Switch
                label={text('sheet.makeGroups', { count: makings.length })}
                isSelected={makesGroups}
                onChange={setMakesGroups}
              />
            ) : null}
          </div>
          <ProposalTable
            sheet={sheet}
            rows={shown}
            troubled={summary.troubled}
            written={target.written}
            mended={mended}
            onMend={mend}
            onSelect={setSelected}
          />
          {looked === undefined ? null : <RowChanges sheet={sheet} row={looked} written={target.written} />}
          {wrong === undefined ? null : (
            <RowProblems
              number={wrong.number}
              problems={wrong.problems}
              onMend={(field, value) => mend(wrong.row, field, value)}
            />
          )}
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
