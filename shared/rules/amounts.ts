import type { Day } from '../kernel/day';
import { compareText } from '../kernel/text';
import { catalogueOf, licenseType } from '../catalogue/license-types';
import { resourceNames, type LicenseTypeId, type Resource } from '../model/vocabulary';
import type { View } from '../model/model';
import { refuse, type Refusal, type Warning } from './refusals';
import { largestBefore, type Baseline } from './baseline';
import { Evaluation } from './evaluation';
import {
  allocatedOutUnits,
  assignedSeats,
  childPools,
  hasChildPools,
  claimedUnits,
  nominalUnits,
  poolPath,
  reservedResource,
  takenUnits,
  unitShortage,
} from './pools';
import { othersReservation } from './reservations';
import type { Touched } from './touched';

function isPool(view: View, groupId: string): boolean {
  return view.row('groups', groupId)?.restriction === 'own';
}

/**
 * D3 and D6: refused when an act makes a shortage, on the day on which it takes effect, larger than it was at any baseline.
 * What the act itself did to the pool, by which the refusal is named, is seen against the state just before it (`previous`).
 */
export function refuseAmounts(
  after: View,
  touched: Touched,
  baselines: readonly Baseline[],
  previous: Baseline,
  device?: string,
): readonly Refusal[] {
  return [
    ...refuseUnits(after, touched, baselines, previous, device),
    ...refuseResources(after, touched, baselines, previous),
  ];
}

function refuseUnits(
  after: View,
  touched: Touched,
  baselines: readonly Baseline[],
  previous: Baseline,
  device: string | undefined,
): readonly Refusal[] {
  const short = [...touched.units.values()].filter(
    ({ pool, typeId, day, laterUnits }) => unitShortage(after, pool, typeId, day) - laterUnits > 0,
  );
  if (short.length === 0) return [];
  short.sort(
    (one, other) =>
      compareText(one.day, other.day) || compareText(one.pool, other.pool) || compareText(one.typeId, other.typeId),
  );
  const shortages = largestBefore(
    baselines,
    (view) => short.map(({ pool, typeId, day }) => (isPool(view, pool) ? unitShortage(view, pool, typeId, day) : 0)),
    short.map(({ pool, typeId, day, laterUnits }) => unitShortage(after, pool, typeId, day) - laterUnits),
  );
  const before = previous((view) =>
    short.map(({ pool, typeId, day }) =>
      isPool(view, pool)
        ? { nominal: nominalUnits(view, pool, typeId, day), out: allocatedOutUnits(view, pool, typeId, day) }
        : { nominal: 0, out: 0 },
    ),
  );
  const refusals: Refusal[] = [];
  const reported = new Set<string>();
  short.forEach(({ pool, typeId, day, laterUnits }, index) => {
    const was = before[index];
    if (
      was === undefined ||
      unitShortage(after, pool, typeId, day) - laterUnits <= (shortages[index] ?? 0) ||
      reported.has(`${pool}/${typeId}`)
    )
      return;
    reported.add(`${pool}/${typeId}`);
    const limit = nominalUnits(after, pool, typeId, day);
    const out = allocatedOutUnits(after, pool, typeId, day) - laterUnits;
    const needed = out + assignedSeats(after, pool, typeId, day) + takenUnits(after, pool, typeId, day);
    // D12: what would fit but for what others took along.
    const held = othersReservation(after, pool, typeId, device);
    if (held !== null && limit >= was.nominal && needed - held.units - limit <= (shortages[index] ?? 0)) {
      const { computer, until } = held;
      refusals.push(refuse('RESERVED', { pool, typeId, day, computer, until, limit, needed }));
      return;
    }
    if (limit < was.nominal) refusals.push(refuse('BELOW_ALLOCATED', { pool, typeId, day, limit, needed }));
    else if (out > was.out) refusals.push(refuse('POOL_EXCEEDED', { pool, typeId, day, limit, needed }));
    else refusals.push(refuse('NO_LICENSE_AVAILABLE', { pool, typeId, limit, needed }));
  });
  return refusals;
}

