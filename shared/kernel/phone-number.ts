import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  Metadata,
  parsePhoneNumberFromString,
  type CountryCode,
  type NumberingPlan,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import { cleanLine } from './typed-text';

/**
 * The one place that asks the library about phone numbers. Its knowledge changes from version to version, so only whoever
 * makes an act asks it, and what it answers is stored with the act; a replay never comes here.
 */

export type PhoneReading =
  | {
      readonly ok: true;
      /** As it is stored: `+` and digits. */
      readonly value: string;
      /** The numbering plan knows no such number, though it has the right length. */
      readonly isUnusual: boolean;
      readonly kind: 'landline' | 'mobile' | null;
    }
  | { readonly ok: false; readonly problem: 'notAPhoneNumber' | 'twoNumbers' | 'extension' };

/** Digits alone, with or without a plus: neither two numbers nor one with an extension. */
const digitsAlone = /^\+?[0-9]+$/;
const storable = /^\+\d{7,15}$/;
const dashes = /[\p{Pd}\u2212\u2043]/gu;
const digit = /\p{Nd}/u;
/** Divider between two numbers in one text; a slash also stands behind an area code. */
const betweenNumbers = /[/\\,;|&\n]|\s(?:und|oder|and|or|u\.)\s/giu;
const extensionWords = /(?:durchwahl|\bdw\b|\bapp\.?\b|\bnst\.?\b|nebenstelle)[\s.:]*\p{Nd}+$/iu;

function countryCode(country: string): CountryCode | undefined {
  const code = country.toUpperCase();
  return isSupportedCountry(code) ? code : undefined;
}

/** The text as the library can read it: compatible forms made plain, every dash alike, nothing invisible in it. */
function readable(text: string): string {
  return cleanLine(text.normalize('NFKC'))
    .replace(dashes, '-')
    .replace(/^tel:\s*/i, '')
    .replace(/;phone-context=[^;]*/i, '')
    .trim();
}

function parsed(text: string, country: CountryCode | undefined): ReturnType<typeof parsePhoneNumberFromString> {
  return parsePhoneNumberFromString(text, {
    ...(country === undefined ? {} : { defaultCountry: country }),
    extract: false,
  });
}

/** Tells whether what stands before a divider is a number by itself, and more digits follow. */
function holdsTwo(text: string, country: CountryCode | undefined): boolean {
  if ((text.match(/\+/g) ?? []).length > 1) return true;
  for (const { index, 0: divider } of text.matchAll(betweenNumbers)) {
    const before = text.slice(0, index);
    const after = text.slice(index + divider.length);
    if (!/^ext=/i.test(after) && digit.test(after) && parsed(before, country)?.isPossible() === true) return true;
  }
  return false;
}

type Recognised = { readonly ok: true; readonly number: PhoneNumber } | Extract<PhoneReading, { readonly ok: false }>;

function recognised(typed: string, country: string): Recognised {
  const text = readable(typed);
  const where = countryCode(country);
  if (!digitsAlone.test(text)) {
    if (holdsTwo(text, where)) return { ok: false, problem: 'twoNumbers' };
    if (extensionWords.test(text)) return { ok: false, problem: 'extension' };
  }
  const number = parsed(text, where);
  if (number?.ext !== undefined) return { ok: false, problem: 'extension' };
  if (number === undefined || !number.isPossible() || !storable.test(number.number))
    return { ok: false, problem: 'notAPhoneNumber' };
  return { ok: true, number };
}

/** What tells whether a number with a calling code stands as the library would store it. */
interface CallingCode {
  /** What is dialled before a number within its country, and is no part of it. */
  readonly prefix: RegExp | null;
  readonly lengths: ReadonlySet<number>;
}
const longestCallingCode = 3;
let callingCodes: ReadonlyMap<string, CallingCode> | null = null;

/** Calling codes of one country each; where several share one, lengths differ by what follows, and the library is asked. */
function codesOfOneCountry(): ReadonlyMap<string, CallingCode> {
  const seen = new Set<string>();
  const codes = new Map<string, CallingCode>();
  for (const country of getCountries()) {
    const code = getCountryCallingCode(country);
    if (seen.has(code)) codes.delete(code);
    if (seen.has(code)) continue;
    seen.add(code);
    const metadata = new Metadata();
    metadata.selectNumberingPlan(country);
    // The library's types leave out what it reads a number by.
    const plan = metadata.numberingPlan as
      (NumberingPlan & { readonly nationalPrefixForParsing: () => string | undefined }) | undefined;
    if (plan === undefined) continue;
    const prefix = plan.nationalPrefixForParsing() ?? '';
    codes.set(code, {
      prefix: prefix === '' ? null : new RegExp(`^(?:${prefix})`),
      lengths: new Set(plan.possibleLengths()),
    });
  }
  return codes;
}

/**
 * Tells whether a text is what the library would make of it: a plus, a calling code, and a number of a length that is possible there,
 * which nothing stands before. So are most numbers of a long file, and the library takes ten times as long to say it.
 */
function isStoredSo(text: string): boolean {
  if (!storable.test(text)) return false;
  callingCodes ??= codesOfOneCountry();
  for (let digits = 1; digits <= longestCallingCode; digits += 1) {
    const code = callingCodes.get(text.slice(1, digits + 1));
    if (code === undefined) continue;
    const national = text.slice(digits + 1);
    return code.lengths.has(national.length) && code.prefix?.test(national) !== true;
  }
  return false;
}

/** A phone number as it is stored, `null` where a text is none. What kind it is takes the library longer than all of this. */
export function storedPhoneNumber(typed: string, country: string): string | null {
  if (isStoredSo(typed)) return typed;
  const found = recognised(typed, country);
  return found.ok ? found.number.number : null;
}

/** A phone number as people write it, in the account's country (ISO 3166) where it names none. */
export function readPhoneNumber(typed: string, country: string): PhoneReading {
  const found = recognised(typed, country);
  if (!found.ok) return found;
  const { number } = found;
  const type = number.getType();
  return {
    ok: true,
    value: number.number,
    isUnusual: !number.isValid(),
    kind: type === 'MOBILE' ? 'mobile' : type === undefined ? null : 'landline',
  };
}

/** Number without what people write between its digits. */
export function compactNumber(value: string): string {
  return value.replace(/[\s.\-/()]/g, '');
}

/** Number as a text in the groups that people read it by, for where a text is all there may be; its gaps do not break. */
export function groupedNumber(value: string): string {
  return numberParts(value).join('\u00a0');
}

/** Parts in which people read a stored number aloud: the country, the area, the rest. Anything else is one part. */
export function numberParts(value: string): readonly string[] {
  if (!storable.test(value)) return [value];
  const parts = parsePhoneNumberFromString(value)?.formatInternational().split(' ') ?? [value];
  // What is shown is what is stored: only the gaps come from the library.
  return parts.join('') === value ? parts : [value];
}
