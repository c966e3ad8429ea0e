import { useCallback, type RefObject } from 'react';
import { useSavedFile } from '../../state/export-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import type { TableHandle } from '../../ui/DataTable';
import { useToasts } from '../../ui/Toast';

/** What spreadsheets of a language expect between cells: a semicolon where the comma is the decimal sign. */
function separatorOf(number: (value: number) => string): ',' | ';' {
  return number(0.5).includes(',') ? ';' : ',';
}

/** Saves rows as a file that is called after what they are and after a group; the first one names their columns. */
export function useRowsExport(label: string, groupId: string): (rows: readonly (readonly string[])[]) => void {
  const save = useSavedFile();
  const toasts = useToasts();
  const names = useNames();
  const { text, number } = useText();
  return useCallback(
    (rows) => {
      void save({
        what: 'table',
        name: text('table.exportName', { table: label, group: names.group(groupId) }),
        separator: separatorOf(number),
        rows: rows.map((row) => [...row]),
      }).then((answer) => {
        if (!answer.ok) {
          const { kind } = answer.failure;
          const why = kind === 'full' || kind === 'unwritable' ? kind : 'other';
          toasts.show({ tone: 'refusal', title: text('table.notExported'), details: text(`table.notExported.${why}`) });
        } else if (answer.value !== null)
          toasts.show({ tone: 'success', title: text('table.exported', { count: answer.value.entries }) });
      });
    },
    [save, toasts, names, text, number, label, groupId],
  );
}

/** Exports a table as it stands: the rows that the filter left, in their order, in the columns that are shown. */
export function useTableExport(label: string, groupId: string, table: RefObject<TableHandle | null>): () => void {
  const save = useRowsExport(label, groupId);
  return useCallback(() => save(table.current?.plainTable('all') ?? []), [save, table]);
}
