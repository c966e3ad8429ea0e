import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderStore } from '../../../electron/main/stores/folder/folder';
import { FolderCarrier } from '../../../electron/main/stores/kept/folder-carrier';
import { KeptStore } from '../../../electron/main/stores/kept/kept-store';
import { PostgresStore } from '../../../electron/main/stores/postgres/postgres';
import { readPostgresAddress } from '../../../electron/main/stores/postgres/postgres-address';
import { makeTablesAt } from '../../../electron/main/stores/postgres/postgres-init';
import type { LedgerStore } from '#core/ledger/store';
import { Cluster } from '../../cluster/cluster';
import { startPostgres } from '../../support/servers/postgres-server';
import { makeWebDavFolder, openWebDav } from '../../support/servers/webdav-places';
import { startApache, startLighttpd, startNginx, type WebDavServer } from '../../support/servers/webdav-servers';

/** One kind of place, ready to be measured. */
export interface MeasuredPlace {
  readonly name: string;
  /** How many computers can append to it at once; where one puts acts in order, it is one. */
  readonly writers: 1 | 4;
  /** Opens one computer's view of a place by its name; a name that was not used before is an empty one. */
  readonly open: (place: string) => Promise<LedgerStore>;
  readonly stop: () => Promise<void>;
}

function temporary(purpose: string): string {
  return mkdtempSync(join(tmpdir(), `trellis-bench-${purpose}-`));
}

function folders(): Promise<MeasuredPlace> {
  const root = temporary('folder');
  return Promise.resolve({
    name: 'folder',
    writers: 4,
    open: (place) => {
      const folder = join(root, place);
      mkdirSync(folder, { recursive: true });
      return Promise.resolve(new FolderStore(folder, { ledger: null, mayBeEmpty: true }));
    },
    stop: () => Promise.resolve(rmSync(root, { recursive: true, force: true, maxRetries: 5 })),
  });
}

function keptFolders(): Promise<MeasuredPlace> {
  const root = temporary('kept');
  return Promise.resolve({
    name: 'kept folder',
    writers: 1,
    open: (place) => {
      const folder = join(root, place);
      mkdirSync(folder, { recursive: true });
      // A new record each time: who opens it has seen nothing of the folder yet.
      const record = join(root, `record-${randomUUID()}`);
      const here = { computer: 'bench', name: 'Bench', record, now: () => new Date().toISOString(), judge: null };
      return Promise.resolve(new KeptStore(new FolderCarrier(folder), { ledger: null, mayBeEmpty: true, here }));
    },
    stop: () => Promise.resolve(rmSync(root, { recursive: true, force: true, maxRetries: 5 })),
  });
}

function postgresStore(address: string): LedgerStore {
  const reading = readPostgresAddress(address);
  if (reading === null) throw new Error(`${address} cannot be read`);
  return new PostgresStore({ address: reading.address, password: () => null, ledger: null });
}

async function onePostgres(): Promise<MeasuredPlace> {
  const server = await startPostgres({ settings: ['fsync=on', 'shared_buffers=128MB'] });
  await makeTablesAt(server.url());
  return {
    name: 'PostgreSQL, one server',
    writers: 4,
    open: (place) => Promise.resolve(postgresStore(`${server.url()}/${place}`)),
    stop: server.stop,
  };
}

async function postgresCluster(): Promise<MeasuredPlace> {
  const cluster = await Cluster.start();
  const address = `postgres://postgres@${cluster.hosts()}/postgres`;
  await makeTablesAt(`${address}?tls=off`);
  return {
    name: 'PostgreSQL, cluster of three',
    writers: 4,
    open: (place) => Promise.resolve(postgresStore(`${address}/${place}?tls=off`)),
    stop: () => cluster.stop(),
  };
}

async function webDav(name: string, start: () => Promise<WebDavServer>): Promise<MeasuredPlace> {
  const server = await start();
  // Four writers ask for one place at the same moment.
  const made = new Map<string, Promise<void>>();
  return {
    name: `WebDAV, ${name}`,
    writers: 4,
    open: async (place) => {
      const making = made.get(place) ?? makeWebDavFolder(server, place);
      made.set(place, making);
      await making;
      return openWebDav(server, place);
    },
    stop: server.stop,
  };
}

/** In the order in which they are measured; a cluster needs networks of its own, and so root. */
export const measuredPlaces: readonly (() => Promise<MeasuredPlace>)[] = [
  folders,
  keptFolders,
  onePostgres,
  ...(process.getuid?.() === 0 ? [postgresCluster] : []),
  () => webDav('Apache', startApache),
  () => webDav('nginx', startNginx),
  () => webDav('lighttpd', startLighttpd),
];
