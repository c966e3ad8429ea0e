import type { ReactNode } from 'react';
import { useKeptDraft } from '../../state/kept-draft';
import { useText } from '../../text/text';
import { TextField } from '../../ui/TextField';
import { ActDialog, type SingleCall } from '../acting';

/** Keeps what is tried under a name, for another day; nothing of it is done. */
export function KeepPlanDialog({
  calls,
  onClose,
  onKept,
}: {
  readonly calls: readonly SingleCall[];
  readonly onClose: () => void;
  readonly onKept: () => void;
}): ReactNode {
  const { text } = useText();
  const draft = useKeptDraft('plan to keep', { name: '', note: '' });
  const { name, note } = draft.value;
  return (
    <ActDialog
      title={text('plans.keepTitle')}
      call={
        name.trim() === ''
          ? null
          : {
              do: 'plan.save',
              args: {
                name,
                ...(note.trim() === '' ? {} : { note }),
                do: calls.map((call) => ({ do: call.do, args: call.args })),
              },
            }
      }
      actName={text('plans.keepDo')}
      onClose={onClose}
      onDone={() => {
        draft.forget();
        onKept();
      }}
    >
      <TextField
        label={text('plans.name')}
        value={name}
        onChange={(typed) => draft.set({ name: typed, note })}
        autoFocus
      />
      <TextField
        label={text('plans.note')}
        lines="many"
        value={note}
        onChange={(typed) => draft.set({ name, note: typed })}
      />
    </ActDialog>
  );
}
