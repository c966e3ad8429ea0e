import type { StoreResult } from '#core/ledger/store';
import { answering } from '../store-error';
import { readPostgresAddress } from './postgres-address';
import { postgresFailureOf } from './postgres-failure';
import { makeTables } from './postgres-schema';
import { connectTo, ordinaryPatience } from './postgres-session';

/** Makes roles and tables in the database that an address names, and answers what it made; `null` where it names none. */
export function makeTablesAt(address: string): Promise<StoreResult<readonly string[]> | null> {
  const reading = readPostgresAddress(address);
  if (reading === null) return Promise.resolve(null);
  const login = {
    address: reading.address,
    password: () => reading.password ?? process.env['TRELLIS_PASSWORD'] ?? null,
  };
  return answering(async () => {
    let problem: unknown = new Error('No server is named.');
    for (const host of reading.address.hosts) {
      try {
        const client = await connectTo(login, host, ordinaryPatience.connecting);
        try {
          const { rows } = await client.query<{ standby: boolean }>('select pg_is_in_recovery() as standby');
          if (rows[0]?.standby === false) return await makeTables(client);
        } finally {
          await client.end();
        }
      } catch (error) {
        problem = error;
      }
    }
    throw problem;
  }, postgresFailureOf);
}
