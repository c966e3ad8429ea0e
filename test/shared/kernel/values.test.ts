import fc from 'fast-check';
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha256Hex, textToBytes } from '#core/kernel/hash';
import { canonicalJson, sameJson } from '#core/kernel/json';
import { compareText, normaliseText } from '#core/kernel/text';

/** The same value with its keys in another order, all the way down. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
}

function textOf(value: unknown): string {
  return canonicalize(value) ?? 'null';
}

/** What is written, or that nothing can be. */
function textOr(write: () => string): string {
  try {
    return write();
  } catch {
    return 'none';
  }
}

const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);

describe('values', () => {
  it('have one canonical text, whatever the order of their keys', () => {
    fc.assert(fc.property(json, (value) => void expect(canonicalJson(turned(value))).toBe(canonicalJson(value))));
  });

  it('are the same exactly when their canonical texts are', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(sameJson(one, other)).toBe(canonicalJson(one) === canonicalJson(other));
        expect(sameJson(one, turned(one))).toBe(true);
      }),
    );
  });

  it('have the canonical text that the library writes, whatever they are', () => {
    const key = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('10', '9', '-1', '01', '__proto__', 'toJSON', ''),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'binary' }),
        fc.double(),
        fc.constantFrom(null, true, undefined, -0, 1e21, '\ud800', '\u2028', 10n, new Date(0), new Map(), () => 1),
        fc.array(tie('value'), { maxLength: 4 }),
        fc
          .array(fc.tuple(key, tie('value')), { maxLength: 6 })
          .map((members) => Object.fromEntries(members) as unknown),
      ),
    }));
    fc.assert(
      fc.property(value, (each) => void expect(textOr(() => canonicalJson(each))).toBe(textOr(() => textOf(each)))),
      { numRuns: 200 },
    );
  });

  it('come back from their canonical text', () => {
    fc.assert(fc.property(json, (value) => void expect(sameJson(JSON.parse(canonicalJson(value)), value)).toBe(true)));
  });

  it.each(['valueOf', 'constructor', 'toString', '__proto__'])('may have a key called %s', (key) => {
    const one: unknown = JSON.parse(`{"${key}": [false]}`);
    const other: unknown = JSON.parse(`{"${key}": [true]}`);
    expect(sameJson(one, JSON.parse(canonicalJson(one)))).toBe(true);
    expect(sameJson(one, other)).toBe(false);
    expect(sameJson(one, {})).toBe(false);
  });

  it('are hashed as the platform hashes them', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) =>
          void expect(sha256Hex(textToBytes(text))).toBe(createHash('sha256').update(text, 'utf8').digest('hex')),
      ),
    );
  });
});

describe('text', () => {
  it('is compared by code unit, so that no language has a say', () => {
    expect(['ä', 'z', 'Z', 'a', '1', ''].sort(compareText)).toEqual(['', '1', 'Z', 'a', 'z', 'ä']);
  });

  it('is stored trimmed and composed, and storing it again changes nothing', () => {
    expect(normaliseText('  Zoe\u0308 ')).toBe('Zoë');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => void expect(normaliseText(normaliseText(text))).toBe(normaliseText(text)),
      ),
    );
  });
});