function refuseResources(
  after: View,
  touched: Touched,
  baselines: readonly Baseline[],
  previous: Baseline,
): readonly Refusal[] {
  const evaluations = new Evaluations(after);
  const short: { readonly pool: string; readonly day: Day; readonly resource: Resource; readonly shortage: number }[] =
    [];
  for (const { pool, day } of placesBelow(after, touched, evaluations)) {
    for (const resource of resourceNames) {
      const shortage = evaluations.on(day).resourceShortage(pool, resource);
      if (shortage > 0) short.push({ pool, day, resource, shortage });
    }
  }
  if (short.length === 0) return [];
  short.sort((one, other) => compareText(one.day, other.day) || compareText(one.pool, other.pool));
  const shortages = largestBefore(
    baselines,
    (view) => {
      const evaluationsBefore = new Evaluations(view);
      return short.map(({ pool, day, resource }) =>
        isPool(view, pool) ? evaluationsBefore.on(day).resourceShortage(pool, resource) : 0,
      );
    },
    short.map(({ shortage }) => shortage),
  );
  const outBefore = previous((view) => {
    const evaluationsBefore = new Evaluations(view);
    return short.map(({ pool, day, resource }) =>
      isPool(view, pool) ? evaluationsBefore.on(day).featureResourceOut(pool, resource) : 0,
    );
  });
  const refusals: Refusal[] = [];
  const reported = new Set<string>();
  short.forEach(({ pool, day, resource, shortage }, index) => {
    if (shortage <= (shortages[index] ?? 0) || reported.has(`${pool}/${resource}`)) return;
    reported.add(`${pool}/${resource}`);
    const evaluation = evaluations.on(day);
    const gross = evaluation.grossResource(pool, resource);
    const out = evaluation.featureResourceOut(pool, resource);
    const reserved = reservedResource(after, pool, resource, day);
    // Where more is handed out, what there is to hand out is the limit; else what is left of it.
    const handsOut = out > (outBefore[index] ?? 0);
    refusals.push(
      refuse('QUOTA_EXCEEDED', {
        pool,
        resource,
        day,
        limit: handsOut ? gross : gross - out,
        needed: handsOut ? reserved + out : reserved,
      }),
    );
  });
  return refusals;
}

/**
 * Pools and days on which resources are judged: those an act is at and, since version 2, those below as far as what is short
 * above reaches them.
 */
function placesBelow(
  after: View,
  touched: Touched,
  evaluations: Evaluations,
): Iterable<{ readonly pool: string; readonly day: Day }> {
  const places = new Map([...touched.resources].filter(([, { pool }]) => isPool(after, pool)));
  // A map goes on over what is added to it meanwhile.
  for (const { pool, day } of touched.reachesBelow ? places.values() : [])
    if (hasChildPools(after, pool) && handsDownShortage(evaluations.on(day), pool))
      for (const child of childPools(after, pool)) places.set(`${child}/${day}`, { pool: child, day });
  return places.values();
}

/** Tells whether pools below get less than was allocated to them. */
function handsDownShortage(evaluation: Evaluation, pool: string): boolean {
  return (
    catalogueOf(evaluation.view).countedQuotaTypes.some(({ id }) => evaluation.isShortOfUnits(pool, id)) ||
    evaluation.refusedResourceClaims(pool).size > 0
  );
}

/** U8: by how many a pool's free seats of a type exceed its available units. */
export function freeSeatSurplus(view: View, poolId: string, typeId: LicenseTypeId, day: Day): number {
  if (!isPool(view, poolId)) return 0;
  const available = nominalUnits(view, poolId, typeId, day) - claimedUnits(view, poolId, typeId, day);
  return Math.max(0, view.freeSeatCount(poolId, typeId) - available);
}

/** U8: how many free seats of each pool and type an act leaves without a unit, beyond those that had none before. */
export function seatsToDissolve(
  after: View,
  touched: Touched,
  today: Day,
  baselines: readonly Baseline[],
): readonly { readonly pool: string; readonly typeId: LicenseTypeId; readonly count: number }[] {
  const surplus = [...touched.poolTypes.values()]
    .filter(
      ({ pool, typeId }) =>
        licenseType(after, typeId).mode === 'seat' && isPool(after, pool) && after.freeSeatCount(pool, typeId) > 0,
    )
    .map(({ pool, typeId }) => ({ pool, typeId, surplus: freeSeatSurplus(after, pool, typeId, today) }))
    .filter((one) => one.surplus > 0);
  if (surplus.length === 0) return [];
  const before = largestBefore(
    baselines,
    (view) => surplus.map(({ pool, typeId }) => freeSeatSurplus(view, pool, typeId, today)),
    surplus.map((one) => one.surplus),
  );
  return surplus
    .map(({ pool, typeId, surplus: now }, index) => ({
      pool,
      typeId,
      count: Math.min(now - (before[index] ?? 0), after.freeSeatCount(pool, typeId)),
    }))
    .filter(({ count }) => count > 0);
}

