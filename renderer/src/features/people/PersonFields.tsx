import { presentLifecycles } from '#core/model/vocabulary';
import type { ReactNode } from 'react';
import type { UserRow } from '#core/model/rows';
import { useText } from '../../text/text';
import { PropertySection } from '../../ui/PropertyList';
import { Select } from '../../ui/Select';
import { useTrying } from '../../parts/acting';
import { PersonDays } from './PersonDays';
import { KeptTextField } from './KeptTextField';
import { setField, sharedField, type PersonFieldsValue } from './people-calls';
import { useRoleChoices } from './use-role-choices';

const textFields = ['name', 'email', 'phone'] as const;
const inputTypes = { name: 'text', email: 'email', phone: 'tel' } as const;

/** The fields of a person, each done when it is left. */
export function PersonFields({
  user,
  children,
}: {
  readonly user: UserRow;
  readonly children?: ReactNode | undefined;
}): ReactNode {
  const { text } = useText();
  const trying = useTrying();
  const roles = useRoleChoices(user.groupId);
  const users = [user];
  const isArchived = user.lifecycle === 'archived';
  const state = sharedField(users, 'status');

  function setText(field: (typeof textFields)[number], value: string, seen: string | null): Promise<boolean> {
    return trying.tryTo(field, setField(users, field, value, seen));
  }
  function choose<F extends 'roleId' | 'status'>(field: F, value: PersonFieldsValue[F]): void {
    void trying.tryTo(field, setField(users, field, value));
  }

  return (
    <PropertySection title={text('people.selected', { count: 1 })} words={['role', 'invitation']}>
      {textFields.map((field) => {
        return (
          <div key={field} className="tried-field">
            <KeptTextField
              label={text(`people.${field}`)}
              type={inputTypes[field]}
              value={sharedField(users, field)}
              isRequired={field === 'name'}
              isDisabled={isArchived}
              onCommit={(typed, seen) => setText(field, typed, seen)}
            />
            {trying.refusedAt(field)}
          </div>
        );
      })}
      <div className="tried-field">
        <Select
          label={text('people.role')}
          value={sharedField(users, 'roleId')}
          isDisabled={isArchived}
          choices={roles}
          onChange={(roleId) => choose('roleId', roleId)}
        />
        {trying.refusedAt('roleId')}
      </div>
      {isArchived ? null : (
        <div className="tried-field">
          <Select
            label={text('people.lifecycle')}
            value={presentLifecycles.find((one) => one === state) ?? null}
            choices={presentLifecycles.map((one) => ({ id: one, name: text(`lifecycle.${one}`) }))}
            onChange={(status) => choose('status', status)}
          />
          {trying.refusedAt('status')}
        </div>
      )}
      <PersonDays users={users} />
      {children}
    </PropertySection>
  );
}
