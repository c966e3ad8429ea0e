import { useMemo, useState, type ReactNode } from 'react';
import { chooseTable } from '#core/sheets/choose-table';
import { readSheet, type ReadingWishes, type SheetReading } from '#core/sheets/columns';
import { sheetKinds, type SheetField, type SheetKind } from '#core/sheets/fields';
import type { GivenTable } from '#core/sheets/given';
import { ownHeadings, type OwnHeadings } from '#core/sheets/own-fields';
import { headingKey } from '#core/sheets/presets';
import type { Sheet } from '#core/sheets/sheet';
import type { FileTables } from '#core/sheets/table-failure';
import { tableWriter } from '#core/sheets/written';
import { SheetRowsDialog, type SheetTarget } from '../../parts/spreadsheet';
import { useKeptDraft } from '../../state/kept-draft';
import { useReading } from '../../state/model-hooks';
import { useRemembered } from '../../platform/remembered';
import { useLanguage } from '../../text/language';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { Select } from '../../ui/Select';
import { ColumnChoices } from './ColumnChoices';

/** By hand which column is which field, for files with the same headings. */
type Assigned = { readonly [heading: string]: SheetField | null };
type RememberedColumns = { readonly [headings: string]: Assigned };
const noneRemembered: RememberedColumns = {};
const mostRemembered = 40;
const longestSignature = 400;

/** What tells files with the same headings. */
function signatureOf(kind: SheetKind, headings: readonly string[]): string {
  return `${kind} ${headings.map(headingKey).join('|')}`.slice(0, longestSignature);
}

/** The row that a person takes as headings where none was known: the first with anything in it. */
function firstRowOf(table: GivenTable | undefined): readonly string[] {
  return table?.rows.find(({ cells }) => cells.some((cell) => cell.trim() !== ''))?.cells ?? [];
}

function wishesFor(kind: SheetKind | null, assigned: Assigned, own: OwnHeadings): ReadingWishes {
  return {
    own,
    ...(kind === null ? {} : { kind }),
    assigned: new Map(Object.entries(assigned)),
  };
}

/** Rows with what was mended in them, and in which way of reading the file. */
interface Mended {
  readonly way: string;
  readonly sheet: Sheet;
}

