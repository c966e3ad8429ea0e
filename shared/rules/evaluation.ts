import type { Day } from '../kernel/day';
import { catalogueOf, featuresOfResources, type Catalogue } from '../catalogue/license-types';
import { resourceNames, type Feature, type LicenseTypeId, type Resource } from '../model/vocabulary';
import type { View } from '../model/model';
import type { Age, BlockRow, Resources } from '../model/rows';
import { isActive } from '../model/timeline';
import { hasLeft } from './membership';
import { reservationsIn } from './reserved';
import {
  takenUnits,
  allocatedOutUnits,
  claimedUnits,
  isTrialActive,
  nominalUnits,
  reservedResource,
  unitResources,
} from './pools';

/** A claim on a pool's units of one type: a child pool's allocation block, or a seat. */
interface UnitClaim {
  readonly id: string;
  readonly age: Age;
  readonly quantity: number;
}

/** A claim on a pool's resources: a `link.feature` allocation, an allowance, a counted SIP number. */
interface ResourceClaim {
  readonly id: string;
  readonly age: Age;
  readonly resources: Resources;
}

const oneSip: Resources = { sip: 1 };

/**
 * Units, claims and features that really hold on one day (X2, X3), worked out where it is asked for and remembered: figures are read from the model,
 * and claims are listed one by one only in a pool that is short that day.
 * Valid as long as the view does not change.
 */
export class Evaluation {
  private readonly effective = new Map<string, number>();
  private readonly unitsHonoured = new Map<string, ReadonlyMap<string, number>>();
  private readonly seatService = new Map<string, ReadonlyMap<string, LicenseTypeId | null>>();
  private readonly refusedClaims = new Map<string, ReadonlySet<string>>();
  private readonly quotaTypeOfPool = new Map<string, LicenseTypeId | null>();
  private readonly featuresOfPool = new Map<string, ReadonlySet<Feature>>();
  private readonly catalogue: Catalogue;
  readonly trial: boolean;

  constructor(
    readonly view: View,
    readonly day: Day,
  ) {
    this.catalogue = catalogueOf(view);
    this.trial = isTrialActive(view, day);
  }

  /** X2: units of a type that a pool really has. */
  effectiveUnits(poolId: string, typeId: LicenseTypeId): number {
    const key = `${poolId}/${typeId}`;
    let units = this.effective.get(key);
    if (units === undefined) {
      units = this.workOutEffectiveUnits(poolId, typeId);
      this.effective.set(key, units);
    }
    return units;
  }

  private workOutEffectiveUnits(poolId: string, typeId: LicenseTypeId): number {
    const { view, day } = this;
    const nominal = nominalUnits(view, poolId, typeId, day);
    const parentId = view.poolAbove(poolId);
    if (parentId === null) return nominal;
    if (typeId === 'link.feature') {
      let units = 0;
      for (const block of this.activeBlocks(poolId, typeId))
        if (!this.refusedResourceClaims(parentId).has(block.id)) units += block.quantity;
      return units;
    }
    const allocated = view.supplyOf(poolId).on(`supply/${typeId}`, day);
    if (allocated === 0 || !this.isShortOfUnits(parentId, typeId)) return nominal;
    const honoured = this.honouredUnits(parentId, typeId);
    let units = nominal - allocated;
    for (const block of this.activeBlocks(poolId, typeId)) units += honoured.get(block.id) ?? 0;
    return units;
  }

  private activeBlocks(groupId: string, typeId: LicenseTypeId): readonly BlockRow[] {
    const blocks: BlockRow[] = [];
    for (const id of this.view.blocksOf(groupId)) {
      const block = this.view.row('blocks', id);
      if (block !== undefined && block.typeId === typeId && block.source !== 'device' && isActive(block, this.day))
        blocks.push(block);
    }
    return blocks;
  }

  isShortOfUnits(poolId: string, typeId: LicenseTypeId): boolean {
    return claimedUnits(this.view, poolId, typeId, this.day) > this.effectiveUnits(poolId, typeId);
  }

