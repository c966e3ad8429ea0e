import { ShieldCheck, UserPlus, X } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useRows } from '../../state/model-hooks';
import { useChosenGroup } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { IconButton } from '../../ui/IconButton';
import { useTrying } from '../../parts/acting';
import { ExportButton, ListActs, useSortedList, type ExportedTable } from '../../parts/tables';
import { administratorsIn } from './administrators';
import { AddAdministratorDialog } from './GroupAdministrators';
import './roles.css';

/** Shows who administers what, person by person. */
export function AdministratorsPanel({ onGo }: { readonly onGo: () => void }): ReactNode {
  const { text, compare } = useText();
  const names = useNames();
  const rows = useRows();
  const { choose } = useChosenGroup();
  const trying = useTrying();
  const [isAdding, setAdding] = useState(false);
  const add = (
    <Button icon={UserPlus} onPress={() => setAdding(true)}>
      {text('admins.add')}
    </Button>
  );
  const asking = isAdding ? <AddAdministratorDialog groupId={null} onClose={() => setAdding(false)} /> : null;
  const byName = useMemo(
    () => [...administratorsIn(rows)].sort((one, other) => compare(one.name, other.name)),
    [rows, compare],
  );
  const { rows: administrators, button: sort } = useSortedList('administrators', byName, [
    { id: 'who', name: text('admins.who'), sortBy: ({ name }) => name },
    { id: 'role', name: text('admins.role'), sortBy: ({ roleId, groupId }) => names.role(roleId, groupId) },
    {
      id: 'groups',
      name: text('admins.groups'),
      sortBy: ({ adminOf: [first] }) => (first === undefined ? null : names.group(first)),
    },
  ]);
  // A line for each group: who administers several stands in as many.
  const toExport = (): ExportedTable => ({
    columns: [text('admins.who'), text('admins.role'), text('admins.group')],
    rows: administrators.flatMap(({ name, roleId, groupId: home, adminOf }) =>
      adminOf.map((groupId) => ({ groupId, cells: [name, names.role(roleId, home), names.group(groupId)] })),
    ),
  });
  if (administrators.length === 0)
    return (
      <>
        <EmptyState icon={ShieldCheck} title={text('admins.nobody')} actions={add}>
          {text('admins.nobodyText')}
        </EmptyState>
        {asking}
      </>
    );
  return (
    <>
      <div className="administrators-head">
        <p className="quiet">{text('admins.intro')}</p>
        <ListActs>
          {sort}
          <ExportButton label={text('account.tab.administrators')} groupId={rows.root.id} table={toExport} />
          {add}
        </ListActs>
      </div>
      {asking}
      <table className="administrators-table">
        <thead>
          <tr>
            <th scope="col">{text('admins.who')}</th>
            <th scope="col">{text('admins.role')}</th>
            <th scope="col">{text('admins.groups')}</th>
          </tr>
        </thead>
        <tbody>
          {administrators.map((user) => (
            <tr key={user.id}>
              <th scope="row">{user.name}</th>
              <td>{names.role(user.roleId, user.groupId)}</td>
              <td>
                <ul className="administered">
                  {user.adminOf.map((groupId) => (
                    <li key={groupId}>
                      <Button
                        tone="quiet"
                        size="small"
                        onPress={() => {
                          choose(groupId);
                          onGo();
                        }}
                      >
                        {names.group(groupId)}
                      </Button>
                      <IconButton
                        size="small"
                        icon={X}
                        label={text('admins.end', { user: user.name, group: names.group(groupId) })}
                        onPress={() =>
                          void trying.tryTo(
                            user.id,
                            { do: 'user.setAdmin', args: { userId: user.id, groupId, admin: false } },
                            { say: true },
                          )
                        }
                      />
                    </li>
                  ))}
                </ul>
                {trying.refusedAt(user.id)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
