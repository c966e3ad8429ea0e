import type { Change, GroupRow } from '#core/model/rows';
import type { QueryName } from '#core/queries/registry';
import { isAlike } from '#core/kernel/alike';

/** Fields of a group from which nothing about people follows. */
const groupFieldsApart: ReadonlySet<string> = new Set<keyof GroupRow>([
  'name',
  'code',
  'note',
  'order',
  'reminder',
  'protected',
]);

/**
 * Tells whether a list of people, or what lies ahead of them, may be another one after a change: status and license follow from pools,
 * groups and roles as well.
 */
function concernsPeople(change: Change): boolean {
  if (
    change.table === 'requests' ||
    change.table === 'ranges' ||
    change.table === 'retired' ||
    change.table === 'devices'
  )
    return false;
  if (change.table !== 'groups') return true;
  const { before, after } = change;
  // A group that is new holds nobody yet: who comes into it is a change of its own.
  if (before === undefined) return false;
  return (
    after === undefined ||
    (Object.keys(after) as (keyof GroupRow)[]).some(
      (field) => !groupFieldsApart.has(field) && before[field] !== after[field],
    )
  );
}

/** Lists for which all people are gone through, with what they follow from; every other answer is asked for anew after each change. */
const keptQueries: { readonly [Q in QueryName]?: (change: Change) => boolean } = {
  users: concernsPeople,
  forecast: concernsPeople,
};

interface Kept {
  readonly query: QueryName;
  readonly value: unknown;
}

/** Answers until what they follow from changes. */
export class KeptAnswers {
  private answers = new Map<string, Kept>();
  private former: ReadonlyMap<string, Kept> = new Map();

  /** The answer that is known, else the one that is found now. */
  get(query: QueryName, key: string, find: () => unknown): unknown {
    const known = this.answers.get(key);
    if (known !== undefined) return known.value;
    const found = find();
    const former = this.former.get(key);
    // An answer that says the same as before is the same object, so that nothing is drawn anew for it.
    const value = former !== undefined && isAlike(former.value, found) ? former.value : found;
    this.answers.set(key, { query, value });
    return value;
  }

  /** Forgets what these changes may have made another answer; without them everything. */
  forget(changes: readonly Change[] | null): void {
    this.former = this.answers;
    const kept =
      changes === null
        ? []
        : [...this.answers].filter(([, { query, value }]) => {
            const concerns = keptQueries[query];
            // A refusal follows from what is there at all.
            return concerns !== undefined && Array.isArray(value) && !changes.some(concerns);
          });
    this.answers = new Map(kept);
  }
}

/** Tells whether changes make the tree another one: groups that come, go or change places. */
export function changesTree(changes: readonly Change[]): boolean {
  return changes.some(
    ({ table, before, after }) =>
      table === 'groups' &&
      (before === undefined ||
        after === undefined ||
        before.parentId !== after.parentId ||
        before.order !== after.order),
  );
}
