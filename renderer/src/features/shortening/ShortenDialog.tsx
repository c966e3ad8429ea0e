import { useState, type ReactNode } from 'react';
import { addDays, type Day } from '#core/kernel/day';
import type { Presence } from '#core/ledger/presence';
import type { ShorteningPlan } from '#core/ledger/shorter-history';
import { actorOf } from '#core/rules/actor';
import { may } from '#core/rules/permission';
import { Refusals } from '../../parts/explain';
import { isRefused, useAnswer, useFromRows, usePending } from '../../state/model-hooks';
import { useAccount } from '../../state/session-context';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { DayField } from '../../ui/DayField';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { ProgressBar } from '../../ui/ProgressBar';
import { PropertyList } from '../../ui/PropertyList';
import { computerWords, peopleWords, sizeWords } from './shortening-words';
import { useOutlook, type FoundOutlook } from './use-outlook';
import { shorteningProblem, useShortening } from './use-shortening';
import './shortening.css';

/** More names than these would only push the rest out of sight. */
const mostNamed = 12;
const aYear = 365;

export interface ShortenDialogProps {
  /** Where the account is shared, for people to read; `null` while it is not. */
  readonly place: string | null;
  readonly onClose: () => void;
}

/** Shows what would go, for whom that matters and that it is for good; then puts down the account, says it and removes it. */
export function ShortenDialog({ place, onClose }: ShortenDialogProps): ReactNode {
  const { text, day } = useText();
  const { session, shortening } = useAccount();
  const [before, setBefore] = useState<Day | null>(addDays(session.today(), -aYear));
  const [looks, setLooks] = useState(0);
  const { step, shorten, finish, giveUp } = useShortening(() => setLooks((count) => count + 1));
  const answer = useAnswer('shorterHistory', { seq: 0 });
  const isAllowed = !isRefused(answer);
  const waits = usePending().some((id) => session.record(id)?.do === 'history.shorten');
  const found = useOutlook(isAllowed && !waits && step.at === 'asking' ? before : null, looks);
  const outlook = found?.ok === true ? found.value : null;
  const plan = outlook?.kind === 'plan' ? outlook.plan : null;
  const where = place ?? text('sync.somewhere');
  const dialog = { help: 'undo', title: text('shorten.title'), isOpen: true } as const;

  if (step.at === 'working')
    return (
      <Dialog
        {...dialog}
        onClose={giveUp}
        size="small"
        actions={
          <Button autoFocus onPress={giveUp}>
            {text('ui.cancel')}
          </Button>
        }
      >
        <ProgressBar label={text('shorten.working')} value={step.share} />
        <p className="quiet">{text('shorten.cancelHelp')}</p>
      </Dialog>
    );
  if (step.at === 'removing')
    return (
      <Dialog {...dialog} onClose={onClose} size="small">
        <ProgressBar label={text('shorten.removing')} value={null} />
        <p className="quiet" role="status">
          {text('shorten.removingHelp')}
        </p>
      </Dialog>
    );
  if (step.at === 'done')
    return (
      <Dialog
        {...dialog}
        onClose={onClose}
        size="small"
        actions={
          <Button autoFocus tone="primary" onPress={onClose}>
            {text('ui.close')}
          </Button>
        }
      >
        <Notice tone="success" title={text('shorten.done')} isLive>
          {step.plan === null
            ? text('shorten.done.begun', { seq: step.to?.seq ?? 0, place: where })
            : text('shorten.done.acts', { count: step.plan.acts, day: day(step.plan.day), place: where })}
        </Notice>
        <p className="quiet">{text('shorten.done.here')}</p>
      </Dialog>
    );
  const isBegun = outlook?.kind === 'begun';
  return (
    <Dialog
      {...dialog}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          {isBegun ? (
            <Button tone="primary" onPress={() => void finish()}>
              {text('shorten.finish')}
            </Button>
          ) : (
            <Button tone="danger" isDisabled={plan === null} onPress={() => plan !== null && void shorten(plan)}>
              {plan === null ? text('shorten.act') : text('shorten.actCount', { count: plan.acts })}
            </Button>
          )}
        </>
      }
    >
      <div className="shorten">
        <p>{text('shorten.lead')}</p>
        {step.problem === null ? null : <Problem problem={step.problem} />}
        <Refusals refusals={step.refusals} isLive />
        {isRefused(answer) ? (
          <Notice tone="refusal" title={text('shorten.notYou')}>
            <WhoMay />
          </Notice>
        ) : shortening === undefined ? (
          <Notice tone="info">{text('shorten.local')}</Notice>
        ) : waits ? (
          <Waiting />
        ) : (
          <>
            {isBegun || outlook?.kind === 'carried' || outlook?.kind === 'unchecked' ? null : (
              <DayField
                label={text('shorten.before')}
                value={before}
                onChange={setBefore}
                canClear={false}
                latest={addDays(session.today(), 1)}
              />
            )}
            <Found found={found} before={before} />
          </>
        )}
      </div>
    </Dialog>
  );
}

