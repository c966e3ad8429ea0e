import { useEffect, useMemo, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider, useIntl, type IntlShape } from 'react-intl';
import type { Day } from '#core/kernel/day';
import { english } from './english';
import { german } from './german';
import { useLanguage, type Language } from './language';

/** Every key of the catalogue; a key that does not exist does not compile. */
export type TextKey = keyof typeof english;
/** A language is one object with every key. */
export type Catalogue = { readonly [K in TextKey]: string };
export type TextValue = string | number | boolean | null | undefined;
export type TextValues = { readonly [name: string]: TextValue };

/** The languages there are; another one is one more file like german.ts (docs/how-to-add-a-language.md). */
export const catalogues = { en: english, de: german } as const satisfies { readonly [language in Language]: Catalogue };

/** Writes texts, numbers, days and moments in one language. */
export interface TextWriter {
  readonly locale: string;
  text(key: TextKey, values?: TextValues): string;
  /** Tells whether the catalogue has a text under this name; for names that are put together from data. */
  has(key: string): key is TextKey;
  number(value: number): string;
  percent(share: number): string;
  /** Whole cents in a currency (ISO 4217), such as €12.50; a bare amount while nobody has said which. */
  money(cents: number, currency: string | null): string;
  /** A calendar day, such as 12 Mar 2026. */
  day(day: Day): string;
  /** A month, such as Mar 2026. */
  month(day: Day): string;
  /** A moment, in the time zone of this computer. */
  moment(at: string): string;
  /** How long ago a moment was, coarsely. */
  ago(at: string, now: string): string;
  list(items: readonly string[]): string;
  /** One of several: "Ann, Ben or Eve". */
  either(items: readonly string[]): string;
  compare(one: string, other: string): number;
}

const minute = 60_000;

function writeAgo(intl: IntlShape, at: string, now: string): string {
  const passed = Date.parse(at) - Date.parse(now);
  const size = Math.abs(passed);
  if (size < minute) return intl.formatRelativeTime(0, 'second', { numeric: 'auto' });
  if (size < 60 * minute) return intl.formatRelativeTime(Math.round(passed / minute), 'minute');
  if (size < 24 * 60 * minute) return intl.formatRelativeTime(Math.round(passed / (60 * minute)), 'hour');
  return intl.formatRelativeTime(Math.round(passed / (24 * 60 * minute)), 'day', { numeric: 'auto' });
}

/** The writer of an intl object; also for code outside of components. */
export function textWriter(intl: IntlShape): TextWriter {
  const messages = intl.messages as { readonly [key: string]: unknown };
  const collator = new Intl.Collator(intl.locale, { numeric: true, sensitivity: 'base' });
  return {
    locale: intl.locale,
    text: (key, values) => intl.formatMessage({ id: key }, values === undefined ? undefined : { ...values }) as string,
    has: (key): key is TextKey => Object.prototype.hasOwnProperty.call(messages, key),
    number: (value) => intl.formatNumber(value),
    money: (cents, currency) =>
      intl.formatNumber(
        cents / 100,
        currency === null ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : { style: 'currency', currency },
      ),
    percent: (share) => intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 0 }),
    day: (day) =>
      intl.formatDate(`${day}T00:00:00Z`, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }),
    month: (day) => intl.formatDate(`${day}T00:00:00Z`, { timeZone: 'UTC', month: 'short', year: 'numeric' }),
    moment: (at) =>
      intl.formatDate(at, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
    ago: (at, now) => writeAgo(intl, at, now),
    list: (items) => intl.formatList([...items], { type: 'conjunction' }),
    either: (items) => intl.formatList([...items], { type: 'disjunction' }),
    compare: (one, other) => collator.compare(one, other),
  };
}

function useWriter(): TextWriter {
  const intl = useIntl();
  return useMemo(() => textWriter(intl), [intl]);
}

/** The writer of the language in use. */
export { useWriter as useText };

/** Days and numbers as the language writes them; en-GB writes the day first, as the English catalogue does. */
export const locales: { readonly [L in Language]: string } = { en: 'en-GB', de: 'de-DE' };

/** Everything below writes in the language that was chosen, and at once in another one when that is chosen. */
export function TextProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const language = useLanguage();
  const locale = locales[language];
  // The page says its language too, so that a screen reader speaks it.
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <IntlProvider locale={locale} defaultLocale="en" messages={{ ...catalogues[language] }}>
      <I18nProvider locale={locale}>{children}</I18nProvider>
    </IntlProvider>
  );
}
