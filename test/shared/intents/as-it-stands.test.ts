import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readUnder } from '#core/intents/reading';
import { areRightAsTheyStand, intentNames, shapeOf, type IntentName } from '#core/intents/registry';
import { newestRules } from '#core/rules/version';

/** Values of every kind that an argument may have, right for one and wrong for another. */
const someValue = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      'Ada',
      'Ada ',
      ' Ada',
      'A  B',
      'A\u200bB',
      'A\nB',
      '',
      'a@example.org',
      'mailto:a@example.org',
      'a@example.org;',
    ],
    ...['+4930901801', '4711', 'sip:anna@example.org', 'sip', 'landline', 'apartment', 'active', 'redraw', 'link.plus'],
    ...['link.basic', 'own.x', '2026-06-01', '2026-13-01', 'x'.repeat(200), 'x'.repeat(201), '😀'.repeat(150), '-.:'],
    ...[0, -0, 1, -1, 1.5, 1e6, 1e6 + 1, 1e10, Number.NaN, true, false, null, undefined, [], {}, ['a'], new Date(0)],
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

const names: ReadonlySet<string> = new Set(
  intentNames.flatMap((name) => {
    const shape = shapeOf(name) as { readonly shape?: object; readonly in?: { readonly shape?: object } };
    return Object.keys(shape.shape ?? shape.in?.shape ?? {});
  }),
);
const someName = fc.constantFrom(...names, 'set', 'was', 'do', 'args', 'unknown', '__proto__', 'constructor');
const { someArguments } = fc.letrec<{ someArguments: object; part: unknown }>((tie) => ({
  part: fc.oneof({ depthSize: 'small' }, someValue, tie('someArguments'), fc.array(tie('part'), { maxLength: 2 })),
  someArguments: fc.dictionary(someName, tie('part'), { maxKeys: 5, noNullPrototype: true }),
}));

/** Arguments as somebody would write them, which random ones hardly ever are, and some of them a little wrong. */
const written: readonly (readonly [IntentName, { readonly [field: string]: unknown }])[] = [
  ['user.create', { id: 'u1', groupId: 'g', name: 'Ada', email: 'ada@example.org', phone: '', status: 'active' }],
  ['user.update', { userId: 'u1', set: { name: 'Ada', until: null }, was: { name: 'Ida', until: '2026-06-01' } }],
  ['user.move', { userId: 'u1', groupId: 'g', licenses: 'redraw' }],
  ['seat.assign', { userId: 'u1', typeId: 'ringover.smart', numberId: 'n' }],
  ['number.add', { id: 'n', kind: 'landline', value: '+4930901801' }],
  ['number.attach', { numberId: 'n', to: { userId: 'u1' } }],
  ['device.register', { id: 'd', serial: '0C:11', model: 'Bell', groupId: 'g' }],
  ['group.create', { id: 'g', parentId: 'p', kind: 'apartment', name: 'Apartment 1', code: '1' }],
  ['group.update', { groupId: 'g', set: { name: 'House' }, was: { name: 'Haus' } }],
  ['allowance.set', { userId: 'u1', resources: { sip: 2, ukey: 1 } }],
  ['batch', { do: [{ do: 'user.archive', args: { userId: 'u1' } }] }],
];

const nearlyRight = fc
  .tuple(
    fc.constantFrom(...written),
    fc.option(fc.tuple(someName, someValue)),
    fc.option(fc.tuple(someName, someValue)),
  )
  .map(([[name, args], outside, inside]) => {
    const part = args['set'] === undefined ? 'resources' : 'set';
    const set = args[part] as object | undefined;
    return [
      name,
      {
        ...args,
        ...(inside === null || set === undefined ? {} : { [part]: { ...set, [inside[0]]: inside[1] } }),
        ...(outside === null ? {} : { [outside[0]]: outside[1] }),
      },
    ] as const;
  });

function expectRightReading(name: IntentName, args: unknown): void {
  const read = readUnder(newestRules, () => shapeOf(name).safeParse(args));
  expect(read).toStrictEqual({ success: true, data: args });
}

describe('arguments that are right at a glance', () => {
  it('are read by their shape as they stand, whatever they are', () => {
    fc.assert(
      fc.property(fc.constantFrom(...intentNames), someArguments, (name, args) => {
        if (areRightAsTheyStand(name, args)) expectRightReading(name, args);
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(nearlyRight, ([name, args]) => {
        if (areRightAsTheyStand(name, args)) expectRightReading(name, args);
      }),
      { numRuns: 5000 },
    );
  });

  it('are those that sheets and dialogs write', () => {
    for (const [name, args] of written) expect([name, areRightAsTheyStand(name, args)]).toEqual([name, true]);
  });

  it('are none where something would be made of them first', () => {
    const plan = { kind: 'apartment', count: 2 };
    expect(areRightAsTheyStand('group.generate', { parentId: 'g', plan })).toBe(false);
    expect(areRightAsTheyStand('role.define', { name: 'Guard', base: 'admin', extraFeatures: ['b', 'a'] })).toBe(false);
  });
});
