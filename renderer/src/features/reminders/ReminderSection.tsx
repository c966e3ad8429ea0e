import { reminderRepeats } from '#core/model/vocabulary';
import type { ReactNode } from 'react';
import { groupWithPolicy } from '#core/rules/reminders';
import type { GroupRow, ReminderPolicy } from '#core/model/rows';
import { useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { NumberField } from '../../ui/NumberField';
import { PropertySection } from '../../ui/PropertyList';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { useActing } from '../../parts/acting';
import './reminders.css';

const firstPolicy: ReminderPolicy = { daysBefore: 30, repeat: 'once' };
/** The most that the rules take, ten years. */
const mostDays = 3650;

function addressesIn(typed: string): readonly string[] {
  return typed.split(/[\s,;]+/).filter((address) => address !== '');
}

function withRecipients({ daysBefore, repeat }: ReminderPolicy, recipients: readonly string[]): ReminderPolicy {
  return recipients.length === 0 ? { daysBefore, repeat } : { daysBefore, repeat, recipients };
}

/** An own policy, to be changed field by field. */
function OwnPolicy({
  policy,
  onSet,
}: {
  readonly policy: ReminderPolicy;
  readonly onSet: (policy: ReminderPolicy) => void;
}): ReactNode {
  const { text } = useText();
  const recipients = (policy.recipients ?? []).join(', ');
  return (
    <>
      <NumberField
        label={text('reminders.daysBefore')}
        value={policy.daysBefore}
        least={0}
        most={mostDays}
        onChange={(daysBefore) => daysBefore !== null && onSet({ ...policy, daysBefore })}
      />
      <Select
        label={text('reminders.repeat')}
        value={policy.repeat}
        choices={reminderRepeats.map((id) => ({ id, name: text(`reminders.repeat.${id}`) }))}
        onChange={(repeat) => onSet({ ...policy, repeat })}
      />
      <TextField
        key={recipients}
        label={text('reminders.recipientsField')}
        hint={text('reminders.recipientsHint')}
        defaultValue={recipients}
        onCommit={(typed) => {
          const addresses = addressesIn(typed);
          if (addresses.join(', ') !== recipients) onSet(withRecipients(policy, addresses));
        }}
      />
    </>
  );
}

function PolicyFromAbove({ from }: { readonly from: GroupRow | undefined }): ReactNode {
  const { text } = useText();
  const policy = from?.reminder ?? null;
  if (from === undefined || policy === null) return <p className="quiet">{text('reminders.unset')}</p>;
  const who =
    policy.recipients === undefined || policy.recipients.length === 0
      ? text('reminders.administrators')
      : policy.recipients.join(', ');
  return (
    <>
      <p>{text('reminders.policy', { days: policy.daysBefore, repeat: text(`reminders.repeat.${policy.repeat}`) })}</p>
      <p>{who}</p>
      <p className="quiet">{text('reminders.inherited', { group: from.name })}</p>
    </>
  );
}

/** Shows when a group is reminded that its licenses end: by its own policy or by that of a group above (X4). */
export function ReminderSection({ groupId }: { readonly groupId: string }): ReactNode {
  const model = useRows();
  const { text } = useText();
  const act = useActing();
  const group = model.row('groups', groupId);
  if (group === undefined) return null;
  const above = group.parentId === null ? undefined : groupWithPolicy(model, group.parentId);
  const set = (policy: ReminderPolicy | null): void => {
    const own =
      policy === null
        ? null
        : {
            daysBefore: policy.daysBefore,
            repeat: policy.repeat,
            ...(policy.recipients === undefined ? {} : { recipients: [...policy.recipients] }),
          };
    void act({ do: 'reminder.set', args: { groupId, policy: own } });
  };
  return (
    <PropertySection title={text('reminders.section')} words={['reminder']}>
      <div className="reminders-policy">
        {group.reminder === null ? <PolicyFromAbove from={above} /> : <OwnPolicy policy={group.reminder} onSet={set} />}
        {group.reminder === null ? (
          <Button size="small" onPress={() => set(above?.reminder ?? firstPolicy)}>
            {text(above === undefined ? 'reminders.set' : 'reminders.setOwn')}
          </Button>
        ) : (
          <Button size="small" onPress={() => set(null)}>
            {above === undefined ? text('reminders.end') : text('reminders.inherit', { group: above.name })}
          </Button>
        )}
      </div>
    </PropertySection>
  );
}
