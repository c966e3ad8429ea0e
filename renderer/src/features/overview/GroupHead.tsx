import type { ReactNode } from 'react';
import type { GroupAnswer } from '#core/queries/group';
import { useText } from '../../text/text';
import { StatusPill } from '../../ui/Badge';
import { groupIcons, groupStatusTone } from '../../parts/groups';

/** The name of the group and what it is, in large. */
export function GroupHead({ group }: { readonly group: GroupAnswer }): ReactNode {
  const { text, number } = useText();
  const Icon = groupIcons[group.kind];
  const figures = [
    { id: 'groups', value: group.count.groups - 1, name: text('overview.groups', { count: group.count.groups - 1 }) },
    { id: 'people', value: group.count.users, name: text('overview.people', { count: group.count.users }) },
    { id: 'seats', value: group.count.seats, name: text('overview.seats', { count: group.count.seats }) },
  ];
  return (
    <header className="overview-head">
      <span className="overview-picture">
        <Icon size="1.6em" strokeWidth={1.6} aria-hidden />
      </span>
      <div className="overview-title">
        <h1 className="selectable">{group.name}</h1>
        <p className="quiet">
          {text(`kind.${group.kind}`)}
          {group.code === '' ? null : <span className="selectable"> · {group.code}</span>}
          <StatusPill tone={groupStatusTone[group.status]}>{text(`status.${group.status}`)}</StatusPill>
        </p>
        {group.note === '' ? null : <p className="overview-note selectable">{group.note}</p>}
      </div>
      <dl className="overview-figures">
        {figures.map((figure) => (
          <div key={figure.id}>
            <dd>{number(figure.value)}</dd>
            <dt>{figure.name}</dt>
          </div>
        ))}
      </dl>
    </header>
  );
}
