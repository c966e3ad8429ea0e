import { withoutFormatCharacters } from '../kernel/clean-text';
import { readPhoneNumber } from '../kernel/phone-number';
import { cleanEmail, cleanLine, cleanLines, cleanSipAddress } from '../kernel/typed-text';
import type { View } from '../model/model';
import { countryOf } from '../rules/country';
import { refuse, type Refusal, type Warning } from '../rules/refusals';
import type { IntentCall } from './commit-history';

/**
 * The author's edge (G5, G6, U6): what somebody typed, pasted or imported becomes what is meant, and only that is judged,
 * stored and replayed. What it does follows the Unicode tables and the numbering plans of the program that runs, so nothing
 * but a new act ever comes here.
 */
export type Meant =
  | { readonly ok: true; readonly call: IntentCall; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Arguments that are texts of one line, wherever they stand. */
const lines: ReadonlySet<string> = new Set([
  'name',
  'code',
  'phone',
  'serial',
  'model',
  'ownerName',
  'terminationFee',
  'orderNumber',
  'supplier',
  'unit',
]);
/** Arguments under which every text is one of one line: choices of a field, and its values. */
const listsOfLines: ReadonlySet<string> = new Set(['choices', 'fields']);
const maxDepth = 40;

type Fields = { readonly [field: string]: unknown };

/** The country in which an account's phone numbers are read; empty where none is known. */
export function countryOfAccount(view: Pick<View, 'isOpen' | 'account'>): string {
  return view.isOpen ? (countryOf(view.account) ?? '') : '';
}

/** An act as its author means it. */
export function asMeant(call: IntentCall, country: string): Meant {
  if (call.do !== 'batch') return asMeantAlone(call, country);
  const inner = (call.args as { readonly do?: unknown } | null)?.do;
  if (!Array.isArray(inner)) return { ok: true, call, warnings: [] };
  const calls: unknown[] = [];
  const warnings: Warning[] = [];
  for (const [index, one] of (inner as readonly unknown[]).entries()) {
    if (!isCall(one) || one.do === 'batch') {
      calls.push(one);
      continue;
    }
    const meant = asMeantAlone(one, country);
    if (!meant.ok) return { ok: false, refusals: meant.refusals.map((refusal) => ({ ...refusal, index })) };
    calls.push(meant.call === one ? one : { ...one, args: meant.call.args });
    warnings.push(...meant.warnings);
  }
  const isSame = calls.every((one, index) => one === inner[index]);
  return { ok: true, call: isSame ? call : { ...call, args: { ...(call.args as object), do: calls } }, warnings };
}

function isCall(value: unknown): value is IntentCall {
  return (
    typeof value === 'object' && value !== null && 'do' in value && typeof value.do === 'string' && 'args' in value
  );
}

function asMeantAlone(call: IntentCall, country: string): Meant {
  const args = cleaned(call.args, null, 0);
  if (call.do === 'number.add') return numberAsMeant(call, args, country);
  if (call.do === 'number.range') return done(call, changed(args, { from: asShortNumber, to: asShortNumber }));
  return done(call, args);
}

function done(call: IntentCall, args: unknown, warnings: readonly Warning[] = []): Meant {
  return { ok: true, call: args === call.args ? call : { ...call, args }, warnings };
}

/** A value with every text in it cleaned by the name under which it stands; the same value where nothing changes. */
function cleaned(value: unknown, key: string | null, depth: number): unknown {
  if (typeof value === 'string') return cleanedText(value, key);
  if (typeof value !== 'object' || value === null || depth > maxDepth) return value;
  if (Array.isArray(value)) {
    const parts = (value as readonly unknown[]).map((part) => cleaned(part, key, depth + 1));
    return parts.every((part, index) => part === (value as readonly unknown[])[index]) ? value : parts;
  }
  const inherited = key !== null && listsOfLines.has(key) ? key : null;
  const fields = value as Fields;
  let next: { [field: string]: unknown } | undefined;
  for (const name of Object.keys(fields)) {
    const after = cleaned(fields[name], inherited ?? name, depth + 1);
    if (after !== fields[name]) next = { ...(next ?? fields), [name]: after };
  }
  return next ?? value;
}

function cleanedText(text: string, key: string | null): string {
  if (key === null) return text;
  if (key === 'note') return withoutFormatCharacters(cleanLines(text));
  if (key === 'email' || key === 'recipients') return cleanEmail(text);
  return lines.has(key) || listsOfLines.has(key) ? withoutFormatCharacters(cleanLine(text)) : text;
}

/** Arguments with some of their texts changed. */
function changed(args: unknown, by: { readonly [field: string]: (text: string) => string }): unknown {
  if (typeof args !== 'object' || args === null) return args;
  const fields = args as Fields;
  const values = Object.entries(by).flatMap(([field, change]) => {
    const value = Object.hasOwn(fields, field) ? fields[field] : undefined;
    return typeof value === 'string' ? [[field, change(value)] as const] : [];
  });
  return values.every(([field, value]) => fields[field] === value)
    ? args
    : { ...fields, ...Object.fromEntries(values) };
}

/** Digits of scripts whose blocks of ten begin here; full-width ones are made plain before. */
const zeros = [0x0660, 0x06f0];

/** A short number with the dividers and foreign digits that people write. */
function asShortNumber(text: string): string {
  return cleanLine(text.normalize('NFKC'))
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
      const point = digit.charCodeAt(0);
      return String(point - (zeros.find((zero) => point >= zero && point <= zero + 9) ?? point));
    })
    .replace(/[\s.\-/()\p{Pd}]/gu, '');
}

function numberAsMeant(call: IntentCall, args: unknown, country: string): Meant {
  const { kind, value } = (typeof args === 'object' && args !== null ? args : {}) as Fields;
  if (typeof value !== 'string') return done(call, args);
  if (kind === 'sip') {
    const asStored = /^\s*<?sips?:/i.test(cleanLine(value)) ? cleanSipAddress : asShortNumber;
    return done(call, changed(args, { value: asStored }));
  }
  if (kind !== 'landline' && kind !== 'mobile') return done(call, args);
  const reading = readPhoneNumber(value, country);
  if (!reading.ok) return { ok: false, refusals: [refuse('INVALID', { path: 'value', problem: reading.problem })] };
  return done(
    call,
    changed(args, { value: () => reading.value }),
    reading.isUnusual ? [{ code: 'NUMBER_UNUSUAL', value: reading.value }] : [],
  );
}
