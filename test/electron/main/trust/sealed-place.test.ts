import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeCommit, encodeCommit, hashEntry } from '#core/ledger/encoding';
import { FolderStore } from '../../../../electron/main/stores/folder/folder';
import { ComputerKeys, secretsFrom } from '../../../../electron/main/trust/computer-keys';
import { readSealed, sealEntry } from '../../../../electron/main/trust/entry-sealing';
import { holdsHead } from '../../../../electron/main/trust/invitation';
import { temporaryFolder } from '../../../support/temporary-folder';
import { aProtectedAccount, entriesOf, forge, TestComputer } from '../../../support/trust-world';

const never = new AbortController().signal;
let folder: string;
let store: FolderStore;
let ledger: string;
let office: TestComputer;
const words = new ComputerKeys(secretsFrom(new Uint8Array(32).fill(5), 'recovery'));

beforeEach(async () => {
  folder = await temporaryFolder();
  store = openPlace();
  ({ ledger, office } = await aProtectedAccount(store, words, { sealed: true }));
});
afterEach(() => store.close());

function openPlace(): FolderStore {
  return new FolderStore(folder, { ledger: null, mayBeEmpty: true });
}

async function allFiles(): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

async function logFiles(): Promise<readonly string[]> {
  return (await allFiles()).filter((file) => file.includes(`${path.sep}log${path.sep}`)).sort();
}

async function letIn(userId: string, name = 'laptop'): Promise<TestComputer> {
  const laptop = new TestComputer(name, ledger, store);
  office.done('owner', 'key.certify', { userId, ...laptop.keys.public, name });
  await office.sync();
  laptop.sealing();
  await laptop.sync();
  return laptop;
}

describe('a stick found in the street', () => {
  it('tells nothing of names, numbers, e-mails and acts in any byte of it, only sizes and counts', async () => {
    office.done('owner', 'number.add', { kind: 'landline', value: '+49891234567' });
    office.done('owner', 'user.update', {
      userId: 'rita',
      set: { name: 'Rita Ungewöhnlich', email: 'rita@sonnenhof.example' },
    });
    office.done('owner', 'block.add', {
      groupId: 'root',
      typeId: 'link.plus',
      quantity: 4711,
      source: 'purchase',
      note: 'Rechnung 0815',
    });
    await office.sync();
    const laptop = await letIn('bob');
    laptop.done('bob', 'group.update', { groupId: 'c', set: { note: 'Der Schlüssel liegt unter der Matte' } });
    await laptop.sync();
    const blob = await office.inside.putBlob('state-000000000009', Buffer.from('{"Sonnenhof":1}'), never);
    expect(blob.ok).toBe(true);
    expect(await office.inside.getBlob('state-000000000009', never)).toMatchObject({ ok: true });
    const secrets = [
      ...[
        'Sonnenhof',
        'Sunrise Services',
        'Olga',
        'Bob Builder',
        'bob@example.org',
        'Rita',
        'Ungew',
        'sonnenhof.example',
      ],
      ...['+4989', '1234567', 'link.plus', '4711', 'Rechnung', 'Matte', 'Office', 'laptop', 'owner', 'companyAdmin'],
      ...[
        'group.create',
        'user.update',
        'key.certify',
        'account.protect',
        '2026-06-01',
        '"do"',
        '"args"',
        '"by"',
        '"day"',
        '"at"',
      ],
      ...[office.keys.id, office.keys.public.key, office.keys.public.sealKey, laptop.keys.id, laptop.keys.public.key],
    ];
    const files = await allFiles();
    expect(files.length).toBeGreaterThan(8);
    for (const file of files) {
      const bytes = await readFile(file);
      // The record of an epoch names its maker's key, which is a number that means nothing to anybody else.
      const record = path.basename(file).startsWith('epoch-');
      for (const secret of secrets.slice(0, record ? -5 : undefined))
        for (const written of [
          secret,
          Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -1),
          Buffer.from(secret).toString('hex'),
        ])
          expect(written.length > 5 && bytes.includes(written) ? `${file} tells ${secret}` : '').toBe('');
      expect(path.relative(folder, file)).toMatch(
        /^(ledger\.json|log.\d{12}\.jsonl|blobs.(epoch|seal|state)-[a-z0-9]+)$/,
      );
    }
  });

  it('is read by nobody who was not let in', async () => {
    const stranger = new TestComputer('stranger', ledger, store).sealing();
    expect(await stranger.trySync()).toMatchObject({ kind: 'forbidden' });
    expect(stranger.replica.head).toBeNull();
  });
});

