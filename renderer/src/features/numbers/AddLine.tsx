import { useRef, type ReactNode } from 'react';
import type { NumberKind } from '#core/model/rows';
import { useKeptDraft } from '../../state/kept-draft';
import { useText } from '../../text/text';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { useTrying } from '../../parts/acting';
import { DraftLine } from '../../parts/tables';

const kinds: readonly NumberKind[] = ['landline', 'mobile', 'sip'];

interface LineProps {
  readonly time: number;
  readonly onClose: () => void;
}

/** One number after the other: the kind stays, the value is new each time. */
export function AddNumberLine({ time, onClose }: LineProps): ReactNode {
  const { text } = useText();
  const trying = useTrying();
  const draft = useKeptDraft<{ readonly kind: NumberKind; readonly value: string }>('new number', {
    kind: 'landline',
    value: '',
  });
  const { kind, value } = draft.value;
  const field = useRef<HTMLInputElement>(null);

  async function add(): Promise<void> {
    if (await trying.tryTo('value', { do: 'number.add', args: { kind, value } })) draft.set({ kind, value: '' });
    field.current?.focus();
  }

  return (
    <DraftLine
      label={text('numbers.addOne')}
      actName={text('numbers.addDo')}
      isDisabled={value.trim() === ''}
      onSubmit={() => void add()}
      onClose={onClose}
      time={time}
      focus={field}
      below={trying.refusedAt('value') ?? <p className="quiet">{text('numbers.valueHint', { kind })}</p>}
    >
      <Select
        label={text('numbers.kind')}
        value={kind}
        onChange={(chosen) => draft.set({ kind: chosen, value })}
        choices={kinds.map((one) => ({ id: one, name: text(`numberKind.${one}`) }))}
      />
      <TextField
        label={text('numbers.value')}
        value={value}
        onChange={(typed) => draft.set({ kind, value: typed })}
        inputRef={field}
      />
    </DraftLine>
  );
}

export function AddRangeLine({ time, onClose }: LineProps): ReactNode {
  const { text } = useText();
  const trying = useTrying();
  const draft = useKeptDraft('new range', { from: '', to: '' });
  const { from, to } = draft.value;

  async function add(): Promise<void> {
    if (!(await trying.tryTo('range', { do: 'number.range', args: { from: from.trim(), to: to.trim() } }))) return;
    draft.forget();
    onClose();
  }

  return (
    <DraftLine
      label={text('numbers.addRange')}
      actName={text('numbers.addDo')}
      isDisabled={from.trim() === '' || to.trim() === ''}
      onSubmit={() => void add()}
      onClose={onClose}
      time={time}
      below={trying.refusedAt('range') ?? <p className="quiet">{text('numbers.rangeHint')}</p>}
    >
      <TextField label={text('numbers.from')} value={from} onChange={(typed) => draft.set({ from: typed, to })} />
      <TextField label={text('numbers.to')} value={to} onChange={(typed) => draft.set({ from, to: typed })} />
    </DraftLine>
  );
}
