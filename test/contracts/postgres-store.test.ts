import { afterAll, beforeAll } from 'vitest';
import { freshPlace, openPostgres, prepareDatabase, startPooler } from '../support/servers/postgres-places';
import { type PostgresServer, startPostgres } from '../support/servers/postgres-server';
import { describeLedgerStore } from './ledger-store.contract';
import { describeStoreBeginning } from './store-beginning.contract';

let server: PostgresServer;
let pooler: Awaited<ReturnType<typeof startPooler>>;
const pace = { announced: 60_000, unannounced: 50 };

beforeAll(async () => {
  server = await startPostgres();
  await prepareDatabase(server);
  pooler = await startPooler(server);
});
afterAll(async () => {
  await pooler.stop();
  await server.stop();
});

describeLedgerStore('PostgreSQL', () => {
  const place = freshPlace();
  return Promise.resolve({
    open: () => openPostgres({ ports: [server.port], place }),
    remove: () => Promise.resolve(),
  });
});

describeStoreBeginning('PostgreSQL', () => {
  const place = freshPlace();
  return Promise.resolve({
    open: () => openPostgres({ ports: [server.port], place }),
    remove: () => Promise.resolve(),
  });
});

describeLedgerStore('PostgreSQL behind a pooler that keeps announcements', () => {
  const place = freshPlace();
  return Promise.resolve({
    open: () => openPostgres({ ports: [pooler.port], place }, { pace: { ...pace, announced: 50 } }),
    remove: () => Promise.resolve(),
  });
});
