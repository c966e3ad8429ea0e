import type { ReactNode } from 'react';
import type { ComputerAnswer } from '#core/queries/computers';
import { useActing } from '../../parts/acting';
import { Refusals } from '../../parts/explain';
import { usePreview } from '../../state/model-hooks';
import { useSynchronise } from '../../state/sync-hooks';
import { useText } from '../../text/text';
import { EffectDialog } from '../../ui/Dialog';

/** Shutting a computer out, with what it means for whoever sits there. */
export function ShutOutDialog({
  computer,
  isOwn,
  onClose,
}: {
  readonly computer: ComputerAnswer;
  readonly isOwn: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const act = useActing();
  const synchronise = useSynchronise();
  const call = { do: 'key.revoke', args: { key: computer.id } } as const;
  const preview = usePreview(call);
  return (
    <EffectDialog
      help="protect"
      title={text('trust.shutOut.title', { computer: computer.name })}
      isOpen
      onClose={onClose}
      actName={text('trust.shutOut.do')}
      isDisabled={preview?.ok === false}
      onAct={() => {
        onClose();
        void act(call, { say: false }).then((done) => (done.ok ? synchronise() : undefined));
      }}
    >
      <p>{text('trust.shutOut.text')}</p>
      {isOwn ? <p>{text('trust.shutOut.self')}</p> : null}
      {preview?.ok === false ? <Refusals refusals={preview.refusals} /> : null}
    </EffectDialog>
  );
}
