import { useState, type ReactNode } from 'react';
import type { ComputerAnswer } from '#core/queries/computers';
import { useActing } from '../../parts/acting';
import { Refusals } from '../../parts/explain';
import { isRefused, useAnswer, usePreview } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useSynchronise } from '../../state/sync-hooks';
import { useText } from '../../text/text';
import { DayField } from '../../ui/DayField';
import { EffectDialog } from '../../ui/Dialog';
import { Switch } from '../../ui/Switch';

export interface ShutOutDialogProps {
  readonly computer: ComputerAnswer;
  readonly isOwn: boolean;
  readonly onClose: () => void;
  /** It was shut out, and somebody wants to look through what it did. */
  readonly onReview: () => void;
}

/** Shutting a computer out, with what it means for whoever sits there, and since when what it did is to be looked through. */
export function ShutOutDialog({ computer, isOwn, onClose, onReview }: ShutOutDialogProps): ReactNode {
  const { text } = useText();
  const act = useActing();
  const session = useSession();
  const synchronise = useSynchronise();
  const [wantsReview, setWantsReview] = useState(false);
  const [day, setDay] = useState(session.today());
  const review = useAnswer('review', { key: computer.id, since: day });
  const found = isRefused(review) ? null : review;
  const since = wantsReview && found !== null ? { since: found.since } : {};
  const call = { do: 'key.revoke', args: { key: computer.id, ...since } } as const;
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
        void act(call, { say: false }).then((done) => {
          if (!done.ok) return undefined;
          if (wantsReview) onReview();
          return synchronise();
        });
      }}
    >
      <p>{text('trust.shutOut.text')}</p>
      {isOwn ? <p>{text('trust.shutOut.self')}</p> : null}
      <Switch label={text('trust.review.want')} isSelected={wantsReview} onChange={setWantsReview} />
      {wantsReview ? (
        <>
          <DayField
            label={text('trust.review.since')}
            value={day}
            onChange={(chosen) => {
              if (chosen !== null) setDay(chosen);
            }}
          />
          {found === null ? null : <p role="status">{text('trust.review.count', { count: found.acts.length })}</p>}
        </>
      ) : null}
      {preview?.ok === false ? <Refusals refusals={preview.refusals} /> : null}
    </EffectDialog>
  );
}
