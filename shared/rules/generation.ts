import type { GroupKind, GroupRow } from '../model/rows';
import type { Bounds, Problem } from './problems';
import { newestRules, type RulesVersion } from './version';

/** A level of groups to make, with the levels below it (`group.generate`). */
export interface GeneratePlan {
  readonly kind: GroupKind;
  /** Number under each parent. */
  readonly count: number;
  readonly start: number;
  /** Template with `{n}`, `{p}` and `{code}`. */
  readonly name: string;
  readonly code: string;
  /** Numbers (with `floorPrefix`: positions) that are left out; the count is still reached. */
  readonly skip: readonly number[];
  readonly numbering: 'perParent' | 'continuous' | 'floorPrefix';
  /** Digits to which numbers are padded with zeros. */
  readonly pad: number;
  readonly children?: GeneratePlan | undefined;
}

/** At most this many groups in one go. */
export const maxGenerated = 100_000;
/** G7: how many levels a plan may have. */
const maxPlanDepth = 12;

/** Number of levels a plan has. */
export function depthOfPlan(plan: GeneratePlan): number {
  return 1 + (plan.children === undefined ? 0 : depthOfPlan(plan.children));
}

/** A group that a plan makes, with those below it. */
export interface PlannedGroup {
  readonly kind: GroupKind;
  readonly name: string;
  readonly code: string;
  /** Its number, where it has the floor's before its own. */
  readonly floorNumber?: number;
  readonly children: readonly PlannedGroup[];
}

/** Fault of a plan, and its place in the arguments. */
export interface PlanProblem {
  readonly path: string;
  readonly problem: Problem;
  readonly bounds?: Bounds;
}

export type Generation =
  | { readonly kind: 'planned'; readonly groups: readonly PlannedGroup[]; readonly total: number }
  | ({ readonly kind: 'invalid' } & PlanProblem)
  | { readonly kind: 'nameMissing' }
  | { readonly kind: 'duplicateName'; readonly name: string };

/** Number of groups that a plan makes, the levels below counted. */
export function countPlanned(plan: GeneratePlan): number {
  return plan.count * (1 + (plan.children === undefined ? 0 : countPlanned(plan.children)));
}

/** Finds what is wrong with a plan by itself: too many groups, a floor prefix that is not below a floor, more than 99 on a floor, names that repeat. */
export function checkPlan(plan: GeneratePlan, rules: RulesVersion = newestRules): PlanProblem | null {
  if (rules > 1 && depthOfPlan(plan) > maxPlanDepth)
    return { path: 'plan', problem: 'tooDeep', bounds: { most: maxPlanDepth } };
  if (countPlanned(plan) > maxGenerated)
    return { path: 'plan', problem: 'tooManyGroups', bounds: { most: maxGenerated } };
  return checkLevel(plan, 'plan');
}

function checkLevel(plan: GeneratePlan, path: string): PlanProblem | null {
  if (plan.children === undefined) return null;
  if (plan.children.numbering === 'floorPrefix' && plan.kind !== 'floor')
    return { path: `${path}.children.numbering`, problem: 'onlyOnFloors' };
  return checkLevel(plan.children, `${path}.children`);
}

/** Codes of floors in words, as numbers: basement, ground floor, upper floor. */
const floorCodes: ReadonlyMap<string, number> = new Map([
  ['UG', -1],
  ['B', -1],
  ['EG', 0],
  ['G', 0],
  ['OG', 1],
]);

/** The number of an existing group: its code if that says one, else its position among its siblings, from 1. */
export function numberOfGroup(group: GroupRow, position: number, rules: RulesVersion = newestRules): number {
  if (rules > 1) {
    const named = /^-\d{1,9}$/.test(group.code) ? Number(group.code) : floorCodes.get(group.code);
    if (named !== undefined) return named;
  }
  return /^\d{1,9}$/.test(group.code) ? Number(group.code) : position;
}

