import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAlike } from '#core/kernel/alike';
import type { Replica } from '#core/ledger/replica';
import { KeptReading, NoticedRows } from '../../../renderer/src/data/noticed-rows';
import type { RowsInMemory } from '../../../renderer/src/data/session';
import { RandomRun } from '../../support/random/run';
import { Tally } from '../../support/random/tally';

/** What parts of the window read, each kind of reading once; `id` is some group, person, number or block. */
const readings: readonly ((rows: RowsInMemory, id: string) => unknown)[] = [
  (rows, id) => rows.row('groups', id)?.name,
  (rows, id) => rows.row('users', id),
  (rows, id) => rows.tableOf(id),
  (rows, id) => (rows.row('groups', id) === undefined ? null : [...rows.children(id)]),
  (rows, id) => (rows.row('groups', id) === undefined ? null : [...rows.ancestry(id)].map(({ name }) => name)),
  (rows, id) => (rows.row('groups', id) === undefined ? null : rows.isWithin(id, rows.root.id)),
  (rows, id) => rows.count(id),
  (rows, id) => (rows.row('groups', id) === undefined ? null : [rows.poolOf(id), rows.poolAbove(id)]),
  (rows, id) => (rows.row('groups', id) === undefined ? null : rows.projectOf(id)),
  (rows, id) => rows.groupOfNumber(id),
  (rows, id) => rows.seatOf(id),
  (rows, id) => [...rows.administratorsOf(id), '-', ...rows.usersOf(id), '-', ...rows.blocksOf(id)],
  (rows) => [...rows.rows('blocks')],
  (rows, id) => (rows.row('groups', id) === undefined ? null : [...rows.subtree(id)].map((group) => group.id)),
  (rows) => [rows.account, rows.root],
];

/** A session as far as readers need it: a replica whose last step is known, or was missed. */
function sessionOver(replica: Replica) {
  let known: { readonly version: number; readonly ids: ReadonlySet<string> | null } = { version: 0, ids: null };
  return {
    get model() {
      return replica.model;
    },
    version: () => replica.version,
    latest: () => known,
    know: (ids: ReadonlySet<string> | null) => {
      known = { version: replica.version, ids };
    },
  };
}

function someIds(replica: Replica): readonly string[] {
  const { model } = replica;
  return (['groups', 'users', 'numbers', 'blocks'] as const).flatMap((table) =>
    [...model.rows(table)].map(({ id }) => id).slice(0, 6),
  );
}

describe('rows as one part of the window reads them', () => {
  it('are another object whenever what was read is different, whatever happens to the account', () => {
    const numbers = fc.array(fc.noBias(fc.integer({ min: 0, max: 0xffff_ffff })), { minLength: 40, maxLength: 40 });
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    let stayed = 0;
    fc.assert(
      fc.property(fc.nat({ max: 3 }), numbers, fc.boolean(), (beginning, steps, knowsSteps) => {
        const run = new RandomRun(beginning, { everyCommits: 1_000 }, new Tally());
        const { replica } = run;
        const session = sessionOver(replica);
        const readers = someIds(replica).flatMap((id) =>
          readings.map((read) => {
            const noticed = new NoticedRows(session);
            const rows = noticed.current();
            return { id, read, noticed, rows, said: read(rows, id) };
          }),
        );
        for (const step of steps) {
          const before = replica.version;
          run.step(step);
          if (replica.version === before) continue;
          const record = replica.records.at(-1);
          const isOneStep = replica.version === before + 1;
          session.know(knowsSteps && isOneStep ? new Set(record?.changes.map(({ id }) => id)) : null);
          for (const reader of readers) {
            const rows = reader.noticed.current();
            if (rows === reader.rows) {
              stayed += 1;
              expect(isAlike(reader.read(replica.model, reader.id), reader.said)).toBe(true);
            } else Object.assign(reader, { rows, said: reader.read(rows, reader.id) });
          }
        }
      }),
      { seed, numRuns: 6 },
    );
    // Else the property would hold of readers that are told everything.
    expect(stayed).toBeGreaterThan(1_000);
  });

  it('stay the same object while only other things change', () => {
    const rows = new Map([
      ['a', { id: 'a', name: 'A' }],
      ['b', { id: 'b', name: 'B' }],
    ]);
    let version = 1;
    const model = { row: (_: string, id: string) => rows.get(id) } as unknown as RowsInMemory;
    const noticed = new NoticedRows({ model, version: () => version, latest: () => ({ version, ids: null }) });
    const first = noticed.current();
    expect(first.row('groups', 'a')?.name).toBe('A');
    rows.set('b', { id: 'b', name: 'other' });
    version += 1;
    expect(noticed.current()).toBe(first);
    rows.set('a', { id: 'a', name: 'other' });
    version += 1;
    expect(noticed.current()).not.toBe(first);
  });
});

describe('what is worked out from rows', () => {
  it('is the same object as long as it says the same', () => {
    const kept = new KeptReading<readonly string[]>();
    const [one, other] = [{}, {}] as unknown as readonly [RowsInMemory, RowsInMemory];
    const first = kept.read(one, () => ['a', 'b']);
    expect(kept.read(other, () => ['a', 'b'])).toBe(first);
    expect(kept.read(other, () => ['a', 'c'])).toEqual(['a', 'c']);
  });
});
