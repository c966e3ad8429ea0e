import { FolderPlus, X } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { IconButton } from '../../ui/IconButton';
import { PropertySection } from '../../ui/PropertyList';
import { ActDialog, useTrying } from '../../parts/acting';
import { Finder } from '../../parts/tables';
import { groupChoices, GroupLink } from '../../parts/groups';
import { administersByRole } from './administrators';
import { Rights } from './MyRights';
import './roles.css';

function AdministerDialog({ userId, onClose }: { readonly userId: string; readonly onClose: () => void }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  const [groupId, setGroupId] = useState<string | null>(null);
  const groups = useMemo(() => {
    const administered = new Set(rows.row('users', userId)?.adminOf);
    return groupChoices(rows, (id) => administered.has(id));
  }, [rows, userId]);
  return (
    <ActDialog
      help="roles"
      title={text('admins.personTitle', { user: names.user(userId) })}
      call={groupId === null ? null : { do: 'user.setAdmin', args: { userId, groupId, admin: true } }}
      actName={text('admins.addDo')}
      onClose={onClose}
    >
      <Finder
        label={text('admins.findGroup')}
        listLabel={text('tree.label')}
        choices={groups}
        chosen={groupId}
        onChoose={setGroupId}
      />
    </ActDialog>
  );
}

/** Shows what a person administers and may do by it. */
export function PersonAdministration({ userId }: { readonly userId: string }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  const trying = useTrying();
  const [isAdding, setAdding] = useState(false);
  const user = rows.row('users', userId);
  if (user === undefined || user.lifecycle === 'archived') return null;
  return (
    <PropertySection
      title={text('admins.person')}
      actions={
        <IconButton label={text('admins.personAdd')} icon={FolderPlus} size="small" onPress={() => setAdding(true)} />
      }
    >
      {user.adminOf.length === 0 ? (
        <p className="quiet">{text('admins.personNone')}</p>
      ) : (
        <ul className="administrators-list">
          {user.adminOf.map((groupId) => (
            <li key={groupId}>
              <span className="administrator-name">
                <GroupLink groupId={groupId} />
              </span>
              <IconButton
                size="small"
                icon={X}
                label={text('admins.end', { user: user.name, group: names.group(groupId) })}
                onPress={() =>
                  void trying.tryTo(
                    'end',
                    { do: 'user.setAdmin', args: { userId, groupId, admin: false } },
                    { say: true },
                  )
                }
              />
            </li>
          ))}
        </ul>
      )}
      {user.adminOf.length > 0 && !administersByRole(rows, user) ? (
        <p className="quiet">
          {text('admins.roleHint', { user: user.name, role: names.role(user.roleId, user.groupId) })}
        </p>
      ) : null}
      {trying.refusedAt('end')}
      <details className="person-rights">
        <summary>{text('rights.title')}</summary>
        <Rights userId={userId} />
      </details>
      {isAdding ? <AdministerDialog userId={userId} onClose={() => setAdding(false)} /> : null}
    </PropertySection>
  );
}
