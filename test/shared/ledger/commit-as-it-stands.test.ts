import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCommitAsItStands } from '#core/ledger/commit-as-it-stands';
import { readBySchema } from '#core/ledger/encoding';

const whole = {
  ledger: 'ledger',
  seq: 7,
  prev: 'a'.repeat(64),
  id: 'c1',
  day: '2026-06-01',
  at: '2026-06-01T08:00:00.000Z',
  by: 'owner',
  device: 'laptop',
  rules: 2,
  do: 'seat.assign',
  args: { userId: 'u1' },
};
const more = {
  chosen: [{ number: '+4930901801', seat: 's1' }, {}],
  basis: { seq: 6, hash: 'b'.repeat(64) },
  key: 'k1',
  sig: 'signed',
};
const someValue = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      '',
      'a',
      'A'.repeat(48),
      'A'.repeat(49),
      'x'.repeat(65),
      'x'.repeat(201),
      '2026-02-30',
      '2026-02-28',
      'ü',
      'a b',
    ],
    ...['c'.repeat(64), 'C'.repeat(64), 0, 1, 2, 3, -1, 1.5, 2 ** 53, true, null, [], {}, [{}], [{ seat: 1 }]],
    ...[[{ seat: 's', unknown: 1 }], [[]], { seq: 1, hash: 'd'.repeat(64) }, { seq: 0, hash: 'd'.repeat(64) }],
    { seq: 1, hash: 'd'.repeat(64), more: 1 },
  ),
  fc.json().map((text) => JSON.parse(text) as unknown),
);
const someName = fc.constantFrom(...Object.keys(whole), ...Object.keys(more), 'unknown', '__proto__', 'constructor');

/** A commit with some fields more or less, or with others in them. */
const nearly = fc
  .tuple(fc.subarray(Object.keys(more)), fc.option(someName), fc.array(fc.tuple(someName, someValue), { maxLength: 2 }))
  .map(([also, without, others]) => {
    const fields = new Map<string, unknown>(Object.entries(whole));
    for (const name of also) fields.set(name, more[name as keyof typeof more]);
    if (without !== null) fields.delete(without);
    for (const [name, value] of others) fields.set(name, value);
    return `{${[...fields].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`;
  });

describe('a commit that is right at a glance', () => {
  it('is what its schema reads it as, whatever else it might be', () => {
    let seen = 0;
    fc.assert(
      fc.property(nearly, (text) => {
        const value = JSON.parse(text) as unknown;
        if (!isCommitAsItStands(value)) return;
        seen += 1;
        expect(readBySchema(value)).toEqual({ ok: true, commit: value });
      }),
      { numRuns: 2_000 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  it('is the ordinary one', () => {
    expect(isCommitAsItStands(whole)).toBe(true);
    expect(isCommitAsItStands({ ...whole, ...more })).toBe(true);
    expect(isCommitAsItStands({ ...whole, rules: 1, basis: more.basis })).toBe(false);
  });
});