/**
 * Says what people call a floor by its number: 0 is on the ground, below zero under it. It stands for `{floor}` in the names of
 * floors. No act carries it, since acts are the same in every language: whoever asks with it makes the floors one by one.
 */
export type FloorNames = (floor: number) => string;

/**
 * Works out the groups of a plan under a parent with a number, names that stand there already included.
 * `parent.isFloor` allows `floorPrefix` on the first level.
 */
export function planGroups(
  plan: GeneratePlan,
  parent: { readonly number: number; readonly isFloor: boolean },
  takenNames: ReadonlySet<string>,
  floorNames: FloorNames | null = null,
): Generation {
  if (plan.numbering === 'floorPrefix' && !parent.isFloor)
    return { kind: 'invalid', path: 'plan.numbering', problem: 'onlyOnFloors' };
  const made = planLevel(plan, parent.number, takenNames, { counters: new Map(), floorNames }, 'plan');
  return made.kind === 'planned' ? { ...made, total: countPlanned(plan) } : made;
}

type Level =
  { readonly kind: 'planned'; readonly groups: readonly PlannedGroup[] } | Exclude<Generation, { kind: 'planned' }>;

interface Planning {
  /** Where levels that are numbered right through go on. */
  readonly counters: Map<GeneratePlan, number>;
  readonly floorNames: FloorNames | null;
}

function planLevel(
  plan: GeneratePlan,
  parentNumber: number,
  taken: ReadonlySet<string>,
  planning: Planning,
  path: string,
): Level {
  const { counters, floorNames } = planning;
  const skipped = new Set(plan.skip);
  const names = new Set(taken);
  const groups: PlannedGroup[] = [];
  let position = plan.numbering === 'continuous' ? (counters.get(plan) ?? plan.start) : plan.start;
  while (groups.length < plan.count) {
    if (skipped.has(position)) {
      position += 1;
      continue;
    }
    if (plan.numbering === 'floorPrefix' && position > 99)
      return { kind: 'invalid', path: `${path}.count`, problem: 'tooManyOnFloor', bounds: { most: 99 } };
    const number = plan.numbering === 'floorPrefix' ? onFloor(parentNumber, position) : position;
    const text = { number: padded(number, plan.pad), parent: String(parentNumber) };
    const code = fill(plan.code, text.number, text.parent, '');
    const template =
      floorNames === null || plan.kind !== 'floor'
        ? plan.name
        : plan.name.replaceAll('{floor}', () => floorNames(number));
    const name = fill(template, text.number, text.parent, code).trim();
    if (name === '') return { kind: 'nameMissing' };
    if ([...name].length > 200)
      return { kind: 'invalid', path: `${path}.name`, problem: 'tooLong', bounds: { most: 200 } };
    if (names.has(name)) return { kind: 'duplicateName', name };
    names.add(name);
    const below =
      plan.children === undefined ? null : planLevel(plan.children, number, new Set(), planning, `${path}.children`);
    if (below !== null && below.kind !== 'planned') return below;
    groups.push({
      kind: plan.kind,
      name,
      code,
      ...(plan.numbering === 'floorPrefix' ? { floorNumber: number } : {}),
      children: below?.groups ?? [],
    });
    position += 1;
  }
  counters.set(plan, position);
  return { kind: 'planned', groups };
}

/** A number with zeros before its digits. */
function padded(number: number, digits: number): string {
  return number < 0 ? `-${String(-number).padStart(digits, '0')}` : String(number).padStart(digits, '0');
}

/** The number at a position of a floor; below ground it counts away from the ground. */
function onFloor(floor: number, position: number): number {
  return floor < 0 ? floor * 100 - position : floor * 100 + position;
}

function fill(template: string, number: string, parent: string, code: string): string {
  // By functions, because a text to put in would have its dollar signs read as references.
  return template
    .replaceAll('{n}', number)
    .replaceAll('{p}', parent)
    .replaceAll('{code}', () => code);
}
