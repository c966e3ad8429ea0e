import { isDay } from '../../../../shared/kernel/day';
import type { Names } from '../names';
import type { TextWriter } from '../text';

/** What a field of a row is called. */
export function fieldName(field: unknown, { text, has }: TextWriter): string {
  const key = `field.${String(field)}`;
  return has(key) ? text(key) : text('field.other');
}

const prefixes = ['status', 'restriction', 'lifecycle', 'type', 'feature', 'role', 'payment', 'resource'];

/** A stored value in words: states by their names, days by the calendar, ids by what they name. */
export function fieldValue(value: unknown, writer: TextWriter, names: Names): string {
  const { text, has, number, day, list } = writer;
  if (value === null || value === undefined || value === '') return text('value.nothing');
  if (typeof value === 'boolean') return text(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return number(value);
  if (Array.isArray(value)) return value.length === 0 ? text('value.nothing') : list(value.map((entry) => fieldValue(entry, writer, names)));
  if (typeof value === 'object') {
    const parts = Object.entries(value).map(([key, amount]) => `${names.resource(key)} ${fieldValue(amount, writer, names)}`);
    return parts.length === 0 ? text('value.nothing') : list(parts);
  }
  const word = String(value);
  if (isDay(word)) return day(word);
  const known = prefixes.map((prefix) => `${prefix}.${word}`).find(has);
  return known !== undefined && has(known) ? text(known) : `“${word}”`;
}
