import { useMemo, useState, type ReactNode } from 'react';
import { readSheet } from '#core/sheets/columns';
import { isFieldOf } from '#core/sheets/fields';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import type { PastedRows } from '../../ui/table-clipboard';
import { TextField } from '../../ui/TextField';
import { mostRows, readTable, type ReadTable } from './read-table';
import { SheetRowsDialog } from './SheetRowsDialog';
import type { SheetTarget } from './use-proposals';

export interface PasteDialogProps {
  readonly target: SheetTarget;
  /** What was pasted; `null` asks for it. */
  readonly given: PastedRows | null;
  readonly onClose: () => void;
}

/** Rows that were copied in a spreadsheet: read as those of a file are, into the table that is on screen. */
export function PasteDialog({ target, given: pasted, onClose }: PasteDialogProps): ReactNode {
  const { text } = useText();
  const [typed, setTyped] = useState('');
  const [given, setGiven] = useState<PastedRows | null>(pasted);
  const { kind, columns } = target;
  const read = useMemo(() => (given === null ? null : readTable(given)), [given]);
  const reading = useMemo(
    () =>
      read?.ok === true
        ? readSheet(read.table, { kind, order: columns().map((id) => (isFieldOf(kind, id) ? id : null)) })
        : null,
    // What the table shows when the rows are pasted counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [read, kind],
  );
  if (reading !== null)
    return (
      <SheetRowsDialog title={text('sheet.title', { kind })} reading={reading} target={target} onClose={onClose} />
    );
  return (
    <Dialog
      title={text('sheet.title', { kind })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button tone="primary" isDisabled={typed.trim() === ''} onPress={() => setGiven({ text: typed, html: '' })}>
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

function Unreadable({ read }: { readonly read: ReadTable }): ReactNode {
  const { text } = useText();
  const title =
    !read.ok && read.kind === 'tooMany'
      ? text('sheet.tooMany', { count: read.count, most: mostRows })
      : text(!read.ok && read.kind === 'tooLong' ? 'sheet.tooLong' : 'sheet.empty');
  return <Notice tone="refusal" title={title} isLive />;
}
