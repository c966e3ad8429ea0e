import { FolderPlus, ListTree } from 'lucide-react';
import type { ReactNode } from 'react';
import type { GroupAnswer } from '#core/queries/group';
import { useRows } from '../../state/model-hooks';
import { useChosenGroup } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { useCommands } from '../../parts/commands';
import { groupIcons } from '../../parts/groups';

const mostShown = 8;

/** The groups directly below, to go on to. */
export function ContentsCard({ group }: { readonly group: GroupAnswer }): ReactNode {
  const { text, number } = useText();
  const rows = useRows();
  const { choose } = useChosenGroup();
  const commands = useCommands();
  const children = rows.children(group.id);
  const shown = children.slice(0, mostShown).flatMap((id) => rows.row('groups', id) ?? []);
  return (
    <Card title={text('overview.children')}>
      {children.length === 0 ? <p className="quiet">{text('overview.noChildren')}</p> : null}
      <ul className="overview-children">
        {shown.map((child) => {
          const Icon = groupIcons[child.kind];
          const people = rows.count(child.id).users;
          return (
            <li key={child.id}>
              <Button tone="quiet" onPress={() => choose(child.id)}>
                <Icon size="1.1em" aria-hidden />
                <span className="overview-child-name">{child.name}</span>
                <span className="quiet">
                  {number(people)} {text('overview.people', { count: people })}
                </span>
              </Button>
            </li>
          );
        })}
      </ul>
      {children.length > mostShown ? (
        <p className="quiet">{text('overview.more', { count: children.length - mostShown })}</p>
      ) : null}
      {children.length > 0 ? null : (
        <p className="overview-actions">
          <Button size="small" icon={ListTree} onPress={() => void commands.run('tree.generate')}>
            {text('overview.generate')}
          </Button>
          <Button size="small" icon={FolderPlus} onPress={() => void commands.run('tree.create')}>
            {text('overview.create')}
          </Button>
        </p>
      )}
    </Card>
  );
}
