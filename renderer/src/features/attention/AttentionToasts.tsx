import { useEffect, useEffectEvent, useRef } from 'react';
import { useAttention } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useDay } from '../../state/view-hooks';
import { actSentence } from '../../text/acts/act-sentence';
import { namesThen } from '../../text/acts/names-then';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { useToasts } from '../../ui/Toast';
import { meanwhileOf } from './meanwhile';

/** Says in passing when something of mine could not be kept: what, and what somebody did meanwhile. */
export function AttentionToasts({ onShow }: { readonly onShow: () => void }): null {
  const { items } = useAttention();
  const session = useSession();
  const { day } = useDay();
  const names = useNames();
  const toasts = useToasts();
  const writer = useText();
  // What waited before the window opened is in the list, and no news.
  const known = useRef<ReadonlySet<string> | null>(null);

  const tell = useEffectEvent((): void => {
    const before = known.current;
    known.current = new Set(items.map(({ id }) => id));
    const [newest, ...more] = before === null ? [] : items.filter(({ id }) => !before.has(id)).reverse();
    if (newest === undefined) return;
    const { text } = writer;
    const isKept = newest.changed !== undefined;
    // Read here and not while drawing: what every act changes would draw this anew with each.
    const reading = session.reading();
    const [act] = meanwhileOf(reading, newest, day).acts;
    const what = actSentence(newest, writer, names);
    toasts.show({
      tone: 'warning',
      title: text(isKept ? 'attention.toastChanged' : 'attention.toast', { what, more: more.length }),
      details:
        act === undefined
          ? undefined
          : text('attention.toastMeanwhile', {
              who: names.user(act.by),
              what: actSentence(act, writer, namesThen(reading.rows, act.changes, writer)),
            }),
      action: { name: text('attention.toastShow'), run: onShow },
    });
  });
  useEffect(() => tell(), [items]);
  return null;
}
