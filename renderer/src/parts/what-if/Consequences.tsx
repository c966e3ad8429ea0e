import { useMemo, type ReactNode } from 'react';
import { isRefused, useReading, useRows } from '../../state/model-hooks';
import { useDay } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { sentencesFor, type SingleCall } from '../acting';
import { daysToLookAt } from './changes';
import { loses, newConsequences } from './consequence-lists';

/** Everybody is worked out twice for each day: beyond these it would take too long to wait for. */
const mostPeople = 20_000;
const mostDays = 8;
/** Sentences; people in the same case share one. */
const mostShown = 30;

function PeopleByDay({ calls }: { readonly calls: readonly SingleCall[] }): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const { rows, ask } = useReading();
  const { today } = useDay();
  const days = useMemo(() => {
    const asked = daysToLookAt(calls, rows, today).slice(0, mostDays);
    return newConsequences(
      asked.map((day) => {
        const answer = ask('whatIf', { do: [...calls], on: day }, today);
        return { day, people: isRefused(answer) || !answer.outcome.ok ? [] : answer.people };
      }),
    );
  }, [calls, rows, ask, today]);
  if (days.length === 0) return <p>{text('whatIfView.nobody')}</p>;
  return days.map(({ day, people }) => {
    const losing = people.filter(loses);
    const others = people.filter((person) => !loses(person));
    return (
      <section key={day} className="what-if-day">
        <h4>
          {day === today ? text('whatIfView.today') : text('whatIfView.from', { day: writer.day(day) })}
          <span className="quiet"> {text('whatIfView.counts', { lose: losing.length, gain: others.length })}</span>
        </h4>
        <ul>
          {sentencesFor(losing, writer, names)
            .slice(0, mostShown)
            .map((sentence) => (
              <li key={sentence} className="what-if-loses">
                {sentence}
              </li>
            ))}
          {sentencesFor(others, writer, names)
            .slice(0, mostShown)
            .map((sentence) => (
              <li key={sentence} className="what-if-gains">
                {sentence}
              </li>
            ))}
        </ul>
      </section>
    );
  });
}

/** Shows who would have more or less, by the day on which it begins. */
export function Consequences({ calls }: { readonly calls: readonly SingleCall[] }): ReactNode {
  const { text } = useText();
  const rows = useRows();
  const isTooLarge = rows.count(rows.root.id).users > mostPeople;
  return (
    <section className="what-if-who" aria-label={text('whatIfView.who')} aria-live="polite">
      <h3>{text('whatIfView.who')}</h3>
      {isTooLarge ? <p className="quiet">{text('whatIfView.tooLarge')}</p> : <PeopleByDay calls={calls} />}
    </section>
  );
}
