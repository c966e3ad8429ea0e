import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { intentNames, shapeOf, type IntentName } from '#core/intents/registry';
import { parseIntent } from '#core/intents/parse';
import { isProblem } from '#core/rules/problems';
import type { Refusal } from '#core/rules/refusals';

/** Values of every kind: most fields refuse most of them, each for its own reason. */
const values: readonly unknown[] = [
  null,
  true,
  '',
  ' ',
  'x',
  '/',
  'x'.repeat(20_000),
  '2026-02-30',
  -1,
  0,
  1.5,
  7,
  1e15,
  [],
  [1],
  ['x'],
  {},
  { x: 1 },
];

/** The fields of an intent's arguments, down to those inside of others, as paths. */
function fieldsOf(schema: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof schema !== 'object' || schema === null || path.length > 3) return [];
  const { properties = {} } = schema as { readonly properties?: { readonly [key: string]: unknown } };
  return Object.entries(properties).flatMap(([key, inner]) => [[...path, key], ...fieldsOf(inner, [...path, key])]);
}

function withValue(path: readonly string[], value: unknown): unknown {
  return path.reduceRight((inner, key) => ({ [key]: inner }), value);
}

function refusalsOf(name: IntentName, args: unknown): readonly Refusal[] {
  const parsed = parseIntent({ do: name, args });
  return parsed.ok ? [] : parsed.refusals;
}

describe('what is wrong with arguments', () => {
  it.each(intentNames)('always has one of the known problems for %s, whatever is given where', (name) => {
    const schema = z.toJSONSchema(shapeOf(name), { io: 'input', unrepresentable: 'any' });
    const given = [
      {},
      7,
      { nonsense: 1 },
      ...fieldsOf(schema).flatMap((path) => values.map((value) => withValue(path, value))),
    ];
    const found = given.flatMap((args) => refusalsOf(name, args)).filter(({ code }) => code === 'INVALID');
    expect(found.length).toBeGreaterThan(0);
    expect(
      found.filter(({ problem }) => typeof problem !== 'string' || !isProblem(problem) || problem === 'wrongForm'),
    ).toEqual([]);
  });

  it('comes with its bounds where it is about size', () => {
    expect(
      refusalsOf('block.add', { groupId: 'root', typeId: 'link.plus', quantity: 0, source: 'purchase' }),
    ).toMatchObject([{ path: 'quantity', problem: 'tooSmall', least: 1 }]);
    expect(refusalsOf('group.create', { parentId: 'root', kind: 'complex', name: 'n'.repeat(201) })).toMatchObject([
      { path: 'name', problem: 'tooLong', most: 200 },
    ]);
  });

  it('names the part of many that is wrong', () => {
    expect(
      refusalsOf('restriction.set', {
        groupId: 'g',
        mode: 'own',
        allocate: [
          { typeId: 'link.plus', quantity: 1 },
          { typeId: 'link.plus', quantity: 1.5 },
        ],
      }),
    ).toMatchObject([{ path: 'allocate.1.quantity', problem: 'notWhole' }]);
  });
});
