import { compareText } from '../kernel/text';
import { emailKey } from '../kernel/typed-text';
import type { GroupKind, GroupRow, UserRow } from '../model/rows';
import { folded } from './cells';
import type { SheetCall, SheetContext } from './sheet';
import { groupKindByName } from './words';

/** Meaning that was found for a word: one thing, none, or so many. A group that is to be made comes with what it needs. */
export type Found = { readonly id: string; readonly needs?: readonly string[] } | { readonly count: number };

/** A group that would be made for a cell, and the one above that has to be there first, if that is made as well. */
export interface Making {
  readonly id: string;
  readonly call: SheetCall;
  readonly above: string | null;
}

/** Finds groups and people by what they are called. Made once for a sheet, as it indexes every name. */
export interface Places {
  /** By name, by path in any order (`House 1 / Apartment 4`), or by code; inside the group that is looked at before outside. */
  group(written: string): Found;
  /** The same, and one that is not there is made where the context says so. */
  groupOrMaking(written: string): Found;
  /** The child of a group with exactly this name, made or there. */
  child(parentId: string, name: string): string | null;
  /** Takes up a group that an earlier row makes. */
  addMade(group: {
    readonly id: string;
    readonly parentId: string;
    readonly name: string;
    readonly code: string;
  }): void;
  readonly makings: readonly Making[];
  /** By e-mail; archived people are not found. */
  peopleByEmail(email: string): readonly UserRow[];
  /** By name in one group, or in everything below the group that is looked at. */
  peopleByName(name: string, groupId: string | null): readonly UserRow[];
  peopleAnywhere(name: string): readonly UserRow[];
  deviceBySerial(key: string, keyOf: (serial: string) => string): string | undefined;
}

type KnownGroup = Pick<GroupRow, 'id' | 'name' | 'code'> & { readonly parentId: string | null };

const separators = /\s*[/\\›>‹<→←|»«·]\s*/;
const weakSeparators = /\s*(?:[,;]|\s[-–—]\s)\s*/;
const mostSegments = 12;

