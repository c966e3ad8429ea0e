import { Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { ComputerAnswer } from '#core/queries/computers';
import type { ReviewedAct } from '#core/queries/review';
import type { Day } from '#core/kernel/day';
import type { Refusal } from '#core/rules/refusals';
import { isActAsDeclared } from '#core/intents/parse';
import { useActing } from '../../parts/acting';
import { Refusals } from '../../parts/explain';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { actSentence } from '../../text/acts/act-sentence';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { StatusPill } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { DayField } from '../../ui/DayField';
import { Dialog } from '../../ui/Dialog';
import './trust.css';

const mostShown = 200;

export interface ReviewDialogProps {
  readonly computer: ComputerAnswer;
  readonly onClose: () => void;
}

/** Lists what a computer did since a day that somebody names; each act is taken back by an undo of its own, or it is said why not. */
export function ReviewDialog({ computer, onClose }: ReviewDialogProps): ReactNode {
  const { text } = useText();
  const act = useActing();
  const [day, setDay] = useState<Day | null>(null);
  const [refused, setRefused] = useState<ReadonlyMap<string, readonly Refusal[]>>(new Map());
  const [isBusy, setBusy] = useState(false);
  const answer = useAnswer('review', { key: computer.id, ...(day === null ? {} : { since: day }) });
  const acts = isRefused(answer) ? [] : answer.acts;
  const left = acts.filter(({ isTakenBack, canBeTakenBack }) => canBeTakenBack && !isTakenBack);

  async function takeBack(chosen: readonly ReviewedAct[]): Promise<void> {
    setBusy(true);
    const reasons = new Map(refused);
    // The newest first: what came later stands on what came before.
    for (const { commit } of chosen) {
      const done = await act({ do: 'undo', args: { commit } }, { say: false });
      if (done.ok) reasons.delete(commit);
      else if (done.kind === 'refused') reasons.set(commit, done.refusals);
    }
    setRefused(reasons);
    setBusy(false);
  }

  return (
    <Dialog
      help="protect"
      title={text('trust.review.title', { computer: computer.name })}
      isOpen
      onClose={onClose}
      size="large"
      summary={text('trust.review.left', { count: left.length })}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.close')}</Button>
          <Button
            tone="primary"
            icon={Undo2}
            isDisabled={left.length === 0 || isBusy}
            onPress={() => void takeBack(left)}
          >
            {text('trust.review.all')}
          </Button>
        </>
      }
    >
      <div className="trust-page">
        <p>{text('trust.review.lead')}</p>
        <div className="review-since">
          <DayField
            label={text('trust.review.since')}
            value={day}
            onChange={setDay}
            hint={text('trust.review.sinceHint')}
          />
        </div>
        {isRefused(answer) ? <Refusals refusals={answer.refusals} /> : null}
        {acts.length === 0 && !isRefused(answer) ? <p className="quiet">{text('trust.review.none')}</p> : null}
        <ul className="review-acts" aria-label={text('trust.review.acts')}>
          {acts.slice(0, mostShown).map((one) => (
            <Reviewed
              key={one.commit}
              act={one}
              refusals={refused.get(one.commit) ?? []}
              isBusy={isBusy}
              onTakeBack={() => void takeBack([one])}
            />
          ))}
        </ul>
        {acts.length > mostShown ? (
          <p className="quiet">{text('sync.more', { count: acts.length - mostShown })}</p>
        ) : null}
      </div>
    </Dialog>
  );
}

interface ReviewedProps {
  readonly act: ReviewedAct;
  readonly refusals: readonly Refusal[];
  readonly isBusy: boolean;
  readonly onTakeBack: () => void;
}

function Reviewed({ act, refusals, isBusy, onTakeBack }: ReviewedProps): ReactNode {
  const writer = useText();
  const { text, moment } = writer;
  const names = useNames();
  const { isTakenBack, canBeTakenBack } = act;
  const sentence = isActAsDeclared(act) ? actSentence(act, writer, names) : text('act.other', { do: act.do });
  return (
    <li className="review-act">
      <div className="review-what">
        <strong>{sentence}</strong>
        <span className="quiet">{moment(act.at)}</span>
        {refusals.length === 0 ? null : <Refusals refusals={refusals} />}
      </div>
      {isTakenBack ? (
        <StatusPill tone="success">{text('trust.review.done')}</StatusPill>
      ) : canBeTakenBack ? (
        <Button
          size="small"
          icon={Undo2}
          isDisabled={isBusy}
          aria-label={text('trust.review.takeBackOf', { act: sentence })}
          onPress={onTakeBack}
        >
          {text('trust.review.takeBack')}
        </Button>
      ) : (
        <span className="quiet">{text('trust.review.keys')}</span>
      )}
    </li>
  );
}
