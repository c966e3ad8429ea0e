import { FileDown } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { sheetKinds, type SheetKind } from '#core/sheets/fields';
import { phoneBookFile, phoneBookOf, type PhoneBookFormat } from '#core/sheets/phone-book';
import { writtenTables } from '#core/sheets/written-tables';
import { useSavedFile } from '../../state/export-hooks';
import { useReading } from '../../state/model-hooks';
import { useLanguage } from '../../text/language';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { RadioGroup } from '../../ui/RadioGroup';
import { Select } from '../../ui/Select';
import { useToasts } from '../../ui/Toast';

type What = SheetKind | 'all' | 'phoneBook';
type TableFormat = 'xlsx' | 'csv';

const phoneBooks: readonly PhoneBookFormat[] = ['vcf', 'yealink', 'snom', 'grandstream'];
const formId = 'export';

/** Exports what is in a group for people, for other systems or for phones; where it goes is asked by the system. */
export function ExportDialog({
  groupId,
  onClose,
}: {
  readonly groupId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { text, number } = useText();
  const names = useNames();
  const language = useLanguage();
  const { rows } = useReading();
  const toasts = useToasts();
  const save = useSavedFile();
  const [what, setWhat] = useState<What>('all');
  const [from, setFrom] = useState<'group' | 'account'>('group');
  const [format, setFormat] = useState<TableFormat>('xlsx');
  const [phones, setPhones] = useState<PhoneBookFormat>('vcf');
  const [problem, setProblem] = useState<'full' | 'unwritable' | 'other' | null>(null);
  const [isSaving, setSaving] = useState(false);
  const place = from === 'group' ? groupId : rows.root.id;
  const isCsv = format === 'csv' && what !== 'all';

  function file(): Parameters<typeof save>[0] {
    const group = names.group(place);
    const name = what === 'all' ? group : text('export.name', { what: text(`export.what.${what}`), group });
    if (what === 'phoneBook') {
      const entries = phoneBookOf(rows, place);
      const content = phoneBookFile(phones, entries, names.group(place));
      return { what: 'phoneBook', name, format: phones, entries: entries.length, text: content };
    }
    const tables = writtenTables(rows, place, what === 'all' ? sheetKinds : [what], language);
    const plain = tables.map(({ kind: _kind, contents, rows: cells, ...table }) => ({
      ...table,
      contents: [...contents],
      rows: cells.map((row) => [...row]),
    }));
    // A semicolon where the comma is the decimal sign, as spreadsheets of that language expect.
    const separator = number(0.5).includes(',') ? ';' : ',';
    return isCsv
      ? { what: 'table', name, separator, rows: plain[0]?.rows ?? [], only: 'csv' }
      : { what: 'workbook', name, tables: plain };
  }

  async function exportIt(event: FormEvent): Promise<void> {
    event.preventDefault();
    setSaving(true);
    setProblem(null);
    const answer = await save(file());
    setSaving(false);
    if (!answer.ok) {
      const { kind } = answer.failure;
      setProblem(kind === 'full' || kind === 'unwritable' ? kind : 'other');
    } else if (answer.value?.entries === 0) {
      toasts.show({ tone: 'info', title: text('export.nothing') });
    } else if (answer.value !== null) {
      toasts.show({ tone: 'success', title: text('table.exported', { count: answer.value.entries }) });
      onClose();
    }
  }

  return (
    <Dialog
      help="spreadsheets"
      title={text('export.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button type="submit" form={formId} tone="primary" icon={FileDown} isDisabled={isSaving}>
            {text('export.do')}
          </Button>
        </>
      }
    >
      <form id={formId} className="export-fields" onSubmit={(event) => void exportIt(event)}>
        {problem === null ? null : (
          <Notice tone="refusal" title={text('table.notExported')} isLive>
            {text(`table.notExported.${problem}`)}
          </Notice>
        )}
        <Select<What>
          label={text('export.what')}
          value={what}
          onChange={setWhat}
          choices={(['all', ...sheetKinds, 'phoneBook'] as const).map((id) => ({
            id,
            name: text(`export.what.${id}`),
          }))}
        />
        {groupId === rows.root.id ? null : (
          <RadioGroup<'group' | 'account'>
            label={text('export.from')}
            value={from}
            onChange={setFrom}
            choices={[
              { id: 'group', name: text('export.from.group', { group: names.group(groupId) }) },
              { id: 'account', name: text('export.from.account') },
            ]}
          />
        )}
        {what === 'phoneBook' ? (
          <Select<PhoneBookFormat>
            label={text('export.phones')}
            value={phones}
            onChange={setPhones}
            choices={phoneBooks.map((id) => ({ id, name: text(`export.phones.${id}`) }))}
          />
        ) : (
          <RadioGroup<TableFormat>
            label={text('export.format')}
            value={what === 'all' ? 'xlsx' : format}
            onChange={setFormat}
            choices={(['xlsx', 'csv'] as const).map((id) => ({
              id,
              name: text(`export.format.${id}`),
              hint: text(`export.format.${id}.hint`),
              isDisabled: id === 'csv' && what === 'all',
            }))}
          />
        )}
      </form>
    </Dialog>
  );
}
