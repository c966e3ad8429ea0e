import { addDays, type Day } from '../kernel/day';
import { compareText } from '../kernel/text';
import { z } from 'zod';
import { resourceNames, type LicenseTypeId, type Resource } from '../model/vocabulary';
import { day, defineQuery, id, licensesOfGroupOrRoot } from './query';
import type { Question } from './question';

export type ForecastEntry =
  | { readonly day: Day; readonly kind: 'blockStarts' | 'blockEnds'; readonly blockId: string }
  /** Somebody's first day, or the day after the last one. */
  | { readonly day: Day; readonly kind: 'joins' | 'leaves'; readonly userId: string }
  /** First day of the contract's next term; among what comes for the account as a whole. */
  | { readonly day: Day; readonly kind: 'contractRenews' }
  | {
      readonly day: Day;
      readonly kind: 'seatFallsBack';
      readonly userId: string;
      readonly typeId: LicenseTypeId;
      readonly toTypeId: LicenseTypeId;
    }
  | {
      readonly day: Day;
      readonly kind: 'seatBlocked' | 'seatRestored';
      readonly userId: string;
      readonly typeId: LicenseTypeId;
    }
  | {
      readonly day: Day;
      readonly kind: 'resourceShort';
      readonly poolId: string;
      readonly resource: Resource;
      readonly short: number;
    };

export const forecastQuery = defineQuery({
  name: 'forecast',
  args: z.strictObject({ from: day, to: day, groupId: id.optional() }),
  ...licensesOfGroupOrRoot,
  answer: (question, { from, to, groupId }) =>
    forecastAnswer(question, from, to, groupId ?? question.model.account.rootId),
});

/** Lists what changes by time alone between two days, both included: each day compared with the day before. */
function forecastAnswer(question: Question, from: Day, to: Day, groupId: string): readonly ForecastEntry[] {
  const { model } = question;
  const entries: ForecastEntry[] = [];
  const days = new Set<Day>();
  for (const block of model.rows('blocks')) {
    if (block.quantity === 0) continue;
    const starts = block.validFrom;
    const ends = block.validUntil === null ? null : addDays(block.validUntil, 1);
    const asked = model.isWithin(block.groupId, groupId);
    if (starts !== null && starts >= from && starts <= to) {
      days.add(starts);
      if (asked) entries.push({ day: starts, kind: 'blockStarts', blockId: block.id });
    }
    if (ends !== null && ends >= from && ends <= to) {
      days.add(ends);
      if (asked) entries.push({ day: ends, kind: 'blockEnds', blockId: block.id });
    }
  }
  for (const entry of comingAndGoing(question, from, to)) {
    days.add(entry.day);
    if (model.isWithin(model.user(entry.userId).groupId, groupId)) entries.push(entry);
  }
  const { contract, rootId } = model.account;
  if (groupId === rootId && contract.renewsOn != null && contract.renewsOn >= from && contract.renewsOn <= to)
    entries.push({ day: contract.renewsOn, kind: 'contractRenews' });
  for (const day of days)
    entries.push(...seatEntries(question, day, groupId), ...resourceEntries(question, day, groupId));
  return entries.sort(
    (one, other) =>
      compareText(one.day, other.day) ||
      compareText(one.kind, other.kind) ||
      compareText(aboutWhat(one), aboutWhat(other)),
  );
}

/** Those whose first day, or the day after whose last one, lies between two days, wherever they are. */
function comingAndGoing(
  { model }: Question,
  from: Day,
  to: Day,
): readonly Extract<ForecastEntry, { kind: 'joins' | 'leaves' }>[] {
  const found: Extract<ForecastEntry, { kind: 'joins' | 'leaves' }>[] = [];
  // Of hundreds of thousands hardly anybody has a day: no whole row is made to see that.
  for (const user of model.membersOf('users', ['id', 'lifecycle', 'from', 'until'])) {
    if (user.lifecycle === 'archived') continue;
    if (user.from != null && user.from >= from && user.from <= to)
      found.push({ day: user.from, kind: 'joins', userId: user.id });
    const gone = user.until == null ? null : addDays(user.until, 1);
    if (gone !== null && gone >= from && gone <= to) found.push({ day: gone, kind: 'leaves', userId: user.id });
  }
  return found;
}

function aboutWhat(entry: ForecastEntry): string {
  if (entry.kind === 'contractRenews') return '';
  if ('blockId' in entry) return entry.blockId;
  return 'userId' in entry ? entry.userId : `${entry.poolId}/${entry.resource}`;
}

function seatEntries(question: Question, day: Day, groupId: string): readonly ForecastEntry[] {
  const { model } = question;
  const today = question.evaluationOn(day);
  const yesterday = question.evaluationOn(addDays(day, -1));
  const entries: ForecastEntry[] = [];
  for (const seat of model.rows('seats')) {
    if (seat.userId === null) continue;
    const now = today.typeServingSeat(seat.id);
    const before = yesterday.typeServingSeat(seat.id);
    if (now === before || !model.isWithin(model.user(seat.userId).groupId, groupId)) continue;
    const about = { day, userId: seat.userId, typeId: seat.typeId };
    if (now === null) entries.push({ ...about, kind: 'seatBlocked' });
    else if (now === seat.typeId) entries.push({ ...about, kind: 'seatRestored' });
    else entries.push({ ...about, kind: 'seatFallsBack', toTypeId: now });
  }
  return entries;
}

function resourceEntries(question: Question, day: Day, groupId: string): readonly ForecastEntry[] {
  const { model } = question;
  const today = question.evaluationOn(day);
  const yesterday = question.evaluationOn(addDays(day, -1));
  const entries: ForecastEntry[] = [];
  for (const poolId of model.pools()) {
    if (!model.isWithin(poolId, groupId)) continue;
    for (const resource of resourceNames) {
      const short = today.resourceShortage(poolId, resource);
      if (short !== yesterday.resourceShortage(poolId, resource))
        entries.push({ day, kind: 'resourceShort', poolId, resource, short });
    }
  }
  return entries;
}
