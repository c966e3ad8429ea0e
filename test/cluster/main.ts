import { Client } from 'pg';
import { makeTables } from '../../electron/main/stores/postgres/postgres-schema';
import { Cluster, type Node, until } from './cluster';
import { judgeWriters, Writer } from './writers';

interface Fault {
  readonly name: string;
  /** Breaks something, and answers how it is put right. */
  readonly strike: (cluster: Cluster, primary: Node) => () => void;
}

const faults: { readonly [name: string]: Fault } = {
  kill: {
    name: 'server of the primary killed',
    strike: (cluster, primary) => {
      cluster.killPostgres(primary);
      return () => undefined;
    },
  },
  node: {
    name: 'node of the primary killed: server, Patroni and etcd',
    strike: (cluster, primary) => {
      cluster.killNode(primary);
      return () => cluster.revive(primary);
    },
  },
  pause: {
    name: 'primary paused, and come back',
    strike: (cluster, primary) => {
      cluster.pause(primary);
      return () => cluster.resume(primary);
    },
  },
  cut: {
    name: 'primary cut from the other nodes, but not from those who write',
    strike: (cluster, primary) => {
      cluster.network.cut(primary.host);
      return () => cluster.network.mend(primary.host);
    },
  },
  etcd: {
    name: 'etcd of one node killed',
    strike: (cluster, primary) => {
      void primary.etcd.stop('SIGKILL');
      return () => cluster.revive(primary);
    },
  },
};

/** Rounds of each fault, as `kill=50 pause=3`; without any, a short run of all. */
function planOf(words: readonly string[]): readonly (readonly [Fault, number])[] {
  const asked = words.length > 0 ? words : ['kill=3', 'pause=1', 'cut=1', 'node=1', 'etcd=1'];
  return asked.map((word) => {
    const [name = '', count = '1'] = word.split('=');
    const fault = faults[name];
    if (fault === undefined || !/^\d+$/.test(count)) {
      throw new Error(`There is no fault “${word}”; there are ${Object.keys(faults).join(', ')}, each with =ROUNDS`);
    }
    return [fault, Number(count)] as const;
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Seconds for which a round goes on after somebody could append again: what breaks late shows itself too. */
const watched = 3;

/** The primary, once there is one: whoever was it may have handed over since. */
async function theOneThatTakesWrites(cluster: Cluster): Promise<Node> {
  let found: Node | null = null;
  await until('somebody takes writes', async () => (found = await cluster.primary()) !== null);
  if (found === null) throw new Error('There is no primary');
  return found;
}

/** Strikes the primary, and measures for how many seconds nobody could append. */
async function strikeOnce(cluster: Cluster, fault: Fault, writers: readonly Writer[]): Promise<number> {
  const primary = await theOneThatTakesWrites(cluster);
  const struck = performance.now();
  const mend = fault.strike(cluster, primary);
  const since = (): readonly number[] =>
    writers.flatMap(({ successes }) => successes.filter((moment) => moment > struck)).sort((one, other) => one - other);
  // An append that was under way may still be confirmed; writing goes on when one is that came well after.
  await until('writing goes on', () => Promise.resolve((since().at(-1) ?? 0) > struck + 500), 120);
  await new Promise((resolve) => setTimeout(resolve, watched * 1000));
  const moments = [struck, ...since()];
  mend();
  await cluster.untilWhole();
  return Math.max(...moments.map((moment, index) => (moments[index + 1] ?? moment) - moment)) / 1000;
}

async function main(): Promise<number> {
  const plan = planOf(process.argv.slice(2));
  const begun = performance.now();
  say('starting three nodes of PostgreSQL with Patroni and etcd …');
  const cluster = await Cluster.start();
  let failed = false;
  const writers: Writer[] = [];
  try {
    const primary = await cluster.primary();
    if (primary === null) throw new Error('There is no primary');
    const client = new Client({ host: primary.host.address, port: 5432, user: 'postgres', database: 'postgres' });
    await client.connect();
    await makeTables(client);
    await client.query('create role anna login in role trellis_user');
    await client.end();
    say(`the cluster is whole after ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    writers.push(...['anna', 'ben', 'cleo', 'dan'].map((name) => new Writer(name, cluster.hosts(), 'main')));
    for (const writer of writers) writer.start();
    for (const [fault, rounds] of plan) {
      const silences: number[] = [];
      for (let round = 0; round < rounds; round += 1) silences.push(await strikeOnce(cluster, fault, writers));
      const worst = Math.max(...silences);
      const sorted = [...silences].sort((one, other) => one - other);
      say(
        `${fault.name}, ${rounds} times: writing again after ${(sorted[sorted.length >>> 1] ?? 0).toFixed(1)} s in the middle, ${worst.toFixed(1)} s at worst`,
      );
      if (worst > 60) failed = true;
    }
    for (const writer of writers) await writer.stop();
    const { acknowledged, lost, differing } = judgeWriters(writers);
    for (const { problems } of writers) for (const problem of problems.slice(0, 5)) say(`difference: ${problem}`);
    say(`${acknowledged} appends were acknowledged to four writers: ${lost} lost, ${differing} copies differ`);
    if (lost > 0 || differing > 0) failed = true;
  } catch (error) {
    for (const { name, patroni, etcd } of cluster.nodes) {
      process.stderr.write(`${name}:\n${etcd.output().slice(-1500)}\n${patroni.output().slice(-4000)}\n`);
    }
    for (const { problems, copy, last } of writers)
      process.stderr.write(`a writer at commit ${copy.length}: ${last}; ${problems.slice(0, 3).join('; ')}\n`);
    throw error;
  } finally {
    await cluster.stop();
  }
  return failed ? 1 : 0;
}

process.exitCode = await main();