/** Names whoever may shorten the history, as its intent asks (`history.shorten`). */
function WhoMay(): ReactNode {
  const writer = useText();
  const who = useFromRows((rows) =>
    [...rows.rows('users')].filter(({ id }) => may(rows, actorOf(rows, id), 'roles', null)).map(({ name }) => name),
  );
  return writer.text('shorten.whoMay', { names: peopleWords(who, mostNamed, writer) });
}

function Problem({ problem }: { readonly problem: ReturnType<typeof shorteningProblem> }): ReactNode {
  const { text } = useText();
  return (
    <Notice tone="refusal" title={text('shorten.notDone')} isLive>
      {text(`shorten.problem.${problem}`)}
    </Notice>
  );
}

/** Says that the act is done and has not been sent yet: nothing is removed before others know why. */
function Waiting(): ReactNode {
  const { text } = useText();
  const { synchroniser } = useAccount();
  return (
    <Notice
      tone="warning"
      title={text('shorten.waits')}
      actions={
        <Button size="small" onPress={() => void synchroniser.synchronise()}>
          {text('sync.now')}
        </Button>
      }
    >
      {text('shorten.waitsHelp')}
    </Notice>
  );
}

/** What was found: what would go, or why nothing can. */
function Found({ found, before }: { readonly found: FoundOutlook | null; readonly before: Day | null }): ReactNode {
  const { text, day } = useText();
  if (before === null) return null;
  if (found === null) return <ProgressBar label={text('shorten.looking')} value={null} />;
  if (!found.ok) return <Problem problem={shorteningProblem(found.failure)} />;
  const outlook = found.value;
  switch (outlook.kind) {
    case 'plan':
      return <Plan plan={outlook.plan} now={outlook.now} then={outlook.then} />;
    case 'begun':
      return (
        <Notice tone="warning" title={text('shorten.begun')}>
          {text('shorten.begunHelp', { seq: outlook.to.seq })}
        </Notice>
      );
    case 'nothing': {
      const { first, unseenBy } = outlook;
      return (
        <Notice tone="info" title={text('shorten.nothing')} isLive>
          {unseenBy.length > 0 ? (
            <Computers words={text('shorten.nothing.unseen')} computers={unseenBy} />
          ) : first === null || first >= before ? (
            text('shorten.nothing.newer', { hasFirst: first !== null, first: first === null ? '' : day(first) })
          ) : (
            text('shorten.nothing.takenBack')
          )}
        </Notice>
      );
    }
    default:
      return (
        <Notice tone="info" title={text('shorten.nothing')} isLive>
          {text(`shorten.${outlook.kind}`)}
        </Notice>
      );
  }
}

/** Says something of computers, and which they are. */
function Computers({
  words,
  computers,
}: {
  readonly words: string;
  readonly computers: readonly Presence[];
}): ReactNode {
  const writer = useText();
  const names = useNames();
  return (
    <>
      <p>{words}</p>
      <ul className="shorten-computers">
        {computers.map((one) => (
          <li key={one.computer}>{computerWords(one, writer, names)}</li>
        ))}
      </ul>
    </>
  );
}

interface PlanProps {
  readonly plan: ShorteningPlan;
  /** Bytes of the history where it is shared, now and afterwards. */
  readonly now: number;
  readonly then: number;
}

/** What would go, who has not seen it yet, and that it is for good. */
function Plan({ plan, now, then }: PlanProps): ReactNode {
  const writer = useText();
  const { text, day } = writer;
  const { acts, behind, unseenBy } = plan;
  const answer = useAnswer('shorterHistory', { seq: plan.to.seq });
  const people = isRefused(answer) ? [] : answer.people;
  return (
    <>
      <PropertyList
        properties={[
          { id: 'acts', name: text('shorten.goes'), value: text('shorten.acts', { count: acts, day: day(plan.day) }) },
          {
            id: 'size',
            name: text('shorten.size'),
            value: text('shorten.sizes', { now: sizeWords(now, writer), then: sizeWords(then, writer) }),
          },
          {
            id: 'people',
            name: text('shorten.people'),
            value: people.length === 0 ? text('shorten.nobody') : peopleWords(people, mostNamed, writer),
          },
        ]}
      />
      {unseenBy.length === 0 ? null : (
        <Notice tone="info">
          <Computers words={text('shorten.unseen')} computers={unseenBy} />
        </Notice>
      )}
      {behind.length === 0 ? null : (
        <Notice tone="warning" title={text('shorten.behind', { count: behind.length })}>
          <Computers words={text('shorten.behindHelp', { count: behind.length })} computers={behind} />
        </Notice>
      )}
      <Notice tone="warning" title={text('shorten.forGood')}>
        {text('shorten.forGoodHelp')}
      </Notice>
    </>
  );
}
