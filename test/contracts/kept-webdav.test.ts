import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nameServer } from '../../electron/main/servers/server-names';
import { KeptStore } from '../../electron/main/stores/kept/kept-store';
import { largestKeptFile } from '../../electron/main/stores/kept/kept-carrier';
import { WebDavCarrier } from '../../electron/main/stores/webdav/webdav-carrier';
import { KeptComputerOnDisk } from '../support/kept/computer';
import { direct } from '../support/direct';
import { entriesAfter } from '../support/ledger-entries';
import { carrierAt, loginAt, makeWebDavFolder, openWebDav } from '../support/servers/webdav-places';
import { startSabre, type WebDavServer, webDavUser } from '../support/servers/webdav-servers';
import { failureOf, patient } from '../support/store-calls';
import { temporaryFolder } from '../support/temporary-folder';

const onlyReads = { ledger: null, mayBeEmpty: true, here: null } as const;

describe('a WebDAV server that cannot decide who comes first', () => {
  let server: WebDavServer;
  let folder: string;
  /** The folder as it lies on the server's disk. */
  let there: string;
  let root: string;
  let computers: KeptComputerOnDisk[];

  beforeAll(async () => {
    server = await startSabre();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    folder = `account-${randomUUID()}`;
    there = join(server.folder, folder);
    await makeWebDavFolder(server, folder);
    root = await temporaryFolder();
    computers = [];
  });
  afterEach(async () => {
    await Promise.all(computers.map((computer) => computer.close()));
  });

  const computer = async (name: string, mayBeEmpty = false): Promise<KeptComputerOnDisk> => {
    const made = await KeptComputerOnDisk.at(root, name, mayBeEmpty, there, (path) =>
      carrierAt(server, basename(path)),
    );
    computers.push(made);
    return made;
  };
  const exchangeAll = async (): Promise<void> => {
    for (let round = 0; round < 3; round += 1)
      for (const one of computers) expect([one.name, await one.exchange()]).toEqual([one.name, null]);
  };
  /** Anna starts an account and shares it there; Ben joins. */
  const annaAndBen = async (): Promise<readonly [KeptComputerOnDisk, KeptComputerOnDisk]> => {
    const anna = await computer('anna', true);
    anna.begin();
    expect(await anna.exchange()).toBeNull();
    const ben = await computer('ben');
    await exchangeAll();
    return [anna, ben];
  };

  it('carries what two do at the same time: one of them puts all of it in order', async () => {
    const [anna, ben] = await annaAndBen();
    anna.addGroup('north');
    ben.addGroup('south');
    expect(await Promise.all([anna.exchange(), ben.exchange()])).toEqual([null, null]);
    await exchangeAll();
    for (const one of computers) {
      expect(one.replica.pending).toEqual([]);
      expect(one.hasGroup('north') && one.hasGroup('south')).toBe(true);
    }
    expect(anna.replica.head).toEqual(ben.replica.head);
    expect((await ben.office()).settledTo).toBe(ben.replica.head?.seq);
    // Nothing is left of what was uploaded.
    expect(await readdir(join(there, 'tmp'))).toEqual([]);
  });

  it('lets another computer put acts in order when that is handed over', async () => {
    const [anna, ben] = await annaAndBen();
    const handed = await anna.store.order.change({ kind: 'handOver', to: 'ben' }, patient());
    expect(handed.ok).toBe(true);
    await exchangeAll();
    expect(await ben.office()).toMatchObject({ isHere: true, keeper: { id: 'ben' } });
    anna.addGroup('north');
    await exchangeAll();
    expect(ben.hasGroup('north')).toBe(true);
    expect(anna.replica.pending).toEqual([]);
  });

  it('holds nobody up with what lies there half, as a folder, or as gigabytes of nothing', async () => {
    const [anna, ben] = await annaAndBen();
    ben.addGroup('south');
    expect(await ben.exchange()).toBeNull();
    const out = join(there, 'ben', 'out');
    const name = (await readdir(out)).sort().at(-1) ?? '';
    const whole = await readFile(join(out, name));
    await truncate(join(out, name), Math.floor(whole.length / 2));
    const named = (number: number): string => join(out, `${String(number).padStart(8, '0')}-${'a'.repeat(32)}.jsonl`);
    await mkdir(named(900));
    await writeFile(named(901), '');
    await truncate(named(901), largestKeptFile + 1);
    expect(await anna.exchange()).toBeNull();
    expect(anna.hasGroup('south')).toBe(false);
    const checked = await direct(anna.store).check(patient());
    expect(checked.remarks).toContainEqual({ kind: 'foreign-file-ignored', place: `ben/out/${name}` });
    await writeFile(join(out, name), whole);
    expect(await anna.exchange()).toBeNull();
    expect(anna.hasGroup('south')).toBe(true);
  });

  it('gets back from each computer what that one wrote, and from one everything it has seen', async () => {
    const [anna, ben] = await annaAndBen();
    anna.addGroup('north');
    await exchangeAll();
    await rm(join(there, 'anna'), { recursive: true });
    expect(await anna.exchange()).toBeNull();
    const carl = await computer('carl');
    expect(await carl.exchange()).toBeNull();
    expect(carl.hasGroup('north')).toBe(true);
    for (const name of await readdir(there)) await rm(join(there, name), { recursive: true });
    // A folder that is suddenly empty may be one that is not connected.
    expect(await anna.exchange()).toMatchObject({ kind: 'offline' });
    expect(await anna.store.heal(patient())).toMatchObject({ ok: true });
    const dora = await computer('dora');
    expect(await dora.exchange()).toBeNull();
    expect(dora.replica.head).toEqual(ben.replica.head);
  });

  it('says what stands in the way: a wrong password, a folder that is gone, a server that does not answer', async () => {
    const { address } = loginAt(server, folder);
    const checkAt = async (carrier: WebDavCarrier) => {
      const store = new KeptStore(carrier, onlyReads);
      const failure = await failureOf(direct(store).check(patient()));
      await store.close();
      return failure;
    };
    expect(await checkAt(new WebDavCarrier({ address, password: () => 'wrong' }))).toMatchObject({
      kind: 'unauthorised',
    });
    await rename(there, `${there}-elsewhere`);
    expect(await checkAt(carrierAt(server, folder))).toMatchObject({ kind: 'offline' });
    const nobody = { ...address, base: 'http://127.0.0.1:9/account/' };
    expect(await checkAt(new WebDavCarrier({ address: nobody, password: () => null }))).toMatchObject({
      kind: 'offline',
    });
  });

  it('does not make a folder again that is gone, and writes nothing in its place', async () => {
    const [anna] = await annaAndBen();
    anna.addGroup('north');
    await rename(there, `${there}-elsewhere`);
    expect(await anna.exchange()).toMatchObject({ kind: 'offline' });
    expect(await readdir(server.folder)).not.toContain(folder);
    await rename(`${there}-elsewhere`, there);
    expect(await anna.exchange()).toBeNull();
    expect(anna.replica.pending).toEqual([]);
  });

  it('is named by a person as what it is, and only taken for that where the person has agreed', async () => {
    const { address } = loginAt(server, folder);
    const allowed: string[] = [];
    const remembered: string[] = [];
    const secrets = {
      passwordFor: () => null,
      remember: (url: string) => {
        remembered.push(url);
        return Promise.resolve(true);
      },
    };
    const given = {
      kind: 'webdav',
      address: address.base,
      user: webDavUser.user,
      password: webDavUser.password,
    } as const;
    const name = (more: { readonly carries?: true } = {}) =>
      nameServer({ ...given, ...more }, { secrets, allow: (place) => allowed.push(place) }, patient());
    expect(await name()).toEqual({ ok: false, failure: { kind: 'only-carries-files' } });
    expect([allowed, remembered, await readdir(there)]).toEqual([[], [], []]);
    const place = `kept:webdav+${address.base.replace('//', `//${webDavUser.user}@`)}`;
    expect(await name({ carries: true })).toMatchObject({ ok: true, value: { place, holdsAccount: false } });
    await annaAndBen();
    // Whoever joins gives the same address, and need not know.
    expect(await name()).toMatchObject({ ok: true, value: { place, holdsAccount: true } });
    expect([...new Set(allowed), ...new Set(remembered)]).toEqual([place, place]);
    const wrong = await nameServer({ ...given, password: 'wrong' }, { secrets, allow: () => undefined }, patient());
    expect(wrong).toMatchObject({ ok: false, failure: { kind: 'unauthorised' } });
  });

  it('is not taken for one that decides, and one that decides is not taken for one that carries', async () => {
    await annaAndBen();
    const decides = openWebDav(server, folder);
    expect(await failureOf(direct(decides).check(patient()))).toMatchObject({ kind: 'defect' });
    expect(await failureOf(direct(decides).append(entriesAfter(null, 1), null, patient()))).toMatchObject({
      kind: 'defect',
    });
    await decides.close();
    expect(await readdir(there)).not.toContain('log');

    const other = `decides-${randomUUID()}`;
    await makeWebDavFolder(server, other);
    await writeFile(join(server.folder, other, 'ledger.json'), '{"format":1,"order":"exclusive"}\n');
    await chmod(join(server.folder, other, 'ledger.json'), 0o666);
    const carries = new KeptStore(carrierAt(server, other), onlyReads);
    expect(await failureOf(direct(carries).check(patient()))).toMatchObject({ kind: 'defect' });
    await carries.close();
  });
});
