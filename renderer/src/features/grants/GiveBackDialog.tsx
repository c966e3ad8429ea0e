import { useState, type ReactNode } from 'react';
import type { GrantAnswer } from '#core/queries/grants';
import type { Refusal } from '#core/rules/refusals';
import { PreviewLines, useActing } from '../../parts/acting';
import { Refusals } from '../../parts/explain';
import { usePreview } from '../../state/model-hooks';
import { useSynchronise } from '../../state/sync-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { NumberField } from '../../ui/NumberField';
import { PassedOn } from './PassedOn';
import { typeOf } from './grant-words';
import './grants.css';

/** Gives licenses that another account had given back, as far as they are free. */
export function GiveBackDialog({
  grant,
  onClose,
}: {
  readonly grant: GrantAnswer;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  const act = useActing();
  const synchronise = useSynchronise();
  const [left] = useState(grant.quantity - grant.returned);
  const [quantity, setQuantity] = useState<number | null>(left);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [isDone, setDone] = useState(false);
  const name = grant.root === '' ? text('grants.unnamed') : grant.root;
  const call = quantity === null ? null : ({ do: 'grant.return', args: { id: grant.id, quantity } } as const);
  const preview = usePreview(isDone ? null : call);

  async function giveBack(): Promise<void> {
    if (call === null) return;
    const outcome = await act(call, { keepRefusals: true });
    if (!outcome.ok) return setRefusals(outcome.kind === 'refused' ? outcome.refusals : []);
    await synchronise();
    setDone(true);
  }

  const title = text('grants.giveBack.title', { name });
  if (isDone)
    return (
      <PassedOn title={title} asked={{ kind: 'return', id: grant.id }} name={name} onClose={onClose}>
        {text('grants.gaveBack.text', { name })}
      </PassedOn>
    );
  return (
    <Dialog
      help="between-accounts"
      title={title}
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button tone="primary" isDisabled={call === null || preview?.ok === false} onPress={() => void giveBack()}>
            {text('grants.giveBack.do')}
          </Button>
        </>
      }
    >
      <div className="grants-page">
        <p className="quiet">
          {text('grants.giveBack.lead', {
            left: text('grants.units', { quantity: left, type: names.type(typeOf(grant)) }),
          })}
        </p>
        <NumberField
          label={text('allocate.quantity')}
          value={quantity}
          least={1}
          most={left}
          onChange={setQuantity}
          autoFocus
        />
        {preview === null ? null : <PreviewLines preview={preview} call={call} />}
        {preview?.ok === true ? <p className="quiet">{text('grants.giveBack.stays')}</p> : null}
        <Refusals refusals={refusals} />
      </div>
    </Dialog>
  );
}
