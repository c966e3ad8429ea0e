import { featuresOffWhenLimited, featuresOfResources } from '#core/catalogue/license-types';
import type { Day } from '#core/kernel/day';
import type { UserRow } from '#core/model/rows';
import type { Feature, LicenseTypeId, Resource } from '#core/model/vocabulary';
import { allocatedOut, assigned, featureHandedOut, nominal, reservations, reserved, resources } from './accounting';
import { isActiveOn, type Books } from './books';

export interface ExpectedUser {
  readonly status: 'archived' | 'none' | 'blocked' | 'limited' | 'fallback' | 'active';
  readonly typeId: LicenseTypeId | null;
  readonly features: readonly Feature[];
}

/** X2, X3, X5 and X6 on one day, worked out from the root down and claim by claim. */
export class WhatHolds {
  readonly trial: boolean;
  private readonly effectiveUnits = new Map<string, number>();
  private readonly refusedReservations = new Map<string, ReadonlySet<string>>();

  constructor(
    readonly books: Books,
    readonly day: Day,
  ) {
    this.trial = books.rows.blocks.some(
      (block) => block.source === 'trial' && block.quantity > 0 && isActiveOn(block, day),
    );
  }

  effective(poolId: string, typeId: LicenseTypeId): number {
    const key = `${poolId} ${typeId}`;
    const known = this.effectiveUnits.get(key);
    if (known !== undefined) return known;
    const above = this.books.poolAbove(poolId);
    const units =
      above === null ? nominal(this.books, poolId, typeId, this.day) : this.fromAbove(poolId, above, typeId);
    this.effectiveUnits.set(key, units);
    return units;
  }

  private fromAbove(poolId: string, above: string, typeId: LicenseTypeId): number {
    const honoured = typeId === 'link.feature' ? null : this.honoured(above, typeId);
    const refused = typeId === 'link.feature' ? this.refused(above) : null;
    let units = 0;
    for (const block of this.books.rows.blocks) {
      if (block.typeId !== typeId || !isActiveOn(block, this.day)) continue;
      if (block.source === 'device' && this.books.poolOf(block.groupId) === poolId) units += block.quantity;
      if (block.source !== 'allocation' || block.groupId !== poolId) continue;
      units +=
        honoured === null ? (refused?.has(block.id) === true ? 0 : block.quantity) : (honoured.get(block.id) ?? 0);
    }
    return units;
  }

  /** X2: what each claim on a pool's units gets, oldest first. */
  honoured(poolId: string, typeId: LicenseTypeId): ReadonlyMap<string, number> {
    const claims: { id: string; age: number; quantity: number }[] = [];
    for (const block of this.books.rows.blocks)
      if (
        block.source === 'allocation' &&
        block.typeId === typeId &&
        isActiveOn(block, this.day) &&
        this.books.poolAbove(block.groupId) === poolId
      )
        claims.push({ id: block.id, age: block.age, quantity: block.quantity });
    for (const seat of this.books.rows.seats)
      if (seat.typeId === typeId && seat.userId !== null && this.books.poolOfUser(seat.userId) === poolId)
        claims.push({ id: seat.id, age: seat.age, quantity: 1 });
    let left = this.effective(poolId, typeId);
    const given = new Map<string, number>();
    for (const claim of claims.sort((one, other) => one.age - other.age)) {
      const units = Math.min(left, claim.quantity);
      given.set(claim.id, units);
      left -= units;
    }
    return given;
  }

  /** What a pool has of a resource before `link.feature` allocations are taken out of it. */
  private gross(poolId: string, resource: Resource): number {
    if (this.trial) return Number.POSITIVE_INFINITY;
    let amount = 0;
    for (const { id: typeId, mode } of this.books.types) {
      if (mode !== 'quota' || typeId === 'link.trial' || typeId === 'link.feature') continue;
      const honoured = this.honoured(poolId, typeId);
      let handedOut = 0;
      for (const [claimId, units] of honoured) if (this.books.blocks.has(claimId)) handedOut += units;
      const unit =
        this.books.rows.units.find((row) => row.id === typeId)?.resources ?? this.books.type(typeId).resources;
      amount += (this.effective(poolId, typeId) - handedOut) * (unit[resource] ?? 0);
    }
    for (const block of this.featureBlocks(poolId)) amount += block.quantity * (block.resources?.[resource] ?? 0);
    return amount;
  }

