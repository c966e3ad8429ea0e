import { isDay } from '#core/kernel/day';
import type { Contract, Price } from '#core/model/rows';
import { isOwnTypeId } from '#core/model/vocabulary';
import type { Names } from '../names';
import type { TextWriter } from '../text';

/** Names a field of a row. */
export function fieldName(field: unknown, { text, has }: TextWriter): string {
  const key = `field.${String(field)}`;
  return has(key) ? text(key) : text('field.other');
}

/** A contract in short: its term and price, how purchases are reduced, and what is committed. */
function contractWords(contract: Contract, { text, day, list, number, money }: TextWriter, names: Names): string {
  const { reductionPolicy, startsOn, renewsOn, price, currency = null } = contract;
  const { commitmentUntil, floor, noticeDays, terminationFee } = contract;
  return list([
    ...(startsOn == null ? [] : [text('value.contract.starts', { day: day(startsOn) })]),
    ...(renewsOn == null ? [] : [text('value.contract.renews', { day: day(renewsOn) })]),
    ...(price === undefined ? [] : [text('value.price', { amount: money(price.amount, currency), per: price.per })]),
    text('value.contract.policy', { policy: reductionPolicy }),
    ...(commitmentUntil == null ? [] : [text('value.contract.until', { day: day(commitmentUntil) })]),
    ...Object.entries(floor ?? {}).map(([typeId, quantity]) =>
      text('value.contract.floor', { quantity, type: names.type(typeId) }),
    ),
    ...(noticeDays === undefined ? [] : [text('value.contract.notice', { days: noticeDays })]),
    ...(terminationFee === undefined
      ? []
      : [
          text('value.contract.fee', {
            fee: typeof terminationFee === 'number' ? number(terminationFee) : terminationFee,
          }),
        ]),
  ]);
}

/** Price as it stands in a history, which knows no currency: `4.90 per month`. */
function priceWords({ amount, per }: Price, { text, money }: TextWriter): string {
  return text('value.price', { amount: money(amount, null), per });
}

const prefixes = ['status', 'restriction', 'lifecycle', 'type', 'feature', 'role', 'payment', 'resource', 'types.mode'];

/** A stored value in words: states by their names, days by the calendar, ids by what they name. */
export function fieldValue(value: unknown, writer: TextWriter, names: Names): string {
  const { text, has, number, day, list } = writer;
  if (value === null || value === undefined || value === '') return text('value.nothing');
  if (typeof value === 'boolean') return text(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return number(value);
  if (Array.isArray(value))
    return value.length === 0 ? text('value.nothing') : list(value.map((entry) => fieldValue(entry, writer, names)));
  if (typeof value === 'object') {
    if ('reductionPolicy' in value) return contractWords(value as Contract, writer, names);
    if ('per' in value && 'amount' in value) return priceWords(value as Price, writer);
    const parts = Object.entries(value).map(
      ([key, amount]) =>
        `${has(`resource.${key}`) ? names.resource(key) : names.field(key)} ${fieldValue(amount, writer, names)}`,
    );
    return parts.length === 0 ? text('value.nothing') : list(parts);
  }
  const word = String(value);
  if (isDay(word)) return day(word);
  if (isOwnTypeId(word)) return names.type(word);
  const known = prefixes.map((prefix) => `${prefix}.${word}`).find(has);
  return known !== undefined && has(known) ? text(known) : text('value.quoted', { word });
}
