import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAlike } from '#core/kernel/alike';
import { canonicalJson } from '#core/kernel/json';

describe('two values', () => {
  it('are alike when they are the same as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (one, other) => {
        expect(isAlike(one, structuredClone(one))).toBe(true);
        // JSON writes -0 as 0.
        if (canonicalJson(one) !== canonicalJson(other)) expect(isAlike(one, other)).toBe(false);
      }),
    );
  });

  it('are not alike where one has a field more, or another kind of value', () => {
    expect(isAlike({ a: 1 }, { a: 1, b: undefined })).toBe(false);
    expect(isAlike([], {})).toBe(false);
    expect(isAlike(new Map(), new Map())).toBe(false);
    expect(isAlike(null, {})).toBe(false);
  });

  it('count as different when they are too large to compare in a moment', () => {
    const large = Array.from({ length: 20_000 }, (_, index) => ({ index }));
    expect(isAlike(large, [...large])).toBe(true);
    expect(isAlike(large, structuredClone(large))).toBe(false);
  });
});
