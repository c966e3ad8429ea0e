import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { postgresPrograms, postgresUser } from '../support/servers/postgres-server';
import { serverFolder, type ServerProcess, startServer } from '../support/servers/server-process';
import { type Host, Network } from './network';

const etcdPort = 2379;
const etcdPeerPort = 2380;
const postgresPort = 5432;
const patroniPort = 8008;
/** Milliseconds after which a node that is not back needs help. */
const comesBackWithin = 90_000;

/** One node: PostgreSQL under Patroni, with its part of etcd, on a host of its own. */
export interface Node {
  readonly name: string;
  readonly host: Host;
  readonly folder: string;
  patroni: ServerProcess;
  etcd: ServerProcess;
}

/** Contents of Patroni's book on who may be promoted. */
export interface Successors {
  readonly leader: string;
  readonly names: readonly string[];
  /** Goes up with each change. */
  readonly revision: string;
}

function inNamespace(host: Host, program: string, args: readonly string[]): ServerProcess {
  return startServer({
    program: 'ip',
    args: [
      ...['netns', 'exec', host.namespace],
      ...['setpriv', `--reuid=${postgresUser}`, `--regid=${postgresUser}`, '--clear-groups', program, ...args],
    ],
  });
}

/** Three nodes of PostgreSQL, each commit confirmed by two of them, with Patroni deciding which one takes writes. */
export class Cluster {
  private readonly removals: (() => void)[] = [];
  readonly nodes: Node[] = [];

  private constructor(readonly network: Network) {}

  static async start(): Promise<Cluster> {
    const cluster = new Cluster(Network.make(3));
    try {
      for (const [index, host] of cluster.network.hosts.entries()) {
        const folder = serverFolder(`node${index + 1}`, postgresUser);
        cluster.removals.push(folder.remove);
        const name = `n${index + 1}`;
        writeFileSync(
          join(folder.path, 'patroni.yml'),
          JSON.stringify(cluster.patroniSettings(name, host, folder.path)),
        );
        const node = { name, host, folder: folder.path };
        cluster.nodes.push({ ...node, etcd: cluster.startEtcd(node), patroni: cluster.startPatroni(node) });
      }
      await cluster.untilWhole();
      return cluster;
    } catch (error) {
      for (const { name, etcd, patroni } of cluster.nodes) {
        process.stderr.write(`${name}\n${etcd.output().slice(-2000)}\n${patroni.output().slice(-4000)}\n`);
      }
      await cluster.stop();
      throw error;
    }
  }

  /** Address of a place as clients have it: all nodes, whichever takes writes. */
  hosts(): string {
    return this.nodes.map(({ host }) => `${host.address}:${postgresPort}`).join(',');
  }

  /** The node that takes writes, and says so itself. */
  async primary(): Promise<Node | null> {
    const answers = await Promise.all(this.nodes.map(async (node) => ((await isPrimary(node)) ? node : null)));
    return answers.find((node) => node !== null) ?? null;
  }

  untilWhole(): Promise<void> {
    return until('the cluster is whole', () => this.isWhole());
  }

