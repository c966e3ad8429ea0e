import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeTables } from '../../electron/main/stores/postgres/postgres-schema';
import type { PostgresStore } from '../../electron/main/stores/postgres/postgres';
import { entriesAfter, headAfter } from '../support/ledger-entries';
import { freshPlace, type OpenAt, openPostgres, prepareDatabase } from '../support/servers/postgres-places';
import {
  copyForStandby,
  postgresPassword,
  type PostgresServer,
  startPostgres,
} from '../support/servers/postgres-server';
import { serverFolder } from '../support/servers/server-process';
import { everything, patient } from '../support/store-calls';

const stores: PostgresStore[] = [];
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
});

function open(at: OpenAt, options: Parameters<typeof openPostgres>[1] = {}): PostgresStore {
  const store = openPostgres(at, options);
  stores.push(store);
  return store;
}

/** Waits until something on a server holds, which nothing announces. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Waits until an append of a ledger waits for something on the server, and answers its process there. */
async function waitingAppend(server: PostgresServer, event: string): Promise<number> {
  let pid = 0;
  await until(async () => {
    const sql = `select pid from pg_stat_activity where query like '%trellis.append%' and wait_event = '${event}'`;
    pid = Number((await server.run(sql))[0]?.['pid'] ?? 0);
    return pid !== 0;
  });
  return pid;
}

describe('a database of PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
    await prepareDatabase(server, ['anna', 'bob', 'cleo']);
  });
  afterAll(() => server.stop());
  const ports = (): readonly number[] => [server.port];

  it('is made ready once, and not changed by being made ready again', async () => {
    await server.run('create database another');
    const client = new Client({ connectionString: server.url('another') });
    await client.connect();
    try {
      const made = await makeTables(client);
      expect(made).toContain('table trellis.entry');
      expect(made).not.toContain('role trellis_user');
      expect(await makeTables(client)).toEqual([]);
    } finally {
      await client.end();
    }
  });

  it('shows a ledger to its members alone, and lets nobody change a row', async () => {
    const place = freshPlace();
    const anna = open({ ports: ports(), place });
    const entries = entriesAfter(null, 2);
    expect((await anna.append(entries, null, patient())).ok).toBe(true);
    const bob = open({ ports: ports(), place, login: 'bob' });
    expect(await bob.check(patient())).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
    expect(await bob.read(0, everything, patient())).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
    const head = headAfter(entries[1]!);
    expect(await bob.append(entriesAfter(head, 1), head, patient())).toMatchObject({
      ok: false,
      failure: { kind: 'forbidden' },
    });
    for (const login of ['anna', 'bob']) {
      const client = new Client({ connectionString: server.url().replace('postgres@', `${login}@`) });
      await client.connect();
      const seen = await client.query(`select from trellis.entry where ledger = '${place}'`);
      expect(seen.rowCount).toBe(login === 'anna' ? 2 : 0);
      await expect(client.query('delete from trellis.entry')).rejects.toMatchObject({ code: '42501' });
      await expect(client.query(`update trellis.ledger set seq = 1`)).rejects.toMatchObject({ code: '42501' });
      await client.end();
    }
  });

  it('lets a member who was admitted to read, read and nothing else', async () => {
    const place = freshPlace();
    const anna = open({ ports: ports(), place });
    const entries = entriesAfter(null, 1);
    await anna.append(entries, null, patient());
    expect(await anna.admit('cleo', 'read', patient())).toEqual({ ok: true, value: null });
    const cleo = open({ ports: ports(), place, login: 'cleo' });
    expect(await cleo.read(0, everything, patient())).toMatchObject({ ok: true, value: { entries } });
    expect(await cleo.check(patient())).toMatchObject({ ok: true, value: { writable: false } });
    const head = headAfter(entries[0]!);
    expect(await cleo.append(entriesAfter(head, 1), head, patient())).toMatchObject({
      ok: false,
      failure: { kind: 'forbidden' },
    });
    expect(await cleo.admit('bob', 'append', patient())).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
  });

  it('leaves open what became of an append whose answer was cut off, and reading settles it', async () => {
    const place = freshPlace();
    const store = open({ ports: ports(), place });
    const entries = entriesAfter(null, 1);
    await store.append(entries, null, patient());
    const head = headAfter(entries[0]!);
    const blocker = new Client({ connectionString: server.url() });
    await blocker.connect();
    await blocker.query('begin');
    await blocker.query(`select from trellis.ledger where name = '${place}' for update`);
    const next = entriesAfter(head, 1);
    const outcome = store.append(next, head, patient());
    const pid = await waitingAppend(server, 'transactionid');
    await server.run(`select pg_terminate_backend(${pid})`);
    expect(await outcome).toMatchObject({ ok: false, failure: { kind: 'unknown-outcome' } });
    await blocker.query('rollback');
    await blocker.end();
    expect(await store.read(1, everything, patient())).toEqual({ ok: true, value: { entries: [], head } });
    expect(await store.append(next, head, patient())).toEqual({ ok: true, value: headAfter(next[0]!) });
  });

  it('goes on after the server broke off and was started again', async () => {
    const own = await startPostgres();
    try {
      await prepareDatabase(own);
      const store = open({ ports: [own.port], place: 'main' });
      const entries = entriesAfter(null, 3);
      await store.append(entries, null, patient());
      await own.process.stop('SIGQUIT');
      expect(await store.head(patient())).toMatchObject({ ok: false, failure: { kind: 'offline' } });
      const again = await own.restart();
      expect(await store.read(0, everything, patient())).toMatchObject({ ok: true, value: { entries } });
      await again.stop();
    } finally {
      await own.stop();
    }
  });
});

