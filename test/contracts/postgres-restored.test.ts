import { spawnSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Head } from '#core/ledger/commit';
import { entriesAfter, headAfter, namesOf } from '../support/ledger-entries';
import { HealingComputer, ledger } from '../support/healing-computer';
import { type OpenAt, openPostgres, prepareDatabase } from '../support/servers/postgres-places';
import {
  copyForStandby,
  type PostgresServer,
  runPostgresProgram,
  startPostgres,
} from '../support/servers/postgres-server';
import { serverFolder } from '../support/servers/server-process';
import { everything, patient } from '../support/store-calls';
import { temporaryFolder } from '../support/temporary-folder';

/** The newest commit, as a number that the driver reads as one. */
const headSql = `select seq::int from trellis.ledger where name = 'main'`;

const open: HealingComputer[] = [];
afterEach(() => Promise.all(open.splice(0).map((computer) => computer.close())));

async function aComputerAt(name: string, at: OpenAt): Promise<HealingComputer> {
  const computer = await HealingComputer.open(
    name,
    () => openPostgres(at, { ledger }),
    join(await temporaryFolder(), 'journal'),
  );
  open.push(computer);
  return computer;
}

async function done(computer: HealingComputer): Promise<void> {
  expect(await computer.synchronise()).toEqual({ ok: true, value: null });
  expect(computer.replica.pending).toEqual([]);
}

/** All have the same account, in which each act stands once, and nothing is missing that somebody was told was kept. */
async function expectNothingLost(
  computers: readonly HealingComputer[],
  acts: readonly string[],
  at: OpenAt,
): Promise<void> {
  for (let round = 0; round < 2; round += 1) for (const one of computers) await done(one);
  const reader = await aComputerAt('reader', at);
  await done(reader);
  for (const one of [...computers, reader]) {
    const ids = one.replica.records.map(({ id }) => id);
    expect(acts.filter((id) => ids.filter((found) => found === id).length !== 1)).toEqual([]);
    expect(one.replica.head).toEqual(reader.replica.head);
    expect(one.digest()).toEqual(reader.digest());
    expect(await one.journal.missing(one.name)).toEqual([]);
  }
}

describe('a database that was restored from a dump', () => {
  let server: PostgresServer;
  const folder = serverFolder('dump', 'postgres');
  const dump = join(folder.path, 'night.dump');
  beforeAll(async () => {
    server = await startPostgres();
    await prepareDatabase(server);
  });
  afterAll(async () => {
    await server.stop();
    folder.remove();
  });

  const aComputer = (name: string, place: string): Promise<HealingComputer> =>
    aComputerAt(name, { ports: [server.port], place });

  const onServer = ['-h', '127.0.0.1', '-U', 'postgres', '-d', 'postgres'] as const;
  function dumpNow(): void {
    runPostgresProgram('pg_dump', [...onServer, '-p', String(server.port), '-n', 'trellis', '-Fc', '-f', dump]);
  }
  function restore(): void {
    runPostgresProgram('pg_restore', [...onServer, '-p', String(server.port), '--clean', '--if-exists', dump]);
  }

  /** Three computers with an account each has seen to the end, dumped; then more, which everybody was told had been kept. */
  async function threeAfterTheDump(place: string) {
    const [ada, ben, cleo] = [
      await aComputer('ada', place),
      await aComputer('ben', place),
      await aComputer('cleo', place),
    ];
    await ada.start();
    await ada.complex('Before');
    for (const one of [ada, ben, cleo]) await done(one);
    dumpNow();
    const acknowledged: string[] = [];
    for (const [one, name] of [
      [ada, 'Of Ada'],
      [ben, 'Of Ben'],
      [cleo, 'Of Cleo'],
      [ada, 'Of Ada again'],
    ] as const) {
      await done(one);
      acknowledged.push(await one.complex(name));
      await done(one);
    }
    return { ada, ben, cleo, acknowledged };
  }

  const places: string[] = [];
  function aPlace(): string {
    places.push(`restored-${String(places.length)}`);
    return places.at(-1) ?? '';
  }

  it('gets back what it lacks from whoever comes first, although one computer had not seen all of it', async () => {
    const place = aPlace();
    const { ada, ben, cleo, acknowledged } = await threeAfterTheDump(place);
    restore();
    await done(ben);
    expect(ben.healed).toMatchObject([{ kind: 'put-back' }]);
    await expectNothingLost([ada, ben, cleo], acknowledged, { ports: [server.port], place });
  });

  it('keeps every act that was acknowledged, although a newcomer went on from the dump', async () => {
    const place = aPlace();
    const { ada, ben, cleo, acknowledged } = await threeAfterTheDump(place);
    restore();
    const dan = await aComputer('dan', place);
    await done(dan);
    expect(dan.complexes()).toEqual(['Before']);
    acknowledged.push(await dan.complex('Of Dan'));
    await done(dan);
    // What somebody does before hearing of it is kept as well.
    acknowledged.push(await ben.complex('Of Ben, later'));
    await done(ben);
    expect(ben.healed).toMatchObject([{ kind: 'gave-way', common: { seq: 2 }, own: 1 }]);
    await expectNothingLost([dan, ada, ben, cleo], acknowledged, { ports: [server.port], place });
    expect(dan.complexes()).toEqual([
      ...['Before', 'Of Ada', 'Of Ada again', 'Of Ben', 'Of Ben, later', 'Of Cleo', 'Of Dan'],
    ]);
  });
});

