import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LedgerFiles } from '../../../../electron/main/ledger/ledger-files';
import type { KeyLock } from '../../../../electron/main/trust/key-file';
import { bytesIn, deskLedger, DeskComputer } from '../../../support/desk-computer';
import { temporaryFolder } from '../../../support/temporary-folder';

const passphrase = 'four words of mine';
let folder: string;
let office: DeskComputer;
const open: DeskComputer[] = [];

async function aComputer(name: string, lock?: KeyLock): Promise<DeskComputer> {
  const computer = await DeskComputer.make(name, [folder], lock);
  open.push(computer);
  return computer;
}

async function lockAfter(computer: DeskComputer, given: string, minutes: number | null): Promise<unknown> {
  const changed = await computer.desk.lockAfter(deskLedger, given, minutes);
  return changed.ok ? changed.value : changed.failure;
}

async function unlock(computer: DeskComputer, given: string): Promise<unknown> {
  const unlocked = await computer.desk.unlock(deskLedger, given);
  return unlocked.ok ? unlocked.value : unlocked.failure;
}

beforeEach(async () => {
  folder = await temporaryFolder();
  office = await (await aComputer('office')).start();
  await office.protect();
  await office.share(folder);
  await office.sync();
});
afterEach(() => Promise.all(open.splice(0).map(({ desk }) => desk.close())));

describe('an account that locks on this computer', () => {
  it('lets go of every key and of the place, and takes both up again by the passphrase alone', async () => {
    expect(await lockAfter(office, passphrase, 5)).toMatchObject({ lock: { minutes: 5, isLocked: false } });
    office.done('owner', 'user.create', { id: 'una', groupId: 'root', name: 'Una Unsent' });
    expect(await office.desk.lock(deskLedger)).toMatchObject({ value: { store: null, lock: { isLocked: true } } });
    expect(office.trust.own(deskLedger)).toMatchObject({ ids: [], failure: 'locked' });
    expect(office.desk.isLocked).toBe(true);
    expect(office.desk.storeOf(deskLedger)).toMatchObject({ failure: { kind: 'not-connected' } });
    expect(await unlock(office, 'another one')).toBeNull();
    expect(office.desk.isLocked).toBe(true);
    expect(await unlock(office, passphrase)).toMatchObject({ store: { kind: 'folder' }, lock: { isLocked: false } });
    await office.sync();
    expect(office.replica.pending).toEqual([]);
    expect(office.voided).toEqual([]);
  });

  it('asks at the next start, and what lies on the disk holds no key as it is', async () => {
    await lockAfter(office, passphrase, 5);
    const file = await readFile(join(office.profile, 'ledgers', deskLedger, 'keys.json'), 'utf8');
    expect(JSON.parse(file)).toMatchObject({ lock: 'passphrase' });
    expect(file).not.toContain('signing');
    office = await office.again([folder]);
    open.push(office);
    expect(await office.desk.open()).toMatchObject({ value: { store: null, lock: { minutes: 5, isLocked: true } } });
    expect(await unlock(office, passphrase)).toMatchObject({ lock: { isLocked: false } });
    office.done('owner', 'user.create', { id: 'ulf', groupId: 'root', name: 'Ulf Unseen' });
    await office.sync();
    expect((await bytesIn(folder)).includes('Ulf Unseen')).toBe(false);
  });

  it('needs the keychain too, where there is one', async () => {
    const keychain = (secret: string): KeyLock => ({
      kind: 'system',
      close: (text) => `${secret}${Buffer.from(text).toString('base64')}`,
      open: (closed) =>
        closed.startsWith(secret) ? Buffer.from(closed.slice(secret.length), 'base64').toString() : null,
    });
    const site = await (await aComputer('site', keychain('here:'))).start();
    await site.protect();
    await lockAfter(site, passphrase, 1);
    expect(site.trust.own(deskLedger).lock).toBe('both');
    const copied = await site.again([folder], keychain('there:'));
    open.push(copied);
    expect(await unlock(copied, passphrase)).toBeNull();
  });

  it('is changed and switched off only by whoever knows the passphrase', async () => {
    await lockAfter(office, passphrase, 5);
    expect(await lockAfter(office, 'another one', null)).toBeNull();
    expect(await lockAfter(office, passphrase, 30)).toMatchObject({ lock: { minutes: 30 } });
    expect(await lockAfter(office, passphrase, null)).not.toHaveProperty('lock');
    await office.desk.lock(deskLedger);
    expect(office.desk.isLocked).toBe(false);
  });

  it('is put aside where the passphrase is forgotten, with what was not sent, and this computer can join anew', async () => {
    await lockAfter(office, passphrase, 5);
    expect(await office.desk.putAside(deskLedger)).toMatchObject({ failure: { kind: 'unknown-ledger' } });
    await office.desk.lock(deskLedger);
    expect(await office.desk.putAside(deskLedger)).toMatchObject({ ok: true });
    expect(await new LedgerFiles(office.profile).ledgers()).toEqual([]);
    const [aside = ''] = await readdir(join(office.profile, 'put-aside'));
    expect(await readdir(join(office.profile, 'put-aside', aside))).toContain('acts.jsonl');
    await office.join(folder);
    expect(office.trust.own(deskLedger)).toMatchObject({ failure: null });
  });
});
