import type { ReactNode } from 'react';
import type { HandoverOpen } from '#core/handover/handover';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Notice } from '../../ui/Notice';

/** Items shown before the rest is only counted: the papers have all of them. */
const mostShown = 8;
/** Names shown of one item. */
const mostNames = 5;

/** Shows what is not done yet, so that nobody hands over by mistake. */
export function OpenItems({ open }: { readonly open: readonly HandoverOpen[] }): ReactNode {
  const { text, day, number } = useText();
  const names = useNames();
  if (open.length === 0) return <Notice tone="success" title={text('handover.nothingOpen')} />;
  function line({ kind, names: whose, place, license, quantity, day: until }: HandoverOpen): string {
    const rest = whose.length - mostNames;
    return [
      text(`handover.open.${kind}`),
      [
        ...whose.slice(0, mostNames),
        ...(rest > 0 ? [text('handover.more', { count: rest })] : []),
        ...(license === null ? [] : [`${quantity === null ? '' : `${number(quantity)} × `}${names.type(license)}`]),
        ...(until === null ? [] : [day(until)]),
        ...(whose.includes(place) ? [] : [place]),
      ].join(', '),
    ].join(': ');
  }
  return (
    <Notice tone="warning" title={text('handover.stillOpen', { count: open.length })}>
      <ul className="handover-open">
        {open.slice(0, mostShown).map((item, index) => (
          <li key={index}>{line(item)}</li>
        ))}
      </ul>
      {open.length > mostShown ? <p>{text('handover.openRest', { count: open.length - mostShown })}</p> : null}
    </Notice>
  );
}
