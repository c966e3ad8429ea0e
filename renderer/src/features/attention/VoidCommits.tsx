import { useMemo, type ReactNode } from 'react';
import { isActAsDeclared } from '#core/intents/parse';
import { isRefused, useAnswer, useAttention, useRows } from '../../state/model-hooks';
import { actSentence } from '../../text/acts/act-sentence';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Refusals } from '../../parts/explain';

const mostShown = 20;

/** Acts in the shared history that count for nobody: who, what, and why. Nothing where there are none, or the reader may not know. */
export function VoidCommits(): ReactNode {
  const answer = useAnswer('voided', {});
  const { items } = useAttention();
  const names = useNames();
  const rows = useRows();
  const writer = useText();
  const { text, moment } = writer;
  // One's own are explained above already.
  const own = useMemo(() => new Set(items.map(({ id }) => id)), [items]);
  const others = isRefused(answer) ? [] : answer.filter(({ id }) => !own.has(id));
  const whoDid = (id: string): string =>
    rows.row('users', id) === undefined ? text('attention.voidStranger', { id }) : names.user(id);
  if (others.length === 0) return null;
  return (
    <section className="attention-void" aria-label={text('attention.void')}>
      <h3>{text('attention.void')}</h3>
      <p className="quiet">{text('attention.voidText')}</p>
      <ul>
        {others.slice(0, mostShown).map((commit) => (
          <li key={commit.seq}>
            <strong>
              {isActAsDeclared(commit) ? actSentence(commit, writer, names) : text('act.other', { do: commit.do })}
            </strong>
            <span className="quiet">
              {text('attention.by', { who: whoDid(commit.by), when: moment(commit.at) })} ·{' '}
              {text('attention.voidPlace', { seq: commit.seq })}
            </span>
            <Refusals refusals={commit.refusals} />
          </li>
        ))}
      </ul>
      {others.length > mostShown ? (
        <p className="quiet">{text('sync.more', { count: others.length - mostShown })}</p>
      ) : null}
    </section>
  );
}
