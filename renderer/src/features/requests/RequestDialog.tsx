import { requestKinds } from '#core/model/vocabulary';
import { useMemo, type ReactNode } from 'react';
import type { RequestRow } from '#core/model/rows';
import { isRefused, useAnswer, useCatalogue, useRows } from '../../state/model-hooks';
import { useKeptDraft } from '../../state/kept-draft';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { NumberField } from '../../ui/NumberField';
import { RadioGroup } from '../../ui/RadioGroup';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { ActDialog } from '../../parts/acting';
import { draftFor, openCall, requestedTypes, type RequestDraft } from './request-draft';

/** A request to the vendor, to be written and opened. Nothing changes before it is approved. */
export function RequestDialog({
  initial,
  onClose,
}: {
  readonly initial: RequestDraft;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  const model = useRows();
  const catalogue = useCatalogue();
  const blocks = useAnswer('blocks', { groupId: model.root.id });
  // One about a purchase is another one than one that was begun without.
  const typed = useKeptDraft<RequestDraft>(`request ${JSON.stringify(initial)}`, initial);
  const draft = typed.value;
  const { kind, blockId, typeId, quantity, note } = draft;
  const block = blockId === null ? undefined : model.row('blocks', blockId);
  const change = (part: Partial<RequestDraft>): void => typed.set({ ...draft, ...part });
  const purchases = useMemo(
    () =>
      isRefused(blocks)
        ? []
        : blocks
            .filter((one) => one.source === 'purchase')
            .map((one) => ({
              id: one.id,
              name: names.blockWithEnd(one.id),
              hint: one.note === '' ? undefined : one.note,
            })),
    [blocks, names],
  );

  function chooseKind(chosen: RequestRow['kind']): void {
    if (chosen === 'add') change({ kind: chosen, blockId: null });
    else if (block === undefined) change({ kind: chosen, typeId: null });
    else change({ ...draftFor(block, chosen), note });
  }
  function chooseBlock(id: string): void {
    const chosen = model.row('blocks', id);
    if (chosen !== undefined && kind !== 'add') change({ ...draftFor(chosen, kind), note });
  }

  return (
    <ActDialog
      help="account"
      title={text('request.title')}
      call={openCall(draft)}
      actName={text('request.open')}
      onClose={onClose}
      onDone={typed.forget}
      summary={text('request.summary')}
    >
      <RadioGroup<RequestRow['kind']>
        label={text('request.kind')}
        value={kind}
        onChange={chooseKind}
        choices={requestKinds.map((id) => ({
          id,
          name: text(`requestKind.${id}`),
          hint: text(`requestKind.${id}.hint`),
        }))}
      />
      {kind === 'add' ? null : (
        <Select label={text('request.purchase')} value={blockId} onChange={chooseBlock} choices={purchases} />
      )}
      {kind === 'reduce' ? null : (
        <Select
          key={blockId}
          label={text(kind === 'add' ? 'request.type' : 'request.newType')}
          value={typeId}
          onChange={(chosen) => change({ typeId: chosen })}
          choices={requestedTypes(catalogue, kind, block).map((id) => ({ id, name: names.type(id) }))}
        />
      )}
      <NumberField
        label={text(kind === 'add' ? 'request.quantity' : 'request.quantityAfter')}
        value={quantity}
        least={kind === 'add' ? 1 : 0}
        onChange={(amount) => change({ quantity: amount })}
        hint={block === undefined ? undefined : text('request.quantityNow', { quantity: block.quantity })}
      />
      <TextField
        label={text('request.note')}
        value={note}
        onChange={(typed) => change({ note: typed })}
        hint={text('request.noteHint')}
      />
    </ActDialog>
  );
}
