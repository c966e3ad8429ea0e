import type { GroupKind } from '#core/model/rows';
import type { GeneratePlan } from '#core/rules/generation';
import { kindBelow } from '../../parts/groups';

export type Numbering = GeneratePlan['numbering'];

/** One level of the generator as a person fills it in. */
export interface Level {
  readonly kind: GroupKind;
  readonly count: number | null;
  readonly name: string;
  readonly start: number | null;
  readonly pad: number | null;
  readonly numbering: Numbering;
  /** Numbers separated by commas or spaces. */
  readonly skip: string;
}

export type KindName = (kind: GroupKind) => string;

/** Names for the floors of a level: by numbers, or as people call them, from the ground or from a basement up. */
export const floorWays = { numbered: 1, ground: 0, basement: -1, basements: -2 } as const;
export type FloorWay = keyof typeof floorWays;
export const floorWayNames = Object.keys(floorWays) as readonly FloorWay[];

/** Stands for what people call a floor. */
const calledFloor = '{floor}';

/** The way in which the floors of a level are called; `null` for one of somebody's own. */
export function floorWayOf({ name, start }: Level): FloorWay | null {
  const isCalled = name.includes(calledFloor);
  return floorWayNames.find((way) => (way !== 'numbered') === isCalled && floorWays[way] === start) ?? null;
}

/** Levels of which one calls its floors another way; what is numbered by floor on it gets a digit for the ground floor. */
export function withFloorWay(
  levels: readonly Level[],
  index: number,
  way: FloorWay,
  nameOf: KindName,
): readonly Level[] {
  const isNumbered = way === 'numbered';
  return levels.map((level, position) => {
    if (position === index)
      return { ...level, start: floorWays[way], name: isNumbered ? `${nameOf(level.kind)} {n}` : calledFloor };
    if (position === index + 1 && level.numbering === 'floorPrefix') return { ...level, pad: isNumbered ? 0 : 3 };
    return level;
  });
}

/** Structures that come up again and again, by the kinds of their levels; a start that can be changed. */
export const presets = {
  complexes: [
    ['complex', 1],
    ['building', 3],
    ['entrance', 4],
    ['floor', 9],
    ['apartment', 4],
  ],
  housing: [
    ['building', 3],
    ['entrance', 4],
    ['floor', 9],
    ['apartment', 4],
  ],
  entrances: [
    ['entrance', 4],
    ['floor', 9],
    ['apartment', 4],
  ],
  floors: [
    ['floor', 9],
    ['apartment', 4],
  ],
  apartments: [['apartment', 4]],
  houses: [
    ['building', 12],
    ['apartment', 1],
  ],
  office: [
    ['office', 2],
    ['department', 4],
  ],
  departments: [['department', 4]],
  dealers: [['dealer', 2]],
  other: [['custom', 3]],
} as const satisfies { readonly [name: string]: readonly (readonly [GroupKind, number])[] };
export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as readonly PresetName[];

const usualBelow: { readonly [K in GroupKind]?: PresetName } = {
  distributor: 'complexes',
  dealer: 'complexes',
  complex: 'housing',
  building: 'entrances',
  entrance: 'floors',
  floor: 'apartments',
  office: 'departments',
  department: 'departments',
};

/** The structure that these levels are, whatever their counts. */
export function presetOf(levels: readonly Level[]): PresetName | null {
  const kinds = levels.map(({ kind }) => kind).join();
  return presetNames.find((name) => presets[name].map(([kind]) => kind).join() === kinds) ?? null;
}

export function usualPreset(parentKind: GroupKind): PresetName {
  return usualBelow[parentKind] ?? 'other';
}

function newLevel(kind: GroupKind, count: number | null, nameOf: KindName, kindAbove: GroupKind | undefined): Level {
  const isOnFloor = kind === 'apartment' && kindAbove === 'floor';
  return {
    kind,
    count,
    name: isOnFloor ? '{n}' : `${nameOf(kind)} {n}`,
    start: 1,
    pad: 0,
    numbering: isOnFloor ? 'floorPrefix' : 'perParent',
    skip: '',
  };
}

export function levelsOf(preset: PresetName, parentKind: GroupKind, nameOf: KindName): readonly Level[] {
  const kinds: readonly (readonly [GroupKind, number])[] = presets[preset];
  return kinds.map(([kind, count], index) => newLevel(kind, count, nameOf, kinds[index - 1]?.[0] ?? parentKind));
}

/** The level that most likely comes below the last one. */
export function nextLevel(levels: readonly Level[], parentKind: GroupKind, nameOf: KindName): Level {
  const above = levels.at(-1)?.kind ?? parentKind;
  const [first] = levelsOf(usualPreset(above), above, nameOf);
  return first?.kind === kindBelow[above] ? first : newLevel(kindBelow[above], 2, nameOf, above);
}

/** Says how often each level comes, in one line: "3 × 4 × 9 × 4". */
export function countsText(levels: readonly Level[]): string {
  return levels.map(({ count }) => count ?? '?').join(' × ');
}

/**
 * The levels for counts that are typed in one line with anything between them. Levels that were there keep what else was filled in,
 * also those that a shorter line has left out for a moment; more numbers than levels go on with what usually comes below.
 */
export function levelsForCounts(
  typed: string,
  known: readonly Level[],
  parentKind: GroupKind,
  nameOf: KindName,
): readonly Level[] {
  const levels: Level[] = [];
  for (const count of numbersIn(typed))
    levels.push({ ...(known[levels.length] ?? nextLevel(levels, parentKind, nameOf)), count });
  return levels;
}

function numbersIn(text: string): readonly number[] {
  return text
    .split(/[^\d]+/)
    .filter((part) => part !== '')
    .map(Number);
}

/** The plan of the intent; `null` while there is no level, or one without a count. */
export function planOf(levels: readonly Level[]): GeneratePlan | null {
  let plan: GeneratePlan | null = null;
  for (const level of [...levels].reverse()) {
    if (level.count === null || level.count < 1) return null;
    plan = {
      kind: level.kind,
      count: level.count,
      name: level.name,
      // A floor that is called by a word keeps its number as its code, by which what is made on it later is numbered.
      code: level.kind === 'floor' && level.name.includes(calledFloor) ? '{n}' : '',
      start: level.start ?? 1,
      pad: level.pad ?? 0,
      numbering: level.numbering,
      skip: numbersIn(level.skip),
      ...(plan === null ? {} : { children: plan }),
    };
  }
  return plan;
}
