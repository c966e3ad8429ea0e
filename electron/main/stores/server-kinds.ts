import { neverAborted } from './abort';
import { PostgresStore } from './postgres/postgres';
import { type PostgresReading, readPostgresAddress, writePostgresAddress } from './postgres/postgres-address';
import type { StoreExpectation, StoreKind } from './store-kind';
import { WebDavStore } from './webdav/webdav';
import { readWebDavAddress, type WebDavReading, writeWebDavAddress } from './webdav/webdav-address';
import { WebDavClient } from './webdav/webdav-client';
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

function webDavReading(address: string): WebDavReading {
  const reading = readWebDavAddress(address);
  if (reading === null) throw new Error('The address is not one of WebDAV');
  return reading;
}

export const webDavKind: StoreKind = {
  kind: 'webdav',
  recognise: (address) => {
    const reading = readWebDavAddress(address);
    return reading === null ? null : writeWebDavAddress(reading.address);
  },
  open: (address, { ledger, password }) => {
    const reading = webDavReading(address);
    return new WebDavStore({ address: reading.address, password: passwordOf(reading, password), ledger });
  },
  makeRoom: async (address) => {
    const reading = webDavReading(address);
    const client = new WebDavClient({ address: reading.address, password: passwordOf(reading) });
    try {
      await new WebDavFolder(client).makeCollection('', neverAborted);
    } finally {
      client.close();
    }
  },
};
