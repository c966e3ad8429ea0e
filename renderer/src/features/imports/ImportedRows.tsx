import { useMemo, useState, type ReactNode } from 'react';
import { sheetKinds, type SheetField, type SheetKind } from '#core/sheets/fields';
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
import { ProgressBar } from '../../ui/ProgressBar';
import { Select } from '../../ui/Select';
import { ColumnChoices } from './ColumnChoices';
import { useRowsRead, type RememberedColumns } from './use-rows-read';

const noneRemembered: RememberedColumns = {};
const mostRemembered = 40;

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

/** The dialog while there are no rows to show: they are still being read, or nothing says which column is what. */
function WithoutRows({
  name,
  onClose,
  children,
}: Pick<ImportedRowsProps, 'name' | 'onClose'> & { readonly children: ReactNode }): ReactNode {
  const { text } = useText();
  return (
    <Dialog
      help="spreadsheets"
      title={text('import.rowsTitle', { name })}
      isOpen
      onClose={onClose}
      size="large"
      actions={<Button onPress={onClose}>{text('ui.cancel')}</Button>}
    >
      {children}
    </Dialog>
  );
}

/** The rows of a file as what they would do, with how they were read: which sheet, what they are about, which column is what. */
export function ImportedRows(properties: ImportedRowsProps): ReactNode {
  const { name, file, groupId, isFromBefore, onAnother, onDone, onClose } = properties;
  const { text } = useText();
  const { rows } = useReading();
  const names = useNames();
  const language = useLanguage();
  const [remembered, remember] = useRemembered<RememberedColumns>('import.columns', noneRemembered);
  const [sheetName, setSheetName] = useState<string | null>(null);
  const [wanted, setWanted] = useState<SheetKind | null>(null);
  const [chosen, setChosen] = useState<RememberedColumns[string] | null>(null);
  const mended = useKeptDraft<Mended | null>('import mended', null);

  const read = useRowsRead(file, { sheetName, wanted, chosen, remembered }, rows);
  const writer = useMemo(() => tableWriter(rows, groupId, language), [rows, groupId, language]);
  if (read === null)
    return (
      <WithoutRows name={name} onClose={onClose}>
        <ProgressBar label={text('import.reading', { name })} value={null} />
      </WithoutRows>
    );
  const { table, kind, headings, signature, assigned, reading, hidden } = read;
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
      <WithoutRows name={name} onClose={onClose}>
        <Notice tone="warning" title={text('import.noHeadings')} isLive />
        {settings}
      </WithoutRows>
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
