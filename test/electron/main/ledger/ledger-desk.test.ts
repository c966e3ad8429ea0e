import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Journal } from '../../../../electron/main/ledger/journal';
import { LedgerCalls } from '../../../../electron/main/ledger/ledger-calls';
import { noLock } from '../../../../electron/main/trust/key-file';
import { LedgerDesk } from '../../../../electron/main/ledger/ledger-desk';
import { LedgerFiles } from '../../../../electron/main/ledger/ledger-files';
import { LedgerPlaces } from '../../../../electron/main/ledger/ledger-places';
import { FolderStore } from '../../../../electron/main/stores/folder/folder';
import { journalHandlers, ledgerHandlers } from '../../../../electron/main/ipc/ledger-handlers';
import { encodeCommit, noHash } from '#core/ledger/encoding';
import { openingIntent } from '#core/ledger/opening';
import type { LedgerStore } from '#core/ledger/store';
import { CallFailed, direct, type Direct } from '../../../support/direct';
import { FakeProcesses } from '../../../support/checking';
import { entriesAfter } from '../../../support/ledger-entries';
import { intentCalled } from '../../../support/pending-intents';
import { appendOneByOne, everything, patient } from '../../../support/store-calls';
import { temporaryFolder } from '../../../support/temporary-folder';

const caller = { contentsId: 1 };

/** The desk with the values of its calls, and of the calls of what it opens. */
type Desk = Omit<Direct<LedgerDesk>, 'storeOf' | 'journalOf'> & {
  readonly whole: LedgerDesk;
  readonly storeOf: (ledger: string) => Direct<LedgerStore>;
  readonly journalOf: (ledger: string) => Direct<Journal>;
};

function directDesk(whole: LedgerDesk): Desk {
  const plain = direct(whole);
  return new Proxy(plain, {
    get: (target, key) => {
      if (key === 'whole') return whole;
      if (key === 'storeOf') return (ledger: string) => direct(plain.storeOf(ledger));
      if (key === 'journalOf') return (ledger: string) => direct(plain.journalOf(ledger));
      return Reflect.get(target, key, target) as unknown;
    },
  }) as unknown as Desk;
}

interface Installation {
  readonly desk: Desk;
  readonly places: LedgerPlaces;
  readonly hints: string[];
  readonly nextHint: () => Promise<void>;
}

const opened: LedgerDesk[] = [];
afterEach(() => Promise.all(opened.splice(0).map((desk) => desk.close())));

function anInstallation(profile: string): Installation {
  const places = new LedgerPlaces();
  const hints: string[] = [];
  let tell = (): void => undefined;
  const desk = new LedgerDesk({
    files: new LedgerFiles(profile),
    places,
    passwordFor: () => null,
    keyLock: () => noLock,
    spawnCheck: new FakeProcesses().spawn,
    onHint: (ledger) => {
      hints.push(ledger);
      tell();
    },
    onVoided: () => undefined,
    onHealed: () => undefined,
    onChanged: () => undefined,
  });
  opened.push(desk);
  return { desk: directDesk(desk), places, hints, nextHint: () => new Promise((resolve) => (tell = resolve)) };
}

async function kindOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof CallFailed) return error.failure.kind;
    throw error;
  }
  return 'none';
}

function openFolder(root: string): Direct<FolderStore> {
  return direct(new FolderStore(root, { ledger: null, mayBeEmpty: true }));
}

