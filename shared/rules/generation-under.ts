import type { View } from '../model/model';
import { newestRules, type RulesVersion } from './version';
import { numberOfGroup, planGroups, type FloorNames, type GeneratePlan, type Generation } from './generation';

type Rows = Pick<View, 'row' | 'children'>;

/** Start of a generation: the parent's number for `{p}` and floor numbers, and the names that stand there already. */
function startUnder(
  rows: Rows,
  parentId: string,
  rules: RulesVersion,
): { readonly number: number; readonly isFloor: boolean; readonly taken: ReadonlySet<string> } | null {
  const parent = rows.row('groups', parentId);
  if (parent === undefined) return null;
  const position = parent.parentId === null ? 1 : rows.children(parent.parentId).indexOf(parentId) + 1;
  const taken = new Set(rows.children(parentId).flatMap((id) => rows.row('groups', id)?.name ?? []));
  return { number: numberOfGroup(parent, position, rules), isFloor: parent.kind === 'floor', taken };
}

/** The groups of a plan under a group that exists, or what is wrong with the plan there. */
export function generationUnder(
  rows: Rows,
  parentId: string,
  plan: GeneratePlan,
  rules: RulesVersion = newestRules,
  floorNames: FloorNames | null = null,
): Generation {
  const start = startUnder(rows, parentId, rules);
  return start === null ? { kind: 'planned', groups: [], total: 0 } : planGroups(plan, start, start.taken, floorNames);
}

/** A group on an upper level of a plan, by an id that was given; or everything that a plan makes below such a group. */
export type GenerationPart =
  | {
      readonly kind: 'group';
      readonly level: number;
      readonly id: string;
      readonly parentId: string;
      readonly groupKind: GeneratePlan['kind'];
      readonly name: string;
      readonly code: string;
    }
  | { readonly kind: 'below'; readonly parentId: string; readonly plan: GeneratePlan };

/**
 * The same groups as the plan makes, in parts: those of the first `levels` levels one by one, with ids that are known
 * beforehand so that other acts of the same batch can mean them, and what is below as a plan each.
 * Empty where the plan is wrong.
 */
export function generationInParts(
  rows: Rows,
  parentId: string,
  plan: GeneratePlan,
  levels: number,
  newId: () => string,
  floorNames: FloorNames | null = null,
): readonly GenerationPart[] {
  const start = startUnder(rows, parentId, newestRules);
  const planned = generationUnder(rows, parentId, plan, newestRules, floorNames);
  if (start === null || planned.kind !== 'planned') return [];
  // The same plan with nothing but numbers for names tells each group's number.
  const numbered = planGroups(numbersOnly(plan), start, new Set());
  if (numbered.kind !== 'planned') return [];
  const parts: GenerationPart[] = [];
  takeApart(parts, { groups: planned.groups, numbers: numbered.groups, plan, parentId, level: 0 }, levels, newId);
  return parts;
}

interface Step {
  readonly groups: readonly Planned[];
  readonly numbers: readonly Planned[];
  readonly plan: GeneratePlan;
  readonly parentId: string;
  readonly level: number;
}

type Planned = Extract<Generation, { kind: 'planned' }>['groups'][number];

function takeApart(parts: GenerationPart[], step: Step, levels: number, newId: () => string): void {
  const { groups, numbers, plan, parentId, level } = step;
  groups.forEach((group, index) => {
    const id = newId();
    const number = numbers[index];
    parts.push({ kind: 'group', level, id, parentId, groupKind: group.kind, name: group.name, code: group.code });
    if (plan.children === undefined || number === undefined) return;
    if (level + 1 < levels)
      takeApart(
        parts,
        { groups: group.children, numbers: number.children, plan: plan.children, parentId: id, level: level + 1 },
        levels,
        newId,
      );
    else
      parts.push({ kind: 'below', parentId: id, plan: planBelow(plan.children, Number(number.name), number.children) });
  });
}

function numbersOnly(plan: GeneratePlan): GeneratePlan {
  return {
    ...plan,
    name: '{n}',
    code: '',
    pad: 0,
    children: plan.children === undefined ? undefined : numbersOnly(plan.children),
  };
}

/** Part of a plan below a group of this number, as a plan of its own: the number is written out, since the group that is made alone may count differently. */
function planBelow(plan: GeneratePlan, parentNumber: number, numbers: readonly Planned[]): GeneratePlan {
  const own = goingOn(plan, numbers);
  const base = parentNumber * 100;
  return {
    ...own,
    name: own.name.replaceAll('{p}', String(parentNumber)),
    code: own.code.replaceAll('{p}', String(parentNumber)),
    // Below ground numbers go down, which only a floor's own numbering does.
    ...(plan.numbering === 'floorPrefix' && parentNumber >= 0
      ? { numbering: 'perParent' as const, start: base + own.start, skip: own.skip.map((position) => base + position) }
      : {}),
  };
}

/** Levels that are numbered right through go on where the groups before have left off. */
function goingOn(plan: GeneratePlan, numbers: readonly Planned[]): GeneratePlan {
  const [first] = numbers;
  return {
    ...plan,
    start: plan.numbering === 'continuous' && first !== undefined ? Number(first.name) : plan.start,
    children: plan.children === undefined ? undefined : goingOn(plan.children, first?.children ?? []),
  };
}

/** Number of groups that a plan makes on each of its levels, from above. */
export function countByLevel(plan: GeneratePlan): readonly number[] {
  const below = plan.children === undefined ? [] : countByLevel(plan.children);
  return [plan.count, ...below.map((count) => count * plan.count)];
}
