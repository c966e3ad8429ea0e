/**
 * The number that was meant by a text: one or two digits behind the sign that divides groups of three are parts of one. The library
 * reads `4.90` as 490 in German, where the point divides groups, and `4,90` in English likewise, and then takes it into its bounds.
 */
export function asMeant(
  typed: string,
  read: number,
  locale: string,
  {
    least = -Infinity,
    most = Infinity,
  }: { readonly least?: number | undefined; readonly most?: number | undefined } = {},
): number {
  const group = new Intl.NumberFormat(locale).formatToParts(10_000_000).find(({ type }) => type === 'group')?.value;
  if (group === undefined) return read;
  const [whole = '', cents = '', ...more] = typed.trim().split(group);
  const areParts = more.length === 0 && /^\d+$/.test(whole) && /^\d{1,2}$/.test(cents);
  const within = (value: number): number => Math.min(most, Math.max(least, value));
  // Another number comes from a step up or down.
  return areParts && read === within(Number(whole + cents)) ? within(Number(`${whole}.${cents}`)) : read;
}
