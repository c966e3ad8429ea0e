import { Archive, ArchiveRestore, FolderInput, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { isRefused, useAnswer, useRows } from '../../state/model-hooks';
import { Refusals } from '../../parts/explain';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { PropertyList, PropertySection } from '../../ui/PropertyList';
import { PersonAdministration } from '../roles';
import { GroupLink } from '../../parts/groups';
import { OwnFieldsSection } from '../../parts/own-fields';
import { Gone } from '../../parts/gone';
import { AllowanceSection } from './AllowanceSection';
import { ManyPeople } from './ManyPeople';
import { PersonFields } from './PersonFields';
import { PersonNumbers } from './PersonNumbers';
import { SeatSection } from './SeatSection';
import { StandingSection } from './StandingSection';
import { usePeopleActs, type PeopleActs } from './use-people-acts';
import './people.css';

function OnePerson({ userId, acts }: { readonly userId: string; readonly acts: PeopleActs }): ReactNode {
  const user = useAnswer('user', { userId });
  if (isRefused(user))
    return (
      <div className="tab-notice">
        <Refusals refusals={user.refusals} />
      </div>
    );
  return (
    <>
      <StandingSection user={user} />
      {user.lifecycle === 'archived' ? null : (
        <>
          <SeatSection user={user} acts={acts} />
          <PersonNumbers key={`numbers ${userId}`} user={user} />
          <AllowanceSection key={`allowance ${userId}`} user={user} />
          <PersonAdministration key={`administration ${userId}`} userId={userId} />
        </>
      )}
    </>
  );
}

/** The properties of one person or many. */
export function UserProperties({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { text } = useText();
  const rows = useRows();
  const acts = usePeopleActs();
  const users = ids.flatMap((id) => rows.row('users', id) ?? []);
  const [first] = users;
  if (first === undefined) return <Gone ids={ids} />;
  const present = users.map((user) => user.id);
  const isOne = users.length === 1;
  const isArchived = users.every((user) => user.lifecycle === 'archived');
  return (
    <>
      {isOne ? (
        <PersonFields key={first.id} user={first}>
          <PropertyList
            properties={[{ id: 'group', name: text('people.group'), value: <GroupLink groupId={first.groupId} /> }]}
          />
        </PersonFields>
      ) : isArchived ? null : (
        <ManyPeople key={present.join()} users={users.filter((user) => user.lifecycle !== 'archived')} />
      )}
      <OwnFieldsSection on="user" things={users} isDisabled={isArchived} />
      {isOne ? <OnePerson userId={first.id} acts={acts} /> : null}
      <PropertySection title={text('people.more')}>
        <div className="property-actions">
          <Button icon={FolderInput} onPress={() => acts.move(present)}>
            {text('people.move')}
          </Button>
          {isArchived ? (
            <Button icon={ArchiveRestore} onPress={() => acts.restore(present)}>
              {text('people.restore')}
            </Button>
          ) : (
            <Button icon={Archive} onPress={() => acts.archive(present)}>
              {text('people.archive')}
            </Button>
          )}
          <Button icon={Trash2} onPress={() => acts.remove(present)}>
            {text('people.remove')}
          </Button>
        </div>
      </PropertySection>
      {acts.dialogs}
    </>
  );
}
