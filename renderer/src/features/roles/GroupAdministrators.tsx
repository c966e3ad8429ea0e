import { UserPlus, X } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { IconButton } from '../../ui/IconButton';
import { Notice } from '../../ui/Notice';
import { PropertySection } from '../../ui/PropertyList';
import { ActDialog, useTrying } from '../../parts/acting';
import { groupChoices, nearestFirst } from '../../parts/groups';
import { Finder } from '../../parts/tables';
import { administersByRole, administratorsOf } from './administrators';
import './roles.css';

/** Asks who administers a group, and which one where none is given. */
export function AddAdministratorDialog({
  groupId: given,
  onClose,
}: {
  readonly groupId: string | null;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  const [userId, setUserId] = useState<string | null>(null);
  const [chosenGroup, setChosenGroup] = useState<string | null>(null);
  const groupId = given ?? chosenGroup;
  const groups = useMemo(() => (given === null ? groupChoices(rows, () => false) : []), [rows, given]);
  const people = useMemo(() => {
    const found = [];
    for (const user of nearestFirst(rows, groupId ?? rows.root.id, rows.rows('users')))
      if (user.lifecycle !== 'archived' && (groupId === null || !user.adminOf.includes(groupId)))
        found.push({
          id: user.id,
          name: user.name,
          hint: `${names.role(user.roleId, user.groupId)} · ${names.group(user.groupId)}`,
        });
    return found;
  }, [rows, names, groupId]);
  const chosen = userId === null ? undefined : rows.row('users', userId);
  return (
    <ActDialog
      help="roles"
      title={given === null ? text('admins.addAny') : text('admins.addTitle', { group: names.group(given) })}
      call={
        userId === null || groupId === null ? null : { do: 'user.setAdmin', args: { userId, groupId, admin: true } }
      }
      actName={text('admins.addDo')}
      onClose={onClose}
    >
      <Finder
        label={text('admins.find')}
        listLabel={text('people.title')}
        choices={people}
        chosen={userId}
        onChoose={setUserId}
      />
      {given !== null ? null : (
        <Finder
          label={text('admins.findGroup')}
          listLabel={text('admins.groups')}
          choices={groups}
          chosen={chosenGroup}
          onChoose={setChosenGroup}
        />
      )}
      {chosen === undefined || administersByRole(rows, chosen) ? null : (
        <Notice tone="info">
          {text('admins.roleHint', { user: chosen.name, role: names.role(chosen.roleId, chosen.groupId) })}
        </Notice>
      )}
    </ActDialog>
  );
}

/** Shows who administers a group, by itself or from above, with a way to add and to end it. */
export function GroupAdministrators({ groupId }: { readonly groupId: string }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  const trying = useTrying();
  const [isAdding, setAdding] = useState(false);
  const administrators = useMemo(() => administratorsOf(rows, groupId), [rows, groupId]);
  return (
    <PropertySection
      title={text('admins.section')}
      actions={<IconButton label={text('admins.add')} icon={UserPlus} size="small" onPress={() => setAdding(true)} />}
    >
      {administrators.length === 0 ? (
        <p className="quiet">{text('admins.none')}</p>
      ) : (
        <ul className="administrators-list">
          {administrators.map(({ user, from }) => (
            <li key={`${user.id} ${from.id}`}>
              <span className="administrator-name">
                {user.name}
                <span className="quiet">
                  {from.id === groupId
                    ? names.role(user.roleId, user.groupId)
                    : text('admins.from', { role: names.role(user.roleId, user.groupId), group: from.name })}
                </span>
              </span>
              {from.id === groupId ? (
                <IconButton
                  size="small"
                  icon={X}
                  label={text('admins.end', { user: user.name, group: from.name })}
                  onPress={() =>
                    void trying.tryTo(
                      'end',
                      { do: 'user.setAdmin', args: { userId: user.id, groupId, admin: false } },
                      { say: true },
                    )
                  }
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {trying.refusedAt('end')}
      {isAdding ? <AddAdministratorDialog groupId={groupId} onClose={() => setAdding(false)} /> : null}
    </PropertySection>
  );
}
