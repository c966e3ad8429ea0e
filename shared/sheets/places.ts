import type { GroupRow, UserRow } from '../model/rows';
import { folded } from './cells';
import type { SheetContext } from './sheet';

/** What a word was found to mean: one thing, none, or so many. */
export type Found = { readonly id: string } | { readonly count: number };

/** Finds groups and people by what they are called. Made once for a sheet, as it indexes every name. */
export interface Places {
  /** By name, by the end of the path (`House 1 / Apartment 4`), or by code; inside the group that is looked at before outside. */
  group(written: string): Found;
  /** By e-mail; archived people are not found. */
  peopleByEmail(email: string): readonly UserRow[];
  /** By name in one group, or in everything below the group that is looked at. */
  peopleByName(name: string, groupId: string | null): readonly UserRow[];
  peopleAnywhere(name: string): readonly UserRow[];
}

function addTo<T>(index: Map<string, T[]>, key: string, row: T): void {
  const rows = index.get(key);
  if (rows === undefined) index.set(key, [row]);
  else rows.push(row);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

export function placesIn({ rows, groupId }: Pick<SheetContext, 'rows' | 'groupId'>): Places {
  const groups = once(() => {
    const byName = new Map<string, GroupRow[]>();
    const byCode = new Map<string, GroupRow[]>();
    for (const group of rows.rows('groups')) {
      addTo(byName, folded(group.name), group);
      if (group.code !== '') addTo(byCode, folded(group.code), group);
    }
    return { byName, byCode };
  });
  const people = once(() => {
    const byName = new Map<string, UserRow[]>();
    const byEmail = new Map<string, UserRow[]>();
    for (const user of rows.rows('users')) {
      if (user.lifecycle === 'archived') continue;
      addTo(byName, folded(user.name), user);
      if (user.email !== '') addTo(byEmail, folded(user.email), user);
    }
    return { byName, byEmail };
  });

  /** The path of a group, from the group that is looked at or from the root downwards. */
  function pathOf(group: GroupRow, within: string | null): string {
    const names: string[] = [];
    for (const one of rows.ancestry(group.id)) {
      if (one.id === within && names.length > 0) break;
      names.push(folded(one.name));
    }
    return names.reverse().join('/');
  }

  function settle(candidates: readonly GroupRow[]): Found {
    const inside = candidates.filter((group) => rows.isWithin(group.id, groupId));
    const [only, ...more] = inside.length > 0 ? inside : candidates;
    return only === undefined ? { count: 0 } : more.length === 0 ? { id: only.id } : { count: more.length + 1 };
  }

  return {
    group(written) {
      const { byName, byCode } = groups();
      const whole = byName.get(folded(written)) ?? [];
      if (whole.length > 0) {
        // A name without a path may be that of the place itself, as the table writes a path from here downwards.
        const here = whole.filter(
          (group) => rows.isWithin(group.id, groupId) && pathOf(group, groupId) === folded(group.name),
        );
        return here.length === 1 && here[0] !== undefined ? { id: here[0].id } : settle(whole);
      }
      const parts = folded(written)
        .split(/\s*[/›>\\]\s*/)
        .filter((part) => part !== '');
      const path = parts.join('/');
      const ends = (byName.get(parts.at(-1) ?? '') ?? []).filter((group) =>
        `/${pathOf(group, null)}`.endsWith(`/${path}`),
      );
      const exact = ends.filter((group) => rows.isWithin(group.id, groupId) && pathOf(group, groupId) === path);
      if (exact.length === 1 && exact[0] !== undefined) return { id: exact[0].id };
      return ends.length > 0 ? settle(ends) : settle(byCode.get(folded(written)) ?? []);
    },
    peopleByEmail: (email) => people().byEmail.get(folded(email)) ?? [],
    peopleByName: (name, inGroup) =>
      (people().byName.get(folded(name)) ?? []).filter((user) =>
        inGroup === null ? rows.isWithin(user.groupId, groupId) : user.groupId === inGroup,
      ),
    peopleAnywhere: (name) => people().byName.get(folded(name)) ?? [],
  };
}
