import type { Day } from '../kernel/day';
import { compareText } from '../kernel/text';
import { countedQuotaTypes, licenseType } from '../catalogue/license-types';
import { resourceNames, type LicenseTypeId, type Resource } from '../model/vocabulary';
import type { View } from '../model/model';
import { isPool, type Baseline } from './amounts';
import type { Evaluation } from './evaluation';
import { Evaluations } from './evaluations';
import { allocatedPools, childPools, claimedUnits, poolPath } from './pools';
import type { Warning } from './refusals';
import type { Touched } from './touched';

/** D4: the first day, today included, on which an act leaves more unhonoured than before; once per pool and type or resource. */
export function warnShortLater(
  after: View,
  touched: Touched,
  today: Day,
  baselines: readonly Baseline[],
  previous: Baseline,
): readonly Warning[] {
  const search: Search = {
    evaluations: new Evaluations(after),
    today,
    baselines,
    previous,
    reachesBelow: touched.reachesBelow,
  };
  const resourcePools = new Set(touched.resourcePools);
  const units = shortAt(search, touched.poolTypes.values(), ({ pool, typeId }) => {
    if (typeId !== undefined && licenseType(typeId).mode === 'quota') resourcePools.add(pool);
  });
  const resources = shortAt(
    search,
    [...resourcePools].map((pool) => ({ pool })),
  );
  return firstWorse([...units, ...resources]);
}

interface Search {
  readonly evaluations: Evaluations;
  readonly today: Day;
  readonly baselines: readonly Baseline[];
  /** The state just before the act: what pools that it does not touch claim is the same there. */
  readonly previous: Baseline;
  /** True when pools below the touched ones are judged too, which version 1 did not. */
  readonly reachesBelow: boolean;
}

/** A pool, and what may get short in it: units of a type or, without one, resources. */
interface Place {
  readonly pool: string;
  readonly typeId?: LicenseTypeId;
}

/** A suspect, and what was short before in each state with which the act is compared. */
interface Compared {
  readonly suspect: Suspect;
  readonly formerly: readonly Former[];
}

/**
 * What is short at places that an act touches and, since what is short in a pool is missing in those below, at those of
 * them to which less comes than before. `onPlaceBelow` is called with each of these.
 */
function shortAt(
  search: Search,
  touched: Iterable<Place>,
  onPlaceBelow: (place: Place) => void = () => undefined,
): readonly Compared[] {
  const { evaluations, today, baselines } = search;
  const { view } = evaluations;
  const found: Compared[] = [];
  const seen = new Set<string>();
  let level = [...touched].filter(({ pool, typeId }) => typeId !== 'link.feature' && isPool(view, pool));
  while (level.length > 0) {
    for (const place of level) seen.add(placeKey(place));
    const short = level
      .map((place) => ({ place, days: daysOf(view, place, today) }))
      .map(({ place, days }) => ({ place, days, suspects: suspectsAt(evaluations, place, days) }))
      .filter(({ suspects }) => suspects.length > 0);
    if (short.length === 0) break;
    const former = baselines.map((baseline) =>
      baseline((state) => {
        const earlier = new Evaluations(state);
        return short.map(({ suspects }) => suspects.map((suspect) => formerShortages(earlier, suspect, today)));
      }),
    );
    short.forEach(({ suspects }, index) =>
      suspects.forEach((suspect, at) =>
        found.push({ suspect, formerly: former.map((state) => state[index]?.[at] ?? []) }),
      ),
    );
    if (!search.reachesBelow) break;
    const below = placesGettingLess(search, short);
    below.forEach(onPlaceBelow);
    level = below.filter((place) => !seen.has(placeKey(place)));
  }
  return found;
}

/** Places right below those that are short to which less comes than just before the act; days are those of each place. */
function placesGettingLess(
  { evaluations, previous, today }: Search,
  short: readonly { readonly place: Place; readonly days: readonly Day[] }[],
): readonly Place[] {
  const stinting = short.map(({ place, days }) => days.filter((day) => isStinting(evaluations.on(day), place)));
  const coming = previous((state) => {
    const earlier = new Evaluations(state);
    return short.map(({ place, days }, index) => comingBelow(earlier, place, days, stinting[index] ?? [], today));
  });
  return short.flatMap(({ place }, index) => {
    const less = poolsGettingLess(evaluations, place, coming[index] ?? new Map());
    return inOrderOfPools(evaluations.view, place.pool, less).map((pool) => ({ ...place, pool }));
  });
}

