import { useState, type ReactNode } from 'react';
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
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
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
      onDone={onKept}
    >
      <TextField label={text('plans.name')} value={name} onChange={setName} autoFocus />
      <TextField label={text('plans.note')} lines="many" value={note} onChange={setNote} />
    </ActDialog>
  );
}
