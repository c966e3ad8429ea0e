import type { RowsInMemory } from '../../data/session';
import {
  checkPlan,
  countPlanned,
  maxGenerated,
  type FloorNames,
  type GeneratePlan,
  type PlannedGroup,
} from '#core/rules/generation';
import { generationUnder } from '#core/rules/generation-under';
import { newestRules } from '#core/rules/version';
import type { TextKey, TextValues } from '../../text/text';

/** Something wrong with the plan, at the field that it is about. */
export interface LevelProblem {
  /** From 0. */
  readonly level: number;
  readonly field: 'count' | 'name' | 'numbering';
  readonly text: TextKey;
  readonly values?: TextValues;
}

export type Checked =
  | { readonly kind: 'planned'; readonly groups: readonly PlannedGroup[] }
  | { readonly kind: 'wrong'; readonly problem: LevelProblem };

/** The groups that a plan would make, or what is wrong with it and where; the core works out both. */
export function checkLevels(
  rows: Pick<RowsInMemory, 'row' | 'children'>,
  parentId: string,
  plan: GeneratePlan,
  floorNames: FloorNames,
): Checked {
  const wrong = (problem: LevelProblem): Checked => ({ kind: 'wrong', problem });
  const total = countPlanned(plan);
  const problem = checkPlan(plan);
  if (problem !== null && total > maxGenerated)
    return wrong({
      level: largestLevel(plan),
      field: 'count',
      text: 'generate.tooMany',
      values: { most: maxGenerated, total },
    });
  if (problem !== null) return wrong(problemAt(problem.path));
  const generation = generationUnder(rows, parentId, plan, newestRules, floorNames);
  switch (generation.kind) {
    case 'planned':
      return { kind: 'planned', groups: generation.groups };
    case 'invalid':
      return wrong(problemAt(generation.path));
    case 'nameMissing':
      return wrong({
        level: levelsOf(plan).findIndex(({ name }) => name.trim() === ''),
        field: 'name',
        text: 'generate.nameMissing',
      });
    case 'duplicateName': {
      const level = levelsOf(plan).findIndex(({ name, count }) => count > 1 && !/\{n\}|\{floor\}/.test(name));
      return level === -1
        ? wrong({ level: 0, field: 'name', text: 'generate.nameTaken', values: { name: generation.name } })
        : wrong({ level, field: 'name', text: 'generate.nameRepeats', values: { name: generation.name } });
    }
  }
}

/** Where the core says that something is wrong, such as `plan.children.count`. */
function problemAt(path: string): LevelProblem {
  const level = path.split('.').filter((part) => part === 'children').length;
  if (path.endsWith('numbering')) return { level, field: 'numbering', text: 'generate.noFloor' };
  if (path.endsWith('count')) return { level, field: 'count', text: 'generate.tooManyOnFloor' };
  return { level, field: 'name', text: 'generate.nameTooLong' };
}

function levelsOf(plan: GeneratePlan): readonly GeneratePlan[] {
  return [plan, ...(plan.children === undefined ? [] : levelsOf(plan.children))];
}

/** The level whose count stands out, and is most likely the mistake. */
function largestLevel(plan: GeneratePlan): number {
  const counts = levelsOf(plan).map(({ count }) => count);
  return counts.indexOf(Math.max(...counts));
}
