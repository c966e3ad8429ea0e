import type { ReactNode } from 'react';
import type { GroupRow, GroupStatus } from '../../../../shared/model/rows';
import type { ActCall } from '../../data/session';
import { isRefused, useAnswer, useModelVersion } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { Refusals } from '../../text/refusals/Refusals';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Checkbox } from '../../ui/Checkbox';
import { FormColumns } from '../../ui/FormColumns';
import { PropertyList, PropertySection } from '../../ui/PropertyList';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { AccountSection } from '../account';
import { useActing } from '../acting';
import { FeatureRules } from '../feature-rules';
import { VoiceMenuSection } from '../menus';
import { ReminderSection } from '../reminders';
import { GroupAdministrators } from '../roles';
import './overview.css';

const statuses: readonly GroupStatus[] = ['draft', 'confirmed', 'commissioned', 'handedOver', 'locked'];
type Editable = Pick<GroupRow, 'name' | 'code' | 'note' | 'status' | 'protected'>;

/** One act that sets a field in all of them, each with what it was seen to be. */
function setCall<F extends keyof Editable>(groups: readonly GroupRow[], field: F, value: Editable[F]): ActCall | null {
  const calls = groups.flatMap((group) =>
    group[field] === value ? [] : [{ do: 'group.update' as const, args: { groupId: group.id, set: { [field]: value }, was: { [field]: group[field] } } }],
  );
  const [only] = calls;
  if (only === undefined) return null;
  return calls.length === 1 ? only : { do: 'batch', args: { do: calls } };
}

/** The value that all of them have; `null` when they differ. */
function shared<F extends keyof Editable>(groups: readonly GroupRow[], field: F): Editable[F] | null {
  const [first] = groups;
  return first !== undefined && groups.every((group) => group[field] === first[field]) ? first[field] : null;
}

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
          { id: 'pool', name: text('properties.pool'), value: group.poolId === group.id ? text('properties.ownPool') : text('properties.sharedPool', { pool: names.group(group.poolId) }) },
          { id: 'project', name: text('properties.project'), value: names.group(group.projectId) },
          { id: 'inside', name: text('properties.inside'), value: text('properties.insideValue', { groups: group.count.groups - 1, users: group.count.users }) },
          { id: 'features', name: text('overview.features'), value: group.features.length === 0 ? text('overview.noFeatures') : group.features.map((feature) => names.feature(feature)).join(', ') },
        ]}
      />
    </PropertySection>
  );
}

/** The properties of one group or many: a field that is left alone stays as it is in each. */
export function GroupProperties({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { model } = useSession();
  useModelVersion();
  const { text } = useText();
  const act = useActing();
  const groups = ids.flatMap((id) => model.row('groups', id) ?? []);
  const [first] = groups;
  if (first === undefined) return <p className="properties-gone">{text('properties.gone')}</p>;
  const isOne = groups.length === 1;
  const status = shared(groups, 'status');
  const isProtected = shared(groups, 'protected');
  const several = text('properties.severalValues');

  function set<F extends keyof Editable>(field: F, value: Editable[F]): void {
    const call = setCall(groups, field, value);
    if (call !== null) void act(call);
  }
  /** Empty and untouched among several values is no change; an empty name is none either. */
  function setText(field: 'name' | 'code' | 'note', value: string): void {
    const former = shared(groups, field);
    if (value === (former ?? '') || (field === 'name' && value.trim() === '')) return;
    set(field, value);
  }

  return (
    <>
      <PropertySection title={isOne ? text('properties.group') : text('properties.many', { count: groups.length })}>
        <FormColumns of={isOne ? 'named' : 'fields'}>
          {(['name', 'code'] as const).map((field) =>
            field === 'name' && !isOne ? null : (
              <TextField
                key={`${field} ${ids.join()} ${shared(groups, field) ?? ''}`}
                label={text(`properties.${field}`)}
                defaultValue={shared(groups, field) ?? ''}
                placeholder={shared(groups, field) === null ? several : undefined}
                onCommit={(value) => setText(field, value)}
              />
            ),
          )}
        </FormColumns>
        <Select
          label={text('properties.status')}
          value={status}
          placeholder={several}
          onChange={(chosen) => set('status', chosen)}
          choices={statuses.map((one) => ({ id: one, name: text(`status.${one}`) }))}
        />
        <TextField
          key={`note ${ids.join()} ${shared(groups, 'note') ?? ''}`}
          label={text('properties.note')}
          lines="many"
          defaultValue={shared(groups, 'note') ?? ''}
          placeholder={shared(groups, 'note') === null ? several : undefined}
          onCommit={(value) => setText('note', value)}
        />
        <Checkbox label={text('properties.protected')} isSelected={isProtected === true} isIndeterminate={isProtected === null} onChange={(chosen) => set('protected', chosen)} />
      </PropertySection>
      {isOne && first.parentId === null ? <AccountSection /> : null}
      {isOne ? <GroupFacts groupId={first.id} /> : null}
      {isOne ? <FeatureRules groupId={first.id} /> : null}
      {isOne ? <GroupAdministrators key={`administrators ${first.id}`} groupId={first.id} /> : null}
      {isOne ? <VoiceMenuSection key={`menus ${first.id}`} groupId={first.id} /> : null}
      {isOne ? <ReminderSection key={first.id} groupId={first.id} /> : null}
    </>
  );
}
