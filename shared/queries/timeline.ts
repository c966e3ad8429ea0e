import { addDays, type Day } from '../kernel/day';
import { compareText } from '../kernel/text';
import type { BlockRow } from '../model/rows';
import { catalogueOf } from '../catalogue/license-types';
import type { LicenseTypeId } from '../model/vocabulary';
import { claimedUnits, nominalUnits, unitShortage } from '../rules/pools';
import { z } from 'zod';
import { day, defineQuery, id, licensesOfGroup } from './query';
import type { Question } from './question';

/** Units of a type in a pool, each point from its day until the next one; `claimed` is what is held or handed out (D3). */
export interface TypeTimeline {
  readonly typeId: LicenseTypeId;
  readonly points: readonly { readonly day: Day; readonly nominal: number; readonly claimed: number }[];
}

/** A pool that lacks units from a day on; `short: 0` when it no longer does. */
export interface ShortPool {
  readonly day: Day;
  readonly poolId: string;
  readonly typeId: LicenseTypeId;
  readonly short: number;
}

export interface TimelineAnswer {
  readonly poolId: string;
  readonly types: readonly TypeTimeline[];
  readonly short: readonly ShortPool[];
}

/** Units over time in the group's pool, and the pools in the group that get short of them. */
export const timelineQuery = defineQuery({
  name: 'timeline',
  args: z.strictObject({ from: day, to: day, groupId: id }),
  ...licensesOfGroup,
  answer: (question, { from, to, groupId }) => timelineAnswer(question, from, to, groupId),
});

/**
 * The units of each type in a group's pool between two days, both included, as they change by time alone, and the pools
 * in the group that get short of units. A point holds until the next one; the first is the first day.
 */
function timelineAnswer(question: Question, from: Day, to: Day, groupId: string): TimelineAnswer {
  const { model } = question;
  const poolId = model.poolOf(groupId);
  const days = new Set<Day>([from]);
  const concerned = new Map<
    string,
    { readonly poolId: string; readonly typeId: LicenseTypeId; readonly days: Set<Day> }
  >();
  for (const block of model.rows('blocks')) {
    // link.feature is counted by resources, a device's unit never ends.
    if (block.quantity === 0 || block.typeId === 'link.feature' || block.source === 'device') continue;
    const changes = changeDays(block).filter((day) => day > from && day <= to);
    if (changes.length === 0) continue;
    const giver = block.source === 'allocation' ? model.poolAbove(block.groupId) : null;
    for (const touched of giver === null ? [block.groupId] : [block.groupId, giver]) {
      if (touched === poolId) for (const day of changes) days.add(day);
      if (!model.isWithin(touched, groupId)) continue;
      const key = `${touched} ${block.typeId}`;
      const known = concerned.get(key) ?? { poolId: touched, typeId: block.typeId, days: new Set<Day>() };
      for (const day of changes) known.days.add(day);
      concerned.set(key, known);
    }
  }
  const short = [...concerned.values()].flatMap((pool) =>
    shortDays(question, pool.poolId, pool.typeId, [...pool.days].sort()),
  );
  short.sort(
    (one, other) =>
      compareText(one.day, other.day) || compareText(one.poolId, other.poolId) || compareText(one.typeId, other.typeId),
  );
  return { poolId, types: typeTimelines(question, poolId, [...days].sort()), short };
}

/** Days on which a block begins to count, or counts no more. */
function changeDays({ validFrom, validUntil }: BlockRow): readonly Day[] {
  return [...(validFrom === null ? [] : [validFrom]), ...(validUntil === null ? [] : [addDays(validUntil, 1)])];
}

function shortDays(
  { model }: Question,
  poolId: string,
  typeId: LicenseTypeId,
  days: readonly Day[],
): readonly ShortPool[] {
  return days.flatMap((day) => {
    const short = unitShortage(model, poolId, typeId, day);
    return short === unitShortage(model, poolId, typeId, addDays(day, -1)) ? [] : [{ day, poolId, typeId, short }];
  });
}

function typeTimelines({ model }: Question, poolId: string, days: readonly Day[]): readonly TypeTimeline[] {
  return catalogueOf(model).types.flatMap(({ id: typeId }) => {
    const points = days.map((day) => ({
      day,
      nominal: nominalUnits(model, poolId, typeId, day),
      claimed: claimedUnits(model, poolId, typeId, day),
    }));
    if (typeId === 'link.feature' || points.every(({ nominal, claimed }) => nominal === 0 && claimed === 0)) return [];
    return [
      {
        typeId,
        points: points.filter(
          (point, index) =>
            index === 0 || point.nominal !== points[index - 1]?.nominal || point.claimed !== points[index - 1]?.claimed,
        ),
      },
    ];
  });
}
