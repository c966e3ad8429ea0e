import { FolderPlus, ListTree } from 'lucide-react';
import type { ReactNode } from 'react';
import type { GroupRow } from '#core/model/rows';
import { useFromRows } from '../../state/model-hooks';
import { useChosenGroup } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { useCommands } from '../../parts/commands';
import { groupIcons } from '../../parts/groups';

const mostShown = 8;

interface Child {
  readonly id: string;
  readonly name: string;
  readonly kind: GroupRow['kind'];
  readonly people: number;
}

function ChildLine({ child, onChoose }: { readonly child: Child; readonly onChoose: (id: string) => void }): ReactNode {
  const { text, number } = useText();
  const Icon = groupIcons[child.kind];
  return (
    <li>
      <Button tone="quiet" onPress={() => onChoose(child.id)}>
        <Icon size="1.1em" aria-hidden />
        <span className="overview-child-name">{child.name}</span>
        <span className="quiet">
          {number(child.people)} {text('overview.people', { count: child.people })}
        </span>
      </Button>
    </li>
  );
}

/** The groups directly below, to go on to. */
export function ContentsCard({ groupId }: { readonly groupId: string }): ReactNode {
  const { text } = useText();
  const { choose } = useChosenGroup();
  const commands = useCommands();
  const count = useFromRows((rows) => rows.children(groupId).length);
  const shown = useFromRows((rows) =>
    rows
      .children(groupId)
      .slice(0, mostShown)
      .flatMap((id): readonly Child[] => {
        const row = rows.row('groups', id);
        return row === undefined ? [] : [{ id, name: row.name, kind: row.kind, people: rows.count(id).users }];
      }),
  );
  return (
    <Card title={text('overview.children')}>
      {count === 0 ? <p className="quiet">{text('overview.noChildren')}</p> : null}
      <ul className="overview-children">
        {shown.map((child) => (
          <ChildLine key={child.id} child={child} onChoose={choose} />
        ))}
      </ul>
      {count > mostShown ? <p className="quiet">{text('overview.more', { count: count - mostShown })}</p> : null}
      {count > 0 ? null : (
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
