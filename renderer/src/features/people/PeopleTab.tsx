import { UserPlus, Users } from 'lucide-react';
import { Fragment, memo, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { UserSummary } from '#core/queries/users';
import type { UserStatus } from '#core/rules/user-status';
import type { SheetField } from '#core/sheets/sheet';
import type { RowsInMemory } from '../../data/session';
import { isRefused, useAnswer, useFromRows, useRows } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useJustMade } from '../../state/just-made';
import { useDay, useIncludeSubgroups } from '../../state/view-hooks';
import { Refusals } from '../../parts/explain';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Select } from '../../ui/Select';
import { PhoneNumber } from '../../ui/PhoneNumber';
import type { TableColumn } from '../../ui/table-column';
import { TableTab, useDrafting } from '../../parts/tables';
import { useCommandHandlers } from '../../parts/commands';
import { GroupPathCell, pathOrder } from '../../parts/groups';
import { ownColumns, ownWords, useOwnFields } from '../../parts/own-fields';
import { PersonLine } from './PersonLine';
import { licenseWords, userStatuses } from './person-words';
import { StatusCell } from './StatusCell';
import { usePeopleActs } from './use-people-acts';
import './people.css';

type StatusFilter = UserStatus | 'any';
const idOf = (user: UserSummary): string => user.id;
const nameOf = (user: UserSummary): string => user.name;

const LicenseCell = memo(function License({ user }: { readonly user: UserSummary }): ReactNode {
  return licenseWords(user, useText(), useNames());
});

const RoleCell = memo(function Role({
  roleId,
  groupId,
}: {
  readonly roleId: string;
  readonly groupId: string;
}): ReactNode {
  return useNames().role(roleId, groupId);
});

const LifecycleCell = memo(function Lifecycle({ of }: { readonly of: UserSummary['lifecycle'] }): ReactNode {
  return useText().text(`lifecycle.${of}`);
});

/** The number of the license first: it is the one that people ask for, and what does not fit is cut at the end. */
function ownNumberFirst(user: UserSummary, rows: Pick<RowsInMemory, 'seatOf' | 'row'>): readonly string[] {
  const own = rows.row('numbers', rows.seatOf(user.id)?.numberId ?? '')?.value;
  return own === undefined ? user.numbers : [own, ...user.numbers.filter((number) => number !== own)];
}

const NumbersCell = memo(function Numbers({ user }: { readonly user: UserSummary }): ReactNode {
  const numbers = useFromRows((rows) => ownNumberFirst(user, rows));
  return (
    <span title={numbers.join(', ')}>
      {numbers.map((number, index) => (
        <Fragment key={number}>
          {index === 0 ? null : ', '}
          <PhoneNumber value={number} />
        </Fragment>
      ))}
    </span>
  );
});

/** What the columns show. Each looks up its own names, so that another name of a role or a group draws only where it stands. */
const cells = {
  name: (user: UserSummary) => <span className="selectable">{user.name}</span>,
  status: (user: UserSummary) => <StatusCell user={user} />,
  license: (user: UserSummary) => <LicenseCell user={user} />,
  numbers: (user: UserSummary) => <NumbersCell user={user} />,
  role: (user: UserSummary) => <RoleCell roleId={user.roleId} groupId={user.groupId} />,
  email: (user: UserSummary) => (
    <span className="selectable" title={user.email}>
      {user.email}
    </span>
  ),
  phone: (user: UserSummary) => <PhoneNumber value={user.phone} />,
  lifecycle: (user: UserSummary) => <LifecycleCell of={user.lifecycle} />,
  id: (user: UserSummary) => <span className="selectable figure">{user.id}</span>,
};

/** Finds people by their ids; the index of a long list is made when somebody is asked for. */
function foundById(users: readonly UserSummary[]): (id: string) => UserSummary | undefined {
  let byId: ReadonlyMap<string, UserSummary> | undefined;
  return (id) => (byId ??= new Map(users.map((user) => [user.id, user]))).get(id);
}

