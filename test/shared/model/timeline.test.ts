import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '#core/kernel/day';
import { addToTimeline, amountOn, isActive, type Timeline, type Window } from '#core/model/timeline';

const day = fc.integer({ min: 0, max: 60 }).map((after) => addDays('2026-01-01', after));
const open = fc.option(day, { nil: null });
const window: fc.Arbitrary<Window> = fc
  .tuple(open, open)
  .map(([one, other]) =>
    one !== null && other !== null && other < one
      ? { validFrom: other, validUntil: one }
      : { validFrom: one, validUntil: other },
  );
const amounts = fc.array(fc.tuple(window, fc.integer({ min: 1, max: 20 })), { maxLength: 12 });

function summedUp(parts: readonly (readonly [Window, number])[], on: Day): number {
  return parts.reduce(
    (sum, [{ validFrom, validUntil }, amount]) =>
      sum + ((validFrom ?? on) <= on && on <= (validUntil ?? on) ? amount : 0),
    0,
  );
}

describe('an amount over time', () => {
  it('is on each day the sum of what is valid that day, both ends included', () => {
    fc.assert(
      fc.property(amounts, day, (parts, on) => {
        const timeline: Timeline = new Map();
        for (const [when, amount] of parts) addToTimeline(timeline, when, amount);
        expect(amountOn(timeline, on)).toBe(summedUp(parts, on));
      }),
    );
  });

  it('is nothing at all, not even a trace, when everything is taken away again in any order', () => {
    fc.assert(
      fc.property(amounts, fc.infiniteStream(fc.nat()), (parts, chance) => {
        const timeline: Timeline = new Map();
        for (const [when, amount] of parts) addToTimeline(timeline, when, amount);
        const left = [...parts];
        while (left.length > 0) {
          const [taken] = left.splice((chance.next().value ?? 0) % left.length, 1);
          if (taken !== undefined) addToTimeline(timeline, taken[0], -taken[1]);
        }
        expect([...timeline]).toEqual([]);
      }),
    );
  });

  it('is active on its first and last day, and on neither the day before nor after', () => {
    const when = { validFrom: '2026-01-10', validUntil: '2026-01-12' };
    expect(['2026-01-09', '2026-01-10', '2026-01-12', '2026-01-13'].map((on) => isActive(when, on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('is nothing where there is no timeline', () => {
    expect(amountOn(undefined, '2026-01-10')).toBe(0);
  });
});
