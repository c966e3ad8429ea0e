import { z } from 'zod';
import { addDays, dayNumber, type Day } from '../kernel/day';
import { catalogueOf, licenseType } from '../catalogue/license-types';
import { isRenewed } from '../rules/renewal';
import { isFreeNumber } from '../model/number-index';
import { resourceNames, type LicenseTypeId, type Resource } from '../model/vocabulary';
import type { GroupRow, NumberKind, RequestRow, UserRow } from '../model/rows';
import { unhonouredUnits } from '../rules/amounts';
import { may, type Right } from '../rules/permission';
import { allocatedOutUnits, assignedSeats, claimedUnits, nominalUnits } from '../rules/pools';
import { expectedQuotaType, standingOf } from '../rules/user-status';
import type { Evaluation } from '../rules/evaluation';
import { mayUseNumbers } from './numbers';
import { defineQuery, nothing } from './query';
import type { Question } from './question';
import { neverGivenOn, spareUnits } from './use';

/**
 * Lists of what somebody still has to do, all over the account; an empty one is done.
 *
 * - `withoutLicense`: people who are not archived, hold no seat, and are served by no license of their pool either (X5 `none`,
 *   or `blocked` because it ended). Who is served by the pool's Link licenses needs no seat.
 * - `free`: what could be given to somebody. Units that a pool could hand on without any of its claims going short (D3, D6;
 *   units of Link Feature are left out, as each block gives something else), free seats with their number, and free numbers.
 * - `expiring`: blocks, and people, whose last day lies within the next 30 days, the day looked at included.
 * - `short`: pools whose claims on a type or a resource exceed what they effectively have (X2), pools whose best license has ended
 *   (X3), and the people who therefore have less than they hold.
 * - `notConfirmed`: what waits for somebody's word. Draft projects and draft groups outside of projects (what lies in a project is
 *   confirmed with it), people who were invited and are not active yet, and requests that the vendor has not answered.
 *   Planned people are not in it: nobody has been asked yet.
 */
export const smartListNames = ['withoutLicense', 'free', 'expiring', 'short', 'notConfirmed'] as const;
export type SmartListName = (typeof smartListNames)[number];

/** Why something is on a list, with the figures that a reader wants to know. */
export type SmartListReason =
  /** `free`: units of seat licenses that the pool has to give. */
  | {
      readonly kind: 'noLicense' | 'noPoolLicense' | 'poolLicenseEnded';
      readonly poolId: string;
      readonly free: number;
    }
  | { readonly kind: 'freeUnits'; readonly typeId: LicenseTypeId; readonly quantity: number }
  | { readonly kind: 'freeSeat'; readonly typeId: LicenseTypeId }
  | { readonly kind: 'freeNumber'; readonly numberKind: NumberKind }
  /** `daysLeft`: 0 on the last day. */
  | {
      readonly kind: 'ends';
      readonly typeId: LicenseTypeId;
      readonly quantity: number;
      readonly day: Day;
      readonly daysLeft: number;
    }
  | { readonly kind: 'leaves'; readonly day: Day; readonly daysLeft: number }
  | { readonly kind: 'unitsShort'; readonly typeId: LicenseTypeId; readonly short: number }
  | { readonly kind: 'resourceShort'; readonly resource: Resource; readonly short: number }
  /** `servedBy`: what serves instead; `null`: nothing. */
  | {
      readonly kind: 'poolEnded' | 'seatNotServed';
      readonly typeId: LicenseTypeId;
      readonly servedBy: LicenseTypeId | null;
    }
  | { readonly kind: 'allowanceNotServed'; readonly poolId: string }
  /** `groups`: how many lie below. */
  | { readonly kind: 'draft'; readonly groups: number }
  | { readonly kind: 'invited' }
  | {
      readonly kind: 'request';
      readonly request: RequestRow['kind'];
      readonly typeId: LicenseTypeId;
      readonly quantity: number;
    };

/** One line of a list: a thing, where it lives, and why it is there. */
export interface SmartListEntry {
  /** Unique in its list. */
  readonly key: string;
  readonly kind: 'group' | 'user' | 'block' | 'number' | 'request';
  readonly id: string;
  /** Group in which it lives; what belongs to the account as a whole lives in the root. */
  readonly groupId: string;
  readonly why: SmartListReason;
}

/** Days ahead in which an end is near. */
const daysAhead = 30;

/** `null`: one more thing was looked at and is not on the list. Between any two a caller may pause, as long as the model stays the same. */
type Walk = Generator<SmartListEntry | null, void, undefined>;

