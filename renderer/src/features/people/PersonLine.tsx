import { useRef, type ReactNode } from 'react';
import { useKeptDraft } from '../../state/kept-draft';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { useTrying } from '../../parts/acting';
import { DraftLine } from '../../parts/tables';
import { useRoleChoices } from './use-role-choices';

/** One person after the other: a name is enough, the role stays. */
export function PersonLine({
  groupId,
  time,
  onClose,
}: {
  readonly groupId: string;
  readonly time: number;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  const trying = useTrying();
  const roles = useRoleChoices(groupId);
  const draft = useKeptDraft(`person in ${groupId}`, { name: '', email: '', roleId: 'resident' });
  const { name, email, roleId } = draft.value;
  const change = (part: Partial<typeof draft.value>): void => draft.set({ ...draft.value, ...part });
  const nameField = useRef<HTMLInputElement>(null);

  async function create(): Promise<void> {
    const done = await trying.tryTo('person', {
      do: 'user.create',
      args: { groupId, name, roleId, ...(email.trim() === '' ? {} : { email }) },
    });
    if (done) change({ name: '', email: '' });
    nameField.current?.focus();
  }

  return (
    <DraftLine
      label={text('people.new')}
      actName={text('people.newDo')}
      isDisabled={name.trim() === ''}
      onSubmit={() => void create()}
      onClose={onClose}
      time={time}
      below={
        trying.refusedAt('person') ?? <p className="quiet">{text('people.newHint', { group: names.group(groupId) })}</p>
      }
    >
      <TextField
        label={text('people.name')}
        value={name}
        onChange={(typed) => change({ name: typed })}
        inputRef={nameField}
      />
      <TextField
        label={text('people.email')}
        value={email}
        onChange={(typed) => change({ email: typed })}
        type="email"
      />
      <Select
        label={text('people.role')}
        value={roleId}
        onChange={(chosen) => change({ roleId: chosen })}
        choices={roles}
      />
    </DraftLine>
  );
}