/** The people of a group. */
export function PeopleTab({ groupId }: { readonly groupId: string }): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const session = useSession();
  const model = useRows();
  const { day } = useDay();
  const { included } = useIncludeSubgroups();
  const users = useAnswer('users', { groupId, subgroups: included });
  const [status, setStatus] = useState<StatusFilter>('any');
  const { isDrafting: isCreating, time, begin: create, end } = useDrafting();
  const acts = usePeopleActs();
  const ownFields = useOwnFields('user');
  useCommandHandlers({ 'people.create': { run: create } });

  const justMade = useJustMade('users', groupId);
  const strays = useMemo(
    () =>
      new Set(
        isRefused(users) || status === 'any'
          ? []
          : users.filter((user) => justMade.has(user.id) && user.status !== status).map(idOf),
      ),
    [users, status, justMade],
  );
  const rows = useMemo(
    () =>
      isRefused(users)
        ? []
        : status === 'any'
          ? users
          : users.filter((user) => user.status === status || strays.has(user.id)),
    [users, status, strays],
  );
  const placeCell = useCallback(
    (user: UserSummary) => <GroupPathCell groupId={user.groupId} withinId={groupId} />,
    [groupId],
  );
  const columns = useMemo(
    (): readonly TableColumn<UserSummary>[] => [
      {
        id: 'name',
        name: text('people.name'),
        width: 7.8,
        grows: 1,
        sortBy: nameOf,
        textOf: nameOf,
        cell: cells.name,
      },
      {
        id: 'status',
        name: text('people.status'),
        width: 7.1,
        grows: 1,
        sortBy: (user) => userStatuses.indexOf(user.status),
        textOf: (user) => text(`userStatus.${user.status}`),
        cell: cells.status,
      },
      {
        id: 'license',
        name: text('people.license'),
        width: 9.9,
        sortBy: (user) => licenseWords(user, writer, names) || null,
        textOf: (user) => licenseWords(user, writer, names),
        cell: cells.license,
      },
      {
        id: 'numbers',
        name: text('people.numbers'),
        width: 9,
        sortBy: (user) => ownNumberFirst(user, model)[0] ?? null,
        textOf: (user) => ownNumberFirst(user, model).join(', '),
        cell: cells.numbers,
      },
      {
        id: 'role',
        name: text('people.role'),
        width: 11.4,
        sortBy: (user) => names.role(user.roleId, user.groupId),
        textOf: (user) => names.role(user.roleId, user.groupId),
        cell: cells.role,
      },
      {
        id: 'group',
        name: text('people.group'),
        width: 4.9,
        grows: 1.5,
        sortBy: (user) => pathOrder(model, user.groupId, groupId),
        textOf: (user) => pathOrder(model, user.groupId, groupId),
        cell: placeCell,
      },
      {
        id: 'email',
        name: text('people.email'),
        width: 10,
        grows: 2,
        isOptional: true,
        sortBy: (user) => user.email || null,
        textOf: (user) => user.email,
        cell: cells.email,
      },
      {
        id: 'phone',
        name: text('people.phone'),
        width: 10,
        isOptional: true,
        sortBy: (user) => user.phone || null,
        textOf: (user) => user.phone,
        cell: cells.phone,
      },
      {
        id: 'lifecycle',
        name: text('people.lifecycle'),
        width: 7,
        isOptional: true,
        sortBy: (user) => text(`lifecycle.${user.lifecycle}`),
        textOf: (user) => text(`lifecycle.${user.lifecycle}`),
        cell: cells.lifecycle,
      },
      ...(['from', 'until'] as const).map((field): TableColumn<UserSummary> => {
        const dayOf = (user: UserSummary): string => {
          const day = user[field];
          return day === undefined ? '' : writer.day(day);
        };
        return {
          id: field,
          name: text(`people.${field}`),
          width: 7,
          isOptional: true,
          sortBy: (user) => user[field] ?? null,
          textOf: dayOf,
          cell: dayOf,
        };
      }),
      {
        id: 'id',
        name: text('table.id'),
        width: 8,
        isOptional: true,
        sortBy: idOf,
        textOf: idOf,
        cell: cells.id,
      },
      ...ownColumns<UserSummary>(ownFields, (user) => user.fields, writer),
    ],
    [text, writer, names, model, groupId, placeCell, ownFields],
  );
  const userOf = useMemo(() => foundById(rows), [rows]);
  function written(thing: string, field: SheetField): string {
    const here = userOf(thing);
    // Whoever is matched elsewhere in the account is written as this table would.
    const elsewhere = here === undefined ? session.ask('user', { userId: thing }, day) : null;
    const user = here ?? (elsewhere === null || isRefused(elsewhere) ? undefined : elsewhere);
    return user === undefined ? '' : (columns.find((column) => column.id === field)?.textOf?.(user) ?? '');
  }
  const wordsOf = useCallback(
    (user: UserSummary) =>
      [
        user.name,
        user.email,
        user.phone,
        ...user.numbers,
        pathOrder(model, user.groupId, groupId),
        names.role(user.roleId, user.groupId),
        licenseWords(user, writer, names),
        ownWords(user, ownFields, writer),
      ].join(' '),
    [names, writer, model, groupId, ownFields],
  );
  if (isRefused(users))
    return (
      <div className="tab-notice">
        <Refusals refusals={users.refusals} />
      </div>
    );

  return (
    <>
      <TableTab
        label={text('people.title')}
        name="people"
        groupId={groupId}
        kind="user"
        rows={rows}
        columns={columns}
        rowId={idOf}
        rowName={nameOf}
        wordsOf={wordsOf}
        rowTone={(user) => (user.status === 'archived' ? 'quiet' : 'normal')}
        hasSubgroups
        strays={strays}
        onShowAll={() => setStatus('any')}
        sheet={{ kind: 'people', written }}
        filters={
          <Select<StatusFilter>
            label={text('people.statusFilter')}
            hideLabel
            value={status}
            onChange={setStatus}
            choices={[
              { id: 'any', name: text('people.allStatuses') },
              ...userStatuses.map((one) => ({ id: one, name: text(`userStatus.${one}`) })),
            ]}
          />
        }
        making={
          <Button icon={UserPlus} onPress={create}>
            {text('people.new')}
          </Button>
        }
        draft={isCreating ? <PersonLine key={groupId} groupId={groupId} time={time} onClose={end} /> : null}
        actions={acts.menu}
        onKey={(event, ids) => {
          const isMod = event.ctrlKey || event.metaKey;
          if (event.key === 'Delete') acts.remove(ids);
          else if (isMod && event.key.toLowerCase() === 'm') acts.move(ids);
          else if (isMod && event.key.toLowerCase() === 'n') create();
          else return false;
          return true;
        }}
        empty={
          status === 'any' ? (
            <EmptyState
              icon={Users}
              title={text('people.empty')}
              example={{
                columns: [text('people.name'), text('people.status'), text('people.license'), text('people.numbers')],
                rows: text('example.people'),
              }}
              actions={
                isCreating ? undefined : (
                  <Button tone="primary" icon={UserPlus} onPress={create}>
                    {text('people.new')}
                  </Button>
                )
              }
            >
              {text('people.emptyText', { group: names.group(groupId) })}
            </EmptyState>
          ) : (
            <EmptyState
              icon={Users}
              title={text('people.emptyHere')}
              actions={<Button onPress={() => setStatus('any')}>{text('people.allStatuses')}</Button>}
            />
          )
        }
      />
      {acts.dialogs}
    </>
  );
}
