import { ArrowDown, ArrowUp, FolderPlus, Link2, Trash2, UserPlus, X } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { MenuAnswer } from '#core/queries/menus';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { ActCall } from '../../data/session';
import { isRefused, useAnswer, useCatalogue, useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { CommittedField } from '../../ui/CommittedField';
import { IconButton } from '../../ui/IconButton';
import { Notice } from '../../ui/Notice';
import { PhoneNumber } from '../../ui/PhoneNumber';
import { PropertyList, PropertySection } from '../../ui/PropertyList';
import { useTrying, type Trying } from '../../parts/acting';
import { Gone } from '../../parts/gone';
import { GroupLink } from '../../parts/groups';
import { AddToMenuDialog, type Adding } from './AddToMenuDialog';
import { gateOf, givesGroups, typesHeld, type GroupGate } from './group-members';
import { RemoveMenus } from './RemoveMenus';
import './menus.css';

function setMembers(
  menu: MenuAnswer,
  change: { readonly users?: readonly string[]; readonly groups?: readonly string[] },
): ActCall {
  return {
    do: 'menu.setMembers',
    args: { menuId: menu.id, users: [...(change.users ?? menu.users)], groups: [...(change.groups ?? menu.groups)] },
  };
}

/** Which license a member holds, and whether it lets the menu have groups. */
function MemberLicense({ typeId }: { readonly typeId: LicenseTypeId | undefined }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const catalogue = useCatalogue();
  if (typeId === undefined) return <span className="quiet">{text('menus.noLicense')}</span>;
  return (
    <span className="quiet">
      {names.type(typeId)}{' '}
      {givesGroups(catalogue, typeId) === true ? null : <Badge tone="warning">{text('menus.peopleOnly')}</Badge>}
    </span>
  );
}

/** Why groups may or may not be members, in plain words (U11). */
function Gate({ gate, hasGroups }: { readonly gate: GroupGate; readonly hasGroups: boolean }): ReactNode {
  const { text, list } = useText();
  const names = useNames();
  if (gate.kind === 'open') return hasGroups ? null : <p className="quiet">{text('menus.gateOpen')}</p>;
  return (
    <Notice tone="info" title={text('menus.gateClosed')} rule="U11">
      {gate.kind === 'noLicense'
        ? text('menus.gateNoLicense')
        : text('menus.gateLower', {
            count: gate.userIds.length,
            people: list(gate.userIds.map((userId) => names.user(userId))),
          })}
    </Notice>
  );
}

interface PartProps {
  readonly menu: MenuAnswer;
  readonly trying: Trying;
  readonly onAdd: (adding: Adding) => void;
}

/** The same ids with one of them a step earlier or later. */
function moved(ids: readonly string[], at: number, step: -1 | 1): readonly string[] {
  const next = [...ids];
  const [one] = next.splice(at, 1);
  if (one !== undefined) next.splice(at + step, 0, one);
  return next;
}

interface MembersProps extends PartProps {
  readonly kind: 'users' | 'groups';
  readonly nameOf: (id: string) => string;
  readonly detail?: ((id: string) => ReactNode) | undefined;
}

/** Members in the order in which they are called, each with the way up, down and out. */
function Members({ menu, trying, kind, nameOf, detail }: MembersProps): ReactNode {
  const { text } = useText();
  const ids = menu[kind];
  const set = (next: readonly string[]): void => void trying.tryTo(kind, setMembers(menu, { [kind]: next }));
  return (
    <ol className="menu-members">
      {ids.map((id, index) => (
        <li key={id}>
          <span className="menu-member">
            {nameOf(id)}
            {detail?.(id)}
          </span>
          <IconButton
            size="small"
            icon={ArrowUp}
            isDisabled={index === 0}
            label={text('menus.earlier', { name: nameOf(id) })}
            onPress={() => set(moved(ids, index, -1))}
          />
          <IconButton
            size="small"
            icon={ArrowDown}
            isDisabled={index === ids.length - 1}
            label={text('menus.later', { name: nameOf(id) })}
            onPress={() => set(moved(ids, index, 1))}
          />
          <IconButton
            size="small"
            icon={X}
            label={text('menus.takeOut', { name: nameOf(id), menu: menu.name })}
            onPress={() => set(ids.filter((other) => other !== id))}
          />
        </li>
      ))}
    </ol>
  );
}

function PeopleAndGroups({ menu, trying, onAdd }: PartProps): ReactNode {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  const held = useMemo(() => typesHeld(rows), [rows]);
  const gate = gateOf(useCatalogue(), menu, held);
  return (
    <>
      <PropertySection title={text('menus.people')}>
        {menu.users.length === 0 ? (
          <p className="quiet">{text('menus.noPeople')}</p>
        ) : (
          <p className="quiet">{text('menus.order')}</p>
        )}
        <Members
          menu={menu}
          trying={trying}
          onAdd={onAdd}
          kind="users"
          nameOf={(id) => names.user(id)}
          detail={(id) => <MemberLicense typeId={held.get(id)} />}
        />
        {trying.refusedAt('users')}
        <Button size="small" icon={UserPlus} onPress={() => onAdd('user')}>
          {text('menus.addPerson')}
        </Button>
      </PropertySection>
      <PropertySection title={text('menus.groups')}>
        <Gate gate={gate} hasGroups={menu.groups.length > 0} />
        <Members menu={menu} trying={trying} onAdd={onAdd} kind="groups" nameOf={(id) => names.group(id)} />
        {trying.refusedAt('groups')}
        <Button size="small" icon={FolderPlus} isDisabled={gate.kind !== 'open'} onPress={() => onAdd('group')}>
          {text('menus.addGroup')}
        </Button>
      </PropertySection>
    </>
  );
}

function NumbersPart({ menu, trying, onAdd }: PartProps): ReactNode {
  const { text } = useText();
  const all = useAnswer('numbers', { free: false });
  const numbers = isRefused(all) ? [] : all.filter((number) => number.menuId === menu.id);
  return (
    <PropertySection title={text('menus.numbers')}>
      {numbers.length === 0 ? <p className="quiet">{text('menus.noNumbers')}</p> : null}
      <ul className="menu-members">
        {numbers.map((number) => (
          <li key={number.id}>
            <span className="menu-member">
              <PhoneNumber value={number.value} />
              <span className="quiet">{text(`numberKind.${number.kind}`)}</span>
            </span>
            <IconButton
              size="small"
              icon={X}
              label={text('menus.detach', { number: number.value, menu: menu.name })}
              onPress={() => void trying.tryTo('numbers', { do: 'number.detach', args: { numberId: number.id } })}
            />
          </li>
        ))}
      </ul>
      {trying.refusedAt('numbers')}
      <Button size="small" icon={Link2} onPress={() => onAdd('number')}>
        {text('menus.addNumber')}
      </Button>
    </PropertySection>
  );
}

/** One voice menu: its name, people, groups and numbers. */
function OneMenu({ menu }: { readonly menu: MenuAnswer }): ReactNode {
  const { text } = useText();
  const trying = useTrying();
  const [adding, setAdding] = useState<Adding | null>(null);
  return (
    <>
      <PropertySection title={text(`menuKind.${menu.kind}`)} words={['voiceMenu']}>
        <CommittedField
          label={text('menus.name')}
          value={menu.name}
          onCommit={(typed) => {
            if (typed.trim() !== menu.name)
              void trying.tryTo('name', {
                do: 'menu.rename',
                args: { menuId: menu.id, set: { name: typed }, was: { name: menu.name } },
              });
          }}
        />
        {trying.refusedAt('name')}
        <PropertyList
          properties={[{ id: 'group', name: text('people.group'), value: <GroupLink groupId={menu.groupId} /> }]}
        />
      </PropertySection>
      <PeopleAndGroups menu={menu} trying={trying} onAdd={setAdding} />
      <NumbersPart menu={menu} trying={trying} onAdd={setAdding} />
      {adding === null ? null : (
        <AddToMenuDialog
          menu={menu}
          adding={adding}
          callFor={(id) =>
            adding === 'number'
              ? { do: 'number.attach', args: { numberId: id, to: { menuId: menu.id } } }
              : setMembers(menu, adding === 'user' ? { users: [...menu.users, id] } : { groups: [...menu.groups, id] })
          }
          onClose={() => setAdding(null)}
        />
      )}
    </>
  );
}

/** The properties of one voice menu or many. */
export function MenuProperties({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { text } = useText();
  const rows = useRows();
  const [isRemoving, setRemoving] = useState(false);
  const groups = [...new Set(ids.flatMap((id) => rows.row('menus', id)?.groupId ?? []))];
  const answer = useAnswer('menus', { groupId: groups[0] ?? rows.root.id, subgroups: false });
  const present = ids.filter((id) => rows.row('menus', id) !== undefined);
  if (present.length === 0) return <Gone ids={ids} />;
  const only = isRefused(answer) || present.length > 1 ? undefined : answer.find((menu) => menu.id === present[0]);
  return (
    <>
      {only === undefined ? null : <OneMenu key={only.id} menu={only} />}
      <PropertySection title={text('menus.more')}>
        <div className="property-actions">
          <Button icon={Trash2} onPress={() => setRemoving(true)}>
            {text('menus.removeChoice')}
          </Button>
        </div>
      </PropertySection>
      {isRemoving ? <RemoveMenus ids={present} onClose={() => setRemoving(false)} /> : null}
    </>
  );
}
