import { useRef, useState, type ReactNode } from 'react';
import type { NumberKind } from '#core/model/rows';
import { useText } from '../../text/text';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { useTrying } from '../../parts/acting';
import { DraftLine } from '../../parts/tables';

const kinds: readonly NumberKind[] = ['landline', 'mobile', 'sip'];

/** One number after the other: the kind stays, the value is new each time. */
export function AddNumberLine({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { text } = useText();
  const trying = useTrying();
  const [kind, setKind] = useState<NumberKind>('landline');
  const [value, setValue] = useState('');
  const field = useRef<HTMLInputElement>(null);

  async function add(): Promise<void> {
    if (await trying.tryTo('value', { do: 'number.add', args: { kind, value } })) setValue('');
    field.current?.focus();
  }

  return (
    <DraftLine
      label={text('numbers.addOne')}
      actName={text('numbers.addDo')}
      isDisabled={value.trim() === ''}
      onSubmit={() => void add()}
      onClose={onClose}
      below={trying.refusedAt('value') ?? <p className="quiet">{text('numbers.valueHint', { kind })}</p>}
    >
      <Select
        label={text('numbers.kind')}
        value={kind}
        onChange={setKind}
        choices={kinds.map((one) => ({ id: one, name: text(`numberKind.${one}`) }))}
      />
      <TextField label={text('numbers.value')} value={value} onChange={setValue} inputRef={field} autoFocus />
    </DraftLine>
  );
}

export function AddRangeLine({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { text } = useText();
  const trying = useTrying();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');

  async function add(): Promise<void> {
    if (await trying.tryTo('range', { do: 'number.range', args: { from: from.trim(), to: to.trim() } })) onClose();
  }

  return (
    <DraftLine
      label={text('numbers.addRange')}
      actName={text('numbers.addDo')}
      isDisabled={from.trim() === '' || to.trim() === ''}
      onSubmit={() => void add()}
      onClose={onClose}
      below={trying.refusedAt('range') ?? <p className="quiet">{text('numbers.rangeHint')}</p>}
    >
      <TextField label={text('numbers.from')} value={from} onChange={setFrom} autoFocus />
      <TextField label={text('numbers.to')} value={to} onChange={setTo} />
    </DraftLine>
  );
}
