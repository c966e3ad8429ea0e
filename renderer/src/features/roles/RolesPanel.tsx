import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { BaseRole } from '#core/model/rows';
import { featureNames, type Feature } from '#core/model/vocabulary';
import { baseRoles } from '#core/model/vocabulary';
import type { RoleAnswer } from '#core/queries/roles';
import type { ActCall } from '../../data/session';
import { isRefused, useAnswer, useFromRows, useRows } from '../../state/model-hooks';
import { Refusals } from '../../parts/explain';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { FormColumns } from '../../ui/FormColumns';
import { IconButton } from '../../ui/IconButton';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { useKeptDraft } from '../../state/kept-draft';
import { ActDialog, useTrying } from '../../parts/acting';
import { ExportButton, ListActs, useSortedList, type ExportedTable } from '../../parts/tables';
import { MyRights } from './MyRights';
import './roles.css';

const mostNamed = 4;

/** What stands in the dialog of a role. */
interface TypedRole {
  readonly name: string;
  readonly base: BaseRole;
  readonly extra: readonly Feature[];
}

/** Asks what a new role is, or changes one that is there. */
function RoleDialog({ role, onClose }: { readonly role: RoleAnswer | null; readonly onClose: () => void }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const present: TypedRole = {
    name: role?.name ?? '',
    base: role?.base ?? 'resident',
    extra: role?.extraFeatures ?? [],
  };
  const draft = useKeptDraft<TypedRole>(`role ${role?.id ?? ''} ${JSON.stringify(present)}`, present);
  const { name, base, extra } = draft.value;
  const change = (part: Partial<TypedRole>): void => draft.set({ ...draft.value, ...part });
  const call: ActCall | null =
    name.trim() === ''
      ? null
      : {
          do: 'role.define',
          args: { ...(role === null ? {} : { id: role.id }), name, base, extraFeatures: [...extra] },
        };
  return (
    <ActDialog
      help="roles"
      title={role === null ? text('roles.newTitle') : text('roles.changeTitle', { role: role.name })}
      call={call}
      actName={text(role === null ? 'roles.define' : 'roles.changeDo')}
      onClose={onClose}
      onDone={draft.forget}
      size="normal"
      summary={text('roles.extraHint')}
    >
      <FormColumns of="pair">
        <TextField label={text('roles.name')} value={name} onChange={(next) => change({ name: next })} autoFocus />
        <Select<BaseRole>
          label={text('roles.base')}
          value={base}
          onChange={(next) => change({ base: next })}
          hint={text('roles.baseHint')}
          choices={[...baseRoles].reverse().map((id) => ({ id, name: text(`role.${id}`) }))}
        />
      </FormColumns>
      <fieldset className="role-features">
        <legend className="field-label">{text('roles.extra')}</legend>
        {featureNames.map((feature) => (
          <Checkbox
            key={feature}
            label={names.feature(feature)}
            isSelected={extra.includes(feature)}
            onChange={(chosen) =>
              change({ extra: chosen ? [...extra, feature] : extra.filter((one) => one !== feature) })
            }
          />
        ))}
      </fieldset>
    </ActDialog>
  );
}