describe('a standby that was promoted without the last commits', () => {
  it('gets back all that was confirmed, from computers that have it, and what was done meanwhile is added behind', async () => {
    const primary = await startPostgres();
    await prepareDatabase(primary);
    const standby = await startPostgres({ fill: (data) => copyForStandby(primary, data) });
    try {
      const at = { ports: [primary.port, standby.port], place: 'main' };
      const [ada, ben, cleo] = [
        await aComputerAt('ada', at),
        await aComputerAt('ben', at),
        await aComputerAt('cleo', at),
      ];
      await ada.start();
      await ada.complex('Before');
      for (const one of [ada, ben, cleo]) await done(one);
      const seen = async (): Promise<boolean> => (await standby.run(headSql))[0]?.['seq'] === 2;
      while (!(await seen())) await new Promise((resolve) => setTimeout(resolve, 10));
      // From now on the primary confirms what the standby does not get.
      await standby.run(`alter system set primary_conninfo = ''`);
      await standby.run('select pg_reload_conf()');
      while ((await primary.run('select from pg_stat_replication')).length > 0)
        await new Promise((resolve) => setTimeout(resolve, 10));
      const acts = [await ada.complex('Of Ada')];
      await done(ada);
      acts.push(await ben.complex('Of Ben'));
      await done(ben);
      await primary.process.stop('SIGQUIT');
      await standby.run('select pg_promote()');
      expect(await standby.run(headSql)).toEqual([{ seq: 2 }]);
      // Cleo has not heard of any of it; Ada has only her own act.
      acts.push(await cleo.complex('Of Cleo'));
      await done(ada);
      expect(ada.healed).toMatchObject([{ kind: 'put-back', count: 1 }]);
      await expectNothingLost([ben, cleo, ada], acts, at);
      expect(cleo.complexes()).toEqual(['Before', 'Of Ada', 'Of Ben', 'Of Cleo']);
    } finally {
      await standby.stop();
      await primary.stop();
    }
  });
});

describe('a server of PostgreSQL whose disk is full', () => {
  const entriesAtOnce = 100;

  it('says so, or leaves it open, and has everything that was confirmed when there is room again', async () => {
    const folder = serverFolder('small-disk', 'postgres');
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m,mode=0777', 'tmpfs', folder.path]);
    if (mounted.status !== 0) throw new Error(`only root can mount a small disk: ${mounted.stderr.toString()}`);
    const ballast = join(folder.path, 'ballast');
    const data = join(folder.path, 'data');
    let server: PostgresServer | null = null;
    try {
      server = await startPostgres({
        place: data,
        fill: () =>
          void runPostgresProgram('initdb', [
            ...['-A', 'trust', '-N', '-U', 'postgres', '-E', 'UTF8', '--wal-segsize=1', '-D', data],
          ]),
        settings: ['max_wal_size=2MB', 'min_wal_size=2MB'],
      });
      await prepareDatabase(server);
      const store = openPostgres({ ports: [server.port], place: 'main' });
      const confirmed: Uint8Array[] = [];
      let head: Head | null = null;
      const { bavail, bsize } = statfsSync(folder.path);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - 6_000_000)));
      let failure: { readonly kind: string } | null = null;
      for (let count = 0; failure === null && count < 400; count += 1) {
        // Short enough to be stored as they are, uncompressed.
        const next = entriesAfter(head, entriesAtOnce, { noteLength: 700, author: `a${String(count)}` });
        const appended = await store.append(next, head, patient());
        if (appended.ok) {
          confirmed.push(...next);
          head = headAfter(next.at(-1)!);
        } else failure = appended.failure;
      }
      expect(['full', 'unknown-outcome', 'offline']).toContain(failure?.kind);
      rmSync(ballast);
      if (server.process.hasEnded()) server = await server.restart();
      const found = await untilReadable(store);
      // The one that failed may have happened all the same, and nothing else.
      expect(namesOf(found).slice(0, confirmed.length)).toEqual(namesOf(confirmed));
      expect(found.length - confirmed.length).toBeLessThanOrEqual(entriesAtOnce);
      const last = found.at(-1);
      const there = last === undefined ? null : headAfter(last);
      expect(await store.append(entriesAfter(there, 1), there, patient())).toMatchObject({ ok: true });
      await store.close();
    } finally {
      await server?.process.stop('SIGQUIT');
      spawnSync('umount', ['--lazy', folder.path]);
      folder.remove();
    }
  });
});

/** All entries, once the server has come to itself again. */
async function untilReadable(store: ReturnType<typeof openPostgres>): Promise<readonly Uint8Array[]> {
  for (;;) {
    const entries: Uint8Array[] = [];
    for (;;) {
      const read = await store.read(entries.length, everything, patient());
      if (!read.ok) break;
      if (read.value.entries.length === 0) return entries;
      entries.push(...read.value.entries);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
