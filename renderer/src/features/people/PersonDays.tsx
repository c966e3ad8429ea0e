import type { ReactNode } from 'react';
import { addDays, type Day } from '#core/kernel/day';
import type { UserRow } from '#core/model/rows';
import { useDay } from '../../state/view-hooks';
import { commonOf, useTrying } from '../../parts/acting';
import { useText } from '../../text/text';
import { CommittedDayField } from '../../ui/CommittedDayField';
import { FormColumns } from '../../ui/FormColumns';
import { setDay, type DayOfPerson } from './people-calls';

/** The first and the last day of one person or several, each done when it is left. */
export function PersonDays({ users }: { readonly users: readonly UserRow[] }): ReactNode {
  const { text, day: written } = useText();
  const { today } = useDay();
  const trying = useTrying();
  const from = commonOf(users, (user) => user.from ?? null);
  const until = commonOf(users, (user) => user.until ?? null);
  const lastDay = until.isCommon ? until.value : null;
  const hints = {
    from: !from.isCommon
      ? text('ui.severalValues')
      : from.value !== null && from.value > today
        ? text('people.joinsHint')
        : undefined,
    until: !until.isCommon
      ? text('ui.severalValues')
      : lastDay === null
        ? undefined
        : lastDay < today
          ? text('people.leftHint')
          : text('people.leavesHint', { day: written(addDays(lastDay, 1)) }),
  };

  const field = (name: DayOfPerson, value: Day | null): ReactNode => (
    <div className="tried-field">
      <CommittedDayField
        key={users.map(({ id }) => id).join()}
        label={text(`people.${name}`)}
        value={value}
        hint={hints[name]}
        isDisabled={users.every((user) => user.lifecycle === 'archived')}
        onCommit={(day) => trying.tryTo(name, setDay(users, name, day))}
      />
      {trying.refusedAt(name)}
    </div>
  );
  return (
    <FormColumns of="days">
      {field('from', from.isCommon ? from.value : null)}
      {field('until', lastDay)}
    </FormColumns>
  );
}