function placeKey({ pool, typeId }: Place): string {
  return `${pool}/${typeId ?? ''}`;
}

function daysOf(view: View, { pool, typeId }: Place, today: Day): readonly Day[] {
  return typeId === undefined ? resourceDays(view, pool, today) : unitDays(view, pool, typeId, today);
}

function suspectsAt(evaluations: Evaluations, { pool, typeId }: Place, days: readonly Day[]): readonly Suspect[] {
  return typeId === undefined
    ? resourceSuspects(evaluations, pool, days)
    : unitSuspects(evaluations, pool, typeId, days);
}

/** The type of the allocations through which a place gives to pools below. */
function allocatedType({ typeId }: Place): LicenseTypeId {
  return typeId ?? 'link.feature';
}

/** Tells whether not all is honoured that draws on a place. */
function isStinting(evaluation: Evaluation, { pool, typeId }: Place): boolean {
  return typeId === undefined
    ? evaluation.refusedResourceClaims(pool).size > 0
    : evaluation.isShortOfUnits(pool, typeId);
}

/** What comes to a pool below from what was allocated to it: its units, or its amount of each resource. */
function comingTo(evaluation: Evaluation, { typeId }: Place, pool: string): readonly number[] {
  return typeId === undefined
    ? resourceNames.map((resource) => evaluation.featureResource(pool, resource))
    : [evaluation.effectiveUnits(pool, typeId)];
}

/** What comes to each pool below a place, on the days on which anything does. */
type Coming = ReadonlyMap<Day, ReadonlyMap<string, readonly number[]>>;

/**
 * What came to the pools below a place before the act, on the days on which it is short now (`stinting`, of `known`) and those
 * on which anything changed then. Where nothing came, the pools are not looked at: there may be a great many.
 */
function comingBelow(
  earlier: Evaluations,
  place: Place,
  known: readonly Day[],
  stinting: readonly Day[],
  today: Day,
): Coming {
  const { view } = earlier;
  const coming = new Map<Day, ReadonlyMap<string, readonly number[]>>();
  if (!isPool(view, place.pool)) return coming;
  const typeId = allocatedType(place);
  const comesAny = (day: Day): boolean =>
    place.typeId === undefined || earlier.on(day).effectiveUnits(place.pool, place.typeId) > 0;
  const days = new Set([...stinting, ...daysOf(view, place, today).filter((day) => !known.includes(day))]);
  if (![...days].some(comesAny)) return coming;
  const pools = allocatedPools(view, place.pool, typeId);
  // Where one allocation ends as another begins, the pool above has as much out as before, and names no day.
  for (const pool of pools) addUnitDays(view, pool, typeId, today, days);
  for (const day of days)
    if (comesAny(day)) coming.set(day, new Map(pools.map((pool) => [pool, comingTo(earlier.on(day), place, pool)])));
  return coming;
}

/** The pools below a place to which less comes on some day than came before. */
function poolsGettingLess(evaluations: Evaluations, place: Place, before: Coming): ReadonlySet<string> {
  const { view } = evaluations;
  const less = new Set<string>();
  for (const [day, coming] of before) {
    const evaluation = evaluations.on(day);
    if (!isStinting(evaluation, place)) continue;
    for (const [pool, was] of coming)
      if (
        !less.has(pool) &&
        isPool(view, pool) &&
        view.poolAbove(pool) === place.pool &&
        comingTo(evaluation, place, pool).some((amount, index) => amount < (was[index] ?? 0))
      )
        less.add(pool);
  }
  return less;
}

/** Some pools below another one in the order in which all of them are listed. */
function inOrderOfPools(view: View, poolId: string, pools: ReadonlySet<string>): readonly string[] {
  return pools.size < 2 ? [...pools] : childPools(view, poolId).filter((pool) => pools.has(pool));
}

/** A day on which something is short after the act; days up to the next one in its list are alike. */
interface Suspect {
  readonly pool: string;
  readonly typeId?: LicenseTypeId;
  readonly resource?: Resource;
  readonly day: Day;
  readonly until: Day | null;
  readonly short: number;
}

function unitSuspects(
  evaluations: Evaluations,
  pool: string,
  typeId: LicenseTypeId,
  days: readonly Day[],
): readonly Suspect[] {
  return days.flatMap((day, index) => {
    const short = unhonouredUnits(evaluations.on(day), pool, typeId);
    return short > 0 ? [{ pool, typeId, day, until: days[index + 1] ?? null, short }] : [];
  });
}

