import type { LicenseTypeId } from '#core/model/vocabulary';
import type { PoolAnswer } from '#core/queries/pool';
import type { FloorNames, GeneratePlan } from '#core/rules/generation';
import { countByLevel, generationInParts } from '#core/rules/generation-under';
import type { ActCall, RowsInMemory } from '../../data/session';

/** Licenses that every group of a level gets into a pool of its own. */
export interface LicenseLine {
  /** From 0. */
  readonly level: number;
  readonly typeId: LicenseTypeId;
  /** `null` and 0: none. */
  readonly quantity: number | null;
}

/** Units that a line takes, and the pool that gives them. */
export interface LicenseCost {
  readonly line: LicenseLine;
  readonly groups: number;
  readonly total: number;
  /** The level whose groups give it; `null`: the pool that is there already. */
  readonly giver: number | null;
  /** What is taken from one giver, and what that has before. */
  readonly taken: number;
  readonly available: number;
}

type BatchCall = Extract<ActCall, { readonly do: 'batch' }>['args']['do'][number];

export function filledLines(lines: readonly LicenseLine[], levels: number): readonly LicenseLine[] {
  return lines.filter(({ quantity, level }) => quantity !== null && quantity > 0 && level < levels);
}

/** Works out what the lines take from which pool: that of the nearest level above that gets licenses too, else the one that is there already. */
export function costsOf(
  lines: readonly LicenseLine[],
  plan: GeneratePlan,
  pool: Pick<PoolAnswer, 'types'>,
): readonly LicenseCost[] {
  const counts = countByLevel(plan);
  const filled = filledLines(lines, counts.length);
  return filled.map((line) => {
    const above = filled.map(({ level }) => level).filter((level) => level < line.level);
    const giver = above.length === 0 ? null : Math.max(...above);
    const groups = counts[line.level] ?? 0;
    const quantity = line.quantity ?? 0;
    const sameType = (level: number | null): readonly LicenseLine[] =>
      filled.filter((other) => other.typeId === line.typeId && other.level === level);
    const available =
      giver === null
        ? (pool.types[line.typeId]?.available ?? 0)
        : sameType(giver).reduce((sum, other) => sum + (other.quantity ?? 0), 0);
    return {
      line,
      groups,
      total: groups * quantity,
      giver,
      taken: (groups / (giver === null ? 1 : (counts[giver] ?? 1))) * quantity,
      available,
    };
  });
}

/** People that every apartment gets, until their names are known. */
export interface Placeholders {
  readonly perApartment: number;
  /** What somebody is called, by the apartment and the place among those who live there, from 1. */
  readonly nameOf: (apartment: string, position: number) => string;
  /** Numbers that they get one after another, with an app each; `null` where they get neither. What is missing at the end is left out. */
  readonly numbers: readonly string[] | null;
}

/** The level of the apartments, from 0; -1 where there are none. */
function apartmentLevel(plan: GeneratePlan): number {
  let level = 0;
  for (let at: GeneratePlan | undefined = plan; at !== undefined; at = at.children, level += 1)
    if (at.kind === 'apartment') return level;
  return -1;
}

/** Apartments that a plan makes. */
export function apartmentsIn(plan: GeneratePlan): number {
  return countByLevel(plan)[apartmentLevel(plan)] ?? 0;
}

/** The deepest level whose floors are called as people call them, from 0; -1 where there is none. */
function namedFloorLevel(plan: GeneratePlan): number {
  let [level, deepest] = [0, -1];
  for (let at: GeneratePlan | undefined = plan; at !== undefined; at = at.children, level += 1)
    if (at.kind === 'floor' && at.name.includes('{floor}')) deepest = level;
  return deepest;
}

/** The act that makes the groups, gives them licenses and puts people into the apartments, all at once or not at all. */
export function generateCall(
  rows: Pick<RowsInMemory, 'row' | 'children'>,
  parentId: string,
  plan: GeneratePlan,
  lines: readonly LicenseLine[],
  idPrefix: string,
  placeholders: Placeholders | null,
  floorNames: FloorNames,
): ActCall | null {
  const filled = filledLines(lines, countByLevel(plan).length);
  const peopled = placeholders === null || placeholders.perApartment === 0 ? -1 : apartmentLevel(plan);
  const named = namedFloorLevel(plan);
  if (filled.length === 0 && peopled === -1 && named === -1) return { do: 'group.generate', args: { parentId, plan } };
  const deepest = Math.max(peopled, named, ...filled.map(({ level }) => level));
  let made = 0;
  let housed = 0;

  function resident(groupId: string, name: string): readonly BatchCall[] {
    const numbers = placeholders?.numbers ?? null;
    if (numbers === null) return [{ do: 'user.create', args: { groupId, name } }];
    const userId = `${idPrefix}.u${housed}`;
    const numberId = `${idPrefix}.n${housed}`;
    const value = numbers[housed];
    housed += 1;
    return [
      { do: 'user.create', args: { id: userId, groupId, name } },
      { do: 'allowance.set', args: { userId, resources: { sip: 1, mobileApp: 1 } } },
      ...(value === undefined
        ? []
        : [
            { do: 'number.add' as const, args: { id: numberId, kind: 'sip' as const, value } },
            { do: 'number.attach' as const, args: { numberId, to: { userId } } },
          ]),
    ];
  }

  const calls = generationInParts(
    rows,
    parentId,
    plan,
    deepest + 1,
    () => `${idPrefix}.${(made += 1)}`,
    floorNames,
  ).flatMap((part): readonly BatchCall[] => {
    if (part.kind === 'below') return [{ do: 'group.generate', args: { parentId: part.parentId, plan: part.plan } }];
    const { id, parentId: above, groupKind, name, code, level } = part;
    const allocate = filled
      .filter((line) => line.level === level)
      .map(({ typeId, quantity }) => ({ typeId, quantity: quantity ?? 0 }));
    const created: BatchCall = { do: 'group.create', args: { id, parentId: above, kind: groupKind, name, code } };
    const people: readonly BatchCall[] =
      placeholders === null || level !== peopled || groupKind !== 'apartment'
        ? []
        : Array.from({ length: placeholders.perApartment }, (_, position) =>
            resident(id, placeholders.nameOf(name, position + 1)),
          ).flat();
    return [
      created,
      ...(allocate.length === 0
        ? []
        : [{ do: 'restriction.set' as const, args: { groupId: id, mode: 'own' as const, allocate } }]),
      ...people,
    ];
  });
  return calls.length === 0 ? null : { do: 'batch', args: { do: calls } };
}
