import { ChevronRight, CloudUpload, Lock, ShieldCheck, Wallet } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useFromRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { Badge } from '../../ui/Badge';
import { groupIcons } from '../../parts/groups';
import { NameField } from './NameField';

export type DropPosition = 'before' | 'into' | 'after';

export interface TreeLineProps {
  readonly id: string;
  readonly hasChildren: boolean;
  readonly isExpanded: boolean;
  readonly isPending: boolean;
  readonly isRenamed: boolean;
  readonly onToggle: (id: string) => void;
  readonly onRename: (id: string, name: string | null) => void;
}

/** What a line of the tree holds. Where it stands and whether it is selected is up to the tree, so that moving it draws nothing here. */
function Line({ id, hasChildren, isExpanded, isPending, isRenamed, onToggle, onRename }: TreeLineProps): ReactNode {
  const { text } = useText();
  const group = useFromRows((rows) => {
    const row = rows.row('groups', id);
    if (row === undefined) return null;
    const { name, code, kind, status, restriction, parentId, protected: isProtected } = row;
    return {
      name,
      code,
      kind,
      isLocked: status === 'locked',
      isPool: restriction === 'own' && parentId !== null,
      isProtected,
    };
  });
  if (group === null) return null;
  const Icon = groupIcons[group.kind];
  return (
    <>
      {hasChildren ? (
        <span
          className={isExpanded ? 'tree-twisty tree-twisty-open' : 'tree-twisty'}
          data-twisty
          aria-hidden
          onClick={() => onToggle(id)}
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
          onDone={(name) => onRename(id, name)}
        />
      ) : (
        <>
          <span className="tree-name">{group.name}</span>
          <span className="visually-hidden">{text(`kind.${group.kind}`)}</span>
          {group.code === '' ? null : <span className="tree-code">{group.code}</span>}
          <span className="tree-badges">
            {group.isPool ? <Badge tone="accent" icon={Wallet} label={text('tree.own')} /> : null}
            {group.isLocked ? <Badge icon={Lock} label={text('tree.locked')} /> : null}
            {group.isProtected ? <Badge icon={ShieldCheck} label={text('tree.protected')} /> : null}
            {isPending ? <Badge tone="info" icon={CloudUpload} label={text('tree.pending')} /> : null}
          </span>
        </>
      )}
    </>
  );
}

export const TreeLine = memo(Line);
