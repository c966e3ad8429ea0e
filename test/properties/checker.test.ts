import { describe, expect, it } from 'vitest';
import type { Rows, TableName } from '#core/model/rows';
import { problemsOfAct } from '../support/check/act';
import { problemsOfAnswers } from '../support/check/answers';
import { Books, type AccountRows } from '../support/check/books';
import { problemsOfFigures } from '../support/check/figures';
import { problemsOfShape } from '../support/check/shape';
import { firstDay, RandomRun } from '../support/random/run';
import { Tally } from '../support/random/tally';

/** A sound account with complexes, an office, people, seats and numbers. */
function aSoundAccount(): RandomRun {
  return new RandomRun(0, { everyCommits: 1_000 }, new Tally());
}

function changed<T extends TableName>(rows: AccountRows, table: T, id: string, fields: Partial<Rows[T]>): AccountRows {
  if (!rows[table].some((row) => row.id === id)) throw new Error(`no ${table} ${id}`);
  return { ...rows, [table]: rows[table].map((row) => (row.id === id ? { ...row, ...fields } : row)) };
}

function added<T extends TableName>(rows: AccountRows, table: T, row: Rows[T]): AccountRows {
  return { ...rows, [table]: [...rows[table], row] };
}

const sound = aSoundAccount().replica.state().rows;
const piasSeat = sound.seats.find((seat) => seat.userId === 'pia')!;
const allocation = sound.blocks.find((block) => block.groupId === 'c1')!;
const freeNumber = sound.numbers.find((number) => number.seatId === null)!;

/** Damage to the rows, each with the rule by which it must be found. */
const damages: readonly (readonly [rule: string, what: string, rows: () => AccountRows])[] = [
  ['D11', 'a group under itself', () => changed(sound, 'groups', 'b1', { parentId: 'a1' })],
  ['D11', 'a group under nothing', () => changed(sound, 'groups', 'b1', { parentId: 'gone' })],
  ['D11', 'a second root', () => changed(sound, 'groups', 'c1', { parentId: null })],
  ['D11', 'a locked root', () => changed(sound, 'groups', 'root', { status: 'locked' })],
  ['D1', 'a root that is no pool', () => changed(sound, 'groups', 'root', { restriction: 'inherit' })],
  ['G1', 'a group without a name', () => changed(sound, 'groups', 'b1', { name: ' ' })],
  ['G2', 'an id in two tables', () => added(sound, 'retired', { id: 'pia' })],
  ['D2', 'a purchase below the root', () => changed(sound, 'blocks', 'plus', { groupId: 'c1' })],
  ['D2', 'an allocation on a group that inherits', () => changed(sound, 'blocks', allocation.id, { groupId: 'b2' })],
  [
    'D2',
    'an allocation of a type that is never allocated',
    () => changed(sound, 'blocks', allocation.id, { typeId: 'link.trial' }),
  ],
  ['D2', 'half a unit', () => changed(sound, 'blocks', 'plus', { quantity: 0.5 })],
  ['D8', 'Basic without a device', () => changed(sound, 'blocks', 'paid', { typeId: 'link.basic' })],
  [
    'D7',
    'a block with fewer SIP numbers than apps',
    () => changed(sound, 'blocks', 'own', { resources: { sip: 1, mobileApp: 2 } }),
  ],
  ['X1', 'a window that ends before it begins', () => changed(sound, 'blocks', 'plus', { validFrom: '2027-01-01' })],
  ['X2', 'two claims of one age', () => changed(sound, 'seats', piasSeat.id, { age: allocation.age })],
  ['U1', 'a seat of a quota type', () => changed(sound, 'seats', piasSeat.id, { typeId: 'link.plus' })],
  [
    'U1',
    'a seat with a number of its own that does not know it',
    () => changed(sound, 'numbers', piasSeat.numberId, { seatId: null }),
  ],
  [
    'U2',
    'a second seat',
    () => changed(sound, 'seats', sound.seats.find((seat) => seat.userId === 'petra')!.id, { userId: 'pia' }),
  ],
  ['U4', 'a seat that is held and free', () => changed(sound, 'seats', piasSeat.id, { poolId: 'd1' })],
  [
    'U4',
    'a free seat where there is no pool',
    () => changed(sound, 'seats', piasSeat.id, { userId: null, poolId: 'd2' }),
  ],
  [
    'U4',
    'an archived user with a seat',
    () => changed(sound, 'users', 'pia', { lifecycle: 'archived', purgeAt: '2027-01-10' }),
  ],
  [
    'U5',
    'a mobile number without a seat',
    () => changed(sound, 'numbers', freeNumber.id, { kind: 'mobile', userId: 'paul', age: 1 }),
  ],
  [
    'U6',
    'one value twice, written otherwise',
    () =>
      added(sound, 'numbers', {
        ...freeNumber,
        id: 'again',
        value: `${freeNumber.value.slice(0, 5)}-${freeNumber.value.slice(5)}`,
      }),
  ],
  ['U7', 'a number used twice', () => changed(sound, 'numbers', piasSeat.numberId, { userId: 'paul', age: 1 })],
  ['U7', 'a phone number on a group', () => changed(sound, 'numbers', freeNumber.id, { groupId: 'c1', age: 1 })],
  [
    'U7',
    'more SIP numbers than the allowance has',
    () =>
      added(changed(sound, 'users', 'paul', { allowance: { ukey: 1 }, allowanceAge: 1 }), 'numbers', {
        id: 's',
        kind: 'sip',
        value: '10',
        seatId: null,
        userId: 'paul',
        groupId: null,
        menuId: null,
        age: 2,
      }),
  ],
  [
    'U11',
    'a menu with groups whose member has a seat that gives none',
    () => changed(sound, 'seats', piasSeat.id, { typeId: 'ringover.smart' }),
  ],
  ['P2', 'nobody who is an owner', () => changed(sound, 'users', 'owner', { roleId: 'resident' })],
];

