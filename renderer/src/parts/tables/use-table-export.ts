import { useCallback, type RefObject } from 'react';
import { useSavedFile } from '../../state/export-hooks';
import { useSession } from '../../state/session-context';
import { useDay } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import type { TableHandle } from '../../ui/DataTable';
import { useToasts } from '../../ui/Toast';
import { groupOfThing, withDealerAndDay, type ExportedTable } from './dealer-and-day';

/** What spreadsheets of a language expect between cells: a semicolon where the comma is the decimal sign. */
function separatorOf(number: (value: number) => string): ',' | ';' {
  return number(0.5).includes(',') ? ';' : ',';
}

/** Saves rows as a file that is called after what they are and after a group, each with its dealer and the day. */
export function useRowsExport(label: string, groupId: string): (table: ExportedTable) => void {
  const save = useSavedFile();
  const toasts = useToasts();
  const names = useNames();
  const { text, number, day: writeDay } = useText();
  const { model } = useSession();
  const { day } = useDay();
  return useCallback(
    (table) => {
      const rows = withDealerAndDay(table, {
        rows: model,
        groupId,
        day: writeDay(day),
        names: { dealer: text('table.dealer'), day: text('table.asOf') },
      });
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
    [save, toasts, names, text, number, writeDay, model, day, label, groupId],
  );
}

/**
 * Exports a table as it stands: the rows that the filter left, in their order, in the columns that are shown. A row is about the group of
 * the thing whose id it has; `groupOf` says it where rows have ids of another kind.
 */
export function useTableExport(
  label: string,
  groupId: string,
  table: RefObject<TableHandle | null>,
  groupOf?: (rowId: string) => string | null,
): () => void {
  const save = useRowsExport(label, groupId);
  const { model } = useSession();
  return useCallback(() => {
    const [columns = [], ...rows] = table.current?.plainTable('all') ?? [];
    const ids = table.current?.rowIds() ?? [];
    const about = groupOf ?? ((id: string) => groupOfThing(model, id));
    save({ columns, rows: rows.map((cells, index) => ({ cells, groupId: about(ids[index] ?? '') })) });
  }, [save, table, model, groupOf]);
}