  /** X2: how much of each claim on a short pool is honoured, oldest first; blocks partly, seats whole. */
  private honouredUnits(poolId: string, typeId: LicenseTypeId): ReadonlyMap<string, number> {
    const key = `${poolId}/${typeId}`;
    let honoured = this.unitsHonoured.get(key);
    if (honoured === undefined) {
      const map = new Map<string, number>();
      let left = this.effectiveUnits(poolId, typeId);
      for (const claim of this.unitClaims(poolId, typeId)) {
        const given = Math.min(left, claim.quantity);
        if (given > 0) map.set(claim.id, given);
        left -= given;
      }
      honoured = map;
      this.unitsHonoured.set(key, honoured);
    }
    return honoured;
  }

  /** Claims on a pool's units of a type, oldest first. Walks only the branches of the territory that hold any. */
  private unitClaims(poolId: string, typeId: LicenseTypeId): readonly UnitClaim[] {
    const { view } = this;
    const claims: UnitClaim[] = [];
    const stack = [poolId];
    for (let groupId = stack.pop(); groupId !== undefined; groupId = stack.pop()) {
      for (const userId of view.usersOf(groupId)) {
        const seat = view.seatOf(userId);
        if (seat?.typeId === typeId && !hasLeft(view.user(userId), this.day))
          claims.push({ id: seat.id, age: seat.age, quantity: 1 });
      }
      for (const childId of view.children(groupId)) {
        if (view.group(childId).restriction === 'own') {
          for (const block of this.activeBlocks(childId, typeId))
            claims.push({ id: block.id, age: block.age, quantity: block.quantity });
        } else if (
          view.territoryFigures(childId).timeline(`seats/${typeId}`) !== undefined ||
          view.territoryFigures(childId).timeline(`out/${typeId}`) !== undefined
        ) {
          stack.push(childId);
        }
      }
    }
    for (const { id, age, quantity, ...reservation } of reservationsIn(view, poolId))
      if (reservation.typeId === typeId && quantity > 0) claims.push({ id, age, quantity });
    if (poolId === view.root.id)
      for (const grant of view.rows('grants'))
        if (grant.direction === 'given' && grant.typeId === typeId && isActive(grant, this.day))
          claims.push({ id: grant.id, age: grant.age, quantity: grant.quantity - grant.returned });
    return claims.sort((one, other) => one.age - other.age);
  }

  /** X3: which type serves a seat that day; `null` when it is blocked. */
  typeServingSeat(seatId: string): LicenseTypeId | null {
    const seat = this.view.row('seats', seatId);
    if (seat === undefined || seat.userId === null) return null;
    const poolId = this.view.poolOf(this.view.user(seat.userId).groupId);
    const exceptions = this.seatExceptions(poolId);
    const served = exceptions.get(seatId);
    return served === undefined ? seat.typeId : served;
  }

  /** Seats of a pool that their own type does not serve, with what serves them instead. */
  private seatExceptions(poolId: string): ReadonlyMap<string, LicenseTypeId | null> {
    let exceptions = this.seatService.get(poolId);
    if (exceptions === undefined) {
      exceptions = this.workOutSeatExceptions(poolId);
      this.seatService.set(poolId, exceptions);
    }
    return exceptions;
  }

  private workOutSeatExceptions(poolId: string): ReadonlyMap<string, LicenseTypeId | null> {
    const waiting: { readonly id: string; readonly age: Age; readonly typeId: LicenseTypeId }[] = [];
    for (const { id: typeId } of this.catalogue.seatTypes) {
      if (!this.isShortOfUnits(poolId, typeId)) continue;
      const honoured = this.honouredUnits(poolId, typeId);
      for (const claim of this.unitClaims(poolId, typeId)) {
        if (this.view.row('seats', claim.id) !== undefined && !honoured.has(claim.id))
          waiting.push({ id: claim.id, age: claim.age, typeId });
      }
    }
    const exceptions = new Map<string, LicenseTypeId | null>();
    if (waiting.length === 0) return exceptions;
    const spare = new Map<LicenseTypeId, number>();
    for (const { id: typeId } of this.catalogue.seatTypes)
      spare.set(
        typeId,
        Math.max(0, this.effectiveUnits(poolId, typeId) - claimedUnits(this.view, poolId, typeId, this.day)),
      );
    waiting.sort((one, other) => one.age - other.age);
    for (const seat of waiting) {
      let typeId = this.catalogue.type(seat.typeId).fallsBackTo;
      while (typeId !== null && (spare.get(typeId) ?? 0) === 0) typeId = this.catalogue.type(typeId).fallsBackTo;
      if (typeId !== null) spare.set(typeId, (spare.get(typeId) ?? 0) - 1);
      exceptions.set(seat.id, typeId);
    }
    return exceptions;
  }

