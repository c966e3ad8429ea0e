import { ArrowUpFromDot, Ban, Check, Hash } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { groupStatuses, reminderRepeats, featureNames } from '#core/model/vocabulary';
import type { GroupRow } from '#core/model/rows';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { FormColumns } from '../../ui/FormColumns';
import { NumberField } from '../../ui/NumberField';
import { PropertySection } from '../../ui/PropertyList';
import { Segments } from '../../ui/Segments';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { ApplyToMany, commonValue } from '../../parts/acting';
import { NumbersForEachDialog } from '../numbers';
import { ownRule, type OwnRule } from '../feature-rules';
import { callsForGroup, type GroupsDraft } from './many-groups-calls';

const firstPolicy: NonNullable<GroupsDraft['reminder']> = { daysBefore: 30, repeat: 'once' };
/** The most that the rules take, ten years. */
const mostDays = 3650;
const untouched: GroupsDraft = {};

/** Several groups at once: a field that is left alone stays as it is in each, and all that was changed is one act. */
export function ManyGroups({ groups }: { readonly groups: readonly GroupRow[] }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const [draft, setDraft] = useState<GroupsDraft>(untouched);
  const [isGiving, setGiving] = useState(false);
  const targets = useMemo(() => groups.map(({ id }) => ({ groupId: id })), [groups]);
  const several = text('ui.severalValues');
  const change = (part: GroupsDraft): void => setDraft({ ...draft, ...part });
  const forget = (): void => setDraft(untouched);
  const isProtected = draft.protected ?? commonValue(groups, (group) => group.protected);
  const reminderKind =
    draft.reminder === undefined
      ? commonValue(groups, (group) => (group.reminder === null ? ('none' as const) : ('own' as const)))
      : draft.reminder === null
        ? 'none'
        : 'own';
  const items = groups.map((group) => ({ id: group.id, name: group.name, calls: callsForGroup(group, draft) }));

  /** Emptied again among several values, it is left alone again. */
  function changeText(field: 'code' | 'note', typed: string): void {
    const { [field]: _, ...others } = draft;
    setDraft(
      typed === '' && commonValue(groups, (group) => group[field]) === null ? others : { ...draft, [field]: typed },
    );
  }

  return (
    <>
      <PropertySection title={text('properties.many', { count: groups.length })}>
        <p className="quiet">{text('many.hint')}</p>
        <Button size="small" icon={Hash} onPress={() => setGiving(true)}>
          {text('numbers.each')}
        </Button>
        {isGiving ? <NumbersForEachDialog targets={targets} onClose={() => setGiving(false)} /> : null}
        <Select
          label={text('properties.status')}
          value={draft.status ?? commonValue(groups, (group) => group.status)}
          placeholder={several}
          choices={groupStatuses.map((one) => ({ id: one, name: text(`status.${one}`) }))}
          onChange={(status) => change({ status })}
        />
        {(['code', 'note'] as const).map((field) => {
          const common = commonValue(groups, (group) => group[field]);
          return (
            <TextField
              key={field}
              label={text(`properties.${field}`)}
              lines={field === 'note' ? 'many' : 'one'}
              value={draft[field] ?? common ?? ''}
              placeholder={common === null ? several : undefined}
              onChange={(typed) => changeText(field, typed)}
            />
          );
        })}
        <Checkbox
          label={text('properties.protected')}
          isSelected={isProtected === true}
          isIndeterminate={isProtected === null}
          onChange={(chosen) => change({ protected: chosen })}
        />
        <Select
          label={text('many.restriction')}
          value={draft.restriction ?? commonValue(groups, (group) => group.restriction)}
          placeholder={several}
          choices={(['inherit', 'own'] as const).map((one) => ({ id: one, name: text(`many.restriction.${one}`) }))}
          onChange={(restriction) => change({ restriction })}
        />
        <Select<'own' | 'none'>
          label={text('many.reminder')}
          value={reminderKind}
          placeholder={several}
          choices={(['none', 'own'] as const).map((one) => ({ id: one, name: text(`many.reminder.${one}`) }))}
          onChange={(kind) => change({ reminder: kind === 'none' ? null : firstPolicy })}
        />
        {draft.reminder === undefined || draft.reminder === null ? null : (
          <ReminderFields policy={draft.reminder} onChange={(reminder) => change({ reminder })} />
        )}
      </PropertySection>
      <PropertySection title={text('many.features')}>
        <details className="feature-rules">
          <summary>
            {text('features.summary', {
              count: featureNames.filter((feature) => groups.some((group) => ownRule(group, feature) !== 'inherit'))
                .length,
            })}
          </summary>
          <ul>
            {featureNames.map((feature) => (
              <li key={feature} className="feature-line">
                <div>
                  <span>{names.feature(feature)}</span>
                </div>
                <Segments<OwnRule>
                  label={text('features.rule', { feature: names.feature(feature) })}
                  value={draft.features?.[feature] ?? commonValue(groups, (group) => ownRule(group, feature))}
                  onChange={(rule) => change({ features: { ...draft.features, [feature]: rule } })}
                  segments={[
                    { id: 'inherit', name: text('features.inherit'), icon: ArrowUpFromDot },
                    { id: 'deny', name: text('features.deny'), icon: Ban, tone: 'danger' },
                    { id: 'allow', name: text('features.allow'), icon: Check, tone: 'success' },
                  ]}
                />
              </li>
            ))}
          </ul>
        </details>
      </PropertySection>
      <ApplyToMany items={items} onDone={forget} onCancel={forget} />
    </>
  );
}

function ReminderFields({
  policy,
  onChange,
}: {
  readonly policy: NonNullable<GroupsDraft['reminder']>;
  readonly onChange: (policy: NonNullable<GroupsDraft['reminder']>) => void;
}): ReactNode {
  const { text } = useText();
  return (
    <FormColumns of="pair">
      <NumberField
        label={text('reminders.daysBefore')}
        value={policy.daysBefore}
        least={0}
        most={mostDays}
        onChange={(daysBefore) => {
          if (daysBefore !== null) onChange({ ...policy, daysBefore });
        }}
      />
      <Select
        label={text('reminders.repeat')}
        value={policy.repeat}
        choices={reminderRepeats.map((id) => ({ id, name: text(`reminders.repeat.${id}`) }))}
        onChange={(repeat) => onChange({ ...policy, repeat })}
      />
    </FormColumns>
  );
}
