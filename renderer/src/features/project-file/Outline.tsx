import type { ReactNode } from 'react';
import { groupIcons } from '../../parts/groups';
import type { ProjectOutline } from '../../state/project-hooks';
import { useText } from '../../text/text';

/** The groups in a file as they stand below each other, to look at. */
export function Outline({ outline }: { readonly outline: ProjectOutline }): ReactNode {
  const { text } = useText();
  const { lines, groups } = outline;
  return (
    <div className="project-outline" tabIndex={0} role="region" aria-label={text('project.inside')}>
      <ul>
        {lines.map(({ depth, kind, name, people, devices }, index) => {
          const Icon = groupIcons[kind];
          return (
            <li key={index} style={{ paddingInlineStart: `${String(depth * 1.1)}em` }}>
              <Icon size="1em" aria-hidden />
              <span>{name}</span>
              <span className="quiet">
                {[
                  people === 0 ? '' : text('project.line.people', { count: people }),
                  devices === 0 ? '' : text('project.line.devices', { count: devices }),
                ]
                  .filter((part) => part !== '')
                  .join(', ')}
              </span>
            </li>
          );
        })}
      </ul>
      {groups > lines.length ? (
        <p className="quiet">{text('project.moreGroups', { count: groups - lines.length })}</p>
      ) : null}
    </div>
  );
}
