import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#core/kernel/day';
import { Model } from '#core/model/model';
import { netChanges } from '#core/model/change-log';
import { tableNames, type Change } from '#core/model/rows';
import { Books, type AccountRows } from '../../support/check/books';
import { problemsOfFigures } from '../../support/check/figures';
import { Chooser } from '../../support/random/chooser';
import { firstDay, RandomRun } from '../../support/random/run';
import { Tally } from '../../support/random/tally';

const days = [firstDay, addDays(firstDay, 20), addDays(firstDay, 60)];
const numbers = fc.array(fc.noBias(fc.integer({ min: 0, max: 0xffff_ffff })), {
  minLength: 40,
  maxLength: 40,
  size: 'max',
});
const beginning = fc.nat({ max: 3 });
const seed = fc.noBias(fc.integer({ min: 0, max: 0xffff_ffff }));

function anAccount(from: number, steps: readonly number[]): RandomRun {
  const run = new RandomRun(from, { everyCommits: 1_000_000 }, new Tally());
  for (const number of steps) run.step(number);
  return run;
}

function rowsOf(model: Model): AccountRows {
  return Object.fromEntries(tableNames.map((table) => [table, [...model.rows(table)]])) as unknown as AccountRows;
}

/** The rows as text, in no order. */
function asText(model: Model): string {
  return JSON.stringify(tableNames.map((table) => [...model.rows(table)].map((row) => JSON.stringify(row)).sort()));
}

function additions(rows: AccountRows): Change[] {
  return tableNames.flatMap((table) =>
    rows[table].map((row) => ({ table, id: row.id, before: undefined, after: row }) as unknown as Change),
  );
}

describe('the model', () => {
  it('keeps the same figures in whatever order its rows arrive, and none when they leave in another', () => {
    fc.assert(
      fc.property(beginning, numbers, seed, (from, steps, chance) => {
        const rows = anAccount(from, steps).replica.state().rows;
        const choose = new Chooser(chance);
        const shuffled = shuffle(additions(rows), choose);
        const model = new Model();
        for (const change of shuffled) model.apply([change]);
        expect(problemsOfFigures(model, new Books(rows), days)).toEqual([]);
        for (const change of shuffle(shuffled, choose)) model.revert([change]);
        const empty = new Model();
        for (const { id } of rows.groups) {
          expect(model.count(id)).toEqual(empty.count(id));
          expect([...model.territoryFigures(id).names(), ...model.supplyOf(id).names()]).toEqual([]);
          expect(model.children(id)).toEqual([]);
        }
        expect(asText(model)).toBe(asText(empty));
      }),
      { numRuns: 30 },
    );
  });

  it('goes back to any former commit and forward again, with every figure right at both ends', () => {
    fc.assert(
      fc.property(beginning, numbers, fc.nat(), (from, steps, back) => {
        const { replica } = anAccount(from, steps);
        const { model } = replica;
        const now = asText(model);
        const records = replica.records.slice(1 + (back % (replica.records.length - 1)));
        for (const record of [...records].reverse()) model.revert(record.changes);
        expect(problemsOfFigures(model, new Books(rowsOf(model)), days)).toEqual([]);
        for (const record of records) model.apply(record.changes);
        expect(asText(model)).toBe(now);
        expect(problemsOfFigures(model, new Books(rowsOf(model)), days)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('reaches the same rows by the net changes of a commit as by each of them', () => {
    fc.assert(
      fc.property(beginning, numbers, (from, steps) => {
        const { replica } = anAccount(from, steps);
        const model = new Model();
        for (const record of replica.records) for (const change of netChanges(record.changes)) model.apply([change]);
        expect(asText(model)).toBe(asText(replica.model));
      }),
      { numRuns: 20 },
    );
  });

  it('takes back to a mark what was recorded since, and nothing before', () => {
    const { model } = anAccount(0, []).replica;
    const before = asText(model);
    const outer = model.mark();
    model.put('roles', { id: 'kept', name: 'Kept', base: 'resident', extraFeatures: [] });
    const between = asText(model);
    const inner = model.mark();
    model.remove('roles', 'kept');
    model.put('groups', { ...model.group('a1'), parentId: 'c2' });
    model.rollback(inner);
    expect(asText(model)).toBe(between);
    model.rollback(outer);
    expect(asText(model)).toBe(before);
    expect(problemsOfFigures(model, new Books(rowsOf(model)), days)).toEqual([]);
  });

  it('remembers an id that is gone, and forgets that it is gone when it comes back', () => {
    const model = new Model();
    const role = { id: 'r', name: 'R', base: 'resident', extraFeatures: [] } as const;
    model.put('roles', role);
    model.remove('roles', 'r');
    expect(model.tableOf('r')).toBe('retired');
    model.put('roles', role);
    expect(model.tableOf('r')).toBe('roles');
    expect(model.size('retired')).toBe(0);
  });
});

function shuffle<T>(of: readonly T[], choose: Chooser): T[] {
  const left = [...of];
  const shuffled: T[] = [];
  while (left.length > 0) shuffled.push(...left.splice(choose.whole(0, left.length - 1), 1));
  return shuffled;
}
