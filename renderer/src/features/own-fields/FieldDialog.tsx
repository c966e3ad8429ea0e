import type { ReactNode } from 'react';
import type { FieldRow } from '#core/model/rows';
import type { ActCall } from '../../data/session';
import { useKeptDraft } from '../../state/kept-draft';
import { ActDialog } from '../../parts/acting';
import { useText } from '../../text/text';
import { FormColumns } from '../../ui/FormColumns';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';

const things = ['user', 'group', 'device', 'number'] as const;
const kinds = ['text', 'number', 'day', 'choice'] as const;

/** What stands in the dialog; its choices a line each. */
interface Typed extends Pick<FieldRow, 'name' | 'on' | 'kind'> {
  readonly choices: string;
}

/** A new field of one's own, or another name and other choices for one that is there. */
export function FieldDialog({
  field,
  onClose,
}: {
  readonly field: FieldRow | null;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const present: Typed = {
    name: field?.name ?? '',
    on: field?.on ?? 'user',
    kind: field?.kind ?? 'text',
    choices: (field?.choices ?? []).join('\n'),
  };
  const draft = useKeptDraft<Typed>(`field ${field?.id ?? ''} ${JSON.stringify(present)}`, present);
  const { name, on, kind, choices: typed } = draft.value;
  const change = (part: Partial<Typed>): void => draft.set({ ...draft.value, ...part });
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
      onDone={draft.forget}
    >
      <TextField label={text('ownFields.name')} value={name} onChange={(next) => change({ name: next })} autoFocus />
      <FormColumns of="pair">
        <Select<FieldRow['on']>
          label={text('ownFields.on')}
          value={on}
          isDisabled={field !== null}
          onChange={(next) => change({ on: next })}
          choices={things.map((id) => ({ id, name: text(`ownFields.on.${id}`) }))}
        />
        <Select<FieldRow['kind']>
          label={text('ownFields.kind')}
          value={kind}
          isDisabled={field !== null}
          onChange={(next) => change({ kind: next })}
          choices={kinds.map((id) => ({ id, name: text(`ownFields.kind.${id}`) }))}
        />
      </FormColumns>
      {kind === 'choice' ? (
        <TextField
          label={text('ownFields.choices')}
          lines="many"
          value={typed}
          onChange={(next) => change({ choices: next })}
          hint={text('ownFields.choicesHint')}
        />
      ) : null}
    </ActDialog>
  );
}
