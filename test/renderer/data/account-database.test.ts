import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { AccountDatabase, type StoredLists } from '../../../renderer/src/data/account-database';
import { migrationProblem, schemaMigrations, type SchemaMigration } from '../../../renderer/src/data/schema-migrations';

const nothing: StoredLists = { head: null, pending: [], attention: [], voided: [] };
const lists: StoredLists = {
  head: { seq: 7, hash: 'ab' },
  pending: [
    { id: 'p1', day: '2026-01-01', at: '', by: 'owner', device: 'd', do: 'group.create', args: {} },
    { id: 'p2', day: '2026-01-01', at: '', by: 'owner', device: 'd', do: 'group.create', args: {} },
  ],
  attention: [{ id: 'x', do: 'seat.assign', args: {}, at: '', by: 'owner', day: '2026-01-01', refusals: [] }],
  voided: [
    {
      seq: 3,
      id: 'v',
      do: 'x',
      args: {},
      at: '',
      by: 'ben',
      day: '2026-01-01',
      device: 'd',
      refusals: [{ code: 'ROOT', rule: 'D11' }],
    },
  ],
};
const checkpoint = Uint8Array.from([1, 2, 3]);
const first = { number: 1, pieces: ['one', 'two'] };
const afterFirst = { checkpoint: [...checkpoint], upTo: 0, lastStep: 1, steps: [['one', 'two']] };

/** What is stored, with bytes as numbers: those of another realm are equal to none of this. */
async function stored(database: AccountDatabase) {
  const read = await database.read();
  return read === null ? null : { ...read, checkpoint: [...read.checkpoint] };
}

/** Tables with a checkpoint in them, as every account has from its beginning. */
async function begun(name: string, migrations?: readonly SchemaMigration[]): Promise<AccountDatabase> {
  const database = await AccountDatabase.open(name, migrations);
  await database.replace(checkpoint, nothing);
  return database;
}

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
});

describe('the tables of an account', () => {
  it('are empty at first', async () => {
    const database = await AccountDatabase.open('one');
    expect(await stored(database)).toBeNull();
    database.close();
  });

  it('give back what was written, after being opened again', async () => {
    const database = await begun('one');
    await database.write(first, nothing, lists);
    database.close();
    const again = await AccountDatabase.open('one');
    expect(await stored(again)).toEqual({ ...lists, ...afterFirst });
    again.close();
  });

  it('keep lists in order when their front goes', async () => {
    const database = await begun('one');
    await database.write(first, nothing, lists);
    const shorter: StoredLists = { ...lists, pending: lists.pending.slice(1), attention: [], voided: [] };
    await database.write({ number: 2, pieces: [] }, lists, shorter);
    expect(await stored(database)).toEqual({ ...shorter, ...afterFirst });
    database.close();
  });

  it('change together or not at all', async () => {
    const database = await begun('one');
    await database.write(first, nothing, lists);
    const unstorable = { id: 'bad', do: 'x', args: () => undefined, at: '', by: '', day: '2026-01-01' };
    const next: StoredLists = { head: { seq: 8, hash: 'cd' }, pending: [], attention: [unstorable], voided: [] };
    await expect(database.write({ number: 2, pieces: ['three'] }, lists, next)).rejects.toThrow();
    expect(await stored(database)).toEqual({ ...lists, ...afterFirst });
    database.close();
  });

  it('leave nothing of a step that is given up between its pieces', async () => {
    const database = await begun('one');
    const giveUp = (): void => {
      throw new Error('given up');
    };
    await expect(database.write(first, nothing, lists, giveUp)).rejects.toThrow('given up');
    expect(await stored(database)).toEqual({
      ...nothing,
      checkpoint: [...checkpoint],
      upTo: 0,
      lastStep: 0,
      steps: [],
    });
    database.close();
  });

  it('leave nothing of before when they are replaced', async () => {
    const database = await begun('one');
    await database.write(first, nothing, lists);
    const other = Uint8Array.from([9]);
    await database.replace(other, { ...nothing, head: { seq: 1, hash: 'ee' } });
    expect(await stored(database)).toEqual({
      head: { seq: 1, hash: 'ee' },
      pending: [],
      attention: [],
      voided: [],
      checkpoint: [...other],
      upTo: 0,
      lastStep: 0,
      steps: [],
    });
    database.close();
  });

  it('keep the steps that came while a new checkpoint was made', async () => {
    const database = await begun('one');
    await database.write(first, nothing, lists);
    const read = await database.read();
    await database.write({ number: 2, pieces: ['three'] }, lists, lists);
    const renewed = Uint8Array.from([4]);
    await database.putCheckpoint(renewed, read ?? { upTo: 0, lastStep: 0 });
    expect(await stored(database)).toEqual({
      ...lists,
      checkpoint: [...renewed],
      upTo: 1,
      lastStep: 2,
      steps: [['three']],
    });
    database.close();
  });

  it('pass over a checkpoint that was made from one that is gone', async () => {
    const database = await begun('one');
    await database.write(first, nothing, lists);
    await database.putCheckpoint(Uint8Array.from([4]), { upTo: 0, lastStep: 1 });
    await database.putCheckpoint(Uint8Array.from([5]), { upTo: 0, lastStep: 1 });
    expect(await stored(database)).toMatchObject({ checkpoint: [4], upTo: 1 });
    database.close();
  });

  it('of two accounts are apart', async () => {
    const one = await begun('one');
    const two = await AccountDatabase.open('two');
    await one.write(first, nothing, lists);
    expect(await stored(two)).toBeNull();
    one.close();
    two.close();
  });
});

