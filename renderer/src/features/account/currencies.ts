import type { Choice } from '../../ui/choice';

/** The currencies that this computer knows, by their names in a language; one that it does not know where the account has it. */
export function currencies(locale: string, present: string | null): readonly Choice<string>[] {
  const names = new Intl.DisplayNames([locale], { type: 'currency' });
  const all = [...new Set([...(present === null ? [] : [present]), ...Intl.supportedValuesOf('currency')])];
  return all.map((id) => ({ id, name: `${id} – ${names.of(id) ?? id}` }));
}
