import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../../electron/headless/places';
import type { TakingPart } from '../../../electron/main/stores/kept/kept-place';
import { KeptStore } from '../../../electron/main/stores/kept/kept-store';
import { PostgresStore } from '../../../electron/main/stores/postgres/postgres';
import { readPostgresAddress } from '../../../electron/main/stores/postgres/postgres-address';
import { makeTablesAt } from '../../../electron/main/stores/postgres/postgres-init';
import type { LedgerStore } from '#core/ledger/store';
import { Cluster } from '../../cluster/cluster';
import { startPostgres } from '../../support/servers/postgres-server';
import { carrierAt, makeWebDavFolder, openWebDav } from '../../support/servers/webdav-places';
import {
  startApache,
  startLighttpd,
  startNginx,
  startSabre,
  type WebDavServer,
} from '../../support/servers/webdav-servers';

/** One kind of place that can be measured. */
export interface KindOfPlace {
  readonly name: string;
  readonly start: () => Promise<MeasuredPlace>;
}

/** The same, ready to be measured. */
export interface MeasuredPlace {
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
    writers: 4,
    open: (place) => {
      const folder = join(root, place);
      mkdirSync(folder, { recursive: true });
      return Promise.resolve(opened(`folder:${folder}`));
    },
    stop: () => Promise.resolve(rmSync(root, { recursive: true, force: true, maxRetries: 5 })),
  });
}

/** A new record each time: who opens the place has seen nothing of it yet. */
function newcomer(records: string): TakingPart {
  const record = join(records, `record-${randomUUID()}`);
  return { computer: 'bench', name: 'Bench', record, now: () => new Date().toISOString(), judge: null };
}

/** The store of a folder, which is reached in a process of its own as ever. */
function opened(address: string, here: TakingPart | null = null): LedgerStore {
  const opening = openStore(address, { ledger: null, mayBeEmpty: true, here });
  if (!opening.ok) throw new Error(JSON.stringify(opening.failure));
  return opening.value.store;
}

function keptFolders(): Promise<MeasuredPlace> {
  const root = temporary('kept');
  return Promise.resolve({
    writers: 1,
    open: (place) => {
      const folder = join(root, place);
      mkdirSync(folder, { recursive: true });
      return Promise.resolve(opened(`kept:${folder}`, newcomer(root)));
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
    writers: 4,
    open: (place) => Promise.resolve(postgresStore(`${address}/${place}?tls=off`)),
    stop: () => cluster.stop(),
  };
}

async function webDav(start: () => Promise<WebDavServer>): Promise<MeasuredPlace> {
  const server = await start();
  // Four writers ask for one place at the same moment.
  const made = new Map<string, Promise<void>>();
  return {
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

async function keptWebDav(start: () => Promise<WebDavServer>): Promise<MeasuredPlace> {
  const server = await start();
  const root = temporary('kept-webdav');
  const made = new Set<string>();
  return {
    writers: 1,
    open: async (place) => {
      if (!made.has(place)) await makeWebDavFolder(server, place);
      made.add(place);
      return new KeptStore(carrierAt(server, place), { ledger: null, mayBeEmpty: true, here: newcomer(root) });
    },
    stop: async () => {
      await server.stop();
      rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** In the order in which they are measured; a cluster needs networks of its own, and so root. */
export const measuredPlaces: readonly KindOfPlace[] = [
  { name: 'folder', start: folders },
  { name: 'kept folder', start: keptFolders },
  { name: 'PostgreSQL, one server', start: onePostgres },
  ...(process.getuid?.() === 0 ? [{ name: 'PostgreSQL, cluster of three', start: postgresCluster }] : []),
  { name: 'WebDAV, Apache', start: () => webDav(startApache) },
  { name: 'WebDAV, nginx', start: () => webDav(startNginx) },
  { name: 'WebDAV, lighttpd', start: () => webDav(startLighttpd) },
  { name: 'WebDAV that only carries files, lighttpd', start: () => keptWebDav(startLighttpd) },
  { name: 'WebDAV that only carries files, sabre/dav', start: () => keptWebDav(startSabre) },
];
