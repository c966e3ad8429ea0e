import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { MemoryLedger, MemoryStore } from '../../../electron/main/stores/memory';
import type { LocalAccountSession } from '../../../renderer/src/data/account-session';
import { synchronise } from '#core/ledger/synchronise';
import { aGroup, Computer, digestOf, groupNames, openingEntry } from '../data/session-world';

const never = new AbortController().signal;

/** Two computers with the same account, and a store between them. */
class TwoComputers {
  readonly ledger = new MemoryLedger();
  readonly aliceStore = new MemoryStore(this.ledger);
  readonly bobStore = new MemoryStore(this.ledger);

  private constructor(
    readonly alice: Computer,
    readonly bob: Computer,
    readonly a: LocalAccountSession,
    readonly b: LocalAccountSession,
  ) {
    this.ledger.entries = [openingEntry()];
  }

  static async open(): Promise<TwoComputers> {
    const [alice, bob] = [new Computer('alice'), new Computer('bob')];
    return new TwoComputers(alice, bob, (await alice.open()).session, (await bob.open()).session);
  }

  syncAlice() {
    return synchronise(this.a, this.aliceStore, never);
  }

  syncBob() {
    return synchronise(this.b, this.bobStore, never);
  }
}

const worlds: TwoComputers[] = [];

async function twoComputers(): Promise<TwoComputers> {
  const world = await TwoComputers.open();
  worlds.push(world);
  return world;
}

/** Bytes as numbers: the encoder of the platform makes arrays of another kind than the page of a test has. */
function bytesOf(entries: readonly Uint8Array[]): readonly (readonly number[])[] {
  return entries.map((entry) => [...entry]);
}

/** Both have synchronised until nothing is new, and are the same, down to the digest, also after being opened again. */
async function expectSame(world: TwoComputers): Promise<void> {
  for (const sync of [() => world.syncAlice(), () => world.syncBob(), () => world.syncAlice()])
    expect(await sync()).toMatchObject({ ok: true });
  expect(world.a.pending()).toEqual([]);
  expect(world.b.pending()).toEqual([]);
  expect(digestOf(world.a)).toEqual(digestOf(world.b));
  expect(bytesOf(world.alice.journal.entries)).toEqual(bytesOf(world.ledger.entries));
  await world.a.close();
  const again = await world.alice.open();
  expect(digestOf(again.session)).toEqual(digestOf(world.b));
  await again.session.close();
}

afterEach(async () => {
  for (const world of worlds.splice(0)) {
    await world.a.close();
    await world.b.close();
  }
});

