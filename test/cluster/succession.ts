import { type Cluster, query } from './cluster';

/** What came of watching: how often it was looked, and how often somebody stood for promotion who was not waited for. */
export interface Succession {
  readonly looks: number;
  readonly unsafe: number;
}

const betweenLooks = 200;

/**
 * Watches over a running cluster whether PostgreSQL waits for everybody whom Patroni would promote. Patroni takes a name
 * away in its own book first, and adds it there last; so one that stood there before and after a look at PostgreSQL must
 * have been waited for in between.
 */
export function watchSuccession(cluster: Cluster): { readonly stop: () => Promise<Succession> } {
  let stopped = false;
  let looks = 0;
  let unsafe = 0;
  const watching = (async () => {
    while (!stopped) {
      const found = await look(cluster).catch(() => null);
      if (found !== null) looks += 1;
      if (found === false) unsafe += 1;
      await new Promise((resolve) => setTimeout(resolve, betweenLooks));
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await watching;
      return { looks, unsafe };
    },
  };
}

/** Tells whether all successors are waited for; `null` where that cannot be said at the moment. */
async function look(cluster: Cluster): Promise<boolean | null> {
  const before = await cluster.successors();
  const primary = cluster.nodes.find(({ name }) => name === before?.leader);
  if (before === null || primary === undefined) return null;
  const [row] = await query(primary, `select current_setting('synchronous_standby_names') as names`);
  const after = await cluster.successors();
  if (after?.revision !== before.revision) return null;
  const waitedFor = String(row?.['names']);
  return waitedFor === '*' ? before.names.length === 0 : before.names.every((name) => waitedFor.includes(name));
}