describe('the schema', () => {
  it('is a chain of migrations without gaps', () => {
    expect(migrationProblem(schemaMigrations)).toBeNull();
  });

  it('is refused with a gap, with a name used twice, and when there is none', async () => {
    const [firstStep] = schemaMigrations;
    if (firstStep === undefined) throw new Error('there is a first migration');
    const gap: SchemaMigration = { version: 3, name: 'later', stores: {} };
    expect(migrationProblem([firstStep, gap])).toContain('version 3');
    expect(migrationProblem([firstStep, { ...firstStep, version: 2 }])).toContain('used twice');
    expect(migrationProblem([])).not.toBeNull();
    await expect(AccountDatabase.open('one', [firstStep, gap])).rejects.toThrow('not a chain');
  });

  it('has what an older version stored made again from the journal', async () => {
    const old = new Dexie('trellis-account-one');
    old.version(1).stores(schemaMigrations[0]?.stores ?? {});
    await old.open();
    await old.table('pages').put({ shelf: 'ranges', page: 1, text: '[]' });
    await old.table('head').put({ key: 'head', ledger: 'one', head: null, rowShape: 1 });
    old.close();
    const database = await AccountDatabase.open('one');
    expect(await stored(database)).toBeNull();
    database.close();
  });

  it('opens tables of the newest version with everything in them', async () => {
    const old = await begun('one');
    await old.write(first, nothing, lists);
    old.close();
    const database = await AccountDatabase.open('one');
    expect(await stored(database)).toEqual({ ...lists, ...afterFirst });
    database.close();
  });

  it('carries what is stored through a migration that follows', async () => {
    const now = await begun('one');
    await now.write(first, nothing, lists);
    now.close();
    const following: SchemaMigration = {
      version: schemaMigrations.length + 1,
      name: 'following',
      stores: { notes: 'id' },
      upgrade: (transaction) =>
        transaction
          .table('notes')
          .put({ id: 'migrated' })
          .then(() => undefined),
    };
    const later = await AccountDatabase.open('one', [...schemaMigrations, following]);
    expect(await stored(later)).toEqual({ ...lists, ...afterFirst });
    later.close();
    const raw = await new Dexie('trellis-account-one').open();
    expect(await raw.table('notes').count()).toBe(1);
    raw.close();
  });

  it('starts afresh where a newer version has changed the tables', async () => {
    const following: SchemaMigration = {
      version: schemaMigrations.length + 1,
      name: 'following',
      stores: { notes: 'id' },
    };
    const newer = await AccountDatabase.open('one', [...schemaMigrations, following]);
    await newer.replace(checkpoint, lists);
    newer.close();
    expect(newer.isMadeAnew).toBe(false);
    const database = await AccountDatabase.open('one');
    expect(database.isMadeAnew).toBe(true);
    expect(await stored(database)).toBeNull();
    await database.replace(checkpoint, nothing);
    await database.write(first, nothing, lists);
    expect(await stored(database)).toEqual({ ...lists, ...afterFirst });
    database.close();
  });
});
