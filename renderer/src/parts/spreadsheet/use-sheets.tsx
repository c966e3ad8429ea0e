import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useText } from '../../text/text';
import type { TableHandle } from '../../ui/DataTable';
import { listenToClipboard, type PastedRows } from '../../ui/table-clipboard';
import { useToasts } from '../../ui/Toast';
import { useCommandHandlers } from '../commands';
import { PasteDialog } from './PasteDialog';
import { useCopyRows } from './use-copy-rows';
import type { SheetTarget } from './use-proposals';

export type { SheetTarget } from './use-proposals';

export interface Sheets {
  /** Copies rows of the table, as it shows them. */
  readonly copyRows: (ids: ReadonlySet<string>) => void;
  /** Asks for rows of a spreadsheet. */
  readonly askForRows: () => void;
  readonly dialog: ReactNode;
}

/** Copying rows of a table to a spreadsheet and pasting them from one, by key, menu and button. */
export function useSheets(
  table: RefObject<TableHandle | null>,
  selected: ReadonlySet<string>,
  target: SheetTarget | null,
): Sheets {
  const { text } = useText();
  const toasts = useToasts();
  const copyRows = useCopyRows(table);
  const [pasted, setPasted] = useState<{ readonly given: PastedRows | null } | null>(null);

  /** What the keys mean: the selected rows, else the one with the focus. */
  function meant(): ReadonlySet<string> {
    if (selected.size > 0) return selected;
    const active = table.current?.activeId() ?? null;
    const hasFocus =
      active !== null && document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row'] === active;
    return hasFocus ? new Set([active]) : new Set();
  }

  const keys = {
    copied: () => {
      const ids = meant();
      return ids.size === 0 ? null : (table.current?.plainTable(ids) ?? null);
    },
    onCopied: (copied: readonly (readonly string[])[]) =>
      toasts.show({ tone: 'info', title: text('sheet.copied', { count: copied.length - 1 }) }),
    onPaste: target === null ? undefined : (given: PastedRows) => setPasted({ given }),
  };
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  const canPaste = target !== null;
  useEffect(
    () =>
      listenToClipboard({
        copied: () => current.current.copied(),
        onCopied: (copied) => current.current.onCopied(copied),
        onPaste: canPaste ? (given) => current.current.onPaste?.(given) : undefined,
      }),
    [canPaste],
  );

  const askForRows = (): void => setPasted({ given: null });
  useCommandHandlers({
    'edit.copyRows': { run: () => copyRows(selected), isEnabled: () => selected.size > 0 },
    ...(canPaste ? { 'edit.pasteRows': { run: askForRows } } : {}),
  });

  return {
    copyRows,
    askForRows,
    dialog:
      target !== null && pasted !== null ? (
        <PasteDialog target={target} given={pasted.given} onClose={() => setPasted(null)} />
      ) : null,
  };
}
