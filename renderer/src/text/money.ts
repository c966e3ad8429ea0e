import type { Price } from '#core/model/rows';
import type { TextWriter } from './text';

/** Says what one unit costs, such as "5.00 € a month each". */
export function priceWords({ amount, per }: Price, currency: string | null, { text, money }: TextWriter): string {
  return text(`price.${per}`, { amount: money(amount, currency) });
}
