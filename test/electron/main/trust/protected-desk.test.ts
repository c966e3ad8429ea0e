import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyRegister } from '#core/intents/key-intents';
import { encodeCommit } from '#core/ledger/encoding';
import { sha256Hex } from '../../../../electron/main/files/sha256';
import { FolderStore } from '../../../../electron/main/stores/folder/folder';
import { sealEntry } from '../../../../electron/main/trust/entry-sealing';
import { KeyFile, noLock, type KeyLock } from '../../../../electron/main/trust/key-file';
import { bytesIn, deskLedger, DeskComputer } from '../../../support/desk-computer';
import { temporaryFolder } from '../../../support/temporary-folder';

const never = new AbortController().signal;
const sha256 = (text: string): string => sha256Hex(Buffer.from(text));
let folder: string;
let office: DeskComputer;
const open: DeskComputer[] = [];

async function aComputer(name: string, lock?: KeyLock): Promise<DeskComputer> {
  const computer = await DeskComputer.make(name, [folder], lock);
  open.push(computer);
  return computer;
}

async function restarted(computer: DeskComputer, lock?: KeyLock): Promise<DeskComputer> {
  const next = await computer.again([folder], lock);
  open.push(next);
  return next;
}

async function newestFile(): Promise<{ readonly path: string; readonly bytes: string }> {
  const names = (await readdir(join(folder, 'log'))).filter((name) => name.endsWith('.jsonl')).sort();
  const path = join(folder, 'log', names.at(-1) ?? '');
  return { path, bytes: await readFile(path, 'utf8') };
}

/** Puts a file behind the last one, as somebody does with an editor: an act by hand, chained to what lies there. */
async function appendByHand(entryOf: (place: { seq: number; prev: string }) => string): Promise<string> {
  const { bytes } = await newestFile();
  const last = bytes.trimEnd().split('\n').at(-2) ?? '';
  const { seq } = JSON.parse(last) as { readonly seq: number };
  const line = entryOf({ seq: seq + 1, prev: sha256(last) });
  const name = `${String(seq + 1).padStart(12, '0')}.jsonl`;
  await writeFile(join(folder, 'log', name), `${line}\n{"closes":${String(seq + 1)},"hash":"${sha256(line)}"}\n`);
  return name;
}

/** Somebody who is let in anew reads the whole place and has the same account. */
async function expectWhole(computer: DeskComputer): Promise<void> {
  const by = 'owner';
  const newcomer = await (await aComputer('newcomer')).join(folder);
  await newcomer.accept(await computer.invite(by, by), by);
  await computer.sync();
  expect(newcomer.digest()).toBe(computer.digest());
  expect(newcomer.voided).toEqual([]);
}

beforeEach(async () => {
  folder = await temporaryFolder();
  office = await (await aComputer('office')).start();
});
afterEach(() => Promise.all(open.splice(0).map(({ desk }) => desk.close())));

