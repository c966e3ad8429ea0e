import type { ReactNode } from 'react';
import { useRows } from '../../state/model-hooks';
import { refusalSentence } from '../../text/refusals/refusal-sentence';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { writePath } from '#core/kernel/written-path';
import { effectOf, licenseSentences } from '../../parts/acting';
import type { TreeDrag } from './use-tree-drag';

/** Beside the pointer while dragging: where it would go, what becomes of licenses, or why not. */
export function DragHint({ drag }: { readonly drag: TreeDrag }): ReactNode {
  const rows = useRows();
  const writer = useText();
  const names = useNames();
  const { target, at, dragged } = drag;
  if (target === null || at === null) return null;
  const path = writePath([...rows.ancestry(target.parentId)].reverse().map((group) => group.name));
  const isReorder = dragged.every((id) => rows.row('groups', id)?.parentId === target.parentId);
  const { preview } = target;
  const sentences = preview.ok
    ? licenseSentences(effectOf(preview.changes, rows), writer, names)
    : preview.refusals.slice(0, 2).map((refusal) => refusalSentence(refusal, writer, names).message);
  return (
    <div
      className={preview.ok ? 'drag-hint' : 'drag-hint drag-hint-refused'}
      style={{ left: at.x + 16, top: at.y + 14 }}
      aria-hidden
    >
      <strong>{writer.text(isReorder ? 'drag.reorder' : 'drag.into', { path })}</strong>
      {dragged.length > 1 ? <span className="quiet">{writer.text('drag.many', { count: dragged.length })}</span> : null}
      {sentences.map((sentence) => (
        <span key={sentence}>{sentence}</span>
      ))}
    </div>
  );
}
