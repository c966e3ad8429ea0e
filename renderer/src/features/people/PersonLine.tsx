import { useRef, useState, type ReactNode } from 'react';
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
  onClose,
}: {
  readonly groupId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  const trying = useTrying();
  const roles = useRoleChoices();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [roleId, setRoleId] = useState('resident');
  const nameField = useRef<HTMLInputElement>(null);

  async function create(): Promise<void> {
    const done = await trying.tryTo('person', {
      do: 'user.create',
      args: { groupId, name, roleId, ...(email.trim() === '' ? {} : { email }) },
    });
    if (done) {
      setName('');
      setEmail('');
    }
    nameField.current?.focus();
  }

  return (
    <DraftLine
      label={text('people.new')}
      actName={text('people.newDo')}
      isDisabled={name.trim() === ''}
      onSubmit={() => void create()}
      onClose={onClose}
      below={
        trying.refusedAt('person') ?? <p className="quiet">{text('people.newHint', { group: names.group(groupId) })}</p>
      }
    >
      <TextField label={text('people.name')} value={name} onChange={setName} inputRef={nameField} autoFocus />
      <TextField label={text('people.email')} value={email} onChange={setEmail} type="email" />
      <Select label={text('people.role')} value={roleId} onChange={setRoleId} choices={roles} />
    </DraftLine>
  );
}
