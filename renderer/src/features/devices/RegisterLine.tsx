import { useRef, type ReactNode } from 'react';
import { useKeptDraft } from '../../state/kept-draft';
import { useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { TextField } from '../../ui/TextField';
import { useTrying } from '../../parts/acting';
import { DraftLine } from '../../parts/tables';

/** One device after the other: the model stays, the serial number is new each time. */
export function RegisterLine({
  groupId,
  time,
  onClose,
}: {
  readonly groupId: string;
  readonly time: number;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const rows = useRows();
  const names = useNames();
  const trying = useTrying();
  const draft = useKeptDraft(`device in ${groupId}`, { serial: '', model: '' });
  const { serial, model } = draft.value;
  const serialField = useRef<HTMLInputElement>(null);

  async function register(): Promise<void> {
    const done = await trying.tryTo('register', { do: 'device.register', args: { groupId, serial, model } });
    if (done) draft.set({ serial: '', model });
    serialField.current?.focus();
  }

  return (
    <DraftLine
      label={text('devices.register')}
      actName={text('devices.registerDo')}
      isDisabled={serial.trim() === ''}
      onSubmit={() => void register()}
      onClose={onClose}
      time={time}
      below={
        trying.refusedAt('register') ?? (
          <p className="quiet">{text('devices.registerHint', { pool: names.group(rows.poolOf(groupId)) })}</p>
        )
      }
    >
      <TextField
        label={text('devices.serial')}
        value={serial}
        onChange={(typed) => draft.set({ serial: typed, model })}
        inputRef={serialField}
      />
      <TextField
        label={text('devices.model')}
        value={model}
        onChange={(typed) => draft.set({ serial, model: typed })}
      />
    </DraftLine>
  );
}
