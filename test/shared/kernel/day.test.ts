import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addOneYear, dayFromNumber, dayNumber, isDay, laterDay } from '#core/kernel/day';

const anyDayNumber = fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') });

/** What the platform's calendar says, in which the rules themselves have no part. */
function platformDay(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

describe('a day', () => {
  it('is the one the platform finds so many days after 1970-01-01, and back', () => {
    fc.assert(
      fc.property(anyDayNumber, (number) => {
        expect(dayFromNumber(number)).toBe(platformDay(number));
        expect(dayNumber(dayFromNumber(number))).toBe(number);
      }),
    );
  });

  it('compares as text as it does in time', () => {
    fc.assert(
      fc.property(anyDayNumber, anyDayNumber, (one, other) => {
        expect(dayFromNumber(one) < dayFromNumber(other)).toBe(one < other);
      }),
    );
  });

  it.each([
    '2026-02-29',
    '2025-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026-01-32',
    '20260101',
    '2026-01-01T00:00',
    '',
    ' 2026-01-01',
  ])('is not “%s”', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it.each(['2024-02-29', '2000-02-29', '1970-01-01', '9999-12-31'])('is %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it('goes over the ends of months, years and leap years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it('has the same day one year later, but after 29 February comes 1 March', () => {
    expect(addOneYear('2026-01-10')).toBe('2027-01-10');
    expect(addOneYear('2024-02-29')).toBe('2025-03-01');
    expect(addOneYear('2023-02-28')).toBe('2024-02-28');
  });

  it('is the later of two', () => {
    expect(laterDay('2026-01-10', '2025-12-31')).toBe('2026-01-10');
    expect(laterDay('2025-12-31', '2026-01-10')).toBe('2026-01-10');
  });
});