  /** Resources of a pool before `link.feature` allocations are taken out of it; without bound while a trial is active (D2). */
  grossResource(poolId: string, resource: Resource): number {
    if (this.trial) return Number.POSITIVE_INFINITY;
    let amount = this.featureResource(poolId, resource);
    for (const { id: typeId } of this.catalogue.countedQuotaTypes) {
      const effective = this.effectiveUnits(poolId, typeId);
      if (effective === 0) continue;
      const handedOut = Math.min(
        effective,
        allocatedOutUnits(this.view, poolId, typeId, this.day) + takenUnits(this.view, poolId, typeId, this.day),
      );
      amount += (effective - handedOut) * (unitResources(this.view, typeId)[resource] ?? 0);
    }
    return amount;
  }

  private featureResource(poolId: string, resource: Resource): number {
    const supplied = this.view.supplyOf(poolId).on(`supplyFeature/${resource}`, this.day);
    const parentId = this.view.poolAbove(poolId);
    if (supplied === 0 || parentId === null) return supplied;
    const refused = this.refusedResourceClaims(parentId);
    if (refused.size === 0) return supplied;
    let amount = 0;
    for (const block of this.activeBlocks(poolId, 'link.feature'))
      if (!refused.has(block.id)) amount += block.quantity * (block.resources?.[resource] ?? 0);
    return amount;
  }

  /** Resources of `link.feature` that active allocations hand out of a pool. */
  featureResourceOut(poolId: string, resource: Resource): number {
    return this.view.territoryFigures(poolId).on(`outFeature/${resource}`, this.day);
  }

  /** D6: by how much reservations and `link.feature` allocations exceed what a pool has of a resource. */
  resourceShortage(poolId: string, resource: Resource): number {
    const needed = reservedResource(this.view, poolId, resource, this.day) + this.featureResourceOut(poolId, resource);
    return Math.max(0, needed - (needed === 0 ? 0 : this.grossResource(poolId, resource)));
  }

  /** D6 `capacity`: what is left of a resource for the pool's own territory. */
  capacity(poolId: string, resource: Resource): number {
    if (this.trial) return Number.POSITIVE_INFINITY;
    const gross = this.grossResource(poolId, resource);
    const out = this.featureResourceOut(poolId, resource);
    if (out === 0 || this.refusedResourceClaims(poolId).size === 0) return gross - out;
    let honouredOut = 0;
    for (const claim of this.resourceClaims(poolId))
      if (this.view.row('blocks', claim.id) !== undefined && !this.refusedResourceClaims(poolId).has(claim.id))
        honouredOut += claim.resources[resource] ?? 0;
    return gross - honouredOut;
  }

  /** X2: claims on a pool's resources that are not honoured: oldest first, each whole or not at all; a younger one that still fits is. */
  refusedResourceClaims(poolId: string): ReadonlySet<string> {
    let refused = this.refusedClaims.get(poolId);
    if (refused === undefined) {
      refused = this.workOutRefusedClaims(poolId);
      this.refusedClaims.set(poolId, refused);
    }
    return refused;
  }