describe('a server of PostgreSQL that asks who one is', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres({ proof: 'scram-sha-256' });
  });
  afterAll(() => server.stop());

  it('takes the right password, and says when it is missing or wrong', async () => {
    const at = { ports: [server.port], place: 'main', login: 'postgres' };
    for (const password of [null, 'wrong']) {
      expect(await open(at, { password: () => password }).head(patient())).toMatchObject({
        ok: false,
        failure: { kind: 'unauthorised' },
      });
    }
    // The right one leads as far as the missing tables.
    expect(await open(at, { password: () => postgresPassword }).head(patient())).toMatchObject({
      ok: false,
      failure: { kind: 'forbidden', detail: expect.stringContaining('trellis store init') as string },
    });
  });
});

describe('the way to a server of PostgreSQL', () => {
  let server: PostgresServer;
  let certificate: string;
  beforeAll(async () => {
    const { path } = serverFolder('certificate', 'postgres');
    certificate = join(path, 'server.crt');
    const key = join(path, 'server.key');
    spawnSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1'].concat([
        '-addext',
        'subjectAltName=IP:127.0.0.1',
        '-keyout',
        key,
        '-out',
        certificate,
      ]),
      { stdio: 'ignore' },
    );
    const { uid, gid } = statSync(path);
    for (const file of [key, certificate]) chownSync(file, uid, gid);
    chmodSync(key, 0o600);
    server = await startPostgres({
      settings: ['ssl=on', `ssl_cert_file=${certificate}`, `ssl_key_file=${key}`],
    });
    await prepareDatabase(server);
  });
  afterAll(() => server.stop());

  it('is refused when the certificate is not trusted, and taken with the one that was named', async () => {
    expect(readFileSync(certificate, 'utf8')).toContain('BEGIN CERTIFICATE');
    const at = { ports: [server.port], place: 'main' };
    expect(await open({ ...at, query: '?tls=verified' }).head(patient())).toMatchObject({
      ok: false,
      failure: { kind: 'forbidden', detail: expect.stringContaining('certificate') as string },
    });
    const trusting = open({ ...at, query: `?tls=verified&ca=${encodeURIComponent(certificate)}` });
    expect(await trusting.head(patient())).toEqual({ ok: true, value: null });
  });

  it('is refused when the server offers no encryption', async () => {
    const plain = await startPostgres();
    try {
      const store = open({ ports: [plain.port], place: 'main', query: '?tls=verified' });
      expect(await store.head(patient())).toMatchObject({
        ok: false,
        failure: { kind: 'forbidden', detail: 'The server offers no encrypted connection.' },
      });
    } finally {
      await plain.stop();
    }
  });
});

/** Settles when commits wait for a standby: the setting takes its time to reach everything in the server. */
async function waitsForStandbys(server: PostgresServer): Promise<void> {
  for (;;) {
    const client = new Client({ connectionString: server.url() });
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    let isDone = false;
    const probe = client.query(`select pg_logical_emit_message(true, 'test', '')`).then(() => {
      isDone = true;
    });
    let waits = false;
    await until(async () => {
      const sql = `select from pg_stat_activity where pid = ${rows[0]?.pid ?? 0} and wait_event = 'SyncRep'`;
      waits = (await server.run(sql)).length === 1;
      return waits || isDone;
    });
    if (waits) await server.run(`select pg_cancel_backend(${rows[0]?.pid ?? 0})`);
    await probe;
    await client.end();
    if (waits) return;
  }
}

describe('a server of PostgreSQL that speaks German', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres({ language: 'de' });
    await prepareDatabase(server, ['anna', 'bob']);
    await expect(server.run('select 1 / 0')).rejects.toMatchObject({ severity: 'FEHLER' });
  });
  afterAll(() => server.stop());

  it('leaves open what became of an append whose wait for a standby was cancelled', async () => {
    const store = open({ ports: [server.port], place: freshPlace() });
    const entries = entriesAfter(null, 2);
    const head = headAfter(entries[0]!);
    await store.append(entries.slice(0, 1), null, patient());
    await server.run(`alter system set synchronous_standby_names = 'nobody'`);
    await server.run('select pg_reload_conf()');
    await waitsForStandbys(server);
    const outcome = store.append(entries.slice(1), head, patient());
    const pid = await waitingAppend(server, 'SyncRep');
    await server.run(`select pg_cancel_backend(${pid})`);
    expect(await outcome).toMatchObject({ ok: false, failure: { kind: 'unknown-outcome' } });
    await server.run(`alter system set synchronous_standby_names = ''`);
    await server.run('select pg_reload_conf()');
    expect(await store.read(0, everything, patient())).toMatchObject({ ok: true, value: { entries } });
  });

  it('says no as clearly as any other', async () => {
    const place = freshPlace();
    const entries = entriesAfter(null, 1);
    await open({ ports: [server.port], place }).append(entries, null, patient());
    const head = headAfter(entries[0]!);
    const stranger = open({ ports: [server.port], place, login: 'bob' });
    expect(await stranger.append(entriesAfter(head, 1), head, patient())).toMatchObject({
      ok: false,
      failure: { kind: 'forbidden' },
    });
  });
});

