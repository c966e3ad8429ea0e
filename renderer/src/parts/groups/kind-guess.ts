import type { GroupKind, GroupRow } from '#core/model/rows';
import type { RowsInMemory } from '../../data/session';

export const kindBelow: { readonly [K in GroupKind]: GroupKind } = {
  distributor: 'dealer',
  dealer: 'complex',
  complex: 'building',
  building: 'entrance',
  entrance: 'floor',
  floor: 'apartment',
  apartment: 'custom',
  office: 'department',
  department: 'department',
  custom: 'custom',
};

/** Guesses the kind of a new group below another: what is there already, else what usually comes below. */
export function guessKind(rows: Pick<RowsInMemory, 'row' | 'children'>, parentId: string): GroupKind {
  const last = rows.children(parentId).at(-1);
  const sibling = last === undefined ? undefined : rows.row('groups', last);
  return sibling?.kind ?? kindBelow[rows.row('groups', parentId)?.kind ?? 'custom'];
}

const lastNumber = /(\d+)(?!.*\d)/;

/** After "Entrance A" and "Entrance B" comes "Entrance C". */
function nextLetter(siblings: readonly GroupRow[]): string | null {
  const last = siblings
    .map((group) => group.name)
    .filter((name) => /(^|\s)[A-Y]$/.test(name))
    .sort()
    .at(-1);
  return last === undefined ? null : last.slice(0, -1) + String.fromCharCode(last.charCodeAt(last.length - 1) + 1);
}

/** The name that goes on with the siblings' numbers: after "House 3" comes "House 4"; `null` when none has a number. */
export function nextName(siblings: readonly GroupRow[]): string | null {
  const numbered = siblings.flatMap((group) => {
    const found = lastNumber.exec(group.name);
    return found === null ? [] : [{ name: group.name, digits: found[1] ?? '', at: found.index }];
  });
  const highest = numbered.reduce<(typeof numbered)[number] | null>(
    (best, one) => (best === null || Number(one.digits) >= Number(best.digits) ? one : best),
    null,
  );
  if (highest === null) return nextLetter(siblings);
  const next = String(Number(highest.digits) + 1).padStart(highest.digits.length, '0');
  return highest.name.slice(0, highest.at) + next + highest.name.slice(highest.at + highest.digits.length);
}
