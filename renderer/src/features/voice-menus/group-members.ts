import type { Catalogue } from '#core/catalogue/license-types';
import type { MenuRow } from '#core/model/rows';
import type { LicenseTypeId } from '#core/model/vocabulary';
import { mayHoldGroups } from '#core/rules/menus';
import type { RowsInMemory } from '../../data/session';

/** The types of the licenses that people hold. */
export type TypesHeld = ReadonlyMap<string, LicenseTypeId>;

export function typesHeld(rows: RowsInMemory): TypesHeld {
  const held = new Map<string, LicenseTypeId>();
  for (const seat of rows.rows('seats')) if (seat.userId !== null) held.set(seat.userId, seat.typeId);
  return held;
}

/** Finds whether a menu may have groups as members, and whose license keeps it from that (U11). */
export type GroupGate =
  | { readonly kind: 'open' }
  | { readonly kind: 'noLicense' }
  | { readonly kind: 'lowerTypes'; readonly userIds: readonly string[] };

export function gateOf(catalogue: Catalogue, menu: Pick<MenuRow, 'users'>, held: TypesHeld): GroupGate {
  if (mayHoldGroups(catalogue, menu.users, (userId) => held.get(userId))) return { kind: 'open' };
  const userIds = menu.users.filter((userId) => givesGroups(catalogue, held.get(userId)) === false);
  return userIds.length === 0 ? { kind: 'noLicense' } : { kind: 'lowerTypes', userIds };
}

/** Tells whether a license lets menus hold groups; `null` without one, which does not matter (U11). */
export function givesGroups(catalogue: Catalogue, typeId: LicenseTypeId | undefined): boolean | null {
  return typeId === undefined ? null : catalogue.find(typeId)?.features.includes('voiceMenuGroups') === true;
}
