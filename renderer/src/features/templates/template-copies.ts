import type { Change, Rows } from '#core/model/rows';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { RowsInMemory } from '../../data/session';
import { together, type SingleCall } from '../../parts/acting';
import type { ActCall } from '../../data/session';

/** Choices with which a template is pasted. */
export interface TemplatePlan {
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  /** How many of each template go into each target. */
  readonly times: number;
  /** `{n}` is the number of the copy, `{name}` what the template is called. */
  readonly pattern: string;
  readonly start: number;
  /** Counts on from target to target instead of anew in each. */
  readonly isContinuous: boolean;
  readonly withLimits: boolean;
}

export interface PlannedCopy {
  readonly sourceId: string;
  readonly targetId: string;
  readonly name: string;
}

type Tree = Pick<RowsInMemory, 'row' | 'children' | 'count'>;

const number = /(\d+)(?!.*\d)/;

/** Guesses what is wanted: the number in the name goes on; several copies of what has none are numbered. */
export function usualPattern(name: string, times: number): string {
  if (number.test(name)) return name.replace(number, '{n}');
  return times > 1 ? '{name} {n}' : '{name}';
}

/** The first number that no child of any target has in such a name yet. */
export function usualStart(rows: Tree, targets: readonly string[], name: string): number {
  const found = number.exec(name);
  if (found === null) return 1;
  const [before, after] = [name.slice(0, found.index), name.slice(found.index + (found[1]?.length ?? 0))];
  const taken = targets
    .flatMap((target) => rows.children(target))
    .flatMap((id) => {
      const other = rows.row('groups', id)?.name ?? '';
      const middle = other.slice(before.length, other.length - after.length);
      return other.startsWith(before) && other.endsWith(after) && /^\d{1,9}$/.test(middle) ? [Number(middle)] : [];
    });
  return taken.reduce((most, one) => Math.max(most, one), 0) + 1;
}

/** Every copy in the order in which it is made. */
export function plannedCopies(
  rows: Tree,
  { sources, targets, times, pattern, start, isContinuous }: TemplatePlan,
): readonly PlannedCopy[] {
  const copies: PlannedCopy[] = [];
  for (const [place, targetId] of targets.entries())
    for (let turn = 0; turn < times; turn += 1)
      for (const sourceId of sources) {
        const name = rows.row('groups', sourceId)?.name ?? '';
        const count = start + turn + (isContinuous ? place * times : 0);
        copies.push({
          sourceId,
          targetId,
          name: pattern.replaceAll('{name}', name).replaceAll('{n}', String(count)).trim(),
        });
      }
  return copies;
}

/** Counts the groups that come to be. */
export function groupsIn(
  rows: Tree,
  { sources, targets, times }: Pick<TemplatePlan, 'sources' | 'targets' | 'times'>,
): number {
  return sources.reduce((sum, id) => sum + rows.count(id).groups, 0) * targets.length * times;
}

export function pasteCall(copies: readonly PlannedCopy[], withLimits: boolean): ActCall | null {
  return together(
    copies.map(({ sourceId, targetId, name }): SingleCall => ({
      do: 'group.copy',
      args: { groupId: sourceId, parentId: targetId, name, ...(withLimits ? { include: { limits: true } } : {}) },
    })),
  );
}

/** Names that a target has already, or would have twice. */
export function repeatedNames(rows: Tree, copies: readonly PlannedCopy[]): readonly string[] {
  const seen = new Map<string, Set<string>>();
  const repeated = new Set<string>();
  for (const { targetId, name } of copies) {
    const names =
      seen.get(targetId) ?? new Set(rows.children(targetId).map((id) => rows.row('groups', id)?.name ?? ''));
    if (names.has(name)) repeated.add(name);
    names.add(name);
    seen.set(targetId, names);
  }
  return [...repeated];
}

export interface DrawnUnits {
  readonly poolId: string;
  readonly typeId: LicenseTypeId;
  readonly quantity: number;
}

/** Units that new allocations take out of pools which are there already; what copies hand on among themselves is no news. */
export function drawnUnits(
  changes: readonly Change[],
  rows: Pick<RowsInMemory, 'row' | 'poolOf'>,
): readonly DrawnUnits[] {
  const made = new Map(
    changes.flatMap((change) =>
      change.table === 'groups' && change.before === undefined && change.after !== undefined
        ? [[change.id, change.after as Rows['groups']]]
        : [],
    ),
  );
  function poolAlreadyThere(groupId: string): string | null {
    let parentId = made.get(groupId)?.parentId ?? null;
    while (parentId !== null) {
      const parent = made.get(parentId);
      if (parent === undefined) return rows.row('groups', parentId) === undefined ? null : rows.poolOf(parentId);
      if (parent.restriction === 'own') return null;
      parentId = parent.parentId;
    }
    return null;
  }
  const sums = new Map<string, { poolId: string; typeId: LicenseTypeId; quantity: number }>();
  for (const change of changes) {
    if (change.table !== 'blocks' || change.before !== undefined || change.after === undefined) continue;
    const block = change.after as Rows['blocks'];
    const poolId = poolAlreadyThere(block.groupId);
    if (poolId === null) continue;
    const sum = sums.get(`${poolId} ${block.typeId}`) ?? { poolId, typeId: block.typeId, quantity: 0 };
    sum.quantity += block.quantity;
    sums.set(`${poolId} ${block.typeId}`, sum);
  }
  return [...sums.values()];
}
