import { Fragment, type ReactNode } from 'react';
import type { RenewalAnswer, RenewalLine } from '#core/queries/renewal';
import { useText, type TextWriter } from '../../text/text';
import { priceWords } from '../../text/money';
import { useNames } from '../../text/use-names';
import { FigureTable } from '../../ui/FigureTable';
import { Notice } from '../../ui/Notice';

/** More would be a table that nobody reads to its end. */
const mostShown = 40;

function daysOf({ validFrom, validUntil }: RenewalLine, { text, day }: TextWriter): string {
  return validUntil === null
    ? text('blocks.from', { from: day(validFrom) })
    : text('blocks.fromUntil', { from: day(validFrom), until: day(validUntil) });
}

/** Shows what would follow what: where, how much, from when to when, and at what cost. */
export function RenewalTable({ answer }: { readonly answer: RenewalAnswer }): ReactNode {
  const writer = useText();
  const { text, number, money, list } = writer;
  const names = useNames();
  const { lines, currency, total } = answer;
  if (lines.length === 0) return null;
  const hasPrices = lines.some(({ amount }) => amount !== null);
  const unpriced = [...new Set(lines.filter(({ price }) => price === null).map(({ typeId }) => names.type(typeId)))];
  const shown = lines.slice(0, mostShown);
  return (
    <>
      <FigureTable>
        <thead>
          <tr>
            <th scope="col">{text('renew.what')}</th>
            <th scope="col" className="figure-text">
              {text('blocks.window')}
            </th>
            <th scope="col">{text('blocks.quantity')}</th>
            {hasPrices ? <th scope="col">{text('renew.cost')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.blockId}>
              <th scope="row" className={line.isBelow ? 'renew-below' : undefined}>
                {names.type(line.typeId)}
                <span className="figure-words">{names.group(line.groupId)}</span>
              </th>
              <td className="figure-text">{daysOf(line, writer)}</td>
              <td>{number(line.quantity)}</td>
              {hasPrices ? (
                <td>
                  {line.amount === null ? text('renew.unpriced') : money(line.amount, currency)}
                  {line.price === null ? null : (
                    <span className="figure-words">{priceWords(line.price, currency, writer)}</span>
                  )}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </FigureTable>
      {lines.length > mostShown ? (
        <p className="quiet">{text('renew.more', { count: lines.length - mostShown })}</p>
      ) : null}
      {hasPrices ? (
        <p className="renew-total">
          <strong>{text('renew.total', { amount: money(total, currency) })}</strong>{' '}
          <span className="quiet">
            {[
              ...(lines.some(({ isBelow, amount }) => isBelow && amount !== null) ? [text('renew.totalBelow')] : []),
              ...(lines.some(({ validUntil, price }) => validUntil === null && price !== null && price.per !== 'once')
                ? [text('renew.firstYear')]
                : []),
              ...(unpriced.length > 0
                ? [text('cost.unpriced', { types: list(unpriced), count: unpriced.length })]
                : []),
            ].map((sentence) => (
              <Fragment key={sentence}>{sentence} </Fragment>
            ))}
          </span>
        </p>
      ) : (
        <p className="quiet">{text('renew.noPrices')}</p>
      )}
    </>
  );
}

/** Blocks that were asked about and stay as they are, with why. */
export function LeftOut({ answer: { leftOut } }: { readonly answer: RenewalAnswer }): ReactNode {
  const { text } = useText();
  const names = useNames();
  if (leftOut.length === 0) return null;
  return (
    <Notice tone="info" title={text('renew.leftOut', { count: leftOut.length })}>
      <ul className="effect-lines">
        {leftOut.slice(0, mostShown).map(({ blockId, why }) => (
          <li key={blockId}>{text(`renew.why.${why}`, { name: names.thing(blockId) })}</li>
        ))}
      </ul>
    </Notice>
  );
}