function RoleLine({ role, holders }: { readonly role: RoleAnswer; readonly holders: readonly string[] }): ReactNode {
  const { text, list } = useText();
  const names = useNames();
  const trying = useTrying();
  const [isChanging, setChanging] = useState(false);
  const named = holders.slice(0, mostNamed).map((id) => names.user(id));
  return (
    <li className="role-line">
      <div className="role-words">
        <p>
          <strong>{role.name}</strong>{' '}
          <span className="quiet">{text('roles.builtOn', { role: names.role(role.base) })}</span>
        </p>
        {role.extraFeatures.length === 0 ? (
          <p className="quiet">{text('roles.noExtra')}</p>
        ) : (
          <ul className="feature-list">
            {role.extraFeatures.map((feature) => (
              <li key={feature}>
                <Badge tone="accent">{names.feature(feature)}</Badge>
              </li>
            ))}
          </ul>
        )}
        <p className="quiet">
          {holders.length === 0
            ? text('roles.unused')
            : text('roles.usedBy', {
                count: holders.length,
                names: list(
                  holders.length > mostNamed
                    ? [...named, text('roles.others', { count: holders.length - mostNamed })]
                    : named,
                ),
              })}
        </p>
        {trying.refusedAt('remove')}
      </div>
      <IconButton label={text('roles.change', { role: role.name })} icon={Pencil} onPress={() => setChanging(true)} />
      {isChanging ? <RoleDialog role={role} onClose={() => setChanging(false)} /> : null}
      <IconButton
        label={text('roles.remove', { role: role.name })}
        icon={Trash2}
        onPress={() => void trying.tryTo('remove', { do: 'role.remove', args: { roleId: role.id } }, { say: true })}
      />
    </li>
  );
}

/** Who holds each custom role. */
function useHolders(): ReadonlyMap<string, readonly string[]> {
  const model = useRows();
  return useMemo(() => {
    const holders = new Map<string, string[]>();
    for (const user of model.rows('users')) {
      if (model.row('roles', user.roleId) === undefined) continue;
      const ids = holders.get(user.roleId);
      if (ids === undefined) holders.set(user.roleId, [user.id]);
      else ids.push(user.id);
    }
    return holders;
  }, [model]);
}

/** Roles as a file has them, with everybody who holds one. */
function useRolesToExport(
  roles: readonly RoleAnswer[],
  holders: ReadonlyMap<string, readonly string[]>,
): () => ExportedTable {
  const { text, list } = useText();
  const names = useNames();
  return () => ({
    columns: [text('roles.name'), text('roles.base'), text('roles.extra'), text('roles.holders')],
    rows: roles.map(({ id, name, base, extraFeatures }) => ({
      cells: [
        name,
        names.role(base),
        list(extraFeatures.map((feature) => names.feature(feature))),
        list((holders.get(id) ?? []).map((user) => names.user(user))),
      ],
    })),
  });
}

/** One's own rights, and the roles that the account has defined itself. */
export function RolesPanel(): ReactNode {
  const { text } = useText();
  const roles = useAnswer('roles', {});
  const holders = useHolders();
  const [isDefining, setDefining] = useState(false);
  const rootId = useFromRows((rows) => rows.root.id);
  const names = useNames();
  const { rows: defined, button: sort } = useSortedList('roles', isRefused(roles) ? [] : roles, [
    { id: 'name', name: text('roles.name'), sortBy: ({ name }) => name },
    { id: 'base', name: text('roles.base'), sortBy: ({ base }) => names.role(base) },
    { id: 'holders', name: text('roles.holders'), sortBy: ({ id }) => holders.get(id)?.length ?? 0 },
  ]);
  const toExport = useRolesToExport(defined, holders);
  return (
    <FormColumns of="parts">
      <section className="own-roles" aria-label={text('roles.title')}>
        <header>
          <h3>{text('roles.title')}</h3>
          <ListActs>
            {defined.length === 0 ? null : (
              <>
                {sort}
                <ExportButton label={text('roles.title')} groupId={rootId} table={toExport} />
              </>
            )}
            <Button icon={Plus} onPress={() => setDefining(true)}>
              {text('roles.new')}
            </Button>
          </ListActs>
        </header>
        {isRefused(roles) ? (
          <Refusals refusals={roles.refusals} />
        ) : roles.length === 0 ? (
          <p className="quiet">{text('roles.none')}</p>
        ) : (
          <ul>
            {defined.map((role) => (
              <RoleLine key={role.id} role={role} holders={holders.get(role.id) ?? []} />
            ))}
          </ul>
        )}
      </section>
      <MyRights />
      {isDefining ? <RoleDialog role={null} onClose={() => setDefining(false)} /> : null}
    </FormColumns>
  );
}