describe('a protected place', () => {
  it('is the same account for everybody who is let in, whoever appends', async () => {
    const laptop = await letIn('bob');
    laptop.done('bob', 'group.update', { groupId: 'c', set: { code: '1' } });
    await laptop.sync();
    office.done('owner', 'group.update', { groupId: 'c', set: { note: 'n' } });
    await office.sync();
    await laptop.sync();
    expect(laptop.digest).toBe(office.digest);
    const again = new TestComputer('again', ledger, store, office.keys).sealing();
    await again.sync();
    expect(again.digest).toBe(office.digest);
  });

  it('is read by an invited newcomer while whoever invited is away', async () => {
    const invitation = new ComputerKeys(secretsFrom(new Uint8Array(32).fill(9), 'invitation'));
    office.done('owner', 'key.invite', {
      userId: 'bob',
      inviteKey: invitation.public.key,
      sealKey: invitation.public.sealKey,
    });
    await office.sync();
    const laptop = new TestComputer('laptop', ledger, store).withKey(invitation).sealing();
    await laptop.sync();
    laptop.done('bob', 'key.accept', laptop.acceptance(invitation));
    await laptop.sync();
    const fresh = new TestComputer('laptop', ledger, store, laptop.keys).sealing();
    await fresh.sync();
    expect(fresh.ask('group', { groupId: 'c' }).name).toBe('Sonnenhof');
    await office.sync();
    expect(office.digest).toBe(fresh.digest);
  });

  it('is read with the printed words when every computer is lost', async () => {
    const fresh = new TestComputer('fresh', ledger, store).withKey(words).sealing();
    await fresh.sync();
    fresh.done('owner', 'key.certify', { userId: 'owner', ...fresh.keys.public, name: 'Fresh' });
    await fresh.sync();
    const alone = new TestComputer('fresh', ledger, store, fresh.keys).sealing();
    await alone.sync();
    alone.done('owner', 'group.update', { groupId: 'c', set: { code: '2' } });
    await alone.sync();
    expect(alone.ask('group', { groupId: 'c' }).code).toBe('2');
  });

  it('is encrypted anew after somebody was shut out: he reads what was, and nothing that comes', async () => {
    const laptop = await letIn('bob');
    office.done('owner', 'key.revoke', { key: laptop.keys.id });
    await office.sync();
    office.done('owner', 'group.update', { groupId: 'c', set: { note: 'after' } });
    await office.sync();
    expect(await laptop.trySync()).toMatchObject({ kind: 'forbidden' });
    expect(laptop.ask('group', { groupId: 'c' }).note).toBe('');
    const epochs = new Set((await entriesOf(store)).map((entry) => readSealed(entry)?.epoch));
    expect(epochs.size).toBe(2);
  });

  it('writes the same bytes when it is put back after it was restored from an older copy', async () => {
    const before = await entriesOf(store);
    const again = new FolderStore(await temporaryFolder(), { ledger: null, mayBeEmpty: true });
    for (const name of (await allFiles()).filter((file) => file.includes('blobs')))
      await again.putBlob(path.basename(name), await readFile(name), never);
    // As a place that was emptied: the same computer fills it up.
    const { SealedStore } = await import('../../../../electron/main/trust/sealed-store');
    const { OwnKeys } = await import('../../../../electron/main/trust/own-keys');
    const parts = {
      ledger,
      own: new OwnKeys([office.keys]),
      vault: office.vault,
      register: () => office.copy.register,
    };
    const inner = await office.inside.read(0, { entries: 100, bytes: 1_000_000 }, never);
    if (!inner.ok) throw new Error('unread');
    const put = await new SealedStore({ store: again, ...parts }).append(inner.value.entries, null, never);
    expect(put).toMatchObject({ ok: true });
    expect((await entriesOf(again)).map(hashEntry)).toEqual(before.map(hashEntry));
    await again.close();
  });
});

