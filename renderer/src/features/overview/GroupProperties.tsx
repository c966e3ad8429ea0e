import { groupStatuses } from '#core/model/vocabulary';
import type { ReactNode } from 'react';
import type { GroupRow } from '#core/model/rows';
import { isRefused, useAnswer, useRows } from '../../state/model-hooks';
import { Refusals } from '../../parts/explain';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Checkbox } from '../../ui/Checkbox';
import { FormColumns } from '../../ui/FormColumns';
import { PropertyList, PropertySection } from '../../ui/PropertyList';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { AccountSection } from '../account';
import { useActing } from '../../parts/acting';
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
    <PropertySection title={text('properties.facts')}>
      <PropertyList
        properties={[
          { id: 'kind', name: text('properties.kind'), value: text(`kind.${group.kind}`) },
          { id: 'path', name: text('properties.path'), value: group.path.slice(0, -1).join(' › ') || text('ui.empty') },
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
function GroupFields({ group }: { readonly group: GroupRow }): ReactNode {
  const { text } = useText();
  const act = useActing();
  function set<F extends keyof Editable>(field: F, value: Editable[F]): void {
    if (value !== group[field])
      void act({
        do: 'group.update',
        args: { groupId: group.id, set: { [field]: value }, was: { [field]: group[field] } },
      });
  }
  return (
    <PropertySection title={text('properties.group')}>
      <FormColumns of="named">
        {(['name', 'code'] as const).map((field) => (
          <TextField
            key={`${field} ${group.id} ${group[field]}`}
            label={text(`properties.${field}`)}
            defaultValue={group[field]}
            // An empty name is no change.
            onCommit={(value) => {
              if (field !== 'name' || value.trim() !== '') set(field, value);
            }}
          />
        ))}
      </FormColumns>
      <Select
        label={text('properties.status')}
        value={group.status}
        onChange={(chosen) => set('status', chosen)}
        choices={groupStatuses.map((one) => ({ id: one, name: text(`status.${one}`) }))}
      />
      <TextField
        key={`note ${group.id} ${group.note}`}
        label={text('properties.note')}
        lines="many"
        defaultValue={group.note}
        onCommit={(value) => set('note', value)}
      />
      <Checkbox
        label={text('properties.protected')}
        isSelected={group.protected}
        onChange={(chosen) => set('protected', chosen)}
      />
    </PropertySection>
  );
}

/** The properties of one group or many. */
export function GroupProperties({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const model = useRows();
  const { text } = useText();
  const groups = ids.flatMap((id) => model.row('groups', id) ?? []);
  const [first] = groups;
  if (first === undefined) return <p className="properties-gone">{text('properties.gone')}</p>;
  if (groups.length > 1) return <ManyGroups key={ids.join()} groups={groups} />;
  return (
    <>
      <GroupFields group={first} />
      {first.parentId === null ? <AccountSection /> : null}
      <GroupFacts groupId={first.id} />
      <FeatureRules groupId={first.id} />
      <GroupAdministrators key={`administrators ${first.id}`} groupId={first.id} />
      <VoiceMenuSection key={`menus ${first.id}`} groupId={first.id} />
      <ReminderSection key={first.id} groupId={first.id} />
    </>
  );
}
