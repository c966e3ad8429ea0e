import { groupStatuses } from '#core/model/vocabulary';
import { useCallback, type ReactNode } from 'react';
import type { GroupRow } from '#core/model/rows';
import { isRefused, useAnswer, useFromRows, useRows } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { Refusals } from '../../parts/explain';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { writePath } from '#core/kernel/written-path';
import { Checkbox } from '../../ui/Checkbox';
import { CommittedField } from '../../ui/CommittedField';
import { FormColumns } from '../../ui/FormColumns';
import { PropertyList, PropertySection } from '../../ui/PropertyList';
import { Select } from '../../ui/Select';
import { AccountSection } from '../account';
import { useActing } from '../../parts/acting';
import { OwnFieldsSection } from '../../parts/own-fields';
import { Gone } from '../../parts/gone';
import { FeatureRules } from '../feature-rules';
import { VoiceMenuSection } from '../voice-menus';
import { ReminderSection } from '../reminders';
import { GroupAdministrators } from '../roles';
import { ManyGroups } from './ManyGroups';
import './overview.css';

type Editable = Pick<GroupRow, 'name' | 'code' | 'note' | 'status' | 'protected'>;

function GroupFacts({ groupId }: { readonly groupId: string }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const group = useAnswer('group', { groupId });
  if (isRefused(group)) return <Refusals refusals={group.refusals} />;
  return (
    <PropertySection title={text('properties.facts')} words={['pool', 'project', 'feature']}>
      <PropertyList
        properties={[
          { id: 'kind', name: text('properties.kind'), value: text(`kind.${group.kind}`) },
          { id: 'path', name: text('properties.path'), value: writePath(group.path.slice(0, -1)) || text('ui.empty') },
          {
            id: 'pool',
            name: text('properties.pool'),
            value:
              group.poolId === group.id
                ? text('properties.ownPool')
                : text('properties.sharedPool', { pool: names.group(group.poolId) }),
          },
          { id: 'project', name: text('properties.project'), value: names.group(group.projectId) },
          {
            id: 'inside',
            name: text('properties.inside'),
            value: text('properties.insideValue', { groups: group.count.groups - 1, users: group.count.users }),
          },
          {
            id: 'features',
            name: text('overview.features'),
            value:
              group.features.length === 0
                ? text('overview.noFeatures')
                : group.features.map((feature) => names.feature(feature)).join(', '),
          },
        ]}
      />
    </PropertySection>
  );
}

/** The fields of a group, each done when it is left. */
function GroupFields({ groupId }: { readonly groupId: string }): ReactNode {
  const { text } = useText();
  const act = useActing();
  const { model } = useSession();
  const group = useFromRows((rows) => {
    const { name, code, note, status, protected: isProtected } = rows.row('groups', groupId) ?? rows.root;
    return { name, code, note, status, isProtected };
  });
  // What is there when the field is left decides whether it is a change.
  const set = useCallback(
    <F extends keyof Editable>(field: F, value: Editable[F]): void => {
      const was = model.row('groups', groupId)?.[field];
      if (was !== undefined && value !== was)
        void act({ do: 'group.update', args: { groupId, set: { [field]: value }, was: { [field]: was } } });
    },
    [model, groupId, act],
  );
  const setName = useCallback(
    (value: string) => {
      // An empty name is no change.
      if (value.trim() !== '') set('name', value);
    },
    [set],
  );
  const { name, code, note, status, isProtected } = group;
  return (
    <PropertySection title={text('properties.group')} words={['group', 'status', 'locked', 'protected']}>
      <FormColumns of="named">
        <CommittedField key={`name ${groupId}`} label={text('properties.name')} value={name} onCommit={setName} />
        <CommittedField
          key={`code ${groupId}`}
          label={text('properties.code')}
          value={code}
          onCommit={(value) => set('code', value)}
        />
      </FormColumns>
      <Select
        label={text('properties.status')}
        value={status}
        onChange={(chosen) => set('status', chosen)}
        choices={groupStatuses.map((one) => ({ id: one, name: text(`status.${one}`) }))}
      />
      <CommittedField
        key={`note ${groupId}`}
        label={text('properties.note')}
        lines="many"
        value={note}
        onCommit={(value) => set('note', value)}
      />
      <Checkbox
        label={text('properties.protected')}
        isSelected={isProtected}
        onChange={(chosen) => set('protected', chosen)}
      />
    </PropertySection>
  );
}

/** What groups have in fields of one's own. */
function GroupOwnFields({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const things = useFromRows((rows) =>
    ids.flatMap((id) => {
      const group = rows.row('groups', id);
      return group === undefined ? [] : [{ id, fields: group.fields }];
    }),
  );
  return <OwnFieldsSection on="group" things={things} />;
}

/** The properties of one group. */
function OneGroup({ groupId }: { readonly groupId: string }): ReactNode {
  const isRoot = useFromRows((rows) => rows.root.id === groupId);
  return (
    <>
      <GroupFields groupId={groupId} />
      <GroupOwnFields ids={[groupId]} />
      {isRoot ? <AccountSection /> : null}
      <GroupFacts groupId={groupId} />
      <FeatureRules groupId={groupId} />
      <GroupAdministrators key={`administrators ${groupId}`} groupId={groupId} />
      <VoiceMenuSection key={`menus ${groupId}`} groupId={groupId} />
      <ReminderSection key={groupId} groupId={groupId} />
    </>
  );
}

/** The rows of several groups, drawn anew when any of them changes. */
function SeveralGroups({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const rows = useRows();
  return (
    <>
      <ManyGroups groups={ids.flatMap((id) => rows.row('groups', id) ?? [])} />
      <GroupOwnFields ids={ids} />
    </>
  );
}

/** The properties of one group or many. */
export function GroupProperties({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const present = useFromRows((rows) => ids.filter((id) => rows.row('groups', id) !== undefined));
  const [first] = present;
  if (first === undefined) return <Gone ids={ids} />;
  return present.length > 1 ? <SeveralGroups key={ids.join()} ids={present} /> : <OneGroup groupId={first} />;
}