describe('two computers', () => {
  it('see each other’s acts after both have synchronised', async () => {
    const world = await twoComputers();
    await world.a.act(aGroup('Sunrise'));
    await world.b.act(aGroup('Moonrise'));
    await world.syncAlice();
    await world.syncBob();
    expect(groupNames(world.b)).toEqual(expect.arrayContaining(['Sunrise', 'Moonrise']));
    await expectSame(world);
  });

  it('that wanted the same last thing end alike, and the second sees what could not be kept and why', async () => {
    const world = await twoComputers();
    await world.a.act(aGroup('Sunrise'));
    await world.b.act(aGroup('Moonrise'));
    const second = await world.b.act({
      do: 'group.create',
      args: { id: 'sunrise', parentId: 'root', kind: 'complex', name: 'Other Sunrise' },
    });
    await world.syncAlice();
    await world.syncBob();
    expect(world.b.attention()).toMatchObject([
      { id: second.ok ? second.commit : '', do: 'group.create', refusals: [{ code: 'DUPLICATE_ID' }] },
    ]);
    expect(world.bob.journal.notes.at(-1)).toMatchObject({ kind: 'attention' });
    await expectSame(world);
  });

  it('keep what waits for the person over a loss of the tables, until it was done otherwise', async () => {
    const world = await twoComputers();
    await world.a.act(aGroup('Sunrise'));
    await world.b.act(aGroup('Sunrise'));
    await world.syncAlice();
    await world.syncBob();
    const [item] = world.b.attention();
    await world.b.close();
    world.bob.loseTables();
    const { session, origin } = await world.bob.open();
    expect(origin).toBe('journal');
    expect(session.attention()).toEqual([item]);
    const again = await session.retryAttention(item?.id ?? '', {
      id: 'sunrise-2',
      parentId: 'root',
      kind: 'complex',
      name: 'Second Sunrise',
    });
    expect(again.ok).toBe(true);
    expect(session.attention()).toEqual([]);
    expect(groupNames(session)).toContain('Second Sunrise');
    await session.close();
  });

  it('take in more at a time the more waits, which is done again on top of each page', async () => {
    const world = await twoComputers();
    for (let index = 0; index < 210; index += 1) await world.a.act(aGroup(`Mine-${String(index)}`));
    await world.b.act(aGroup('Theirs'));
    const asked = { alice: [] as number[], bob: [] as number[] };
    for (const [name, store] of [
      ['alice', world.aliceStore],
      ['bob', world.bobStore],
    ] as const) {
      const read = store.read.bind(store);
      store.read = (after, limit, signal) => {
        asked[name].push(limit.entries);
        return read(after, limit, signal);
      };
    }
    await world.syncBob();
    await world.syncAlice();
    expect(asked.bob[0]).toBe(200);
    expect([asked.alice[0], asked.alice.at(-1)]).toEqual([210, 200]);
    await expectSame(world);
  });

  it('lose no act that is done while a synchronisation is under way', async () => {
    const world = await twoComputers();
    await world.a.act(aGroup('Before'));
    await world.b.act(aGroup('Elsewhere'));
    await world.syncBob();
    world.aliceStore.setLatency(5);
    const running = world.syncAlice();
    const acts = [];
    for (let index = 0; index < 10; index += 1) {
      acts.push(await world.a.act(aGroup(`During ${index}`.replace(' ', '-'))));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(acts.every((outcome) => outcome.ok)).toBe(true);
    expect(await running).toMatchObject({ ok: true });
    world.aliceStore.setLatency(0);
    expect(groupNames(world.a)).toHaveLength(12);
    await expectSame(world);
    expect(world.ledger.entries).toHaveLength(13);
  });

  it('append once what was appended without an answer', async () => {
    const world = await twoComputers();
    await world.a.act(aGroup('Sunrise'));
    world.aliceStore.failNext(
      'append',
      { kind: 'unknown-outcome', detail: 'the line went dead' },
      { afterEffect: true },
    );
    expect(await world.syncAlice()).toMatchObject({ ok: true });
    expect(world.ledger.entries).toHaveLength(2);
    await expectSame(world);
  });

  it('append again what did not arrive', async () => {
    const world = await twoComputers();
    await world.a.act(aGroup('Sunrise'));
    world.aliceStore.failNext('append', { kind: 'unknown-outcome', detail: 'the line went dead' });
    expect(await world.syncAlice()).toMatchObject({ ok: true });
    expect(world.ledger.entries).toHaveLength(2);
    await expectSame(world);
  });

  it('come to the same when one is always a moment earlier', async () => {
    const world = await twoComputers();
    for (let index = 0; index < 3; index += 1) {
      await world.a.act(aGroup(`Mine-${index}`));
      world.aliceStore.beforeNextAppend(async () => {
        await world.b.act(aGroup(`Theirs-${index}`));
        await world.syncBob();
      });
      expect(await world.syncAlice()).toMatchObject({ ok: true });
    }
    expect(groupNames(world.a)).toHaveLength(6);
    await expectSame(world);
  });

  it('keep everything while the store is away, and say so', async () => {
    const world = await twoComputers();
    world.aliceStore.setReachable(false);
    await world.a.act(aGroup('Sunrise'));
    expect(await world.syncAlice()).toMatchObject({ ok: false, failure: { kind: 'offline' } });
    expect(world.a.pending()).toHaveLength(1);
    world.aliceStore.setReachable(true);
    await expectSame(world);
  });

  it('stop at a store that holds another history, and keep their own', async () => {
    const world = await twoComputers();
    await world.a.act(aGroup('Sunrise'));
    await world.syncAlice();
    world.ledger.tamper(() => [openingEntry()]);
    await world.b.act(aGroup('Moonrise'));
    await world.syncBob();
    await world.b.act(aGroup('Starrise'));
    await world.syncBob();
    const outcome = await world.syncAlice();
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'diverged' } });
    expect(groupNames(world.a)).toEqual(['Sunrise']);
  });

  it('stop at a store that has lost what it had', async () => {
    const world = await twoComputers();
    await world.a.act(aGroup('Sunrise'));
    await world.syncAlice();
    world.ledger.tamper((entries) => entries.slice(0, 1));
    expect(await world.syncAlice()).toMatchObject({ ok: false, failure: { kind: 'behind', head: { seq: 1 } } });
    world.ledger.tamper(() => []);
    expect(await world.syncAlice()).toMatchObject({ ok: false, failure: { kind: 'behind', head: null } });
    expect(groupNames(world.a)).toEqual(['Sunrise']);
  });

  it('only look on when the store tells that a newer version works there', async () => {
    const world = await twoComputers();
    world.aliceStore.failNext('read', { kind: 'outdated', rules: 2 });
    expect(await world.syncAlice()).toEqual({ ok: false, failure: { kind: 'outdated', rules: 2 } });
    expect(await world.a.act(aGroup('Sunrise'))).toEqual({ ok: false, kind: 'outdated' });
    expect(groupNames(world.a)).toEqual([]);
  });

  it('give the commits back to a journal that has lost them', async () => {
    const world = await twoComputers();
    await world.a.act(aGroup('Sunrise'));
    await world.b.act({
      do: 'block.add',
      args: { groupId: 'root', typeId: 'ringover.smart', quantity: 5, source: 'purchase' },
    });
    await world.syncBob();
    await world.syncAlice();
    await world.a.close();
    world.alice.journal.entries = [];
    const again = await world.alice.open();
    expect(bytesOf(world.alice.journal.entries)).toEqual(bytesOf(world.ledger.entries));
    await again.session.close();
  });

  it('take in a long history page by page', async () => {
    const world = await twoComputers();
    for (let index = 0; index < 450; index += 1) await world.a.act(aGroup(`Group-${index}`));
    await world.syncAlice();
    let told = 0;
    world.b.subscribe(() => (told += 1));
    await world.syncBob();
    expect(told).toBeGreaterThan(1);
    await expectSame(world);
  });

  it('give up at once when they are told to', async () => {
    const world = await twoComputers();
    world.aliceStore.setLatency(10_000);
    const abort = new AbortController();
    const running = synchronise(world.a, world.aliceStore, abort.signal);
    abort.abort();
    expect(await running).toEqual({ ok: false, failure: { kind: 'aborted' } });
  });
});