export interface ImportedRowsProps {
  readonly name: string;
  readonly file: FileTables;
  readonly groupId: string;
  /** The file was read before, and the dialog closed without its rows. */
  readonly isFromBefore: boolean;
  readonly onAnother: () => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** The rows of a file as what they would do, with how they were read: which sheet, what they are about, which column is what. */
export function ImportedRows({
  name,
  file,
  groupId,
  isFromBefore,
  onAnother,
  onDone,
  onClose,
}: ImportedRowsProps): ReactNode {
  const { text } = useText();
  const { rows } = useReading();
  const names = useNames();
  const language = useLanguage();
  const [remembered, remember] = useRemembered<RememberedColumns>('import.columns', noneRemembered);
  const [sheetName, setSheetName] = useState<string | null>(null);
  const [wanted, setWanted] = useState<SheetKind | null>(null);
  const [chosen, setChosen] = useState<Assigned | null>(null);
  const mended = useKeptDraft<Mended | null>('import mended', null);

  const own = useMemo(() => ownHeadings(rows), [rows]);
  const tables = useMemo(
    () => (sheetName === null ? file.tables : file.tables.filter((table) => table.name === sheetName)),
    [file, sheetName],
  );
  const first = useMemo(() => chooseTable(tables, wishesFor(wanted, {}, own)), [tables, wanted, own]);
  const table = first?.table ?? tables[0];
  const kind = first?.reading.kind ?? wanted ?? 'people';
  const headings = first?.reading.sheet.headings ?? firstRowOf(table);
  const signature = signatureOf(kind, headings);
  const assigned = chosen ?? remembered[signature] ?? {};
  const reading = useMemo((): SheetReading | null => {
    if (table === undefined) return null;
    return Object.keys(assigned).length === 0
      ? (first?.reading ?? null)
      : readSheet(table, wishesFor(first?.reading.preset === null ? kind : (wanted ?? kind), assigned, own));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what was assigned, by its content
  }, [table, first, kind, wanted, own, JSON.stringify(assigned)]);

  const hidden = useMemo(() => hiddenIn(table), [table]);
  const writer = useMemo(() => tableWriter(rows, groupId, language), [rows, groupId, language]);
  const target: SheetTarget = {
    kind,
    groupId,
    columns: () => [],
    written: (thing, field) => writer.text(thing, field, kind),
  };

  function assign(heading: string, field: SheetField | null): void {
    const next = { ...assigned, [headingKey(heading)]: field };
    setChosen(next);
    const others = Object.entries(remembered).filter(([key]) => key !== signature);
    remember(Object.fromEntries([...others.slice(-mostRemembered), [signature, next]]));
  }

  const way = `${name} ${table?.name ?? ''} ${kind} ${JSON.stringify(assigned)}`;
  const settings = (
    <>
      {isFromBefore ? (
        <Notice
          tone="info"
          title={text('sheet.fromBefore')}
          actions={
            <Button size="small" onPress={onAnother}>
              {text('import.another')}
            </Button>
          }
        />
      ) : null}
      <div className="import-settings">
        <Select<SheetKind>
          label={text('import.kind')}
          value={kind}
          onChange={(next) => {
            setWanted(next);
            setChosen(null);
          }}
          choices={sheetKinds.map((one) => ({ id: one, name: text(`import.kind.${one}`) }))}
        />
        {file.tables.length > 1 ? (
          <Select<string>
            label={text('import.sheet')}
            value={table?.name ?? null}
            onChange={(next) => {
              setSheetName(next);
              setChosen(null);
            }}
            choices={file.tables.map((one) => ({ id: one.name, name: one.name }))}
          />
        ) : null}
        <p className="quiet import-how">
          {[
            text('import.into', { group: names.group(groupId) }),
            reading?.preset == null ? '' : text('import.preset', { preset: reading.preset.id }),
            file.encoding === null || file.encoding === 'utf-8'
              ? ''
              : text('import.readAs', { encoding: file.encoding }),
            (table?.merged ?? 0) > 0 ? text('import.merged', { count: table?.merged ?? 0 }) : '',
            hidden > 0 ? text('import.hidden', { count: hidden }) : '',
          ]
            .filter((part) => part !== '')
            .join(' ')}
        </p>
      </div>
      <ColumnChoices
        kind={kind}
        headings={headings}
        columns={reading?.sheet.columns ?? []}
        dropped={reading?.sheet.dropped ?? []}
        isOpen={reading === null}
        onAssign={assign}
      />
    </>
  );
  if (reading === null)
    return (
      <Dialog
        help="spreadsheets"
        title={text('import.rowsTitle', { name })}
        isOpen
        onClose={onClose}
        size="large"
        actions={<Button onPress={onClose}>{text('ui.cancel')}</Button>}
      >
        <Notice tone="warning" title={text('import.noHeadings')} isLive />
        {settings}
      </Dialog>
    );
  return (
    <SheetRowsDialog
      // Mended cells and answers belong to one way of reading the file.
      key={way}
      title={text('import.rowsTitle', { name })}
      reading={mended.value?.way === way ? { ...reading, sheet: mended.value.sheet } : reading}
      target={target}
      onSheet={(sheet) => mended.set({ way, sheet })}
      onDone={() => {
        mended.forget();
        onDone();
      }}
      onClose={onClose}
    >
      {settings}
    </SheetRowsDialog>
  );
}

function hiddenIn(table: GivenTable | undefined): number {
  return table?.rows.filter(({ isHidden }) => isHidden === true).length ?? 0;
}