function resourceSuspects(evaluations: Evaluations, pool: string, days: readonly Day[]): readonly Suspect[] {
  return days.flatMap((day, index) =>
    resourceNames.flatMap((resource) => {
      const short = evaluations.on(day).resourceShortage(pool, resource);
      return short > 0 ? [{ pool, resource, day, until: days[index + 1] ?? null, short }] : [];
    }),
  );
}

/** Shortages in a suspect's stretch, from each day on which it changed; a group that was no pool was short of nothing. */
type Former = readonly { readonly day: Day; readonly short: number }[];

function formerShortages(evaluations: Evaluations, suspect: Suspect, today: Day): Former {
  const { view } = evaluations;
  if (!isPool(view, suspect.pool)) return [{ day: suspect.day, short: 0 }];
  const days = [
    suspect.day,
    ...daysOf(view, suspect, today).filter(
      (day) => day > suspect.day && (suspect.until === null || day < suspect.until),
    ),
  ];
  return days.map((day) => {
    const evaluation = evaluations.on(day);
    const short =
      suspect.typeId === undefined
        ? evaluation.resourceShortage(suspect.pool, suspect.resource ?? 'sip')
        : unhonouredUnits(evaluation, suspect.pool, suspect.typeId);
    return { day, short };
  });
}

function firstWorse(found: readonly Compared[]): readonly Warning[] {
  const warned = new Map<string, Warning>();
  for (const { suspect, formerly } of [...found].sort((one, other) =>
    compareText(one.suspect.day, other.suspect.day),
  )) {
    const key = `${suspect.pool}/${suspect.typeId ?? suspect.resource ?? ''}`;
    if (warned.has(key)) continue;
    const day = worseFrom(suspect, formerly);
    if (day === null) continue;
    const about = suspect.typeId === undefined ? { resource: suspect.resource } : { typeId: suspect.typeId };
    warned.set(key, { code: 'SHORT_LATER', pool: suspect.pool, ...about, day, short: suspect.short });
  }
  return [...warned.values()].sort((one, other) => compareText(String(one['day']), String(other['day'])));
}

/** The first day of a suspect's stretch on which less was short before, whichever state it is compared with. */
function worseFrom(suspect: Suspect, formerly: readonly Former[]): Day | null {
  const days = [...new Set(formerly.flatMap((former) => former.map(({ day }) => day)))].sort(compareText);
  const shortOn = (former: Former, day: Day): number =>
    former.reduce((short, step) => (step.day <= day ? step.short : short), 0);
  return days.find((day) => formerly.every((former) => suspect.short > shortOn(former, day))) ?? null;
}

/** X2: units of a type that a pool's claims ask for beyond what it effectively has. */
export function unhonouredUnits(evaluation: Evaluation, poolId: string, typeId: LicenseTypeId): number {
  const claimed = claimedUnits(evaluation.view, poolId, typeId, evaluation.day);
  return claimed === 0 ? 0 : Math.max(0, claimed - evaluation.effectiveUnits(poolId, typeId));
}

/** Today and the later days on which anything about a pool's units of a type changes. */
function unitDays(view: View, poolId: string, typeId: LicenseTypeId, today: Day): readonly Day[] {
  const days = new Set([today]);
  for (const pool of poolPath(view, poolId)) addUnitDays(view, pool, typeId, today, days);
  return [...days].sort(compareText);
}

function addUnitDays(view: View, pool: string, typeId: LicenseTypeId, today: Day, days: Set<Day>): void {
  for (const day of view.supplyOf(pool).timeline(`supply/${typeId}`)?.keys() ?? []) if (day > today) days.add(day);
  for (const day of view.territoryFigures(pool).timeline(`out/${typeId}`)?.keys() ?? []) if (day > today) days.add(day);
}

/** Today and the later days on which anything about a pool's resources changes. */
function resourceDays(view: View, poolId: string, today: Day): readonly Day[] {
  const days = new Set([today]);
  for (const pool of poolPath(view, poolId)) {
    for (const type of countedQuotaTypes) addUnitDays(view, pool, type.id, today, days);
    for (const resource of resourceNames) {
      for (const day of view.supplyOf(pool).timeline(`supplyFeature/${resource}`)?.keys() ?? [])
        if (day > today) days.add(day);
      for (const day of view.territoryFigures(pool).timeline(`outFeature/${resource}`)?.keys() ?? [])
        if (day > today) days.add(day);
    }
  }
  addUnitDays(view, view.root.id, 'link.trial', today, days);
  return [...days].sort(compareText);
}