describe('a place that was rolled back', () => {
  it('is noticed by a newcomer whose invitation names a later head', async () => {
    const head = office.replica.head ?? { seq: 0, hash: '' };
    const older = new FolderStore(await temporaryFolder(), { ledger: null, mayBeEmpty: true });
    for (const name of (await allFiles()).filter((file) => file.includes('blobs')))
      await older.putBlob(path.basename(name), await readFile(name), never);
    await older.append((await entriesOf(store)).slice(0, head.seq - 1), null, never);
    const newcomer = new TestComputer('newcomer', ledger, older, office.keys).sealing();
    expect(await holdsHead(newcomer.inside, { head }, never)).toEqual({ ok: true, value: false });
    expect(await holdsHead(office.inside, { head }, never)).toEqual({ ok: true, value: true });
    await older.close();
  });
});

describe('an envelope', () => {
  it('that was altered, cut off or swapped is named, never skipped and never a crash', async () => {
    office.done('owner', 'group.update', { groupId: 'c', set: { code: '1' } });
    await office.sync();
    office.done('owner', 'group.update', { groupId: 'c', set: { code: '2' } });
    await office.sync();
    const [first, second] = (await logFiles()).slice(-2) as [string, string];
    const [one, two] = [await readFile(first), await readFile(second)];
    for (const [damage, pattern] of [
      [
        () => writeFile(second, Buffer.from(two.toString('utf8').replace(/"sealed":"..../, '"sealed":"AAAA'))),
        /log.*jsonl/,
      ],
      [() => writeFile(first, two), /log.*jsonl/],
      [() => writeFile(first, one.subarray(0, one.length - 40)), /log.*jsonl/],
    ] as const) {
      await damage();
      const reader = new FolderStore(folder, { ledger: null, mayBeEmpty: true, patience: 10 });
      const newcomer = new TestComputer('newcomer', ledger, reader, office.keys).sealing();
      const failure = await newcomer.trySync();
      expect(failure?.kind === 'corrupt' || failure?.kind === 'waiting').toBe(true);
      expect((failure as { place: string }).place).toMatch(pattern);
      await reader.close();
      await writeFile(first, one);
      await writeFile(second, two);
    }
  });

  it('that was made with a right chain and a wrong key, or for another place, is named by its entry', async () => {
    const entries = await entriesOf(store);
    const last = entries.at(-1) ?? new Uint8Array();
    const sealed = readSealed(last);
    const seq = entries.length + 1;
    const place = { ledger, seq, prev: hashEntry(last), epoch: sealed?.epoch ?? '' };
    await store.append(
      [sealEntry(Buffer.from('{}'), place, new Uint8Array(32), null)],
      { seq: seq - 1, hash: hashEntry(last) },
      never,
    );
    expect(await office.trySync()).toMatchObject({ kind: 'corrupt', place: `entry ${String(seq)}` });
    const moved = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(last).toString('utf8')), seq, prev: place.prev }),
    );
    const other = new FolderStore(await temporaryFolder(), { ledger: null, mayBeEmpty: true });
    for (const name of (await allFiles()).filter((file) => file.includes('blobs')))
      await other.putBlob(path.basename(name), await readFile(name), never);
    await other.append([...entries, moved], null, never);
    const newcomer = new TestComputer('newcomer', ledger, other, office.keys).sealing();
    expect(await newcomer.trySync()).toMatchObject({ kind: 'corrupt', place: `entry ${String(seq)}` });
    await other.close();
  });

  it('moved in the order by somebody who holds the keys is no part of the account, although every act in it is signed', async () => {
    const laptop = await letIn('bob');
    laptop.done('bob', 'group.update', { groupId: 'c', set: { note: 'first' } });
    await laptop.sync();
    laptop.done('bob', 'group.update', { groupId: 'c', set: { note: 'second' } });
    await laptop.sync();
    const page = await laptop.inside.read(0, { entries: 1_000, bytes: 1e9 }, never);
    if (!page.ok) throw new Error(page.failure.kind);
    const outer = await entriesOf(store);
    const count = outer.length;
    const [one, two] = page.value.entries.slice(-2).map((bytes) => decodeCommit(bytes));
    if (one?.ok !== true || two?.ok !== true) throw new Error('no acts');
    // The same two acts the other way round: chained anew, in envelopes with the key that both have, in a place of real files.
    const inner = page.value.entries.at(-3) ?? new Uint8Array();
    const first = encodeCommit({ ...two.commit, seq: count - 1, prev: hashEntry(inner) });
    const second = encodeCommit({ ...one.commit, seq: count, prev: hashEntry(first) });
    const [known] = [...laptop.vault.all()].reverse();
    const key = Buffer.from(known?.key ?? '', 'hex');
    const epoch = known?.epoch ?? '';
    const signature = page.value.appends?.at(-1) ?? null;
    const prev = hashEntry(outer[count - 3] ?? new Uint8Array());
    const sealedFirst = sealEntry(first, { ledger, seq: count - 1, prev, epoch }, key, signature);
    const sealedSecond = sealEntry(second, { ledger, seq: count, prev: hashEntry(sealedFirst), epoch }, key, signature);
    const copied = `${folder}-moved`;
    await cp(folder, copied, { recursive: true });
    for (const file of (await logFiles()).slice(-2)) await rm(file.replace(folder, copied));
    const moved = new FolderStore(copied, { ledger: null, mayBeEmpty: true });
    const head = { seq: count - 2, hash: prev };
    expect(await moved.append([sealedFirst, sealedSecond], head, never)).toMatchObject({ ok: true });
    const newcomer = new TestComputer('newcomer', ledger, moved, laptop.keys).sealing();
    expect(await newcomer.trySync()).toMatchObject({ kind: 'corrupt', place: `entry ${String(count - 1)}` });
    expect(newcomer.ask('group', { groupId: 'c' })).not.toMatchObject({ note: 'second' });
    expect(newcomer.replica.head?.seq).toBe(count - 2);
    await moved.close();
    await rm(copied, { recursive: true });
  });

  it('that is none, after the account was protected, is named as somebody else’s', async () => {
    await forge(store, ledger, { do: 'user.update', args: { userId: 'rita', set: { roleId: 'owner' } } });
    expect(await office.trySync()).toMatchObject({ kind: 'corrupt', place: 'entry 6' });
    expect(office.ask('user', { userId: 'rita' }).roleId).toBe('resident');
  });

  it('of somebody who holds the keys but was shut out is no part of the account', async () => {
    const laptop = await letIn('bob');
    // He writes with a program of his own, in the epoch that he knows, over an honest chain.
    office.done('owner', 'key.revoke', { key: laptop.keys.id });
    await office.sync();
    await laptop.sync();
    laptop.replica.accept(
      (() => {
        const prepared = laptop.replica.prepareAct(
          { do: 'group.update', args: { groupId: 'c', set: { code: 'x' } } },
          { commit: 'late', by: 'owner', day: '2026-06-01', at: 'x', device: 'laptop' },
        );
        if (!prepared.ok) throw new Error('refused');
        return prepared.step;
      })(),
    );
    const entries = await entriesOf(store);
    const last = entries.at(-1) ?? new Uint8Array();
    const epoch = readSealed(last)?.epoch ?? '';
    const key = laptop.vault.all().find((each) => each.epoch === epoch)?.key ?? '';
    const [line] = laptop.replica.outgoing(1).entries;
    const seq = entries.length + 1;
    const { appendText } = await import('#core/ledger/signed-text');
    const sig = laptop.keys.sign(appendText(ledger, seq, hashEntry(line ?? new Uint8Array())));
    const outer = sealEntry(
      line ?? new Uint8Array(),
      { ledger, seq, prev: hashEntry(last), epoch },
      Buffer.from(key, 'hex'),
      { last: seq, key: laptop.keys.id, sig },
    );
    await store.append([outer], { seq: seq - 1, hash: hashEntry(last) }, never);
    expect(await office.trySync()).toMatchObject({
      kind: 'corrupt',
      place: `entry ${String(seq)}`,
      detail: expect.stringContaining(laptop.keys.id) as string,
    });
    const newcomer = new TestComputer('newcomer', ledger, store, office.keys).sealing();
    expect(await newcomer.trySync()).toMatchObject({ kind: 'corrupt', place: `entry ${String(seq)}` });
    expect(newcomer.replica.head?.seq).toBe(seq - 1);
    expect(newcomer.digest).toBe(office.digest);
  });
});
