import { ChevronRight, CloudUpload, Lock, ShieldCheck, Wallet } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { GroupRow } from '#core/model/rows';
import { useText } from '../../text/text';
import { Badge } from '../../ui/Badge';
import { groupIcons } from '../../parts/groups';
import { NameField } from './NameField';
import type { TreeRow } from './tree-rows';

export type DropPlace = 'before' | 'into' | 'after';

export interface TreeLineProps {
  readonly line: TreeRow;
  readonly group: GroupRow;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly isCut: boolean;
  readonly isPending: boolean;
  readonly isRenamed: boolean;
  readonly isFaint: boolean;
  readonly dropPlace: DropPlace | null;
  /** Pixels from the top of the tree. */
  readonly top: number;
  readonly onToggle: (id: string) => void;
  readonly onRename: (id: string, name: string | null) => void;
}

/** What is special about a group, as small pictures that can be read out. */
function LineBadges({ group, isPending }: { readonly group: GroupRow; readonly isPending: boolean }): ReactNode {
  const { text } = useText();
  return (
    <span className="tree-badges">
      {group.restriction === 'own' && group.parentId !== null ? (
        <Badge tone="accent" icon={Wallet} label={text('tree.own')} />
      ) : null}
      {group.status === 'locked' ? <Badge icon={Lock} label={text('tree.locked')} /> : null}
      {group.protected ? <Badge icon={ShieldCheck} label={text('tree.protected')} /> : null}
      {isPending ? <Badge tone="info" icon={CloudUpload} label={text('tree.pending')} /> : null}
    </span>
  );
}

function Line({
  line,
  group,
  isSelected,
  isTabStop,
  isCut,
  isPending,
  isRenamed,
  isFaint,
  dropPlace,
  top,
  onToggle,
  onRename,
}: TreeLineProps): ReactNode {
  const { text } = useText();
  const Icon = groupIcons[group.kind];
  return (
    <div
      role="treeitem"
      data-node={line.id}
      tabIndex={isTabStop ? 0 : -1}
      draggable={!isRenamed && line.parentId !== null}
      aria-level={line.level}
      aria-posinset={line.position}
      aria-setsize={line.siblings}
      aria-selected={isSelected}
      {...(line.hasChildren ? { 'aria-expanded': line.isExpanded } : {})}
      className={`tree-line${isCut ? ' tree-line-cut' : ''}${isFaint ? ' tree-line-faint' : ''}${dropPlace === null ? '' : ` tree-drop-${dropPlace}`}`}
      style={{ transform: `translateY(${top}px)`, paddingLeft: `${0.3 + (line.level - 1) * 1.143}rem` }}
    >
      {line.hasChildren ? (
        <span
          className={line.isExpanded ? 'tree-twisty tree-twisty-open' : 'tree-twisty'}
          data-twisty
          aria-hidden
          onClick={() => onToggle(line.id)}
        >
          <ChevronRight size="1em" />
        </span>
      ) : (
        <span className="tree-twisty" aria-hidden />
      )}
      <Icon size="1.15em" aria-hidden className={`group-icon group-icon-${group.kind}`} />
      {isRenamed ? (
        <NameField
          label={text('tree.rename', { name: group.name })}
          initial={group.name}
          onDone={(name) => onRename(line.id, name)}
        />
      ) : (
        <>
          <span className="tree-name">{group.name}</span>
          <span className="visually-hidden">{text(`kind.${group.kind}`)}</span>
          {group.code === '' ? null : <span className="tree-code">{group.code}</span>}
          <LineBadges group={group} isPending={isPending} />
        </>
      )}
    </div>
  );
}

export const TreeLine = memo(Line);
