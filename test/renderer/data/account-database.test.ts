import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { AccountDatabase, type StoredLists } from '../../../renderer/src/data/account-database';
import { pageTexts } from '../../../renderer/src/data/page-text';
import type { PageWrite } from '../../../renderer/src/data/paged-rows';
import { finish } from '#core/kernel/slices';
import { migrationProblem, schemaMigrations, type SchemaMigration } from '../../../renderer/src/data/schema-migrations';

const nothing: StoredLists = { head: null, pending: [], attention: [] };
const lists: StoredLists = {
  head: { seq: 7, hash: 'ab' },
  pending: [
    { id: 'p1', day: '2026-01-01', at: '', by: 'owner', device: 'd', do: 'group.create', args: {} },
    { id: 'p2', day: '2026-01-01', at: '', by: 'owner', device: 'd', do: 'group.create', args: {} },
  ],
  attention: [{ id: 'x', do: 'seat.assign', args: {}, at: '', by: 'owner', day: '2026-01-01', refusals: [] }],
};
const page: PageWrite = { shelf: 'ranges', page: 3, rows: [{ id: 'r1', from: '10', to: '19' }] };

/** The pages as they are written. */
function texts(writes: readonly PageWrite[]) {
  return finish(pageTexts(writes));
}

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
});

describe('the tables of an account', () => {
  it('are empty at first', async () => {
    const database = await AccountDatabase.open('one');
    expect(await database.read()).toBeNull();
    database.close();
  });

  it('give back what was written, after being opened again', async () => {
    const database = await AccountDatabase.open('one');
    await database.write(texts([page]), nothing, lists);
    database.close();
    const again = await AccountDatabase.open('one');
    expect(await again.read()).toEqual({ ...lists, pages: [page] });
    again.close();
  });

  it('keep lists in order when their front goes', async () => {
    const database = await AccountDatabase.open('one');
    await database.write(texts([]), nothing, lists);
    const shorter: StoredLists = { ...lists, pending: lists.pending.slice(1), attention: [] };
    await database.write(texts([{ ...page, rows: [] }]), lists, shorter);
    expect(await database.read()).toEqual({ ...shorter, pages: [] });
    database.close();
  });

  it('change together or not at all', async () => {
    const database = await AccountDatabase.open('one');
    await database.write(texts([page]), nothing, lists);
    const unstorable = { id: 'bad', do: 'x', args: () => undefined, at: '', by: '', day: '2026-01-01' };
    const next: StoredLists = { head: { seq: 8, hash: 'cd' }, pending: [], attention: [unstorable] };
    await expect(
      database.write(texts([{ ...page, rows: [{ id: 'r2', from: '1', to: '2' }] }]), lists, next),
    ).rejects.toThrow();
    expect(await database.read()).toEqual({ ...lists, pages: [page] });
    database.close();
  });

  it('leave nothing of before when they are replaced', async () => {
    const database = await AccountDatabase.open('one');
    await database.write(texts([page]), nothing, lists);
    const other: PageWrite = { shelf: 'menus', page: 0, rows: [] };
    await database.replace(texts([other]), { ...nothing, head: { seq: 1, hash: 'ee' } });
    expect(await database.read()).toEqual({ head: { seq: 1, hash: 'ee' }, pending: [], attention: [], pages: [] });
    database.close();
  });

  it('of two accounts are apart', async () => {
    const one = await AccountDatabase.open('one');
    const two = await AccountDatabase.open('two');
    await one.write(texts([page]), nothing, lists);
    expect(await two.read()).toBeNull();
    one.close();
    two.close();
  });
});

describe('the schema', () => {
  it('is a chain of migrations without gaps', () => {
    expect(migrationProblem(schemaMigrations)).toBeNull();
  });

  it('is refused with a gap, with a name used twice, and when there is none', async () => {
    const [first] = schemaMigrations;
    if (first === undefined) throw new Error('there is a first migration');
    const gap: SchemaMigration = { version: 3, name: 'later', stores: {} };
    expect(migrationProblem([first, gap])).toContain('version 3');
    expect(migrationProblem([first, { ...first, version: 2 }])).toContain('used twice');
    expect(migrationProblem([])).not.toBeNull();
    await expect(AccountDatabase.open('one', [first, gap])).rejects.toThrow('not a chain');
  });

  it.each(schemaMigrations.map((migration) => migration.version))(
    'opens tables made at version %i with everything in them',
    async (version) => {
      const old = await AccountDatabase.open('one', schemaMigrations.slice(0, version));
      await old.write(texts([page]), nothing, lists);
      old.close();
      const database = await AccountDatabase.open('one');
      expect(await database.read()).toEqual({ ...lists, pages: [page] });
      database.close();
    },
  );

  it('carries what is stored through a migration that follows', async () => {
    const now = await AccountDatabase.open('one');
    await now.write(texts([page]), nothing, lists);
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
    expect(await later.read()).toEqual({ ...lists, pages: [page] });
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
    await newer.write(texts([page]), nothing, lists);
    newer.close();
    const database = await AccountDatabase.open('one');
    expect(await database.read()).toBeNull();
    await database.write(texts([page]), nothing, lists);
    expect(await database.read()).toEqual({ ...lists, pages: [page] });
    database.close();
  });
});