describe('a primary and its standby', () => {
  let primary: PostgresServer;
  let standby: PostgresServer;
  beforeAll(async () => {
    primary = await startPostgres();
    await prepareDatabase(primary);
    standby = await startPostgres({ fill: (data) => copyForStandby(primary, data) });
    await until(async () => (await primary.run('select from pg_stat_replication')).length === 1);
  });
  afterAll(async () => {
    await standby.stop();
    await primary.stop();
  });

  it('are told apart: appends find the primary, whichever is named first', async () => {
    const store = open({ ports: [standby.port, primary.port], place: freshPlace() });
    const entries = entriesAfter(null, 1);
    expect(await store.append(entries, null, patient())).toEqual({ ok: true, value: headAfter(entries[0]!) });
  });

  it('make a reader wait while the standby lags, and never say that the ledgers have parted', async () => {
    const place = freshPlace();
    const entries = entriesAfter(null, 2);
    const writer = open({ ports: [primary.port], place });
    await writer.append(entries.slice(0, 1), null, patient());
    const reader = open({ ports: [standby.port], place });
    await until(async () => {
      const head = await reader.head(patient());
      return head.ok && head.value !== null;
    });
    await standby.run('select pg_wal_replay_pause()');
    await writer.append(entries.slice(1), headAfter(entries[0]!), patient());
    // This computer has commit 2 already, by another way.
    expect(await reader.read(2, everything, patient())).toMatchObject({ ok: false, failure: { kind: 'waiting' } });
    const head = headAfter(entries[1]!);
    expect(await reader.append(entriesAfter(head, 1), head, patient())).toMatchObject({
      ok: false,
      failure: { kind: 'offline' },
    });
    // A standby that has not even heard of the ledger holds no empty one.
    const young = freshPlace();
    await open({ ports: [primary.port], place: young }).append(entries, null, patient());
    const waiting = open({ ports: [standby.port], place: young });
    expect(await waiting.read(2, everything, patient())).toMatchObject({ ok: false, failure: { kind: 'waiting' } });
    await standby.run('select pg_wal_replay_resume()');
    await until(async () => (await reader.read(2, everything, patient())).ok);
    await until(async () => (await waiting.read(2, everything, patient())).ok);
  });

  it('leave open what became of an append whose wait for the standby was cancelled, and settle it by reading', async () => {
    const place = freshPlace();
    const store = open({ ports: [primary.port], place });
    const entries = entriesAfter(null, 2);
    await store.append(entries.slice(0, 1), null, patient());
    await primary.run(`alter system set synchronous_standby_names = 'nobody'`);
    await primary.run('select pg_reload_conf()');
    await waitsForStandbys(primary);
    const head = headAfter(entries[0]!);
    const outcome = store.append(entries.slice(1), head, patient());
    const pid = await waitingAppend(primary, 'SyncRep');
    await primary.run(`select pg_cancel_backend(${pid})`);
    expect(await outcome).toMatchObject({ ok: false, failure: { kind: 'unknown-outcome' } });
    // Reading waits until a standby has what stands on the primary.
    let isRead = false;
    const reading = store.read(0, everything, patient()).then((page) => {
      isRead = true;
      return page;
    });
    await until(async () => {
      const sql = `select from pg_stat_activity where query like '%pg_logical_emit_message%' and wait_event = 'SyncRep'`;
      return (await primary.run(sql)).length === 1;
    });
    expect(isRead).toBe(false);
    await primary.run(`alter system set synchronous_standby_names = ''`);
    await primary.run('select pg_reload_conf()');
    expect(await reading).toMatchObject({ ok: true, value: { entries } });
  });

  it('change places: the standby that was promoted is found, with everything that was confirmed', async () => {
    const place = freshPlace();
    await primary.run(`alter system set synchronous_standby_names = 'standby'`);
    await primary.run('select pg_reload_conf()');
    const store = open({ ports: [primary.port, standby.port], place });
    const entries = entriesAfter(null, 20);
    let head = null;
    for (const entry of entries) {
      const appended = await store.append([entry], head, patient());
      if (!appended.ok) throw new Error(JSON.stringify(appended.failure));
      head = appended.value;
    }
    await primary.process.stop('SIGQUIT');
    await standby.run('select pg_promote()');
    await until(async () => (await store.read(0, everything, patient())).ok);
    expect(await store.read(0, everything, patient())).toMatchObject({ ok: true, value: { entries, head } });
    const next = entriesAfter(head, 1);
    expect(await store.append(next, head, patient())).toEqual({ ok: true, value: headAfter(next[0]!) });
  });
});