function addTo<T>(index: Map<string, T[]>, key: string, row: T): void {
  const rows = index.get(key);
  if (rows === undefined) index.set(key, [row]);
  else rows.push(row);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** A name or path with its separators made alike: a name may hold some itself, as `Apartment 3/4` does. */
function pathKey(written: string): string {
  return folded(written)
    .split(separators)
    .filter((part) => part !== '')
    .join('/');
}

/** Tells whether segments are names, one or several of them each, one after the other. */
function isCovered(segments: readonly string[], names: ReadonlySet<string>): boolean {
  if (segments.length === 0) return true;
  for (let length = 1; length <= segments.length; length += 1)
    if (names.has(segments.slice(0, length).join('/')) && isCovered(segments.slice(length), names)) return true;
  return false;
}

export function placesIn(context: Pick<SheetContext, 'rows' | 'groupId' | 'makesGroups' | 'newId'>): Places {
  const { rows, groupId } = context;
  const made = new Map<string, KnownGroup>();
  const makings: Making[] = [];
  const found = new Map<string, Found>();
  const groups = once(() => {
    const byName = new Map<string, KnownGroup[]>();
    const byCode = new Map<string, KnownGroup[]>();
    for (const group of rows.rows('groups')) {
      addTo(byName, pathKey(group.name), group);
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
      if (user.email !== '') addTo(byEmail, emailKey(user.email), user);
    }
    return { byName, byEmail };
  });
  let serials: Map<string, string> | null = null;

  function* ancestry(group: KnownGroup): Generator<KnownGroup> {
    for (let one: KnownGroup | undefined = group; one !== undefined;) {
      yield one;
      one = one.parentId === null ? undefined : (made.get(one.parentId) ?? rows.row('groups', one.parentId));
    }
  }
  function isWithin(group: KnownGroup): boolean {
    for (const one of ancestry(group)) if (one.id === groupId) return true;
    return false;
  }
  /** The path of a group, from the group that is looked at or from the root downwards. */
  function pathOf(group: KnownGroup, within: string | null): string {
    const names: string[] = [];
    for (const one of ancestry(group)) {
      if (one.id === within && names.length > 0) break;
      names.push(pathKey(one.name));
    }
    return names.reverse().join('/');
  }
  function settle(candidates: readonly KnownGroup[]): Found {
    const inside = candidates.filter(isWithin);
    const [only, ...more] = inside.length > 0 ? inside : candidates;
    return only === undefined ? { count: 0 } : more.length === 0 ? { id: only.id } : { count: more.length + 1 };
  }

  /** Groups whose path ends with the segments; the last ones may together be one name. */
  function endingWith(segments: readonly string[]): readonly KnownGroup[] {
    const path = segments.join('/');
    const ends: KnownGroup[] = [];
    for (let length = 1; length <= segments.length; length += 1)
      for (const group of groups().byName.get(segments.slice(-length).join('/')) ?? [])
        if (`/${pathOf(group, null)}`.endsWith(`/${path}`)) ends.push(group);
    return ends;
  }
  /** Groups that are called like some of the segments and lie in groups that are called like the others, in whatever order. */
  function withAllOf(segments: readonly string[]): readonly KnownGroup[] {
    const candidates = new Map<string, KnownGroup>();
    for (let start = 0; start < segments.length; start += 1)
      for (let end = start + 1; end <= segments.length; end += 1)
        for (const group of groups().byName.get(segments.slice(start, end).join('/')) ?? []) {
          const above = new Set([...ancestry(group)].slice(1).map((one) => pathKey(one.name)));
          if (isCovered(segments.slice(0, start), above) && isCovered(segments.slice(end), above))
            candidates.set(group.id, group);
        }
    return [...candidates.values()];
  }

  function lookUp(written: string): Found {
    const { byCode } = groups();
    const key = pathKey(written);
    if (key === '') return /[/\\]/.test(written) ? { id: groupId } : { count: 0 };
    const segments = key.split('/').slice(-mostSegments);
    const ends = endingWith(segments);
    if (ends.length > 0) {
      // What the table writes is a path from here downwards, which may be a single name.
      const exact = ends.filter((group) => isWithin(group) && pathOf(group, groupId) === key);
      return exact.length === 1 && exact[0] !== undefined ? { id: exact[0].id } : settle(ends);
    }
    if (segments.length > 1) {
      const any = withAllOf(segments);
      if (any.length > 0) return settle(any);
    }
    const coded = byCode.get(folded(written)) ?? [];
    if (coded.length > 0) return settle(coded);
    const weak = folded(written)
      .split(weakSeparators)
      .filter((part) => part !== '')
      .slice(0, mostSegments);
    return weak.length > 1 ? settle(withAllOf(weak)) : { count: 0 };
  }

  function group(written: string): Found {
    const key = folded(written);
    const known = found.get(key);
    if (known !== undefined) return known;
    const answer = lookUp(written);
    found.set(key, answer);
    return answer;
  }
  function addMade(row: KnownGroup): void {
    made.set(row.id, row);
    addTo(groups().byName, pathKey(row.name), row);
    if (row.code !== '') addTo(groups().byCode, folded(row.code), row);
    found.clear();
  }
  function child(parentId: string, name: string): string | null {
    const key = pathKey(name);
    const alike = (groups().byName.get(key) ?? []).filter((one) => one.parentId === parentId);
    return (alike.find((one) => one.name === name) ?? alike[0])?.id ?? null;
  }

  /** Makes the groups of a path that are not there, below the group that is looked at or below what its beginning names. */
  function makingOf(written: string): Found {
    const names = written
      .split(separators)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    let at = groupId;
    const needs: string[] = [];
    const start = rows.row('groups', groupId);
    names.forEach((name, index) => {
      // A path may begin with the place itself, or with a place above which it is unique.
      if (index === 0 && names.length > 1 && start !== undefined && pathKey(start.name) === pathKey(name)) return;
      const there = child(at, name) ?? (index === 0 && names.length > 1 ? onlyGroup(name) : null);
      if (there !== null) {
        at = there;
        if (made.has(there)) needs.push(there);
        return;
      }
      const id = context.newId(`${at}/${folded(name)}`);
      const kind = (groupKindByName(name) ?? 'custom') as GroupKind;
      makings.push({
        id,
        call: { do: 'group.create', args: { id, parentId: at, kind, name } },
        above: made.has(at) ? at : null,
      });
      addMade({ id, parentId: at, name, code: '' });
      needs.push(id);
      at = id;
    });
    return { id: at, needs };
  }
  function onlyGroup(name: string): string | null {
    const answer = lookUp(name);
    return 'id' in answer ? answer.id : null;
  }
  const needsOf = (id: string): readonly string[] => {
    const needed: string[] = [];
    for (let one = made.get(id); one !== undefined; one = made.get(one.parentId ?? '')) needed.push(one.id);
    return needed;
  };

  return {
    group,
    groupOrMaking(written) {
      const answer = group(written);
      if ('id' in answer) return made.has(answer.id) ? { id: answer.id, needs: needsOf(answer.id) } : answer;
      return context.makesGroups && answer.count === 0 ? makingOf(written) : answer;
    },
    child,
    addMade,
    makings,
    peopleByEmail: (email) => people().byEmail.get(emailKey(email)) ?? [],
    peopleByName: (name, inGroup) =>
      (people().byName.get(folded(name)) ?? []).filter((user) =>
        inGroup === null ? rows.isWithin(user.groupId, groupId) : user.groupId === inGroup,
      ),
    peopleAnywhere: (name) => people().byName.get(folded(name)) ?? [],
    deviceBySerial(key, keyOf) {
      if (serials === null) {
        serials = new Map();
        for (const device of [...rows.rows('devices')].sort((one, other) => compareText(one.id, other.id)))
          if (!serials.has(keyOf(device.serial))) serials.set(keyOf(device.serial), device.id);
      }
      return serials.get(key);
    },
  };
}
