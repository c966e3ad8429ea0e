import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { PostgresStore, type PostgresOptions } from '../../../electron/main/stores/postgres/postgres';
import { readPostgresAddress } from '../../../electron/main/stores/postgres/postgres-address';
import { makeTables } from '../../../electron/main/stores/postgres/postgres-schema';
import { type PostgresServer, postgresUser } from './postgres-server';
import { freePort, serverFolder, startServer, untilAnswers } from './server-process';

/** Makes the tables, and people who may use them. */
export async function prepareDatabase(server: PostgresServer, logins: readonly string[] = ['anna']): Promise<void> {
  const client = new Client({ connectionString: server.url() });
  await client.connect();
  await makeTables(client);
  for (const login of logins) await client.query(`create role ${login} login in role trellis_user`);
  await client.end();
}

export interface OpenAt {
  readonly ports: readonly number[];
  readonly place: string;
  readonly login?: string;
  readonly query?: string;
}

/** A store of a person on servers of this machine. */
export function openPostgres(
  { ports, place, login = 'anna', query = '' }: OpenAt,
  options: Partial<PostgresOptions> = {},
): PostgresStore {
  const hosts = ports.map((port) => `127.0.0.1:${port}`).join(',');
  const reading = readPostgresAddress(`postgres://${login}@${hosts}/postgres/${place}${query}`);
  if (reading === null) throw new Error('The address of the test cannot be read');
  return new PostgresStore({ ...reading, password: () => reading.password, ledger: null, ...options });
}

/** A name that no other test uses. */
export function freshPlace(): string {
  return `place-${randomUUID()}`;
}

/** A pooler that gives each transaction any of its connections, so that what the server announces reaches nobody. */
export async function startPooler(
  server: PostgresServer,
): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  const folder = serverFolder('pgbouncer', postgresUser);
  const port = await freePort();
  const config = join(folder.path, 'pgbouncer.ini');
  writeFileSync(
    config,
    `[databases]
postgres = host=127.0.0.1 port=${server.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${join(folder.path, 'users')}
pool_mode = transaction
default_pool_size = 4
`,
  );
  writeFileSync(join(folder.path, 'users'), '"anna" ""\n');
  const pooler = startServer({ program: '/usr/sbin/pgbouncer', args: [config], user: postgresUser });
  await untilAnswers(pooler, async () => {
    const client = new Client({ host: '127.0.0.1', port, user: 'anna', database: 'postgres' });
    await client.connect();
    await client.end();
  });
  return {
    port,
    stop: async () => {
      await pooler.stop('SIGKILL');
      folder.remove();
    },
  };
}