  /**
   * Waits until all nodes are back. One that does not come back by itself is made anew from the primary, as whoever looks after
   * it would do; answers how many those were.
   */
  async untilWholeAgain(): Promise<number> {
    const latest = performance.now() + comesBackWithin;
    while (performance.now() < latest) {
      if (await this.isWhole()) return 0;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const names = await this.streaming();
    const { leader } = (await this.successors()) ?? {};
    const gone = this.nodes.filter(({ name }) => name !== leader && names?.has(name) !== true);
    for (const { host } of gone) {
      await fetch(`http://${host.address}:${patroniPort}/reinitialize`, { method: 'POST', body: '{"force":true}' });
    }
    await this.untilWhole();
    return gone.length;
  }

  private async isWhole(): Promise<boolean> {
    const names = await this.streaming();
    // Patroni promotes only whom it has written down itself, which comes a moment after.
    return names?.size === 2 && [...names.values()].every(Boolean) && (await this.successors())?.names.length === 2;
  }

  /** Standbys that get everything, and whether commits wait for them; `null` where there is no primary. */
  private async streaming(): Promise<ReadonlyMap<string, boolean> | null> {
    const primary = await this.primary();
    if (primary === null) return null;
    const asked = `select application_name, sync_state from pg_stat_replication where state = 'streaming'`;
    // It may give the office up in this very moment.
    const rows = await query(primary, asked).catch(() => null);
    if (rows === null) return null;
    return new Map(rows.map((row) => [String(row['application_name']), row['sync_state'] === 'sync']));
  }

  /** Standbys that Patroni would promote, by what it has written down in etcd; `null` where nothing can be read. */
  async successors(): Promise<Successors | null> {
    const key = Buffer.from('/service/trellis/sync').toString('base64');
    for (const { host } of this.nodes) {
      try {
        const answer = await fetch(`http://${host.address}:${etcdPort}/v3/kv/range`, {
          ...{ method: 'POST', body: JSON.stringify({ key }), signal: AbortSignal.timeout(2_000) },
        });
        const { kvs } = (await answer.json()) as { kvs?: { value: string; mod_revision: string }[] };
        if (kvs?.[0] === undefined) continue;
        const { leader, sync_standby: names } = JSON.parse(Buffer.from(kvs[0].value, 'base64').toString()) as {
          readonly leader: string;
          readonly sync_standby: string | null;
        };
        return { leader, names: names?.split(',').filter(Boolean) ?? [], revision: kvs[0].mod_revision };
      } catch {
        continue; // Another node may answer.
      }
    }
    return null;
  }

  /** Kills the server of a node, as an administrator's mistake or the system's want of memory would. */
  killPostgres(node: Node): void {
    for (const pid of postgresProcesses(node)) kill(pid, 'SIGKILL');
  }

  /** The whole node dies: its server, Patroni and etcd. */
  killNode(node: Node): void {
    kill(node.patroni.pid, 'SIGKILL');
    kill(node.etcd.pid, 'SIGKILL');
    this.killPostgres(node);
  }

  revive(node: Node): void {
    if (node.etcd.hasEnded()) node.etcd = this.startEtcd(node);
    if (node.patroni.hasEnded()) node.patroni = this.startPatroni(node);
  }

  pause(node: Node): void {
    for (const pid of [node.patroni.pid, ...postgresProcesses(node)]) kill(pid, 'SIGSTOP');
  }

  resume(node: Node): void {
    for (const pid of [...postgresProcesses(node), node.patroni.pid]) kill(pid, 'SIGCONT');
  }

  async stop(): Promise<void> {
    for (const node of this.nodes) {
      this.resume(node);
      kill(node.patroni.pid, 'SIGKILL');
      this.killPostgres(node);
      await node.etcd.stop('SIGKILL');
      await node.patroni.stop('SIGKILL');
    }
    this.network.remove();
    for (const remove of this.removals) remove();
  }

  private startEtcd({ name, host, folder }: Pick<Node, 'name' | 'host' | 'folder'>): ServerProcess {
    const data = join(folder, 'etcd');
    const peers = this.network.hosts.map(({ address }, index) => `n${index + 1}=http://${address}:${etcdPeerPort}`);
    return inNamespace(host, '/usr/bin/etcd', [
      ...['--name', name, '--data-dir', data, '--heartbeat-interval', '250', '--election-timeout', '2500'],
      ...['--listen-client-urls', `http://${host.address}:${etcdPort},http://127.0.0.1:${etcdPort}`],
      ...['--advertise-client-urls', `http://${host.address}:${etcdPort}`],
      ...['--listen-peer-urls', `http://${host.address}:${etcdPeerPort}`],
      ...['--initial-advertise-peer-urls', `http://${host.address}:${etcdPeerPort}`],
      ...['--initial-cluster', peers.join(','), '--initial-cluster-token', 'trellis'],
      ...['--initial-cluster-state', existsSync(data) ? 'existing' : 'new'],
    ]);
  }

  private startPatroni({ host, folder }: Pick<Node, 'host' | 'folder'>): ServerProcess {
    return inNamespace(host, '/usr/bin/patroni', [join(folder, 'patroni.yml')]);
  }

  private patroniSettings(name: string, { address }: Host, folder: string): unknown {
    const everybody = ['local all all trust', 'host all all 0.0.0.0/0 trust', 'host replication all 0.0.0.0/0 trust'];
    return {
      scope: 'trellis',
      name,
      restapi: { listen: `${address}:${patroniPort}`, connect_address: `${address}:${patroniPort}` },
      etcd3: { hosts: this.network.hosts.map((it) => `${it.address}:${etcdPort}`) },
      bootstrap: {
        dcs: {
          ttl: 20,
          loop_wait: 2,
          retry_timeout: 5,
          maximum_lag_on_failover: 1_048_576,
          primary_start_timeout: 0,
          master_start_timeout: 0,
          // A commit waits for both standbys, or for the one that is left, never for none. With one of two named at a time
          // Patroni 3.0.2 may promote the other while it changes from one to the next.
          synchronous_mode: true,
          synchronous_mode_strict: true,
          synchronous_node_count: 2,
          postgresql: {
            use_pg_rewind: true,
            use_slots: true,
            parameters: {
              wal_log_hints: 'on',
              wal_sender_timeout: '5s',
              wal_receiver_timeout: '5s',
              max_connections: 60,
            },
          },
        },
        initdb: ['no-sync', { encoding: 'UTF8' }],
        pg_hba: everybody,
      },
      postgresql: {
        listen: `${address}:${postgresPort}`,
        connect_address: `${address}:${postgresPort}`,
        data_dir: join(folder, 'data'),
        bin_dir: postgresPrograms(),
        pgpass: join(folder, 'pgpass'),
        pg_hba: everybody,
        authentication: {
          superuser: { username: 'postgres' },
          replication: { username: 'replicator' },
          rewind: { username: 'postgres' },
        },
        parameters: { unix_socket_directories: folder, shared_buffers: '16MB', fsync: 'off' },
        // Half a node is worth less than one that starts anew.
        remove_data_directory_on_rewind_failure: true,
        remove_data_directory_on_diverged_timelines: true,
      },
    };
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The first process of a node's server and those it has started. */
function postgresProcesses({ folder }: Node): readonly number[] {
  const file = join(folder, 'data', 'postmaster.pid');
  if (!existsSync(file)) return [];
  const first = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!Number.isInteger(first) || first <= 1 || !isPostgres(first)) return [];
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === first);
  return [first, ...children.map(Number)];
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    return false;
  }
}

function parentOf(pid: string): number {
  try {
    return Number(/\)\s+\S+\s+(\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return 0;
  }
}

export async function query(node: Node, sql: string, user = 'postgres'): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({
    ...{ host: node.host.address, port: postgresPort, user, database: 'postgres' },
    ...{ connectionTimeoutMillis: 3_000, query_timeout: 10_000 },
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function isPrimary(node: Node): Promise<boolean> {
  try {
    return (await query(node, 'select pg_is_in_recovery() as standby'))[0]?.['standby'] === false;
  } catch {
    return false;
  }
}

export async function until(what: string, holds: () => Promise<boolean>, seconds = 180): Promise<void> {
  const latest = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > latest) throw new Error(`After ${seconds} seconds it does not hold that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
