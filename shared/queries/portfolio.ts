import { catalogueOf } from '../catalogue/license-types';
import { addDays, type Day } from '../kernel/day';
import type { BlockRow, GroupKind, GroupRow, GroupStatus, Resources } from '../model/rows';
import { resourceNames, type LicenseTypeId, type Resource } from '../model/vocabulary';
import type { Evaluation } from '../rules/evaluation';
import { allocatedOutUnits, claimedUnits, nominalUnits, reservedResource, unitResources } from '../rules/pools';
import { expectedQuotaType } from '../rules/user-status';
import { resourceFigures, type PoolAnswer } from './pool';
import { defineQuery, licensesOfGroupOrRoot, ofGroupOrAccount } from './query';
import type { Question } from './question';
import { neverGivenOn, unitsBeyondReserved } from './use';

/**
 * Units of a type in a pool. `used`: held, handed on, or needed for what is reserved (D6); `free`: what could be taken out of the pool;
 * `short`: what should be there, or is claimed, and does not take effect (X2).
 */
export interface PortfolioUnits {
  readonly nominal: number;
  readonly used: number;
  readonly free: number;
  readonly short: number;
}

/** Units of a type that count for the last time on a day. */
export interface PortfolioEnd {
  readonly day: Day;
  readonly typeId: LicenseTypeId;
  readonly quantity: number;
}

/** Of a pool above that places share, its units are those that it keeps, without what it hands on to other pools. */
export interface PortfolioPool {
  readonly id: string;
  readonly name: string;
  readonly types: { readonly [T in LicenseTypeId]?: PortfolioUnits };
  /** Of all types that are handed on by units; `free` is what could be taken out together, so it may be less than the sum. */
  readonly total: PortfolioUnits;
  readonly resources: PoolAnswer['resources'];
  /** Amounts of resources by which what is reserved exceeds what there is. */
  readonly short: { readonly [R in Resource]?: number };
  /** Units of the pool's own blocks that end within so many days, the day that is asked about included. */
  readonly ending: { readonly in30: number; readonly in60: number; readonly in90: number };
  readonly nextEnd: PortfolioEnd | null;
}

/** A complex, an office, or another place with a pool of its own. */
export interface PortfolioRow {
  readonly id: string;
  readonly name: string;
  readonly kind: GroupKind;
  readonly code: string;
  readonly status: GroupStatus;
  /** Names from below the group that is asked about down to the parent. */
  readonly path: readonly string[];
  /** Inside, itself not counted. */
  readonly groups: number;
  readonly apartments: number;
  readonly people: number;
  /** The pool that it spends: its own, or one above that it shares. */
  readonly poolId: string;
  /** People who were invited and are not active yet. */
  readonly invited: number;
  /** People who hold no seat and are served by no license of the place's pool either. */
  readonly unlicensed: number;
}

export interface PortfolioAnswer {
  readonly rows: readonly PortfolioRow[];
  readonly pools: readonly PortfolioPool[];
}

/** Licenses in use, free and ending in each complex and office below a group. */
export const portfolioQuery = defineQuery({
  name: 'portfolio',
  args: ofGroupOrAccount,
  ...licensesOfGroupOrRoot,
  answer: (question, { groupId }) => portfolioAnswer(question, groupId ?? question.model.account.rootId),
});

/** Days ahead over which ends are summed up. */
const horizons = { in30: 30, in60: 60, in90: 90 } as const;

/**
 * One row for each place below a group where licenses are used, in tree order, with what its pool has; and the pools, each once, as
 * several places may share one. Read from figures that are kept: it costs the number of places and of their pools' blocks, not of
 * what is in them.
 */
function portfolioAnswer(question: Question, groupId: string): PortfolioAnswer {
  const { model } = question;
  const pools = new Map<string, PortfolioPool>();
  const rows: PortfolioRow[] = [];
  for (const place of placesIn(question, groupId)) {
    const poolId = model.poolOf(place.id);
    if (!pools.has(poolId)) pools.set(poolId, poolFigures(question, poolId, poolId === place.id));
    rows.push(placeRow(question, place, groupId, poolId));
  }
  return { rows, pools: [...pools.values()] };
}