/** D4: the first day, today included, on which an act leaves more unhonoured than before; once per pool and type or resource. */
export function warnShortLater(
  after: View,
  touched: Touched,
  today: Day,
  baselines: readonly Baseline[],
): readonly Warning[] {
  const found: Suspect[] = [];
  const evaluations = new Evaluations(after);
  const poolTypes = new Map([...touched.poolTypes].filter(([, { pool }]) => isPool(after, pool)));
  const resourcePools = new Set([...touched.resourcePools].filter((pool) => isPool(after, pool)));
  // Maps and sets go on over what is added to them meanwhile: what is short in a pool is missing in those below.
  for (const { pool, typeId } of poolTypes.values()) {
    if (typeId === 'link.feature') continue;
    const suspects = unitSuspects(evaluations, pool, typeId, unitDays(after, pool, typeId, today));
    found.push(...suspects);
    if (suspects.length === 0 || !touched.reachesBelow) continue;
    // Where nothing is left to hand down, and nothing was just before, those below lack the same as they did.
    const gives = (view: View): boolean => givesAny(view, suspects, typeId, today);
    if (!gives(after) && baselines.at(-1)?.(gives) === false) continue;
    for (const child of childPools(after, pool)) {
      poolTypes.set(`${child}/${typeId}`, { pool: child, typeId });
      if (licenseType(after, typeId).mode === 'quota') resourcePools.add(child);
    }
  }
  for (const pool of resourcePools) {
    const suspects = resourceSuspects(evaluations, pool, resourceDays(after, pool, today));
    found.push(...suspects);
    if (suspects.length > 0 && touched.reachesBelow)
      for (const child of childPools(after, pool)) resourcePools.add(child);
  }
  if (found.length === 0) return [];
  const formerly = (baseline: Baseline): Former => baseline((view) => formerShortages(view, found, today));
  // What is no worse than just before is no worse than at any time before: mostly nobody has to look further back.
  const justBefore = baselines.slice(-1).map(formerly);
  const worse = firstWorse(found, justBefore);
  return baselines.length < 2 || worse.length === 0
    ? worse
    : firstWorse(found, [...baselines.slice(0, -1).map(formerly), ...justBefore]);
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

/** Tells whether a pool really has units of a type on any day of its suspects' stretches, so that pools below may get some of them. */
function givesAny(view: View, suspects: readonly Suspect[], typeId: LicenseTypeId, today: Day): boolean {
  const evaluations = new Evaluations(view);
  return suspects.some(
    (suspect) =>
      isPool(view, suspect.pool) &&
      stretchDays(suspect, unitDays(view, suspect.pool, typeId, today)).some(
        (day) => evaluations.on(day).effectiveUnits(suspect.pool, typeId) > 0,
      ),
  );
}

/** The first day of a suspect's stretch, and those of the given ones that lie in it. */
function stretchDays(suspect: Suspect, days: readonly Day[]): readonly Day[] {
  return [suspect.day, ...days.filter((day) => day > suspect.day && (suspect.until === null || day < suspect.until))];
}

/** Shortages in each suspect's stretch, from each day on which it changed; a group that was no pool was short of nothing. */
type Former = readonly (readonly { readonly day: Day; readonly short: number }[])[];

function formerShortages(before: View, suspects: readonly Suspect[], today: Day): Former {
  const evaluations = new Evaluations(before);
  return suspects.map((suspect) => {
    if (!isPool(before, suspect.pool)) return [{ day: suspect.day, short: 0 }];
    const all =
      suspect.typeId === undefined
        ? resourceDays(before, suspect.pool, today)
        : unitDays(before, suspect.pool, suspect.typeId, today);
    return stretchDays(suspect, all).map((day) => {
      const evaluation = evaluations.on(day);
      const short =
        suspect.typeId === undefined
          ? evaluation.resourceShortage(suspect.pool, suspect.resource ?? 'sip')
          : unhonouredUnits(evaluation, suspect.pool, suspect.typeId);
      return { day, short };
    });
  });
}

function firstWorse(suspects: readonly Suspect[], formerly: readonly Former[]): readonly Warning[] {
  const warned = new Map<string, Warning>();
  const inOrder = suspects.map((suspect, index) => ({ suspect, index }));
  for (const { suspect, index } of inOrder.sort((one, other) => compareText(one.suspect.day, other.suspect.day))) {
    const key = `${suspect.pool}/${suspect.typeId ?? suspect.resource ?? ''}`;
    if (warned.has(key)) continue;
    const day = worseFrom(
      suspect,
      formerly.map((former) => former[index] ?? []),
    );
    if (day === null) continue;
    const about = suspect.typeId === undefined ? { resource: suspect.resource } : { typeId: suspect.typeId };
    warned.set(key, { code: 'SHORT_LATER', pool: suspect.pool, ...about, day, short: suspect.short });
  }
  return [...warned.values()].sort((one, other) => compareText(String(one['day']), String(other['day'])));
}

/** The first day of a suspect's stretch on which less was short before, whichever state it is compared with. */
function worseFrom(suspect: Suspect, formerly: readonly Former[number][]): Day | null {
  const days = [...new Set(formerly.flatMap((former) => former.map(({ day }) => day)))].sort(compareText);
  const shortOn = (former: Former[number], day: Day): number =>
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
    for (const type of catalogueOf(view).countedQuotaTypes) addUnitDays(view, pool, type.id, today, days);
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

/** One evaluation a day, made when it is first asked for. */
class Evaluations {
  private readonly byDay = new Map<Day, Evaluation>();

  constructor(private readonly view: View) {}

  on(day: Day): Evaluation {
    let evaluation = this.byDay.get(day);
    if (evaluation === undefined) {
      evaluation = new Evaluation(this.view, day);
      this.byDay.set(day, evaluation);
    }
    return evaluation;
  }
}