describe('the desk for ledgers', () => {
  it('has nothing open on the first start', async () => {
    expect(await anInstallation(await temporaryFolder()).desk.open()).toBeNull();
  });

  it('reopens the ledger that was open last, with everything that was noted', async () => {
    const profile = await temporaryFolder();
    const first = anInstallation(profile).desk;
    const made = await first.create('ledger-a', 'owner', [intentCalled('open'), intentCalled('next')]);
    expect(made).toMatchObject({ ledger: 'ledger-a', by: 'owner', store: null, head: null });
    await first.close();
    const second = anInstallation(profile).desk;
    expect(await second.open()).toEqual(made);
    expect(
      second
        .journalOf('ledger-a')
        .summary()
        .open.map(({ id }) => id),
    ).toEqual(['open', 'next']);
    expect(await kindOf(second.create('ledger-a', 'owner', [intentCalled('open')]))).toBe('already-there');
  });

  it('starts over as if new when the file that says what is open was damaged', async () => {
    const profile = await temporaryFolder();
    await mkdir(join(profile, 'ledgers'));
    await writeFile(join(profile, 'ledgers', 'current.json'), '{"ledger":');
    expect(await anInstallation(profile).desk.open()).toBeNull();
  });

  it('lists every account that is kept, with its place and what others cannot see yet, and opens any of them again', async () => {
    const profile = await temporaryFolder();
    const { desk, places } = anInstallation(profile);
    const folder = await temporaryFolder();
    places.allow(folder);
    await desk.create('ledger-a', 'owner', [intentCalled('open'), intentCalled('more')]);
    await desk.connect('ledger-a', folder);
    await desk.create('ledger-b', 'owner', [intentCalled('open')]);
    const listed = await desk.accounts();
    expect(listed.map(({ ledger, unsent }) => [ledger, unsent]).sort()).toEqual([
      ['ledger-a', 2],
      ['ledger-b', 1],
    ]);
    expect(listed.find(({ ledger }) => ledger === 'ledger-a')?.place).toBe(basename(folder));
    await desk.leave('ledger-b');
    expect(await desk.open()).toBeNull();
    expect(await desk.openKept('ledger-b')).toMatchObject({ ledger: 'ledger-b', by: 'owner' });
    expect(await desk.openKept('ledger-a')).toMatchObject({ ledger: 'ledger-a', store: { kind: 'folder' } });
    expect(await kindOf(desk.openKept('ledger-z'))).toBe('unknown-ledger');
  });

  it.each([
    ['what is open is not written down', 'current.json', ''],
    ['a newer version has written more', 'current.json', '{"ledger":"ledger-a","since":7}'],
    ['the note of the account is empty', 'ledger-a/ledger.json', ''],
    [
      'the note of the account has a key that nobody here knows',
      'ledger-a/ledger.json',
      '{"ledger":"ledger-a","by":"owner","url":null,"mood":"good"}',
    ],
  ])('never takes an account for absent because a small file cannot be read: %s', async (_what, file, content) => {
    const profile = await temporaryFolder();
    const first = anInstallation(profile).desk;
    await first.create('ledger-a', 'owner', [intentCalled('open')]);
    await first.close();
    await writeFile(join(profile, 'ledgers', file), content);
    const { desk } = anInstallation(profile);
    expect(await desk.open()).toMatchObject({ ledger: 'ledger-a' });
    expect(await kindOf(desk.create('ledger-a', 'owner', [intentCalled('other')]))).toBe('already-there');
    expect(await desk.accounts()).toMatchObject([{ ledger: 'ledger-a', unsent: 1 }]);
  });

  it('refuses places that nobody chose', async () => {
    const { desk, places } = anInstallation(await temporaryFolder());
    const folder = await temporaryFolder();
    await desk.create('ledger-a', 'owner', [intentCalled('open')]);
    for (const call of [desk.join(folder), desk.connect('ledger-a', folder), desk.inspect(folder, patient())])
      expect(await kindOf(call)).toBe('not-chosen');
    places.allow(folder);
    expect((await desk.inspect(folder, patient())).report.ledger).toBeNull();
    expect(await kindOf(desk.join(folder))).toBe('nothing-there');
  });

  it('joins the ledger in a folder, reads it through the check, and knows who sits there after a restart', async () => {
    const profile = await temporaryFolder();
    const folder = await temporaryFolder();
    await appendOneByOne(openFolder(folder), 3);
    const { desk, places } = anInstallation(profile);
    places.allow(folder);
    expect(await desk.join(folder)).toMatchObject({
      ledger: 'ledger-a',
      by: null,
      store: { kind: 'folder' },
      head: null,
    });
    expect((await desk.storeOf('ledger-a').read(0, everything, patient())).entries).toHaveLength(3);
    await desk.choosePerson('ledger-a', 'bob');
    await desk.close();
    const again = anInstallation(profile).desk;
    expect(await again.open()).toMatchObject({ by: 'bob', store: { kind: 'folder' }, head: { seq: 3 } });
    expect((await again.storeOf('ledger-a').read(0, everything, patient())).entries).toHaveLength(3);
  });

  it('opens next what was shown last: neither what was only joined nor what could not be shown', async () => {
    const profile = await temporaryFolder();
    const folder = await temporaryFolder();
    await appendOneByOne(openFolder(folder), 1);
    const { desk, places } = anInstallation(profile);
    await desk.create('mine', 'owner', [intentCalled('open')]);
    places.allow(folder);
    await desk.join(folder);
    await desk.close();
    const again = anInstallation(profile).desk;
    expect(await again.open()).toMatchObject({ ledger: 'mine' });
    await again.openKept('ledger-a');
    await again.close();
    const third = anInstallation(profile).desk;
    expect(await third.open()).toMatchObject({ ledger: 'mine' });
    await third.openKept('ledger-a');
    await third.shown('ledger-a');
    await third.close();
    expect(await anInstallation(profile).desk.open()).toMatchObject({ ledger: 'ledger-a' });
  });

  it('never takes an empty folder for a joined ledger', async () => {
    const profile = await temporaryFolder();
    const folder = await temporaryFolder();
    await appendOneByOne(openFolder(folder), 2);
    const { desk, places } = anInstallation(profile);
    places.allow(folder);
    await desk.join(folder);
    await desk.storeOf('ledger-a').read(0, everything, patient());
    await desk.shown('ledger-a');
    await desk.close();
    await rename(folder, `${folder}-away`);
    await mkdir(folder);
    const again = anInstallation(profile).desk;
    await again.open();
    expect(await kindOf(again.storeOf('ledger-a').head(patient()))).toBe('offline');
  });

  it('shares a ledger that was on this computer only, with what is confirmed already', async () => {
    const { desk, places } = anInstallation(await temporaryFolder());
    const folder = await temporaryFolder();
    await desk.create('ledger-a', 'owner', [intentCalled('open')]);
    expect(() => desk.storeOf('ledger-a')).toThrow(CallFailed);
    await desk.journalOf('ledger-a').keepCommits(entriesAfter(null, 700));
    places.allow(folder);
    await desk.connect('ledger-a', folder);
    expect((await openFolder(folder).check(patient())).head).toEqual(desk.journalOf('ledger-a').newest);
    expect(await desk.disconnect('ledger-a')).toMatchObject({ store: null });
    expect(() => desk.storeOf('ledger-a')).toThrow(CallFailed);
  });

  it('does not share a ledger where another one is', async () => {
    const { desk, places } = anInstallation(await temporaryFolder());
    const folder = await temporaryFolder();
    await appendOneByOne(openFolder(folder), 1, { ledger: 'ledger-z' });
    await desk.create('ledger-a', 'owner', [intentCalled('open')]);
    places.allow(folder);
    expect(await kindOf(desk.connect('ledger-a', folder))).toBe('identity-changed');
    expect(await desk.open()).toMatchObject({ store: null });
  });

  it('names the account that lies there instead, when it is shared there and when it comes to lie there later', async () => {
    const { desk, places } = anInstallation(await temporaryFolder());
    const folder = await temporaryFolder();
    const other = openFolder(folder);
    const at = '2026-01-10T08:00:00.000Z';
    const opening = openingIntent({
      ...{ id: 'opening', day: '2026-01-09', at: '2026-01-09T08:00:00.000Z', device: 'desk' },
      ...{ name: 'Harbour', timeZone: 'UTC', ownerName: 'Harriet' },
    });
    const first = encodeCommit({ ...opening, ledger: 'ledger-z', seq: 1, prev: noHash, rules: 2 });
    const head = await other.append([first], null, patient());
    await other.append(entriesAfter(head, 2, { ledger: 'ledger-z' }), head, patient());
    const there = { name: 'Harbour', owner: 'Harriet', since: opening.at, acts: 3, lastAt: at };
    await desk.create('ledger-a', 'owner', [intentCalled('open')]);
    places.allow(folder);
    const refused = { ok: false, failure: { kind: 'identity-changed', actual: 'ledger-z', there } };
    expect(await desk.whole.connect('ledger-a', folder)).toMatchObject(refused);
    const own = await temporaryFolder();
    places.allow(own);
    await desk.journalOf('ledger-a').keepCommits(entriesAfter(null, 1));
    await desk.connect('ledger-a', own);
    await rm(own, { recursive: true });
    await cp(folder, own, { recursive: true });
    const handlers = ledgerHandlers({ desk: desk.whole, calls: new LedgerCalls(), invitation: null });
    expect(await handlers['ledger.check']({ ledger: 'ledger-a', call: 'c' }, caller)).toMatchObject(refused);
  });

  it('says that the folder is there and empty, and fills it again when it is told to', async () => {
    const { desk, places } = anInstallation(await temporaryFolder());
    const folder = await temporaryFolder();
    await desk.create('ledger-a', 'owner', [intentCalled('open')]);
    await desk.journalOf('ledger-a').keepCommits(entriesAfter(null, 5));
    places.allow(folder);
    await desk.connect('ledger-a', folder);
    for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
    const empty = { ok: false, failure: { kind: 'offline', isEmpty: true } };
    expect(desk.whole.storeOf('ledger-a')).toMatchObject({ ok: true });
    const handlers = ledgerHandlers({ desk: desk.whole, calls: new LedgerCalls(), invitation: null });
    expect(await handlers['ledger.head']({ ledger: 'ledger-a', call: 'c' }, caller)).toMatchObject(empty);
    expect(await desk.whole.mend('ledger-a', patient())).toMatchObject({ ok: true });
    expect(await handlers['ledger.head']({ ledger: 'ledger-a', call: 'd' }, caller)).toMatchObject({
      value: { seq: 5 },
    });
  });

  it('hints when others append, once for many of them', async () => {
    const { desk, places, hints, nextHint } = anInstallation(await temporaryFolder());
    const folder = await temporaryFolder();
    await appendOneByOne(openFolder(folder), 1);
    places.allow(folder);
    await desk.join(folder);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const hint = nextHint();
    await appendOneByOne(openFolder(folder), 5);
    await hint;
    expect(new Set(hints)).toEqual(new Set(['ledger-a']));
    expect(hints.length).toBeLessThan(5);
  });

  it('keeps several ledgers apart and opens one at a time', async () => {
    const profile = await temporaryFolder();
    const { desk } = anInstallation(profile);
    await desk.create('ledger-a', 'owner', [intentCalled('a')]);
    await desk.create('Ledger/../b', 'owner', [intentCalled('b')]);
    expect(() => desk.journalOf('ledger-a')).toThrow(CallFailed);
    expect(
      desk
        .journalOf('Ledger/../b')
        .summary()
        .open.map(({ id }) => id),
    ).toEqual(['b']);
    await desk.leave('Ledger/../b');
    expect(await desk.open()).toBeNull();
    expect(JSON.parse(await readFile(join(profile, 'ledgers', 'current.json'), 'utf8'))).toEqual({ ledger: null });
  });
});

