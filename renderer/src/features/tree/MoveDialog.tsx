import type { ReactNode } from 'react';
import { useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { TargetDialog } from '../../parts/moving';
import { moveCall } from './use-tree-drag';

export interface MoveDialogProps {
  readonly ids: readonly string[];
  /** Where it would go, when that was chosen before by dragging. */
  readonly initialParentId?: string | undefined;
  readonly onClose: () => void;
  readonly onMoved: () => void;
}

/** The same as dragging groups, by keyboard. */
export function MoveDialog({ ids, initialParentId, onClose, onMoved }: MoveDialogProps): ReactNode {
  const rows = useRows();
  const { text } = useText();
  const [first] = ids;
  const name = first === undefined ? '' : (rows.row('groups', first)?.name ?? '');
  return (
    <TargetDialog
      help="groups"
      title={text('move.title', { count: ids.length, name })}
      callFor={(parentId, licenses) => moveCall(ids, parentId, undefined, licenses)}
      movedGroups={ids}
      initialTarget={initialParentId}
      onClose={onClose}
      onMoved={onMoved}
    />
  );
}