/** Tells whether licenses are handed on in a group rather than used. */
function handsOn({ kind }: GroupRow): boolean {
  return kind === 'distributor' || kind === 'dealer';
}

/**
 * Projects, and pools that lie in none: what a dealer calls his complexes. The group that is asked about is left
 * out. Goes only into branches that hold any.
 */
function placesIn({ model }: Question, groupId: string): readonly GroupRow[] {
  const places: GroupRow[] = [];
  const isInProject = isProject(model.group(model.projectOf(groupId)));
  const stack = [...model.children(groupId)].reverse().map((id) => ({ id, isInProject }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { projects, pools } = model.count(next.id);
    if (projects === 0 && (next.isInProject || pools === 0)) continue;
    const group = model.group(next.id);
    const isOne = isProject(group);
    if (isOne || (!next.isInProject && group.restriction === 'own' && !handsOn(group))) places.push(group);
    const inside = next.isInProject || isOne;
    stack.push(...[...model.children(next.id)].reverse().map((id) => ({ id, isInProject: inside })));
  }
  return places;
}

function isProject({ kind }: GroupRow): boolean {
  return kind === 'complex' || kind === 'office';
}

function placeRow(question: Question, place: GroupRow, groupId: string, poolId: string): PortfolioRow {
  const { model } = question;
  const { id, name, kind, code, status } = place;
  const { groups, apartments, users: people, invited } = model.count(id);
  const path: string[] = [];
  for (const group of model.ancestry(id)) {
    if (group.id === groupId) break;
    if (group.id !== id) path.unshift(group.name);
  }
  return {
    id,
    name,
    kind,
    code,
    path,
    status,
    groups: groups - 1,
    apartments,
    people,
    poolId,
    invited,
    unlicensed: unlicensedPeople(question, place, poolId),
  };
}

/** Without a seat, and by X5 served by nothing of the pool either: in an office whoever holds nothing, elsewhere where nothing serves all. */
function unlicensedPeople({ model, evaluation }: Question, { id }: GroupRow, poolId: string): number {
  const { users, seats, bare } = model.count(id);
  if (!evaluation.trial && expectedQuotaType(evaluation, poolId) === undefined) return users - seats;
  const isOffice = model.group(model.projectOf(id)).kind === 'office';
  return isOffice || evaluation.quotaTypeServing(poolId) === null ? bare : 0;
}

/** Figures of a pool; of one above that places share, only what it keeps: what it hands on is used elsewhere, and counted there. */
function poolFigures(question: Question, poolId: string, isOfPlace: boolean): PortfolioPool {
  const { model, evaluation, day } = question;
  const types: { [T in LicenseTypeId]?: PortfolioUnits } = {};
  const claims = new Map<LicenseTypeId, number>();
  for (const { id: typeId } of catalogueOf(model).types) {
    const handedOn = isOfPlace ? 0 : allocatedOutUnits(model, poolId, typeId, day);
    const nominal = nominalUnits(model, poolId, typeId, day) - handedOn;
    const claimed = claimedUnits(model, poolId, typeId, day) - handedOn;
    if (nominal <= 0 && claimed === 0) continue;
    const effective = evaluation.effectiveUnits(poolId, typeId) - handedOn;
    const left = Math.max(0, Math.min(nominal, effective) - claimed);
    const free = neverGivenOn.has(typeId) ? 0 : Math.min(left, unitsBeyondReserved(question, poolId, typeId));
    types[typeId] = {
      nominal: Math.max(0, nominal),
      used: claimed + left - free,
      free,
      short: Math.max(nominal, claimed) - effective,
    };
    claims.set(typeId, claimed);
  }
  const short: { [R in Resource]?: number } = {};
  for (const resource of resourceNames) {
    const missing = evaluation.resourceShortage(poolId, resource);
    if (missing > 0) short[resource] = missing;
  }
  const ends = endsOf(question, poolId);
  const within = (days: number): number =>
    ends.reduce((sum, end) => (end.day <= addDays(day, days) ? sum + end.quantity : sum), 0);
  return {
    id: poolId,
    name: model.group(poolId).name,
    types,
    total: totalOf(model, types, claims, unitsNeeded(evaluation, poolId)),
    resources: resourceFigures(question, poolId),
    short,
    ending: { in30: within(horizons.in30), in60: within(horizons.in60), in90: within(horizons.in90) },
    nextEnd: ends[0] ?? null,
  };
}

/** The units that are bought and handed on, all types together. */
function totalOf(
  model: Question['model'],
  types: PortfolioPool['types'],
  claims: ReadonlyMap<LicenseTypeId, number>,
  needed: ReadonlyMap<LicenseTypeId, number>,
): PortfolioUnits {
  const total = { nominal: 0, used: 0, free: 0, short: 0 };
  for (const { id: typeId } of catalogueOf(model).types) {
    const units = types[typeId];
    if (units === undefined || neverGivenOn.has(typeId)) continue;
    const used = (claims.get(typeId) ?? 0) + (needed.get(typeId) ?? 0);
    total.nominal += units.nominal;
    total.used += used;
    total.free += Math.max(0, units.used + units.free - used);
    total.short += units.short;
  }
  return total;
}

/**
 * Units of quota types that must stay in a pool for what is reserved of it (D6) when all others are taken out together: those of the
 * lowest rank first. None while a trial is active: then nothing is bounded (D2).
 */
function unitsNeeded(evaluation: Evaluation, poolId: string): ReadonlyMap<LicenseTypeId, number> {
  const { view, day } = evaluation;
  const needed = new Map<LicenseTypeId, number>();
  if (evaluation.trial) return needed;
  const left = new Map<Resource, number>();
  for (const resource of resourceNames) {
    const given =
      view.supplyOf(poolId).on(`supplyFeature/${resource}`, day) - evaluation.featureResourceOut(poolId, resource);
    left.set(resource, reservedResource(view, poolId, resource, day) - given);
  }
  for (const { id: typeId } of [...catalogueOf(view).countedQuotaTypes].sort((one, other) => one.rank - other.rank)) {
    const gives = unitResources(view, typeId);
    const there = Math.max(
      0,
      Math.min(nominalUnits(view, poolId, typeId, day), evaluation.effectiveUnits(poolId, typeId)) -
        allocatedOutUnits(view, poolId, typeId, day),
    );
    const units = Math.min(there, mostNeeded(left, gives));
    if (units > 0) needed.set(typeId, units);
    for (const resource of resourceNames)
      left.set(resource, (left.get(resource) ?? 0) - units * (gives[resource] ?? 0));
  }
  return needed;
}

/** Number of units of a type that cover what is left of every resource that it gives. */
function mostNeeded(left: ReadonlyMap<Resource, number>, gives: Resources): number {
  let most = 0;
  for (const resource of resourceNames) {
    const each = gives[resource] ?? 0;
    if (each > 0) most = Math.max(most, Math.ceil((left.get(resource) ?? 0) / each));
  }
  return most;
}

/** The blocks of a pool that count on the day or later and end, the next one first; ends on one day and of one type together. */
function endsOf({ model, day }: Question, poolId: string): readonly PortfolioEnd[] {
  const ends = new Map<string, { readonly day: Day; readonly typeId: LicenseTypeId; quantity: number }>();
  for (const id of model.blocksOf(poolId)) {
    const block: BlockRow | undefined = model.row('blocks', id);
    if (block === undefined || block.validUntil === null || block.validUntil < day || block.quantity === 0) continue;
    const key = `${block.validUntil} ${block.typeId}`;
    const end = ends.get(key) ?? { day: block.validUntil, typeId: block.typeId, quantity: 0 };
    end.quantity += block.quantity;
    ends.set(key, end);
  }
  return [...ends.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, end]) => end);
}
