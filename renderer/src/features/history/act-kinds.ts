/** Kinds of acts by which a history is narrowed down. */
export const actKinds = ['groups', 'licenses', 'people', 'numbers', 'account'] as const;
export type ActKind = (typeof actKinds)[number];

const kindOfPrefix: { readonly [prefix: string]: ActKind } = {
  group: 'groups',
  restriction: 'groups',
  block: 'licenses',
  allocation: 'licenses',
  seat: 'licenses',
  allowance: 'licenses',
  reserve: 'licenses',
  grant: 'licenses',
  catalogue: 'licenses',
  request: 'licenses',
  user: 'people',
  role: 'people',
  number: 'numbers',
  menu: 'numbers',
  device: 'numbers',
};

/** Tells whether an act is of a kind; one that does several things at once is of the kind of each. */
export function isOfKind(act: { readonly do: string; readonly args: unknown }, kind: ActKind): boolean {
  if (act.do === 'batch') {
    const { do: calls } = act.args as { readonly do: readonly { readonly do: string; readonly args: unknown }[] };
    return calls.some((call) => isOfKind(call, kind));
  }
  return (kindOfPrefix[act.do.split('.')[0] ?? ''] ?? 'account') === kind;
}
