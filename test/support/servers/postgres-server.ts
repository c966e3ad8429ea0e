import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort, serverFolder, type ServerProcess, startServer, untilAnswers } from './server-process';

/** A PostgreSQL server of a test: empty, on this machine alone, with `postgres` as its superuser. */
export interface PostgresServer {
  readonly port: number;
  readonly folder: string;
  readonly process: ServerProcess;
  /** Address of a database as the superuser. */
  readonly url: (database?: string) => string;
  /** Runs statements as the superuser. */
  readonly run: (sql: string, database?: string) => Promise<readonly Record<string, unknown>[]>;
  /** Starts it again on the same port after `process` was ended. */
  readonly restart: () => Promise<PostgresServer>;
  readonly stop: () => Promise<void>;
}

/** PostgreSQL refuses to run as root; Debian's package brings this user. */
export const postgresUser = 'postgres';

/** The newest PostgreSQL that is installed. */
export function postgresPrograms(): string {
  const home = '/usr/lib/postgresql';
  const versions = existsSync(home) ? readdirSync(home).map(Number).filter(Number.isInteger) : [];
  if (versions.length === 0) throw new Error(`PostgreSQL is not installed: ${home} is missing`);
  return join(home, String(Math.max(...versions)), 'bin');
}

/** Runs one of PostgreSQL's own programs as its user and waits for it. */
export function runPostgresProgram(name: string, args: readonly string[]): string {
  const path = join(postgresPrograms(), name);
  const ran =
    process.getuid?.() === 0
      ? spawnSync('runuser', ['-u', postgresUser, '--', path, ...args], { encoding: 'utf8', cwd: '/' })
      : spawnSync(path, args, { encoding: 'utf8', cwd: '/' });
  if (ran.status !== 0) throw new Error(`${name} failed: ${ran.stderr}${ran.stdout}`);
  return ran.stdout;
}

/** Fills the data folder of a server that follows another one as its standby. */
export function copyForStandby(primary: Pick<PostgresServer, 'port'>, data: string): void {
  runPostgresProgram('pg_basebackup', [
    ...['-h', '127.0.0.1', '-p', String(primary.port), '-U', 'postgres', '-D', data],
    ...['-X', 'stream', '-c', 'fast', '-R', '-d', 'application_name=standby'],
  ]);
}

export interface PostgresSetup {
  /** Settings beyond the ordinary, as `name=value`. */
  readonly settings?: readonly string[];
  /** Data folder, where it is not to be beside the server's other files. */
  readonly place?: string;
  /** Makes the data folder; the ordinary way is an empty cluster. */
  readonly fill?: (data: string) => void;
  /** Language of its messages, where it is not English, as `de`. */
  readonly language?: string;
  /** How clients prove who they are: `trust` believes them. */
  readonly proof?: 'trust' | 'scram-sha-256';
}

/** The superuser's password where proof is asked for. */
export const postgresPassword = 'a password for tests';

export async function startPostgres({
  settings = [],
  place,
  fill,
  language,
  proof = 'trust',
}: PostgresSetup = {}): Promise<PostgresServer> {
  const folder = serverFolder('postgres', postgresUser);
  const data = place ?? join(folder.path, 'data');
  if (fill === undefined)
    runPostgresProgram('initdb', ['-A', 'trust', '-N', '-U', 'postgres', '-E', 'UTF8', '-D', data]);
  else fill(data);
  const port = await freePort();
  const server = await runOn({ folder: folder.path, data, port, settings, language });
  if (proof === 'trust') return { ...server, stop: () => stopAndRemove(server, folder.remove) };
  await server.run(`alter user postgres password '${postgresPassword}'`);
  const rules = `host all all 127.0.0.1/32 ${proof}\\nhost replication all 127.0.0.1/32 trust`;
  await server.run(`copy (select '${rules.replace('\\n', "' union all select '")}') to '${data}/pg_hba.conf'`);
  await server.run('select pg_reload_conf()');
  return { ...server, stop: () => stopAndRemove(server, folder.remove) };
}

async function stopAndRemove(server: PostgresServer, remove: () => void): Promise<void> {
  await server.process.stop('SIGQUIT');
  remove();
}

interface Place {
  readonly folder: string;
  readonly data: string;
  readonly port: number;
  readonly settings: readonly string[];
  readonly language: string | undefined;
}

async function runOn(place: Place): Promise<PostgresServer> {
  const { folder, data, port, settings, language } = place;
  const all = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'shared_buffers=16MB',
    // Servers are killed here, machines are not.
    'fsync=off',
    'max_connections=60',
    // Only where a locale is not plain C the language counts.
    ...(language === undefined ? [] : ['lc_messages=C.UTF-8']),
    ...settings,
  ];
  const server = startServer({
    program: join(postgresPrograms(), 'postgres'),
    args: ['-D', data, ...all.flatMap((setting) => ['-c', setting])],
    user: postgresUser,
    ...(language === undefined ? {} : { env: { LANGUAGE: language } }),
  });
  const url = (database = 'postgres'): string => `postgres://postgres@127.0.0.1:${port}/${database}`;
  const run = async (sql: string, database = 'postgres'): Promise<readonly Record<string, unknown>[]> => {
    const client = new Client({ connectionString: url(database), password: postgresPassword });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  await untilAnswers(server, () => run('select 1'));
  return {
    port,
    folder,
    process: server,
    url,
    run,
    restart: () => runOn(place),
    stop: () => server.stop('SIGQUIT'),
  };
}