/** Goes through a list entry by entry, as far as the reader may see it. */
export function walkSmartList(question: Question, list: SmartListName): Walk {
  switch (list) {
    case 'withoutLicense':
      return peopleWithoutLicense(question);
    case 'free':
      return whatIsFree(question);
    case 'expiring':
      return endings(question);
    case 'short':
      return shortages(question);
    case 'notConfirmed':
      return unconfirmed(question);
  }
}

/** One list of what still has to be done, as far as the reader may see it. */
export const smartListQuery = defineQuery({
  name: 'smartList',
  args: z.strictObject({ list: z.enum(smartListNames) }),
  answer: (question, { list }) => entriesOf(question, list),
});

/** Number of lines on each list. */
export const smartListsQuery = defineQuery({
  name: 'smartLists',
  args: nothing,
  answer: (question) =>
    Object.fromEntries(smartListNames.map((list) => [list, entriesOf(question, list).length])) as {
      readonly [L in SmartListName]: number;
    },
});

function entriesOf(question: Question, list: SmartListName): readonly SmartListEntry[] {
  return [...walkSmartList(question, list)].filter((entry) => entry !== null);
}

function sees({ model, reader }: Question, right: Right, groupId: string): boolean {
  return may(model, reader, right, groupId);
}

function about(
  kind: SmartListEntry['kind'],
  id: string,
  groupId: string,
  why: SmartListReason,
  part = '',
): SmartListEntry {
  return { key: `${kind}/${id}${part === '' ? '' : `/${part}`}`, kind, id, groupId, why };
}

function* peopleWithoutLicense(question: Question): Walk {
  const { model, evaluation } = question;
  const freeByPool = new Map<string, number>();
  for (const user of model.rows('users')) {
    const why = whyUnlicensed(evaluation, user);
    if (why === null || !sees(question, 'read', user.groupId)) {
      yield null;
      continue;
    }
    const poolId = model.poolOf(user.groupId);
    let free = freeByPool.get(poolId);
    if (free === undefined) {
      free = catalogueOf(model).seatTypes.reduce(
        (sum, type) => sum + Math.max(0, availableUnits(question, poolId, type.id)),
        0,
      );
      freeByPool.set(poolId, free);
    }
    yield about('user', user.id, user.groupId, { kind: why, poolId, free });
  }
}

function whyUnlicensed(
  evaluation: Evaluation,
  user: UserRow,
): 'noLicense' | 'noPoolLicense' | 'poolLicenseEnded' | null {
  if (user.lifecycle === 'archived' || evaluation.view.seatOf(user.id) !== undefined) return null;
  const [reason] = standingOf(evaluation, user).reasons;
  if (reason === 'NO_LICENSE') return 'noLicense';
  if (reason === 'NO_QUOTA_BLOCK') return 'noPoolLicense';
  return reason === 'LICENSE_ENDED' && standingOf(evaluation, user).typeId === null ? 'poolLicenseEnded' : null;
}

/** D3: units that neither child pools nor seats claim; never more than really hold that day. */
function availableUnits({ model, evaluation, day }: Question, poolId: string, typeId: LicenseTypeId): number {
  const units = Math.min(nominalUnits(model, poolId, typeId, day), evaluation.effectiveUnits(poolId, typeId));
  return units - allocatedOutUnits(model, poolId, typeId, day) - assignedSeats(model, poolId, typeId, day);
}

function* whatIsFree(question: Question): Walk {
  const { model } = question;
  for (const poolId of model.pools()) {
    if (!sees(question, 'readLicenses', poolId)) continue;
    for (const { id: typeId, mode } of catalogueOf(model).types) {
      if (neverGivenOn.has(typeId)) continue;
      // A free seat is a unit too, and has a line of its own.
      const quantity =
        mode === 'seat'
          ? availableUnits(question, poolId, typeId) - model.freeSeatCount(poolId, typeId)
          : spareUnits(question, poolId, typeId);
      yield quantity > 0 ? about('group', poolId, poolId, { kind: 'freeUnits', typeId, quantity }, typeId) : null;
    }
  }
  for (const { id, poolId, numberId, typeId } of model.rows('seats'))
    yield poolId !== null && sees(question, 'readLicenses', poolId)
      ? about('number', numberId, poolId, { kind: 'freeSeat', typeId }, id)
      : null;
  if (!mayUseNumbers(question)) return;
  for (const number of model.rows('numbers'))
    yield isFreeNumber(number)
      ? about('number', number.id, model.root.id, { kind: 'freeNumber', numberKind: number.kind })
      : null;
}

function* endings(question: Question): Walk {
  const until = addDays(question.day, daysAhead);
  yield* endingBlocks(question, until);
  yield* leavingPeople(question, until);
}