  /** A pool's own `link.feature` blocks that are active and honoured. */
  private featureBlocks(poolId: string) {
    const above = this.books.poolAbove(poolId);
    return this.books.rows.blocks.filter(
      (block) =>
        block.groupId === poolId &&
        block.typeId === 'link.feature' &&
        isActiveOn(block, this.day) &&
        (above === null || !this.refused(above).has(block.id)),
    );
  }

  /** What is left for the pool's own territory: as with units, only what is honoured to child pools is missing. */
  capacity(poolId: string, resource: Resource): number {
    const refused = this.refused(poolId);
    let out = 0;
    for (const claim of reservations(this.books, poolId, this.day))
      if (claim.isAllocation && !refused.has(claim.id)) out += claim.resources[resource] ?? 0;
    return this.gross(poolId, resource) - out;
  }

  /** D6: by how much reservations and allocations together exceed what a pool has. */
  over(poolId: string, resource: Resource): number {
    const needed =
      reserved(this.books, poolId, resource, this.day) + featureHandedOut(this.books, poolId, resource, this.day);
    return needed === 0 ? 0 : Math.max(0, needed - this.gross(poolId, resource));
  }

  /** X2: reservations that do not fit, oldest first, each whole or not at all. */
  refused(poolId: string): ReadonlySet<string> {
    const known = this.refusedReservations.get(poolId);
    if (known !== undefined) return known;
    const left = new Map(resources.map((resource) => [resource, this.gross(poolId, resource)]));
    const refused = new Set<string>();
    for (const claim of reservations(this.books, poolId, this.day)) {
      const fits = resources.every((resource) => (claim.resources[resource] ?? 0) <= (left.get(resource) ?? 0));
      if (!fits) refused.add(claim.id);
      else
        for (const resource of resources)
          left.set(resource, (left.get(resource) ?? 0) - (claim.resources[resource] ?? 0));
    }
    this.refusedReservations.set(poolId, refused);
    return refused;
  }

  /** X3: what serves each seat of a pool; null where it is blocked. */
  seatService(poolId: string): ReadonlyMap<string, LicenseTypeId | null> {
    const service = new Map<string, LicenseTypeId | null>();
    const seats = this.books.rows.seats
      .filter((seat) => seat.userId !== null && this.books.poolOfUser(seat.userId) === poolId)
      .sort((one, other) => one.age - other.age);
    const spare = new Map<LicenseTypeId, number>();
    for (const type of this.books.types) {
      if (type.mode !== 'seat') continue;
      let used = 0;
      const honoured = this.honoured(poolId, type.id);
      for (const units of honoured.values()) used += units;
      spare.set(type.id, this.effective(poolId, type.id) - used);
      for (const seat of seats)
        if (seat.typeId === type.id && honoured.get(seat.id) === 1) service.set(seat.id, type.id);
    }
    for (const seat of seats) {
      if (service.has(seat.id)) continue;
      let next = this.books.fallbackOf(seat.typeId);
      while (next !== null && (spare.get(next) ?? 0) < 1) next = this.books.fallbackOf(next);
      if (next !== null) spare.set(next, (spare.get(next) ?? 0) - 1);
      service.set(seat.id, next);
    }
    return service;
  }

  /** X3: the highest-ranked quota type with effective units. */
  quotaType(poolId: string): LicenseTypeId | null {
    if (this.trial) return 'link.trial';
    const held = this.books.types
      .filter((type) => type.mode === 'quota' && this.effective(poolId, type.id) > 0)
      .sort((one, other) => other.rank - one.rank);
    return held[0]?.id ?? null;
  }

  private featuresOf(poolId: string, typeId: LicenseTypeId): readonly Feature[] {
    if (typeId !== 'link.feature') return this.books.type(typeId).features;
    return this.featureBlocks(poolId)
      .filter((block) => block.quantity > 0)
      .flatMap((block) => featuresOfResources(block.resources ?? {}));
  }

