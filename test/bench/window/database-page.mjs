/**
 * The page of the databases that others would pick, given their libraries: each keeps the same rows in the same runtime, is opened in a
 * process of its own, and says when all groups are in memory.
 */
export function beginPage({
  Dexie,
  PouchDB,
  createRxDatabase,
  getRxStorageDexie,
  IndexeddbPersistence,
  storeState,
  Y,
}) {
  const tables = ['groups', 'users'];

  async function dexie() {
    const database = new Dexie('peer-dexie');
    database.version(1).stores({ groups: 'id,parentId', users: 'id,groupId' });
    await database.open();
    return {
      fill: (table, rows) => database.table(table).bulkPut(rows),
      filled: () => Promise.resolve(),
      groups: () => database.table('groups').toArray(),
      rename: (id, name) => database.table('groups').update(id, { name }),
    };
  }

  async function rxdb() {
    const database = await createRxDatabase({
      name: 'peer-rxdb',
      storage: getRxStorageDexie(),
      multiInstance: false,
    });
    const schema = {
      version: 0,
      primaryKey: 'id',
      type: 'object',
      properties: { id: { type: 'string', maxLength: 100 }, name: { type: 'string' } },
    };
    await database.addCollections(Object.fromEntries(tables.map((table) => [table, { schema }])));
    return {
      fill: (table, rows) => database[table].bulkInsert(rows),
      filled: () => Promise.resolve(),
      groups: () => database.groups.find().exec(),
      rename: async (id, name) => (await database.groups.findOne(id).exec()).incrementalPatch({ name }),
    };
  }

  function pouchdb() {
    const databases = Object.fromEntries(
      tables.map((table) => [table, new PouchDB(`peer-${table}`, { auto_compaction: true })]),
    );
    return Promise.resolve({
      fill: (table, rows) => databases[table].bulkDocs(rows.map(({ id, ...row }) => ({ _id: id, ...row }))),
      filled: () => Promise.resolve(),
      groups: async () => (await databases.groups.allDocs({ include_docs: true })).rows,
      rename: async (id, name) => databases.groups.put({ ...(await databases.groups.get(id)), name }),
    });
  }

  async function yjs() {
    const doc = new Y.Doc();
    const kept = new IndexeddbPersistence('peer-yjs', doc);
    await kept.whenSynced;
    /** Resolves behind everything that was written before. */
    const written = () =>
      new Promise((resolve) => {
        kept.db.transaction(['updates'], 'readwrite').oncomplete = resolve;
      });
    return {
      fill: async (table, rows) => {
        doc.transact(() => rows.forEach((row) => doc.getMap(table).set(row.id, row)));
        await written();
      },
      // As it would after a while: one state instead of the steps that led to it.
      filled: () => storeState(kept, true),
      groups: () => Promise.resolve([...doc.getMap('groups').values()]),
      rename: async (id, name) => {
        doc.getMap('groups').set(id, { ...doc.getMap('groups').get(id), name });
        await written();
      },
    };
  }

  const peers = { dexie, rxdb, pouchdb, yjs };

  async function openedAtStart(name) {
    const peer = await peers[name]();
    const groups = await peer.groups();
    return { peer, groups, count: groups.length, at: performance.timeOrigin + performance.now() };
  }

  const wanted = new URLSearchParams(globalThis.location.search).get('peer');
  globalThis.peers = peers;
  globalThis.opened = wanted === null ? null : openedAtStart(wanted);
}
