/**
 * The number that was meant by a text: one or two digits behind the sign that divides groups of three are cents. The library
 * reads `4.90` as 490 in German, where the point divides groups, and `4,90` in English likewise.
 */
export function asMeant(typed: string, read: number, locale: string): number {
  const group = new Intl.NumberFormat(locale).formatToParts(10_000_000).find(({ type }) => type === 'group')?.value;
  if (group === undefined) return read;
  const [whole = '', cents = '', ...more] = typed.trim().split(group);
  const areCents = more.length === 0 && /^\d+$/.test(whole) && /^\d{1,2}$/.test(cents);
  return areCents && read === Number(whole + cents) ? Number(`${whole}.${cents}`) : read;
}