  /** Features that some type effective in a pool gives. */
  private available(poolId: string): ReadonlySet<Feature> {
    const features = new Set<Feature>(this.trial ? this.books.type('link.trial').features : []);
    for (const type of this.books.types)
      if (this.effective(poolId, type.id) > 0)
        for (const feature of this.featuresOf(poolId, type.id)) features.add(feature);
    return features;
  }

  private isLimited(): boolean {
    const account = this.books.rows.account[0];
    return account !== undefined && (account.paymentMethod === 'none' || account.outstanding > 0);
  }

  /** X5 and X6 for a user. */
  user(user: UserRow): ExpectedUser {
    const nothing = (status: 'archived' | 'none' | 'blocked'): ExpectedUser => ({ status, typeId: null, features: [] });
    if (user.lifecycle === 'archived') return nothing('archived');
    const poolId = this.books.poolOf(user.groupId);
    const seat = this.books.seatOf(user.id);
    if (seat !== undefined) {
      const typeId = this.seatService(poolId).get(seat.id) ?? null;
      return typeId === null ? nothing('blocked') : this.served(user, typeId, typeId !== seat.typeId);
    }
    const quotaBlocks = this.books.rows.blocks.filter(
      (block) =>
        this.books.poolOf(block.groupId) === poolId &&
        this.books.type(block.typeId).mode === 'quota' &&
        (block.validFrom === null || block.validFrom <= this.day) &&
        (block.countsFrom === undefined || block.countsFrom <= this.day),
    );
    if (user.allowance === null && this.books.group(this.books.projectOf(user.groupId)).kind === 'office')
      return nothing('none');
    if (quotaBlocks.length === 0 && !this.trial) return nothing('none');
    if (user.allowance !== null && this.refused(poolId).has(user.id)) return nothing('blocked');
    const typeId = this.quotaType(poolId);
    if (typeId === null) return nothing('blocked');
    const supersedes = quotaBlocks.filter(
      (block) => block.source !== 'device' && block.quantity > 0 && isActiveOn(block, this.day),
    );
    const counted = quotaBlocks.filter(
      (block) =>
        block.quantity > 0 && !(!isActiveOn(block, this.day) && supersedes.some((other) => other.id !== block.id)),
    );
    const expected = Math.max(0, ...counted.map((block) => this.books.type(block.typeId).rank));
    return this.served(user, typeId, this.books.type(typeId).rank < expected);
  }

  private served(user: UserRow, typeId: LicenseTypeId, isFallback: boolean): ExpectedUser {
    const poolId = this.books.poolOf(user.groupId);
    const features = new Set<Feature>(this.featuresOf(poolId, typeId));
    const atRoot = this.available(this.books.rootId);
    const role = this.books.rows.roles.find((row) => row.id === user.roleId);
    for (const feature of role?.extraFeatures ?? []) if (atRoot.has(feature)) features.add(feature);
    for (const group of this.books.path(user.groupId)) {
      const inPool = group.allow.length > 0 ? this.available(this.books.poolOf(group.id)) : new Set<Feature>();
      for (const feature of group.deny) features.delete(feature);
      for (const feature of group.allow) if (atRoot.has(feature) || inPool.has(feature)) features.add(feature);
    }
    if (this.isLimited()) for (const feature of featuresOffWhenLimited) features.delete(feature);
    const status = this.isLimited() ? 'limited' : isFallback ? 'fallback' : 'active';
    return { status, typeId, features: [...features].sort() };
  }

  /** Figures of a pool and type as the query `pool` gives them. */
  figures(poolId: string, typeId: LicenseTypeId) {
    const units = nominal(this.books, poolId, typeId, this.day);
    const out = allocatedOut(this.books, poolId, typeId, this.day);
    const held = assigned(this.books, poolId, typeId);
    return {
      nominal: units,
      effective: this.effective(poolId, typeId),
      allocatedOut: out,
      assigned: held,
      available: units - out - held,
    };
  }
}
