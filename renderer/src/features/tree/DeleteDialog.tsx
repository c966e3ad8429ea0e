import type { ReactNode } from 'react';
import type { ActCall } from '../../data/session';
import { usePreview, useRows } from '../../state/model-hooks';
import { Refusals, Warnings } from '../../parts/explain';
import { useText } from '../../text/text';
import { EffectDialog } from '../../ui/Dialog';
import { EffectLines, effectOf, goneSentence, useActing } from '../../parts/acting';

function deleteCall(ids: readonly string[]): ActCall {
  const calls = ids.map((groupId) => ({ do: 'group.delete' as const, args: { groupId } }));
  const [only] = calls;
  return only !== undefined && calls.length === 1 ? only : { do: 'batch', args: { do: calls } };
}

export interface DeleteDialogProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Says what goes and what comes back before anything is deleted; Cancel has the focus. */
export function DeleteDialog({ ids, onClose, onDeleted }: DeleteDialogProps): ReactNode {
  const rows = useRows();
  const writer = useText();
  const { text } = writer;
  const act = useActing();
  const call = deleteCall(ids);
  const preview = usePreview(call);
  const effect = preview?.ok === true ? effectOf(preview.changes, rows) : null;
  const [first] = ids;
  const name = first === undefined ? '' : (rows.row('groups', first)?.name ?? '');

  async function remove(): Promise<void> {
    onClose();
    const outcome = await act(call, { say: true });
    if (outcome.ok) onDeleted();
  }

  return (
    <EffectDialog
      help="groups"
      title={text('delete.title', { count: ids.length, name })}
      isOpen
      onClose={onClose}
      actName={text('delete.do')}
      onAct={() => void remove()}
      isDisabled={preview?.ok !== true}
    >
      {preview !== null && !preview.ok ? <Refusals refusals={preview.refusals} /> : null}
      {effect === null ? null : (
        <>
          <p>
            {text('delete.gone')} <strong>{goneSentence(effect, writer)}</strong>
          </p>
          <EffectLines effect={effect} saysNothing />
          <p className="quiet">{text('delete.undoable')}</p>
        </>
      )}
      {preview?.ok === true ? <Warnings warnings={preview.warnings} /> : null}
    </EffectDialog>
  );
}
