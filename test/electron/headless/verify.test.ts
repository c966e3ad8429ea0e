import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readLedger, type ReplayFrom } from '../../../electron/headless/read-ledger';
import { VerifiedBefore } from '../../../electron/headless/verified-before';
import { openNewStore } from '../../../electron/headless/places';
import { succeeded } from '#core/kernel/result';
import { rulesVersion } from '#core/ledger/commit';
import { encodeCommit, hashEntry } from '#core/ledger/encoding';
import type { LedgerStore } from '#core/ledger/store';
import { ledgerOf } from '../../bench/accounts';
import { trellis } from '../../support/a-shared-account';
import { patient } from '../../support/store-calls';
import { temporaryFolder } from '../../support/temporary-folder';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  file = join(folder, 'verified');
});

/** An act that was never possible, at the end of a ledger: void for everybody. */
function withVoidCommit(entries: readonly Uint8Array[], id: string): readonly Uint8Array[] {
  const impossible = {
    id,
    day: '2026-06-01',
    at: '2026-06-01T08:00:00.000Z',
    by: 'owner',
    device: 'bench',
    do: 'group.create',
    args: { id: `group-${id}`, parentId: 'nowhere', kind: 'building', name: 'Nowhere' },
  };
  const prev = hashEntry(entries.at(-1) ?? new Uint8Array());
  const seq = entries.length + 1;
  return [...entries, encodeCommit({ ...impossible, ledger: 'bench', seq, prev, rules: rulesVersion })];
}

async function aStoreOf(entries: readonly Uint8Array[], name: string): Promise<string> {
  const address = join(folder, name);
  const opened = await openNewStore(address);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const appended = await opened.value.store.append(entries, null, patient());
  if (!appended.ok) throw new Error(JSON.stringify(appended.failure));
  await opened.value.store.close();
  return address;
}

async function replayedFrom(address: string, from?: ReplayFrom): Promise<number> {
  const reading = await readLedger(address, from);
  if (!reading.ok) throw new Error(JSON.stringify(reading.failure));
  return reading.value.replayedFrom;
}

const first = withVoidCommit(ledgerOf(300), 'void-one');
const longer = withVoidCommit(first, 'void-two');

describe('verifying a ledger again, with what it came to before', () => {
  it('says word for word what a whole replay says, and replays only what came since', async () => {
    await trellis('verify', await aStoreOf(first, 'first'), '--kept', file);
    const store = await aStoreOf(longer, 'longer');
    expect(await replayedFrom(store, { keptIn: file })).toBe(first.length);
    const whole = await trellis('verify', store);
    expect(whole.lines.filter((line) => line.startsWith('void:'))).toHaveLength(2);
    expect(await trellis('verify', store, '--kept', file)).toEqual(whole);
    expect(await replayedFrom(store, { keptIn: file })).toBe(longer.length);
  });

  it('replays everything where the file is damaged, cut off, or of another ledger, and mends it', async () => {
    const store = await aStoreOf(longer, 'store');
    const whole = await trellis('verify', store, '--kept', file);
    const kept = await readFile(file);
    const flipped = Buffer.from(kept);
    flipped[kept.length - 40] = (flipped[kept.length - 40] ?? 0) ^ 1;
    for (const bytes of [flipped, kept.subarray(0, kept.length - 100), Buffer.from('{}\n'), Buffer.alloc(0)]) {
      await writeFile(file, bytes);
      expect(await replayedFrom(store, { keptIn: file })).toBe(0);
      expect(await trellis('verify', store, '--kept', file)).toEqual(whole);
      expect(await replayedFrom(store, { keptIn: file })).toBe(longer.length);
    }
  });

  it('believes nothing of it where a commit below has changed, although the one on top is the same', async () => {
    const address = await aStoreOf(longer, 'store');
    await trellis('verify', address, '--kept', file);
    const opened = await openNewStore(address);
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
    const { store } = opened.value;
    const kept = new VerifiedBefore(file, 'bench', { entries: 100, bytes: 1_000_000 });
    const read = async (from: Pick<LedgerStore, 'read'>) => {
      const found = await kept.read(from, patient());
      return found.ok && found.value?.replica.head?.seq;
    };
    expect(await read(store)).toBe(longer.length);
    const changed = (entry: Uint8Array) => Buffer.from(Buffer.from(entry).toString().replace('b0-3', 'b0-4'));
    const otherwise: Pick<LedgerStore, 'read'> = {
      read: async (after, limit, signal) => {
        const page = await store.read(after, limit, signal);
        return page.ok ? succeeded({ ...page.value, entries: page.value.entries.map(changed) }) : page;
      },
    };
    expect(await read(otherwise)).toBeUndefined();
    await store.close();
  });
});

describe('an account that is printed', () => {
  it('begins with what two computers agree on, and is the same as one that was replayed', async () => {
    const store = await aStoreOf(ledgerOf(5_100), 'long');
    const whole = await trellis('state', store, '--on', '2026-06-01', '--from-beginning');
    for (const computer of ['anna', 'ben']) await trellis('store', 'checkpoint', store, '--computer', computer);
    expect(await replayedFrom(store)).toBe(5_000);
    expect(await trellis('state', store, '--on', '2026-06-01')).toEqual(whole);
  });
});