describe('the channels to ledgers', () => {
  it('answer failures as values and end calls by their name', async () => {
    const { desk, places } = anInstallation(await temporaryFolder());
    const calls = new LedgerCalls();
    const ledger = ledgerHandlers({ desk: desk.whole, calls, invitation: '/shared/folder' });
    const journal = journalHandlers(desk.whole);
    expect(ledger['ledger.invitation']({}, caller)).toEqual({ ok: true, value: '/shared/folder' });
    expect(await ledger['ledger.head']({ ledger: 'ledger-a', call: 'c1' }, caller)).toEqual({
      ok: false,
      failure: { kind: 'unknown-ledger' },
    });
    expect(await journal['journal.summary']({ ledger: 'ledger-a' }, caller)).toEqual({
      ok: false,
      failure: { kind: 'unknown-ledger' },
    });
    const folder = await temporaryFolder();
    places.allow(folder);
    await appendOneByOne(openFolder(folder), 1);
    await ledger['ledger.join']({ place: folder }, caller);
    const reading = ledger['ledger.read']({ ledger: 'ledger-a', call: 'c2', after: 0, limit: everything }, caller);
    void ledger['ledger.abort']({ call: 'c2' }, caller);
    expect(await reading).toEqual({ ok: false, failure: { kind: 'aborted' } });
    expect(
      await ledger['ledger.read']({ ledger: 'ledger-a', call: 'c3', after: 0, limit: everything }, caller),
    ).toMatchObject({ ok: true });
    const parted = entriesAfter({ seq: 1, hash: 'f'.repeat(64) }, 1);
    expect(await journal['journal.keepCommits']({ ledger: 'ledger-a', entries: parted }, caller)).toMatchObject({
      ok: false,
      failure: { kind: 'diverged' },
    });
  });
});
