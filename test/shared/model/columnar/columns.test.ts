import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { textToBytes } from '#core/kernel/hash';
import { finish } from '#core/kernel/slices';
import { decodeCommit } from '#core/ledger/encoding';
import { Replica } from '#core/ledger/replica';
import { formatVersion } from '#core/model/columnar/format';
import { readColumns } from '#core/model/columnar/read-columns';
import { Model } from '#core/model/model';
import { writeColumns } from '#core/model/columnar/write-columns';
import { RandomRun } from '../../../support/random/run';
import { Tally } from '../../../support/random/tally';

const seed = 20_261_128;
const frozenFolder = path.join(import.meta.dirname, '..', '..', '..', 'frozen', 'rules-1');
const day = '2026-02-01';

function columnsOf(replica: Replica): Uint8Array {
  return finish(writeColumns(replica.model));
}

/** The same replica with its rows read from columns. */
function frozen(replica: Replica, bytes = columnsOf(replica)): Replica {
  const read = readColumns(bytes);
  if (!read.ok) throw new Error(read.problem);
  return Replica.resume(replica.state(), Model.on(read.parts));
}

function everyAnswer({ model }: Replica, ask: Replica['ask']): unknown {
  const on = { day, by: 'owner' };
  const groups = [...model.rows('groups')].map(({ id }) => id).sort();
  const users = [...model.rows('users')].map(({ id }) => id).sort();
  return {
    account: ask('account', {}, on),
    tree: ask('tree', {}, on),
    digest: ask('digest', {}, on),
    numbers: ask('numbers', {}, on),
    forecast: ask('forecast', { from: day, to: '2026-12-31' }, on),
    groups: groups.map((groupId) =>
      ['group', 'blocks', 'pool', 'seats', 'menus', 'devices', 'users'].map((query) => ask(query, { groupId }, on)),
    ),
    users: users.map((userId) => ask('user', { userId }, on)),
  };
}

const looked = [
  ['groups', ['id', 'name', 'code', 'fields']],
  ['users', ['id', 'name', 'email']],
  ['numbers', ['value', 'id']],
  ['blocks', ['id', 'typeId', 'note', 'deviceId']],
] as const;

/** Some members of every row, with the order in which they come. */
function someMembers({ model }: Replica): object {
  return looked.map(([table, members]) => [...model.membersOf(table, members as never)]);
}

/** The same out of whole rows. */
function membersOfWholeRows({ model }: Replica): object {
  return looked.map(([table, members]) =>
    [...model.rows(table)].map((row) =>
      Object.fromEntries(Object.entries(row).filter(([member]) => (members as readonly string[]).includes(member))),
    ),
  );
}

function answers(replica: Replica): unknown {
  return everyAnswer(replica, (query, args, on) => replica.ask(query, args, on));
}

describe('an account as columns', () => {
  it('answers every query as the account that was written, after random acts before and on top', () => {
    process.stdout.write(`columns: seed ${String(seed)}\n`);
    const number = fc.noBias(fc.integer({ min: 0, max: 0xffff_ffff }));
    fc.assert(
      fc.property(
        fc.nat({ max: 3 }),
        fc.array(number, { minLength: 60, maxLength: 60 }),
        fc.array(number, { minLength: 20, maxLength: 20 }),
        (beginning, before, onTop) => {
          const run = new RandomRun(beginning, { everyCommits: 1000 }, new Tally());
          for (const one of before) run.step(one);
          const columnar = frozen(run.replica);
          expect(answers(columnar)).toEqual(answers(run.replica));
          for (const one of onTop) {
            const seen = run.replica.records.length;
            run.step(one);
            for (const { do: name, args, id, by, day: on, at, device } of run.replica.records.slice(seen)) {
              const again = columnar.prepareAct({ do: name, args }, { commit: id, by, day: on, at, device });
              if (!again.ok) throw new Error(JSON.stringify(again.refusals));
              columnar.accept(again.step);
            }
          }
          expect(answers(columnar)).toEqual({ ...(answers(run.replica) as object) });
          expect(someMembers(columnar)).toMatchObject(membersOfWholeRows(columnar));
          expect(columnsOf(columnar)).toEqual(columnsOf(run.replica));
        },
      ),
      { seed, numRuns: 8 },
    );
  });

  it.each(readdirSync(frozenFolder).filter((name) => name.endsWith('.jsonl')))(
    'goes on through a frozen ledger from its middle: %s',
    (file) => {
      const entries = readFileSync(path.join(frozenFolder, file), 'utf8').split('\n').filter(Boolean).map(textToBytes);
      const first = decodeCommit(entries[0] ?? new Uint8Array());
      if (!first.ok) throw new Error(first.problem);
      const plain = Replica.empty(first.commit.ledger);
      plain.receive(entries.slice(0, Math.ceil(entries.length / 2)));
      const columnar = frozen(plain);
      const rest = entries.slice(Math.ceil(entries.length / 2));
      expect(columnar.receive(rest)).toMatchObject({ ok: true });
      plain.receive(rest);
      expect(answers(columnar)).toEqual(answers(plain));
    },
  );

  it('written again is the same bytes', () => {
    const run = new RandomRun(1, { everyCommits: 1000 }, new Tally());
    for (let one = 1; one < 120; one += 1) run.step(Math.imul(one, 0x9e3779b1) >>> 0);
    const bytes = columnsOf(run.replica);
    expect(columnsOf(frozen(run.replica, bytes))).toEqual(bytes);
  });

  it('keeps what was asked for the same object, so that nothing is drawn anew for it', () => {
    const run = new RandomRun(1, { everyCommits: 1000 }, new Tally());
    const { model } = frozen(run.replica);
    expect(model.root).toBe(model.root);
  });

  it('is read from anywhere in a larger piece of bytes', () => {
    const run = new RandomRun(1, { everyCommits: 1000 }, new Tally());
    const bytes = columnsOf(run.replica);
    const within = Buffer.concat([Buffer.from('abc'), bytes]).subarray(3);
    expect(answers(frozen(run.replica, within))).toEqual(answers(run.replica));
  });

  it('says what bytes are that it cannot read', () => {
    const bytes = columnsOf(new RandomRun(1, { everyCommits: 1000 }, new Tally()).replica);
    expect(readColumns(new Uint8Array())).toEqual({ ok: false, problem: 'no-checkpoint' });
    expect(readColumns(textToBytes('something else altogether'))).toEqual({ ok: false, problem: 'no-checkpoint' });
    expect(readColumns(bytes.slice(0, bytes.length - 64))).toEqual({ ok: false, problem: 'cut-off' });
    const text = Buffer.from(bytes)
      .toString('latin1')
      .replace(`"format":${String(formatVersion)}`, '"format":9');
    expect(readColumns(Uint8Array.from(Buffer.from(text, 'latin1')))).toEqual({ ok: false, problem: 'other-format' });
  });
});
