import { useState, type ReactNode } from 'react';
import type { FieldRow } from '#core/model/rows';
import type { ActCall } from '../../data/session';
import { ActDialog } from '../../parts/acting';
import { useText } from '../../text/text';
import { FormColumns } from '../../ui/FormColumns';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';

const things = ['user', 'group', 'device', 'number'] as const;
const kinds = ['text', 'number', 'day', 'choice'] as const;

/** A new field of one's own, or another name and other choices for one that is there. */
export function FieldDialog({
  field,
  onClose,
}: {
  readonly field: FieldRow | null;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const [name, setName] = useState(field?.name ?? '');
  const [on, setOn] = useState<FieldRow['on']>(field?.on ?? 'user');
  const [kind, setKind] = useState<FieldRow['kind']>(field?.kind ?? 'text');
  const [typed, setTyped] = useState((field?.choices ?? []).join('\n'));
  const choices = [...new Set(typed.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  const isMissing = name.trim() === '' || (kind === 'choice' && choices.length === 0);
  const call: ActCall | null = isMissing
    ? null
    : {
        do: 'field.define',
        args: {
          ...(field === null ? {} : { id: field.id }),
          on,
          name,
          kind,
          ...(kind === 'choice' ? { choices } : {}),
        },
      };
  return (
    <ActDialog
      help="account"
      title={field === null ? text('ownFields.newTitle') : text('ownFields.changeTitle', { name: field.name })}
      call={call}
      actName={text(field === null ? 'ownFields.make' : 'ownFields.save')}
      onClose={onClose}
    >
      <TextField label={text('ownFields.name')} value={name} onChange={setName} autoFocus />
      <FormColumns of="pair">
        <Select<FieldRow['on']>
          label={text('ownFields.on')}
          value={on}
          isDisabled={field !== null}
          onChange={setOn}
          choices={things.map((id) => ({ id, name: text(`ownFields.on.${id}`) }))}
        />
        <Select<FieldRow['kind']>
          label={text('ownFields.kind')}
          value={kind}
          isDisabled={field !== null}
          onChange={setKind}
          choices={kinds.map((id) => ({ id, name: text(`ownFields.kind.${id}`) }))}
        />
      </FormColumns>
      {kind === 'choice' ? (
        <TextField
          label={text('ownFields.choices')}
          lines="many"
          value={typed}
          onChange={setTyped}
          hint={text('ownFields.choicesHint')}
        />
      ) : null}
    </ActDialog>
  );
}
