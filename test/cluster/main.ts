import { Client } from 'pg';
import { makeTables } from '../../electron/main/stores/postgres/postgres-schema';
import { Cluster, type Node, until } from './cluster';
import { watchSuccession } from './succession';
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
async function strikeOnce(
  cluster: Cluster,
  fault: Fault,
  writers: readonly Writer[],
): Promise<{ readonly silence: number; readonly madeAnew: number }> {
  const primary = await theOneThatTakesWrites(cluster);
  const mend = fault.strike(cluster, primary);
  const struck = performance.now();
  // An exchange that was under way may still be confirmed; writing goes on when one is that began afterwards.
  const since = (): readonly number[] =>
    writers
      .flatMap(({ successes }) => successes.filter(({ begun }) => begun > struck).map(({ at }) => at))
      .sort((one, other) => one - other);
  await until('writing goes on', () => Promise.resolve(since().length > 0), 120);
  await new Promise((resolve) => setTimeout(resolve, watched * 1000));
  mend();
  const madeAnew = await cluster.untilWholeAgain();
  // What is put right may get in the way once more.
  const moments = [struck, ...since()];
  const silence = Math.max(...moments.map((moment, index) => (moments[index + 1] ?? moment) - moment)) / 1000;
  return { silence, madeAnew };
}

async function main(): Promise<number> {
  const plan = planOf(process.argv.slice(2));
  const begun = performance.now();
  say('starting three nodes of PostgreSQL with Patroni and etcd …');
  const cluster = await Cluster.start();
  let failed = false;
  const computers: Writer[] = [];
  try {
    const primary = await cluster.primary();
    if (primary === null) throw new Error('There is no primary');
    const client = new Client({ host: primary.host.address, port: 5432, user: 'postgres', database: 'postgres' });
    await client.connect();
    await makeTables(client);
    await client.query('create role anna login in role trellis_user');
    await client.end();
    say(`the cluster is whole after ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    for (const name of ['anna', 'ben', 'cleo', 'dan', 'newcomer']) {
      computers.push(await Writer.open(name, cluster.hosts(), 'main'));
    }
    const [first] = computers;
    await first?.found();
    const writers = computers.slice(0, -1);
    for (const writer of writers) writer.start();
    const succession = watchSuccession(cluster);
    for (const [fault, rounds] of plan) {
      const silences: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const { silence, madeAnew } = await strikeOnce(cluster, fault, writers);
        silences.push(silence);
        if (madeAnew > 0) say('a server that did not come back by itself was made anew from the primary');
      }
      const worst = Math.max(...silences);
      const sorted = [...silences].sort((one, other) => one - other);
      say(
        `${fault.name}, ${rounds} times: writing again after ${(sorted[sorted.length >>> 1] ?? 0).toFixed(1)} s in the middle, ${worst.toFixed(1)} s at worst`,
      );
      if (worst > 60) failed = true;
    }
    for (const writer of writers) await writer.stop();
    const { looks, unsafe } = await succession.stop();
    say(`whom Patroni would promote was looked at ${looks} times; ${unsafe} times PostgreSQL did not wait for them`);
    const wentBack = writers.reduce((sum, writer) => sum + writer.wentBack, 0);
    say(`the place turned out ${wentBack} times to lack what a writer had, which was put back`);
    const [newcomer] = computers.slice(-1);
    if (newcomer === undefined) throw new Error('There is no newcomer');
    const { acknowledged, lost, differing } = await judgeWriters(writers, newcomer);
    say(`${acknowledged} acts were confirmed to four writers: ${lost} lost, ${differing} copies differ`);
    if (lost > 0 || differing > 0) failed = true;
  } catch (error) {
    for (const { name, patroni, etcd } of cluster.nodes) {
      process.stderr.write(`${name}:\n${etcd.output().slice(-1500)}\n${patroni.output().slice(-4000)}\n`);
    }
    for (const { computer, last } of computers) {
      process.stderr.write(`${computer.name} at commit ${computer.replica.head?.seq ?? 0}: ${last}\n`);
    }
    throw error;
  } finally {
    for (const computer of computers) await computer.close();
    await cluster.stop();
  }
  return failed ? 1 : 0;
}

process.exitCode = await main();
