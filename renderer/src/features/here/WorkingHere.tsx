import { Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { isHereNow, useOthersAt } from '../../state/presence-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import './here.css';

/** Soft mark above a group: who else has the same complex in front of them, or had when they were last here. */
export function WorkingHere({ groupId }: { readonly groupId: string }): ReactNode {
  const { text, list, moment } = useText();
  const names = useNames();
  const others = useOthersAt(groupId);
  const now = others.filter((other) => isHereNow(other));
  const [last] = others;
  if (last === undefined) return null;
  const people = [...new Set(now.map(({ by }) => by ?? ''))].map((by) => names.user(by));
  return (
    <p className="here-mark quiet">
      <Users size="1.1em" aria-hidden />
      {people.length > 0
        ? text('here.working', { count: people.length, names: list(people) })
        : text('here.worked', { name: names.user(last.by ?? ''), at: moment(last.at) })}
    </p>
  );
}