function* leavingPeople(question: Question, until: Day): Walk {
  const { model, day } = question;
  for (const { id, groupId, lifecycle, until: lastDay } of model.rows('users'))
    yield lastDay != null &&
    lastDay >= day &&
    lastDay <= until &&
    lifecycle !== 'archived' &&
    sees(question, 'read', groupId)
      ? about('user', id, groupId, { kind: 'leaves', day: lastDay, daysLeft: dayNumber(lastDay) - dayNumber(day) })
      : null;
}

function* endingBlocks(question: Question, until: Day): Walk {
  const { model, day } = question;
  for (const block of model.rows('blocks')) {
    const { id, groupId, typeId, quantity, validUntil } = block;
    const isNear =
      validUntil !== null && validUntil >= day && validUntil <= until && quantity > 0 && !isRenewed(model, block);
    yield isNear && sees(question, 'readLicenses', groupId)
      ? about('block', id, groupId, {
          kind: 'ends',
          typeId,
          quantity,
          day: validUntil,
          daysLeft: dayNumber(validUntil) - dayNumber(day),
        })
      : null;
  }
}

function* shortages(question: Question): Walk {
  const { model, evaluation } = question;
  for (const poolId of model.pools()) {
    yield null;
    if (!sees(question, 'readLicenses', poolId)) continue;
    yield* shortagesOfPool(question, poolId);
  }
  for (const { id, userId, typeId } of model.rows('seats')) {
    const servedBy = userId === null ? typeId : evaluation.typeServingSeat(id);
    const groupId = userId === null || servedBy === typeId ? null : model.user(userId).groupId;
    yield userId !== null && groupId !== null && sees(question, 'read', groupId)
      ? about('user', userId, groupId, { kind: 'seatNotServed', typeId, servedBy })
      : null;
  }
  for (const { id, groupId, allowance, lifecycle } of model.rows('users')) {
    const poolId = allowance === null || lifecycle === 'archived' ? null : model.poolOf(groupId);
    const isRefused = poolId !== null && evaluation.refusedResourceClaims(poolId).has(id);
    yield isRefused && sees(question, 'read', groupId)
      ? about('user', id, groupId, { kind: 'allowanceNotServed', poolId }, 'allowance')
      : null;
  }
}

function* shortagesOfPool({ model, evaluation, day }: Question, poolId: string): Walk {
  for (const { id: typeId } of catalogueOf(model).types) {
    const short =
      claimedUnits(model, poolId, typeId, day) === 0 || typeId === 'link.feature'
        ? 0
        : unhonouredUnits(evaluation, poolId, typeId);
    if (short > 0) yield about('group', poolId, poolId, { kind: 'unitsShort', typeId, short }, typeId);
  }
  for (const resource of resourceNames) {
    const short = evaluation.resourceShortage(poolId, resource);
    if (short > 0) yield about('group', poolId, poolId, { kind: 'resourceShort', resource, short }, resource);
  }
  const expected = expectedQuotaType(evaluation, poolId) ?? null;
  if (expected === null) return;
  const servedBy = evaluation.quotaTypeServing(poolId);
  if (servedBy === null || licenseType(model, servedBy).rank < licenseType(model, expected).rank)
    yield about('group', poolId, poolId, { kind: 'poolEnded', typeId: expected, servedBy }, 'ended');
}

function* unconfirmed(question: Question): Walk {
  const { model } = question;
  for (const group of model.rows('groups')) {
    const counts =
      group.status === 'draft' && isConfirmedByItself(question, group) && sees(question, 'readLicenses', group.id);
    yield counts
      ? about('group', group.id, group.id, { kind: 'draft', groups: model.count(group.id).groups - 1 })
      : null;
  }
  for (const { id, groupId, lifecycle } of model.rows('users'))
    yield lifecycle === 'invited' && sees(question, 'read', groupId)
      ? about('user', id, groupId, { kind: 'invited' })
      : null;
  if (!may(model, question.reader, 'readLicenses', null)) return;
  for (const { id, blockId, kind: request, typeId, quantity, status } of model.rows('requests')) {
    const groupId = (blockId === null ? undefined : model.row('blocks', blockId)?.groupId) ?? model.root.id;
    yield status === 'open' ? about('request', id, groupId, { kind: 'request', request, typeId, quantity }) : null;
  }
}

/** Tells whether nothing above speaks for a group: it is a project, or lies outside of every project. The root is the account itself. */
function isConfirmedByItself({ model }: Question, { id, parentId, kind }: GroupRow): boolean {
  if (parentId === null) return false;
  return kind === 'complex' || kind === 'office' || model.projectOf(id) === model.root.id;
}