  private workOutRefusedClaims(poolId: string): ReadonlySet<string> {
    const refused = new Set<string>();
    if (this.trial || !resourceNames.some((resource) => this.resourceShortage(poolId, resource) > 0)) return refused;
    const left = new Map<Resource, number>(
      resourceNames.map((resource) => [resource, this.grossResource(poolId, resource)]),
    );
    for (const claim of this.resourceClaims(poolId)) {
      if (resourceNames.some((resource) => (claim.resources[resource] ?? 0) > (left.get(resource) ?? 0))) {
        refused.add(claim.id);
        continue;
      }
      for (const resource of resourceNames)
        left.set(resource, (left.get(resource) ?? 0) - (claim.resources[resource] ?? 0));
    }
    return refused;
  }

  private resourceClaims(poolId: string): readonly ResourceClaim[] {
    const { view } = this;
    const claims: ResourceClaim[] = [];
    const claimNumbers = (ownerId: string) => {
      for (const id of view.numbersOf(ownerId)) {
        const number = view.row('numbers', id);
        if (number?.kind === 'sip') claims.push({ id, age: number.age ?? 0, resources: oneSip });
      }
    };
    const stack = [poolId];
    for (let groupId = stack.pop(); groupId !== undefined; groupId = stack.pop()) {
      claimNumbers(groupId);
      for (const menuId of view.menusOf(groupId)) claimNumbers(menuId);
      for (const userId of view.usersOf(groupId)) {
        const user = view.user(userId);
        if (hasLeft(user, this.day)) continue;
        if (user.allowance !== null)
          claims.push({ id: userId, age: user.allowanceAge ?? 0, resources: user.allowance });
        else if (view.seatOf(userId) === undefined) claimNumbers(userId);
      }
      for (const childId of view.children(groupId)) {
        if (view.group(childId).restriction === 'own') {
          for (const block of this.activeBlocks(childId, 'link.feature'))
            claims.push({ id: block.id, age: block.age, resources: block.resources ?? {} });
        } else if (
          resourceNames.some(
            (resource) =>
              view.territoryFigures(childId).timeline(`reserved/${resource}`) !== undefined ||
              view.territoryFigures(childId).timeline(`outFeature/${resource}`) !== undefined,
          )
        ) {
          stack.push(childId);
        }
      }
    }
    return claims.sort((one, other) => one.age - other.age);
  }

  /** X3: a pool's highest-ranked quota type with effective units, those handed out included; the trial is everywhere (D2). */
  quotaTypeServing(poolId: string): LicenseTypeId | null {
    let best = this.quotaTypeOfPool.get(poolId);
    if (best === undefined) {
      best = this.trial ? 'link.trial' : null;
      for (const type of this.catalogue.quotaTypes) {
        if (type.id === 'link.trial' || (best !== null && this.catalogue.type(best).rank >= type.rank)) continue;
        if (this.effectiveUnits(poolId, type.id) > 0) best = type.id;
      }
      this.quotaTypeOfPool.set(poolId, best);
    }
    return best;
  }

  /** Features of a quota type in a pool; those of `link.feature` follow from the resources of its honoured blocks. */
  featuresOfQuotaType(poolId: string, typeId: LicenseTypeId): readonly Feature[] {
    if (typeId !== 'link.feature') return this.catalogue.type(typeId).features;
    const parentId = this.view.poolAbove(poolId);
    const features = new Set<Feature>();
    for (const block of this.activeBlocks(poolId, typeId)) {
      if (block.quantity === 0 || (parentId !== null && this.refusedResourceClaims(parentId).has(block.id))) continue;
      for (const feature of featuresOfResources(block.resources ?? {})) features.add(feature);
    }
    return [...features];
  }

  /** Features that some type effective in a pool gives that day (D9, X6). */
  featuresAvailable(poolId: string): ReadonlySet<Feature> {
    let features = this.featuresOfPool.get(poolId);
    if (features === undefined) {
      const all = new Set<Feature>(this.trial ? this.catalogue.type('link.trial').features : []);
      for (const type of this.catalogue.types) {
        if (type.id !== 'link.trial' && this.effectiveUnits(poolId, type.id) > 0)
          for (const feature of type.mode === 'quota' ? this.featuresOfQuotaType(poolId, type.id) : type.features)
            all.add(feature);
      }
      features = all;
      this.featuresOfPool.set(poolId, features);
    }
    return features;
  }
}