describe('an account that is protected in the window', () => {
  it('is never readable in its place, not even its first acts', async () => {
    for (let count = 0; count < 600; count += 1)
      office.done('owner', 'group.create', {
        id: `g${String(count)}`,
        parentId: 'root',
        kind: 'complex',
        name: `Sonnenhof ${String(count)}`,
      });
    await office.protect();
    await office.share(folder);
    await office.sync();
    const bytes = await bytesIn(folder);
    expect(office.replica.pending).toEqual([]);
    for (const secret of ['Sunrise Services', 'Olga Owner', 'Sonnenhof', 'Bob Builder', 'companyAdmin', 'keys.enable'])
      expect(bytes.includes(secret), secret).toBe(false);
  });

  it('goes on behind what lay in the place before it was protected', async () => {
    await office.share(folder);
    await office.sync();
    await office.protect();
    await office.sync();
    office.done('owner', 'user.create', { id: 'una', groupId: 'root', name: 'Una Unseen' });
    await office.sync();
    expect((await bytesIn(folder)).includes('Una Unseen')).toBe(false);
    office = await restarted(office);
    office.done('owner', 'user.create', { id: 'ulf', groupId: 'root', name: 'Ulf Unseen' });
    await office.sync();
    expect((await bytesIn(folder)).includes('Ulf Unseen')).toBe(false);
    expect(office.voided).toEqual([]);
  });

  it('lets somebody in by an invitation, who acts under their own key', async () => {
    await office.protect();
    await office.share(folder);
    await office.sync();
    const invitation = await office.invite('bob');
    const site = await (await aComputer('site')).join(folder);
    expect(await site.trySync()).toMatchObject({ kind: 'forbidden' });
    await site.accept(invitation, 'bob');
    site.done('bob', 'group.create', { id: 'c', parentId: 'root', kind: 'complex', name: 'Sonnenhof' });
    await site.sync();
    await office.sync();
    expect(office.digest()).toBe(site.digest());
    expect(office.replica.records.at(-1)).toMatchObject({ by: 'bob', key: site.key });
    expect([...office.voided, ...site.voided]).toEqual([]);
  });

  it('takes an invitation once, and only in a place that holds what it was made on', async () => {
    await office.protect();
    await office.share(folder);
    await office.sync();
    await rm(`${folder}-old`, { recursive: true, force: true });
    const invitation = await office.invite('bob');
    const site = await (await aComputer('site')).join(folder);
    await site.accept(invitation, 'bob');
    const other = await (await aComputer('other')).join(folder);
    // The one-time key was closed: what is written since cannot be read with it.
    const args = await other.trust.accept(deskLedger, invitation);
    const failure = await other.trySync();
    expect(failure?.kind === 'forbidden' || other.tried('bob', 'key.accept', args).length > 0).toBe(true);
  });

  it('gives the same account after a restart, with and without what it remembers of signatures', async () => {
    await office.protect();
    await office.share(folder);
    await office.sync();
    const digest = office.digest();
    office = await restarted(office);
    expect(office.digest()).toBe(digest);
    await office.sync();
    const ledgers = join(office.profile, 'ledgers', deskLedger);
    await rm(join(ledgers, 'proofs.json'), { force: true });
    office = await restarted(office);
    expect(office.digest()).toBe(digest);
    office.done('owner', 'group.create', { id: 'c', parentId: 'root', kind: 'complex', name: 'C' });
    await office.sync();
    expect(office.voided).toEqual([]);
  });

  it('keeps its keys where only the person can read them', async () => {
    await office.protect();
    const file = join(office.profile, 'ledgers', deskLedger, 'keys.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('keeps its keys in the keychain of the system where there is one, and never writes over what it cannot open', async () => {
    const turned = (text: string): string => [...text].reverse().join('');
    const keychain: KeyLock = { kind: 'system', close: turned, open: turned };
    const laptop = await (await aComputer('laptop', keychain)).start();
    await laptop.protect();
    const file = join(laptop.profile, 'ledgers', deskLedger, 'keys.json');
    const bytes = await readFile(file, 'utf8');
    expect(JSON.parse(bytes)).toMatchObject({ lock: 'system' });
    expect(bytes).not.toContain('"signing"');
    const elsewhere = await restarted(laptop, { kind: 'system', close: turned, open: () => null });
    expect(elsewhere.trust.own(deskLedger)).toMatchObject({ ids: [], failure: 'locked' });
    await expect(elsewhere.trust.ask(deskLedger)).rejects.toMatchObject({ failure: { kind: 'no-keys' } });
    expect(await readFile(file, 'utf8')).toBe(bytes);
  });

  it('cannot be put where it would not be encrypted', async () => {
    await office.share(folder, 'kept');
    await office.protect();
    expect(await office.trySync()).toMatchObject({ kind: 'forbidden' });
    expect((await bytesIn(folder)).includes('Olga Owner')).toBe(false);
  });

  it('is moved whole into another place, by a computer that was let in late', async () => {
    await office.protect();
    await office.share(folder);
    await office.sync();
    const site = await (await aComputer('site')).join(folder);
    await site.accept(await office.invite('bob'), 'bob');
    await rename(join(folder, 'log'), join(folder, 'log-gone'));
    await mkdir(join(folder, 'log'));
    await site.sync();
    expect(site.healed).toMatchObject([{ kind: 'put-back' }]);
    const phone = await (await aComputer('phone')).join(folder);
    await phone.accept(await site.invite('rita', 'bob'), 'rita');
    await site.sync();
    expect(phone.digest()).toBe(site.digest());
  });
});

describe('what is written into the place by other means', () => {
  beforeEach(async () => {
    await office.protect();
    await office.share(folder);
    await office.sync();
  });

  it('is named and counts for nobody: a line by hand', async () => {
    const before = office.digest();
    const act = {
      ledger: deskLedger,
      id: 'forged',
      day: '2026-06-01',
      at: '2026-06-01T12:00:00Z',
      by: 'owner',
      device: 'editor',
      rules: 2,
      do: 'user.update',
      args: { userId: 'rita', set: { roleId: 'owner' } },
    };
    await appendByHand((place) => JSON.stringify({ ...act, ...place }));
    const failure = await office.trySync();
    expect(failure).toMatchObject({ kind: 'corrupt', place: expect.stringContaining('5') as string });
    expect([office.digest(), office.roleOf('rita')]).toEqual([before, 'resident']);
    office = await restarted(office);
    expect(await office.trySync()).toMatchObject({ kind: 'corrupt' });
    expect(office.roleOf('rita')).toBe('resident');
  });

  it('is moved out of the way by any computer that is let in, which then goes on; it stays there under another name', async () => {
    const name = await appendByHand((place) => JSON.stringify({ ledger: deskLedger, id: 'forged', do: 'x', ...place }));
    expect(await office.trySync()).toMatchObject({ kind: 'corrupt', isForeign: true });
    office.done('owner', 'group.create', { id: 'c', parentId: 'root', kind: 'complex', name: 'Sonnenhof' });
    expect(await office.desk.mend(deskLedger, never)).toEqual({
      ok: true,
      value: [{ place: `log/${name}`, kept: join('void', name) }],
    });
    await office.sync();
    expect(office.replica.pending).toEqual([]);
    await expectWhole(office);
    // There is nothing more to do.
    expect(await office.desk.mend(deskLedger, never)).toEqual({ ok: true, value: [] });
  });

  it('does not look as if access had been taken away: an envelope under a key that nobody of the account has made', async () => {
    const line = Buffer.from('{"ledger":"x"}');
    const name = await appendByHand((place) =>
      Buffer.from(
        sealEntry(line, { ...place, ledger: deskLedger, epoch: 'a'.repeat(26) }, Buffer.alloc(32, 1), null),
      ).toString(),
    );
    expect(await office.trySync()).toMatchObject({ kind: 'corrupt', isForeign: true });
    expect(await office.desk.mend(deskLedger, never)).toMatchObject({ ok: true, value: [{ place: `log/${name}` }] });
    await expectWhole(office);
  });

  it('is put back from whoever has it: a file in the midst of others with another byte in it', async () => {
    for (const id of ['c1', 'c2', 'c3']) {
      office.done('owner', 'group.create', { id, parentId: 'root', kind: 'complex', name: id });
      await office.sync();
    }
    const site = await (await aComputer('site')).join(folder);
    await site.accept(await office.invite('bob'), 'bob');
    const name = '000000000006.jsonl';
    const path = join(folder, 'log', name);
    const sound = await readFile(path, 'latin1');
    const at = sound.indexOf('"sealed":"') + 60;
    await writeFile(path, sound.slice(0, at) + (sound[at] === 'A' ? 'B' : 'A') + sound.slice(at + 1), 'latin1');
    // Acts that the computer which puts it back has not seen yet stay as well.
    site.done('bob', 'group.create', { id: 'c4', parentId: 'root', kind: 'complex', name: 'c4' });
    await site.sync();
    await expect((await aComputer('late')).join(folder)).rejects.toThrow(name);
    const mended = await office.desk.mend(deskLedger, never);
    expect(mended).toMatchObject({ ok: true });
    expect(mended.ok && mended.value.map(({ place }) => place)).toContain(`log/${name}`);
    await office.sync();
    await site.sync();
    expect(site.digest()).toBe(office.digest());
    expect([...office.voided, ...site.voided]).toEqual([]);
    await expectWhole(office);
  });

  it('is left as it is by a computer that is not let in, or that has not got what is damaged', async () => {
    const site = await (await aComputer('site')).join(folder);
    await site.accept(await office.invite('bob'), 'bob');
    const key = site.key ?? '';
    office.done('owner', 'group.create', { id: 'c1', parentId: 'root', kind: 'complex', name: 'c1' });
    await office.sync();
    const { path, bytes } = await newestFile();
    await writeFile(path, bytes.replace('"sealed":"A', '"sealed":"B').replace(/"sealed":"(?![AB])./, '"sealed":"A'));
    const before = await bytesIn(join(folder, 'log'));
    expect(await site.desk.mend(deskLedger, never)).toMatchObject({ ok: false, failure: { kind: 'corrupt' } });
    expect(await bytesIn(join(folder, 'log'))).toBe(before);
    expect(await office.desk.mend(deskLedger, never)).toMatchObject({ ok: true });
    await site.sync();
    office.done('owner', 'key.revoke', { key });
    await office.sync();
    await site.trySync();
    await appendByHand((place) => JSON.stringify({ ledger: deskLedger, id: 'forged', do: 'x', ...place }));
    expect(await site.desk.mend(deskLedger, never)).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
    expect(await office.desk.mend(deskLedger, never)).toMatchObject({ ok: true });
    await office.sync();
  });

  it('is named: an envelope with another byte in it', async () => {
    const site = await (await aComputer('site')).join(folder);
    const invitation = await office.invite('bob');
    const { path, bytes } = await newestFile();
    const [line = ''] = bytes.split('\n');
    const at = line.indexOf('"sealed":"') + 60;
    const altered = line.slice(0, at) + (line[at] === 'A' ? 'B' : 'A') + line.slice(at + 1);
    // Whoever does it knows how a file is closed.
    await writeFile(path, `${altered}\n{"closes":5,"hash":"${sha256(altered)}"}\n`);
    await expect(site.accept(invitation, 'bob')).rejects.toMatchObject({ failure: { kind: 'corrupt' } });
    expect(await site.trySync()).toMatchObject({ kind: 'corrupt', place: 'entry 5' });
    expect(site.replica.model.size('invitations')).toBe(0);
  });

  it('is named: an act by somebody who was shut out and still has the old keys', async () => {
    const site = await (await aComputer('site')).join(folder);
    await site.accept(await office.invite('bob'), 'bob');
    const key = site.key ?? '';
    const computersBefore = keyRegister(site.replica.model).computers;
    site.done('bob', 'user.update', { userId: 'rita', set: { name: 'Rita Renamed' } });
    await office.sync();
    office.done('owner', 'key.revoke', { key });
    await office.sync();
    office.done('owner', 'user.create', { id: 'una', groupId: 'root', name: 'Una Unseen' });
    await office.sync();
    // What waited here goes to attention; what was written since cannot be read.
    expect(await site.trySync()).toMatchObject({ kind: 'forbidden' });
    expect(site.replica.model.row('computers', key)?.revoked).not.toBeNull();
    expect(site.replica.attention[0]?.refusals?.[0]?.code).toBe('NOT_ADMITTED');
    expect(site.replica.model.row('users', 'una')).toBeUndefined();
    const before = office.digest();
    // With a program of its own it writes all the same, as if it had not heard.
    const place = new FolderStore(folder, { ledger: deskLedger, mayBeEmpty: false });
    const file = await KeyFile.open(join(site.profile, 'ledgers', deskLedger, 'keys.json'), deskLedger, noLock);
    if (!file.ok) throw new Error('no keys');
    const register = { ...keyRegister(site.replica.model), computers: computersBefore };
    const own = file.value.own();
    const outer = await place.head(never);
    const last = outer.ok ? outer.value : null;
    const lie = {
      ledger: deskLedger,
      id: 'lie',
      day: '2026-06-01',
      at: '',
      by: 'bob',
      device: 'site',
      rules: 2 as const,
    };
    const act = encodeCommit({
      ...lie,
      seq: (last?.seq ?? 0) + 1,
      prev: office.replica.head?.hash ?? '',
      do: 'user.update',
      args: { userId: 'rita', set: { name: 'Rita Renamed' } },
    });
    const signed = own.signActs([act], register) ?? [];
    const signature = own.signAppend(deskLedger, signed, register);
    const [epoch] = file.value.all();
    const envelope = sealEntry(
      signed[0] ?? act,
      { ledger: deskLedger, seq: (last?.seq ?? 0) + 1, prev: last?.hash ?? '', epoch: epoch?.epoch ?? '' },
      Buffer.from(epoch?.key ?? '', 'hex'),
      signature,
    );
    expect(await place.append([envelope], last, never)).toMatchObject({ ok: true });
    await place.close();
    expect(await office.trySync()).toMatchObject({ kind: 'corrupt', detail: expect.stringContaining(key) as string });
    expect([office.digest(), office.replica.model.row('users', 'rita')?.name]).toEqual([before, 'Rita Resident']);
  });
});
