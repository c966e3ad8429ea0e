import { Eye, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { actorOf } from '#core/rules/actor';
import { may, type Right } from '#core/rules/permission';
import type { RowsInMemory } from '../../data/session';
import { useFromRows, useRows } from '../../state/model-hooks';
import { positionOfThing, tableOfKind } from '../../state/position-of-thing';
import { useSession } from '../../state/session-context';
import type { PositionInWindow } from '../../state/view-store';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { PropertyList, PropertySection, type Property } from '../../ui/PropertyList';
import { GroupLink } from '../../parts/groups';
import { whoMay } from './ReadOnlyHere';

type Kind = PositionInWindow['selection']['kind'];

/** Rights of which one is enough for something in the properties to be changed. */
const changing: { readonly [K in Kind]: readonly Right[] } = {
  group: ['groups', 'allocate', 'roles'],
  user: ['users', 'seats'],
  block: ['allocate', 'purchases'],
  number: ['groups'],
  device: ['groups'],
  menu: ['groups'],
};

interface Standing {
  readonly sees: boolean;
  readonly changes: boolean;
  readonly groupId: string;
}

function standingOf(rows: RowsInMemory, by: string, kind: Kind, id: string): Standing | null {
  const groupId = positionOfThing(rows, tableOfKind[kind], id)?.groupId;
  if (groupId === undefined) return null;
  const actor = actorOf(rows, by);
  // Free numbers are everybody's who may use numbers anywhere.
  const anywhere = kind === 'number' && groupId === rows.root.id;
  return {
    sees: anywhere || may(rows, actor, 'read', groupId) || may(rows, actor, 'readLicenses', groupId),
    changes: changing[kind].some((right) => may(rows, actor, right, anywhere ? null : groupId)),
    groupId,
  };
}

/** Standing of somebody to what is selected; `null` where they may change it, or where it is gone. */
export function useReadOnly(kind: Kind, ids: readonly string[]): Standing | null {
  const { by } = useSession();
  return useFromRows((rows) => {
    for (const id of ids) {
      const standing = standingOf(rows, by, kind, id);
      if (standing !== null && !standing.changes) return standing;
    }
    return null;
  });
}

/** What stands in the fields of a thing, as words. */
function usePropertiesOf(kind: Kind, id: string): readonly Property[] {
  const writer = useText();
  const { text, number, day, list } = writer;
  const names = useNames();
  const rows = useRows();
  const said = (name: string, value: ReactNode): Property => ({
    id: name,
    name,
    value: value === '' ? text('ui.empty') : value,
  });
  switch (kind) {
    case 'group': {
      const group = rows.row('groups', id);
      if (group === undefined) return [];
      return [
        said(text('properties.name'), group.name),
        said(text('properties.code'), group.code),
        said(text('properties.kind'), text(`kind.${group.kind}`)),
        said(text('properties.status'), text(`status.${group.status}`)),
        said(text('properties.note'), group.note),
      ];
    }
    case 'user': {
      const user = rows.row('users', id);
      if (user === undefined) return [];
      return [
        said(text('people.name'), user.name),
        said(text('people.role'), names.role(user.roleId, user.groupId)),
        said(text('people.email'), user.email),
        said(text('people.phone'), user.phone),
        said(text('people.group'), <GroupLink groupId={user.groupId} />),
      ];
    }
    case 'block': {
      const block = rows.row('blocks', id);
      if (block === undefined) return [];
      return [
        said(text('licenses.type'), names.type(block.typeId)),
        said(text('blocks.quantity'), number(block.quantity)),
        said(text('field.validFrom'), block.validFrom === null ? '' : day(block.validFrom)),
        said(text('field.validUntil'), block.validUntil === null ? text('blocks.always') : day(block.validUntil)),
        said(text('blocks.source'), text(`source.${block.source}`)),
        said(text('block.in'), <GroupLink groupId={block.groupId} />),
      ];
    }
    case 'number': {
      const row = rows.row('numbers', id);
      return row === undefined
        ? []
        : [said(text('numbers.value'), row.value), said(text('numbers.kind'), text(`numberKind.${row.kind}`))];
    }
    case 'device': {
      const device = rows.row('devices', id);
      if (device === undefined) return [];
      return [
        said(text('devices.serial'), device.serial),
        said(text('devices.model'), device.model),
        said(text('devices.place'), <GroupLink groupId={device.groupId} />),
      ];
    }
    case 'menu': {
      const menu = rows.row('menus', id);
      if (menu === undefined) return [];
      return [
        said(text('menus.name'), menu.name),
        said(text('menus.kind'), text(`menuKind.${menu.kind}`)),
        said(text('menus.people'), list(menu.users.map((userId) => names.user(userId)))),
        said(text('menus.groups'), list(menu.groups.map((groupId) => names.group(groupId)))),
        said(text('people.group'), <GroupLink groupId={menu.groupId} />),
      ];
    }
  }
}

function Facts({ kind, id }: { readonly kind: Kind; readonly id: string }): ReactNode {
  const { text } = useText();
  const properties = usePropertiesOf(kind, id);
  return (
    <PropertySection title={text('properties.facts')}>
      <PropertyList properties={properties} />
    </PropertySection>
  );
}

export interface ReadOnlyPropertiesProps {
  readonly kind: Kind;
  readonly ids: readonly string[];
  readonly standing: Standing;
}

/** Properties of what somebody may not change: no fields, but what would stand in them, and who may. */
export function ReadOnlyProperties({ kind, ids, standing }: ReadOnlyPropertiesProps): ReactNode {
  const { text, either } = useText();
  const names = useNames();
  const { by } = useSession();
  const role = useFromRows((rows) => rows.row('users', by)?.roleId);
  const who = useFromRows((rows) => whoMay(rows, standing.groupId));
  const Icon = standing.sees ? Eye : Lock;
  const [only, ...others] = ids;
  return (
    <>
      <p className="read-only-here" role="status">
        <Icon size="1.1em" aria-hidden />
        <span>
          {standing.sees
            ? text('rights.readOnly', { role: names.role(role), who: either(who) })
            : `${text('rights.notYours', { group: names.group(standing.groupId) })}. ${text('rights.notYoursText', { who: either(who) })}`}
        </span>
      </p>
      {standing.sees && only !== undefined && others.length === 0 ? <Facts kind={kind} id={only} /> : null}
    </>
  );
}
