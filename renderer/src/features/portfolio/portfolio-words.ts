import { resourceNames } from '#core/model/vocabulary';
import type { PortfolioRow } from '#core/queries/portfolio';
import type { Names } from '../../text/names';
import type { TextWriter } from '../../text/text';
import type { ComplexRow } from './portfolio-rows';

/** Says what is open in a place, a phrase each. */
export function openWords({ status, invited, unlicensed }: PortfolioRow, { text }: TextWriter): readonly string[] {
  return [
    ...(status === 'draft' ? [text('portfolio.openDraft')] : []),
    ...(invited > 0 ? [text('portfolio.openInvited', { count: invited })] : []),
    ...(unlicensed > 0 ? [text('portfolio.openUnlicensed', { count: unlicensed })] : []),
  ];
}

/** Says what a place is short of. */
export function shortWords({ pool }: ComplexRow, { text, number }: TextWriter, names: Names): readonly string[] {
  const units = pool.total.short > 0 ? [text('portfolio.shortMark', { count: number(pool.total.short) })] : [];
  const resources = resourceNames.flatMap((resource) => {
    const amount = pool.short[resource];
    return amount === undefined
      ? []
      : [text('portfolio.resourceShort', { amount: number(amount), resource: names.resource(resource) })];
  });
  return [...units, ...resources];
}

/** Says what ends next in a place; `null` where nothing ends. */
export function endWords(
  { pool: { nextEnd } }: ComplexRow,
  { text, number, day }: TextWriter,
  names: Names,
): string | null {
  return nextEnd === null
    ? null
    : text('portfolio.endsWords', {
        quantity: number(nextEnd.quantity),
        type: names.type(nextEnd.typeId),
        day: day(nextEnd.day),
      });
}
