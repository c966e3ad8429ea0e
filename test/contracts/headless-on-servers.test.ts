import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { commands } from '../../electron/headless/commands/commands';
import { openStore } from '../../electron/headless/places';
import { runScenarios } from '../../electron/headless/run-scenarios';
import { OwnPresence } from '../../electron/main/ledger/own-presence';
import { ledgerOf } from '../bench/accounts';
import { type PostgresServer, startPostgres } from '../support/servers/postgres-server';
import { startNginx, startSabre, type WebDavServer } from '../support/servers/webdav-servers';
import { makeWebDavFolder } from '../support/servers/webdav-places';
import { patient } from '../support/store-calls';
import { temporaryFolder } from '../support/temporary-folder';

const story = join(import.meta.dirname, '../scenarios/05-offline-and-sync.jsonl');

interface Said {
  readonly code: number;
  readonly lines: readonly string[];
}

async function trellis(...words: readonly string[]): Promise<Said> {
  const [name, ...rest] = words;
  const lines: string[] = [];
  const command = commands.find((it) => it.name === name);
  if (command === undefined) throw new Error(`There is no command ${name ?? ''}`);
  return { code: await command.run(rest, (line) => lines.push(line)), lines };
}

describe('the headless runner on servers', () => {
  let postgres: PostgresServer;
  let nginx: WebDavServer;
  let sabre: WebDavServer;
  beforeAll(async () => {
    [postgres, nginx, sabre] = await Promise.all([startPostgres(), startNginx(), startSabre()]);
  });
  afterAll(async () => {
    await Promise.all([postgres.stop(), nginx.stop(), sabre.stop()]);
  });
  afterEach(() => vi.unstubAllEnvs());
  const place = (): string => `${postgres.url()}/place-${randomUUID()}`;

  it('makes a database ready, says what it made, and makes nothing the second time', async () => {
    const first = await trellis('store', 'init', place());
    expect(first.code).toBe(0);
    expect(first.lines).toContain('made table trellis.entry');
    expect(await trellis('store', 'init', place())).toEqual({ code: 0, lines: ['everything is there already'] });
  });

  it('opens an account in a database once, says whose it is, verifies it and prints its state', async () => {
    const at = place();
    const made = await trellis('store', 'init', at, '--name', 'Garden City');
    expect(made.code).toBe(0);
    expect((await trellis('store', 'init', at, '--name', 'Garden City')).lines).toContain(
      'there is an account already',
    );
    expect((await trellis('store', 'check', at)).lines).toContain('can be read and added to');
    expect((await trellis('verify', at)).lines[0]).toBe('verified: 1 commits, 0 void');
    const state = await trellis('state', at);
    expect(JSON.parse(state.lines.join('\n'))).toMatchObject({ account: { name: 'Garden City' } });
  });

  it('plays a story of several people offline on a database and on a WebDAV server', async () => {
    await trellis('store', 'init', place());
    const folder = `stories-${randomUUID()}`;
    await makeWebDavFolder(nginx, folder);
    for (const remote of [postgres.url(), `webdav+${nginx.url}${folder}`]) {
      const lines: string[] = [];
      const result = await runScenarios([story], remote, (line) => lines.push(line), 'synchronised');
      expect({ ...result, lines: lines.filter((line) => line.startsWith('not ok')) }).toMatchObject({
        failed: 0,
        unreadable: 0,
        lines: [],
      });
    }
  });

  it('copies an account from a folder to a database, to a WebDAV server and back, with nothing lost', async () => {
    await trellis('store', 'init', place());
    const folder = await temporaryFolder();
    await trellis('store', 'init', `folder:${folder}/one`, '--name', 'Garden City');
    const webDavFolder = `copy-${randomUUID()}`;
    await makeWebDavFolder(nginx, webDavFolder);
    const chain = [`folder:${folder}/one`, place(), `webdav+${nginx.url}${webDavFolder}`, `folder:${folder}/two`];
    for (const [index, to] of chain.entries()) {
      const from = chain[index - 1];
      if (from !== undefined) expect(await trellis('copy', from, to)).toMatchObject({ code: 0 });
    }
    const [first, last] = await Promise.all([trellis('verify', chain[0]!), trellis('verify', chain.at(-1)!)]);
    expect(first.code).toBe(0);
    expect(last).toEqual(first);
    // A copy onto another account is refused.
    await trellis('store', 'init', `folder:${folder}/three`, '--name', 'Another');
    expect((await trellis('copy', chain[0]!, `folder:${folder}/three`)).code).toBe(1);
  });

  it('opens a long account from what two computers have put down beside it', async () => {
    await trellis('store', 'init', place());
    const folder = `long-${randomUUID()}`;
    await makeWebDavFolder(nginx, folder);
    for (const at of [place(), `webdav+${nginx.url}${folder}`]) {
      const opened = openStore(at, { ledger: null, mayBeEmpty: true });
      if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
      expect(await opened.value.store.append(ledgerOf(520), null, patient())).toMatchObject({ ok: true });
      await opened.value.store.close();
      const first = await trellis('store', 'checkpoint', at, '--computer', 'anna');
      expect(first.lines.at(-1)).toBe('a second computer has to say the same');
      const second = await trellis('store', 'checkpoint', at, '--computer', 'ben');
      expect(second.lines.at(-1)).toBe('two computers agree: newcomers open from it');
      const quick = await trellis('state', at, '--from-checkpoint', '--on', '2026-06-01');
      expect(quick).toEqual(await trellis('state', at, '--on', '2026-06-01'));
      expect(quick.code).toBe(0);
    }
  });

  it('says who else is here, on a database and on a WebDAV server', async () => {
    await trellis('store', 'init', place());
    const folder = `here-${randomUUID()}`;
    await makeWebDavFolder(nginx, folder);
    for (const at of [place(), `webdav+${nginx.url}${folder}`]) {
      await trellis('store', 'init', at, '--name', 'Garden City');
      expect((await trellis('store', 'here', at)).lines).toEqual(['no computer has said that it is here']);
      const opened = openStore(at, { ledger: null, mayBeEmpty: true });
      if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
      const own = new OwnPresence('anna-1', () => new Date('2026-05-01T08:00:00Z'), 'Office');
      const { presence } = opened.value.store;
      expect(await own.exchange(presence, { by: 'owner', groupId: 'root', seq: 1 }, patient())).toMatchObject({
        ok: true,
      });
      await opened.value.store.close();
      expect((await trellis('store', 'here', at)).lines).toEqual([
        '2026-05-01T08:00:00.000Z Owner on Office (anna-1), at Garden City, has 1 commits',
      ]);
    }
  });

  it('tells a WebDAV server that decides who comes first from one that cannot', async () => {
    const good = await trellis('store', 'init', `webdav+${nginx.url}tested`);
    expect(good.lines.at(-1)).toBe('this server decides who comes first');
    const bad = await trellis('store', 'init', `webdav+${sabre.url}tested`);
    expect(bad.code).toBe(1);
    expect(bad.lines.at(-2)).toContain('it can only carry files');
    expect(bad.lines.at(-1)).toContain('kept:');
  });

  it('shares an account through a WebDAV server that only carries files, and finds it by either address', async () => {
    const folder = await temporaryFolder();
    vi.stubEnv('TRELLIS_PROFILE', join(folder, 'profile'));
    const at = `${sabre.url}account-${randomUUID()}/`;
    expect(await trellis('store', 'init', `kept:webdav+${at}`, '--name', 'Garden City')).toMatchObject({ code: 0 });
    const act = '{"do":"group.create","args":{"id":"hq","parentId":"root","kind":"office","name":"Main office"}}';
    for (const address of [`kept:webdav+${at}`, `webdav+${at}`]) {
      const done = await trellis('do', address, '--as', 'owner', act.replace('"hq"', `"hq-${address.length}"`));
      expect([address, done.code]).toEqual([address, 0]);
    }
    expect((await trellis('verify', `webdav+${at}`)).lines[0]).toBe('verified: 3 commits, 0 void');
    expect((await trellis('store', 'check', `webdav+${at}`)).lines[0]).toMatch(/^kept: account-.* · 127\.0\.0\.1$/);
    expect((await trellis('store', 'keeper', `kept:webdav+${at}`)).lines).toContain('settled up to commit: 3');
    // From there to a folder, and to another place that only carries files.
    const other = `kept:webdav+${sabre.url}copy-${randomUUID()}/`;
    expect(await trellis('copy', `kept:webdav+${at}`, `folder:${folder}/copy`)).toMatchObject({ code: 0 });
    expect(await trellis('copy', `folder:${folder}/copy`, other)).toMatchObject({
      code: 1,
      lines: [expect.stringContaining('takes part in another place')],
    });
    vi.stubEnv('TRELLIS_PROFILE', join(folder, 'another'));
    expect(await trellis('copy', `folder:${folder}/copy`, other)).toMatchObject({ code: 0 });
    expect(await trellis('verify', other)).toEqual(await trellis('verify', `webdav+${at}`));
  });
});
