import type { RefObject } from 'react';
import { useText } from '../../text/text';
import type { TableHandle } from '../../ui/DataTable';
import { copyTable } from '../../ui/table-clipboard';
import { useToasts } from '../../ui/Toast';

/** Copies rows of a table, as it shows them, and says that it did. */
export function useCopyRows(table: RefObject<TableHandle | null>): (ids: ReadonlySet<string>) => void {
  const { text } = useText();
  const toasts = useToasts();
  return (ids) => {
    const rows = table.current?.plainTable(ids);
    if (rows === undefined) return;
    if (copyTable(rows)) toasts.show({ tone: 'info', title: text('sheet.copied', { count: rows.length - 1 }) });
    else toasts.show({ tone: 'refusal', title: text('sheet.notCopied') });
  };
}
