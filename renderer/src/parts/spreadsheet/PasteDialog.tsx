import { useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react';
import { readSheet } from '#core/sheets/columns';
import { isFieldOf } from '#core/sheets/fields';
import { ownHeadings } from '#core/sheets/own-fields';
import type { Sheet } from '#core/sheets/sheet';
import { useSession } from '../../state/session-context';
import { useKeptDraft } from '../../state/kept-draft';
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

interface PastedDraft {
  readonly given: PastedRows | null;
  /** The rows with what was mended in them; `null`: nothing yet. */
  readonly sheet: Sheet | null;
}

/** Rows that were copied in a spreadsheet: read as those of a file are, into the table that is on screen. */
export function PasteDialog({ target, given: pasted, onClose }: PasteDialogProps): ReactNode {
  const { text } = useText();
  const session = useSession();
  const { kind, columns } = target;
  const typing = useKeptDraft(`rows typed for ${kind}`, '');
  const draft = useKeptDraft<PastedDraft>(`rows pasted for ${kind} in ${target.groupId}`, { given: null, sheet: null });
  // Rows that are pasted now count, not those of before.
  const [isNew, setNew] = useState(pasted !== null);
  const { given, sheet } = isNew ? { given: pasted, sheet: null } : draft.value;
  const typed = typing.value;
  function setGiven(next: PastedRows): void {
    setNew(false);
    draft.set({ given: next, sheet: null });
  }
  function setSheet(next: Sheet): void {
    setNew(false);
    draft.set({ given, sheet: next });
  }
  function forget(): void {
    setNew(false);
    draft.forget();
    typing.forget();
  }
  // Kept from the moment they are pasted, whatever way the dialog is closed.
  const keepPasted = useEffectEvent(() => {
    if (pasted !== null) draft.set({ given: pasted, sheet: null });
  });
  useEffect(() => keepPasted(), []);
  const read = useMemo(() => (given === null ? null : readTable(given)), [given]);
  const reading = useMemo(
    () =>
      read?.ok === true
        ? readSheet(read.table, {
            kind,
            own: ownHeadings(session.model),
            order: columns().map((id) => (isFieldOf(kind, id) ? id : null)),
          })
        : null,
    // What the table shows when the rows are pasted counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [read, kind],
  );
  if (reading !== null)
    return (
      <SheetRowsDialog
        title={text('sheet.title', { kind })}
        reading={sheet === null ? reading : { ...reading, sheet }}
        target={target}
        onSheet={setSheet}
        onDone={forget}
        onClose={onClose}
      >
        {draft.isFromBefore && pasted === null ? (
          <Notice
            tone="info"
            title={text('sheet.fromBefore')}
            actions={
              <Button size="small" onPress={forget}>
                {text('sheet.beginAnew')}
              </Button>
            }
          />
        ) : null}
      </SheetRowsDialog>
    );
  return (
    <Dialog
      help="spreadsheets"
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
      <TextField label={text('sheet.askField')} lines="many" value={typed} onChange={typing.set} autoFocus />
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
