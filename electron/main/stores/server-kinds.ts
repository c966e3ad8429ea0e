import type { FolderWay } from '#core/ledger/folder-guess';
import type { Abort, StoreResult } from '#core/ledger/store';
import { neverAborted } from './abort';
import { type FolderIdentity, readIdentity } from './kept/kept-identity';
import { KeptStore } from './kept/kept-store';
import { PostgresStore } from './postgres/postgres';
import { type PostgresReading, readPostgresAddress, writePostgresAddress } from './postgres/postgres-address';
import { answering } from './store-error';
import type { StoreExpectation, StoreKind } from './store-kind';
import { WebDavStore } from './webdav/webdav';
import { readWebDavAddress, writeWebDavAddress } from './webdav/webdav-address';
import { WebDavCarrier } from './webdav/webdav-carrier';
import { WebDavClient, type WebDavLogin } from './webdav/webdav-client';
import { WebDavFolder } from './webdav/webdav-folder';

/** Takes what is in the environment last. It is never written down. */
function passwordOf(reading: { readonly password: string | null }, given?: () => string | null): () => string | null {
  return () => reading.password ?? given?.() ?? process.env['TRELLIS_PASSWORD'] ?? null;
}

function postgresReading(address: string): PostgresReading {
  const reading = readPostgresAddress(address);
  if (reading === null) throw new Error('The address is not one of PostgreSQL');
  return reading;
}

export const postgresKind: StoreKind = {
  kind: 'postgres',
  recognise: (address) => {
    const reading = readPostgresAddress(address);
    return reading === null ? null : writePostgresAddress(reading.address);
  },
  open: (address, { ledger, password }: StoreExpectation) => {
    const reading = postgresReading(address);
    return new PostgresStore({ address: reading.address, password: passwordOf(reading, password), ledger });
  },
  // Whoever appends first opens the ledger; the tables are made by whoever looks after the database.
  makeRoom: () => undefined,
};

function webDavLogin(address: string, password?: () => string | null): WebDavLogin {
  const reading = readWebDavAddress(address);
  if (reading === null) throw new Error('The address is not one of WebDAV');
  return { address: reading.address, password: passwordOf(reading, password) };
}

export const webDavKind: StoreKind = {
  kind: 'webdav',
  recognise: (address) => {
    const reading = readWebDavAddress(address);
    return reading === null ? null : writeWebDavAddress(reading.address);
  },
  open: (address, { ledger, password }) => {
    return new WebDavStore({ ...webDavLogin(address, password), ledger });
  },
  makeRoom: async (address) => {
    const client = new WebDavClient(webDavLogin(address));
    try {
      await new WebDavFolder(client).makeCollection('', neverAborted);
    } finally {
      client.close();
    }
  },
};

const keptScheme = 'kept:';

/** The address of a folder on a WebDAV server, whichever way it is used; `null` for anything else. */
function serverFolderIn(address: string): string | null {
  const plain = address.startsWith(keptScheme) ? address.slice(keptScheme.length) : address;
  return readWebDavAddress(plain) === null ? null : plain;
}

/** A folder on a WebDAV server that only carries files: `kept:webdav+https://…`. */
export const keptWebDavKind: StoreKind = {
  kind: 'kept',
  recognise: (address) => {
    const plain = address.startsWith(keptScheme) ? webDavKind.recognise(address.slice(keptScheme.length)) : null;
    return plain === null ? null : `${keptScheme}${plain}`;
  },
  open: (address, { ledger, mayBeEmpty, password, here = null }) =>
    new KeptStore(new WebDavCarrier(webDavLogin(serverFolderIn(address) ?? '', password)), {
      ledger,
      mayBeEmpty,
      here,
    }),
  makeRoom: (address) => webDavKind.makeRoom(serverFolderIn(address) ?? ''),
};

/** The same folder on a WebDAV server as a place of a way of putting acts in order; `null` for any other address. */
export function serverFolderAs(way: FolderWay, address: string): string | null {
  const plain = serverFolderIn(address);
  return plain === null || way === 'exclusive' ? plain : `${keptScheme}${plain}`;
}

/** Asks a folder on a WebDAV server what it says of itself; `null` where the address is none of those. */
export async function serverFolderIdentity(
  address: string,
  signal: Abort,
  password?: () => string | null,
): Promise<StoreResult<FolderIdentity> | null> {
  const plain = serverFolderIn(address);
  if (plain === null) return null;
  const carrier = new WebDavCarrier(webDavLogin(plain, password));
  const identity = await answering(
    () => readIdentity(carrier, signal),
    (error) => carrier.failureOf(error),
  );
  carrier.close();
  return identity;
}
