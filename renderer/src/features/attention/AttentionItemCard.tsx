import { useMemo, useState, type ReactNode } from 'react';
import type { AttentionItem } from '#core/ledger/replica';
import { useAttention, useReading } from '../../state/model-hooks';
import { useDay } from '../../state/view-hooks';
import { actSentence } from '../../text/acts/act-sentence';
import { namesThen } from '../../text/acts/names-then';
import { fieldName } from '../../text/refusals/field-words';
import { Refusals } from '../../parts/explain';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { useToasts } from '../../ui/Toast';
import { ChangeArguments, changeableFields } from './ChangeArguments';
import { meanwhileOf } from './meanwhile';

/** What others did to the same things, as far as the history tells. */
function Meanwhile({ item }: { readonly item: AttentionItem }): ReactNode {
  const reading = useReading();
  const { day } = useDay();
  const names = useNames();
  const writer = useText();
  const { text, moment } = writer;
  const { acts, isAbout } = useMemo(() => meanwhileOf(reading, item, day), [reading, item, day]);
  if (acts.length === 0) return <p>{text('attention.nothingMeanwhile')}</p>;
  return (
    <>
      {isAbout ? null : <p className="quiet">{text('attention.lastByOthers')}</p>}
      <ul>
        {acts.map((act) => (
          <li key={act.id}>
            {actSentence(act, writer, namesThen(reading.rows, act.changes, writer))}{' '}
            <span className="quiet">{text('attention.shared', { who: names.user(act.by), when: moment(act.at) })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** One act that could not be kept as it was meant: what, why, and what can be done. */
export function AttentionItemCard({ item }: { readonly item: AttentionItem }): ReactNode {
  const { drop, retry } = useAttention();
  const names = useNames();
  const toasts = useToasts();
  const writer = useText();
  const { text, moment } = writer;
  const [isChanging, setChanging] = useState(false);
  const [refusals, setRefusals] = useState(item.refusals ?? []);
  const what = actSentence(item, writer, names);

  async function tryAgain(args?: unknown): Promise<void> {
    const outcome = await retry(item.id, args);
    if (outcome.ok) toasts.show({ tone: 'success', title: text('attention.done', { what }) });
    else if (outcome.kind === 'refused') {
      setRefusals(outcome.refusals);
      toasts.show({ tone: 'refusal', title: text('attention.stillRefused') });
    }
  }

  return (
    <article className="attention-item" aria-label={what}>
      <section>
        <h3>{text('attention.wanted')}</h3>
        <p className="attention-what">{what}</p>
        <p className="quiet">{text('attention.by', { who: names.user(item.by), when: moment(item.at) })}</p>
      </section>
      {item.changed === undefined ? null : (
        <section>
          <h3>{text('attention.changedTitle')}</h3>
          {item.changed.map(({ field, from, to }) => (
            <Notice key={`${field} ${from}`} tone="info">
              {text('attention.changed', { field: fieldName(field, writer), from, to })}
            </Notice>
          ))}
        </section>
      )}
      <section>
        <h3>{text('attention.meanwhile')}</h3>
        <Meanwhile item={item} />
      </section>
      {refusals.length === 0 ? null : (
        <section>
          <h3>{text('attention.why')}</h3>
          <Refusals refusals={refusals} />
        </section>
      )}
      {isChanging ? (
        <ChangeArguments item={item} onCancel={() => setChanging(false)} onTry={(args) => void tryAgain(args)} />
      ) : null}
      <footer>
        {refusals.length > 0 ? (
          <Button tone="primary" size="small" onPress={() => void tryAgain()}>
            {text('attention.retry')}
          </Button>
        ) : null}
        {refusals.length > 0 && !isChanging && changeableFields(item).length > 0 ? (
          <Button size="small" onPress={() => setChanging(true)}>
            {text('attention.change')}
          </Button>
        ) : null}
        <Button tone="quiet" size="small" onPress={() => void drop(item.id)}>
          {text(refusals.length > 0 ? 'attention.drop' : 'attention.understood')}
        </Button>
      </footer>
    </article>
  );
}