describe('the independent check', () => {
  it('finds nothing wrong with a sound account', () => {
    const { replica } = aSoundAccount();
    const books = new Books(replica.state().rows);
    expect([
      ...problemsOfShape(books),
      ...problemsOfFigures(replica.model, books, [firstDay]),
      ...problemsOfAnswers(replica, books, firstDay),
    ]).toEqual([]);
  });

  it.each(damages)('finds, by %s, %s', (rule, _what, rows) => {
    expect(problemsOfShape(new Books(rows())).map((problem) => problem.split(':')[0])).toContain(rule);
  });

  const before = new Books(sound);
  const anAct = (after: AccountRows) => ({
    do: 'block.update',
    args: {},
    day: firstDay,
    before,
    after: new Books(after),
  });

  it('finds a shortage that an act made, and lets one be that was there', () => {
    const short = changed(sound, 'blocks', 'plus', { quantity: 1 });
    expect(new Set(problemsOfAct(anAct(short)).map((problem) => problem.split(':')[0]))).toEqual(new Set(['D3']));
    expect(problemsOfAct({ ...anAct(short), before: new Books(short) })).toEqual([]);
  });

  it('finds a free seat that an act left without a unit', () => {
    const free = changed(sound, 'seats', piasSeat.id, { userId: null, poolId: 'd1' });
    const withoutUnits = { ...free, blocks: free.blocks.filter((block) => block.groupId !== 'd1') };
    expect(
      problemsOfAct({ ...anAct(withoutUnits), before: new Books(free) }).map((problem) => problem.split(':')[0]),
    ).toEqual(['U8']);
  });

  it('finds a claim that a move has carried into another pool', () => {
    const moved = changed(sound, 'users', 'pia', { groupId: 'd2' });
    const kept = added(moved, 'blocks', {
      ...sound.blocks.find((block) => block.id === 'business')!,
      id: 'more',
      age: 1,
      quantity: 10,
    });
    expect(problemsOfAct({ ...anAct(kept), do: 'user.move' }).map((problem) => problem.split(':')[0])).toEqual(['D10']);
  });

  it.each(['blocks', 'users', 'seats', 'numbers', 'menus'] as const)(
    'finds that the model has other %s than the rows',
    (table) => {
      const { replica } = aSoundAccount();
      const books = new Books(replica.state().rows);
      const row = [...replica.model.rows(table)].at(-1)!;
      replica.model.apply([{ table, id: row.id, before: row, after: undefined } as never]);
      expect(problemsOfFigures(replica.model, books, [firstDay])).not.toEqual([]);
    },
  );

  it('finds that a query answers otherwise than the rows say', () => {
    const { replica } = aSoundAccount();
    const other = new Books(changed(sound, 'blocks', 'business', { quantity: 0 }));
    expect(problemsOfAnswers(replica, other, firstDay)).not.toEqual([]);
  });
});
