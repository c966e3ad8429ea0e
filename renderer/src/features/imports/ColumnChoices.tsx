import { useState, type ReactNode } from 'react';
import { columnLetter } from '#core/sheets/columns';
import { sheetFields, type SheetField, type SheetKind } from '#core/sheets/fields';
import { ownFieldsOf, ownSheetField } from '#core/sheets/own-fields';
import { sheetFieldName } from '../../parts/spreadsheet';
import { useFromRows } from '../../state/model-hooks';
import { useNames } from '../../text/use-names';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Select';

export interface ColumnChoicesProps {
  readonly kind: SheetKind;
  readonly headings: readonly string[];
  readonly columns: readonly (SheetField | null)[];
  /** Columns of passwords, which nobody can take over. */
  readonly dropped: readonly string[];
  readonly isOpen: boolean;
  readonly onAssign: (heading: string, field: SheetField | null) => void;
}

/** Lets a person say which column is which field. */
export function ColumnChoices({
  kind,
  headings,
  columns,
  dropped,
  isOpen: isOpenAtFirst,
  onAssign,
}: ColumnChoicesProps): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const own = useFromRows((rows) => ownFieldsOf(rows, kind).map(ownSheetField));
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  if (!isOpen)
    return (
      <div>
        <Button size="small" tone="quiet" onPress={() => setOpen(true)}>
          {text('import.assign')}
        </Button>
      </div>
    );
  const fields: readonly SheetField[] = [...sheetFields[kind], ...own];
  return (
    <div className="import-columns" role="group" aria-label={text('import.columns')}>
      {headings.map((heading, index) =>
        heading.trim() === '' || dropped.includes(heading) ? null : (
          <Select<SheetField | 'none'>
            key={`${String(index)} ${heading}`}
            label={heading.trim() || columnLetter(index)}
            value={columns[index] ?? 'none'}
            onChange={(field) => onAssign(heading, field === 'none' ? null : field)}
            choices={[
              { id: 'none', name: text('import.notTaken') },
              ...fields.map((field) => ({ id: field, name: sheetFieldName(field, writer, names) })),
            ]}
          />
        ),
      )}
    </div>
  );
}
