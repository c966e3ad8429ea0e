import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LedgerSynchroniser, noSynchroniser } from '../../../renderer/src/sync/ledger-synchroniser';
import { adviceFor } from '../../../renderer/src/sync/sync-state';
import { done } from '#core/kernel/result';
import type { StoreFailure, StoreResult } from '#core/ledger/store';

/** An account with settable counts, and rounds that end when the test says so. */
function aSynchroniser(keptBefore: string | null = null) {
  const kept = { at: keptBefore };
  const counts = { pending: 0, attention: 0 };
  const changed = new Set<() => void>();
  const hints = new Set<() => void>();
  const rounds: ((outcome: StoreResult<null>) => void)[] = [];
  let started = 0;
  const synchroniser = new LedgerSynchroniser({
    account: {
      pending: () => Array.from({ length: counts.pending }),
      attention: () => Array.from({ length: counts.attention }),
      subscribe: (listener) => {
        changed.add(listener);
        return () => changed.delete(listener);
      },
    },
    round: (signal) => {
      started += 1;
      return new Promise((resolve) => {
        rounds.push(resolve);
        signal.addEventListener('abort', () => resolve({ ok: false, failure: { kind: 'aborted' } }));
      });
    },
    onHint: (listener) => {
      hints.add(listener);
      return () => hints.delete(listener);
    },
    now: () => '2026-05-01T10:00:00.000Z',
    chance: () => 0.5,
    keptMoment: { read: () => kept.at, write: (at) => (kept.at = at) },
  });
  return {
    synchroniser,
    kept,
    hint: () => hints.forEach((listener) => listener()),
    change: (next: Partial<typeof counts>) => {
      Object.assign(counts, next);
      changed.forEach((listener) => listener());
    },
    end: async (outcome: StoreResult<null> = done) => {
      rounds.shift()?.(outcome);
      await vi.advanceTimersByTimeAsync(0);
    },
    fail: async (failure: StoreFailure) => {
      rounds.shift()?.({ ok: false, failure });
      await vi.advanceTimersByTimeAsync(0);
    },
    started: () => started,
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the state of synchronising', () => {
  it('counts what is to be sent, and is up to date when nothing is', async () => {
    const world = aSynchroniser();
    // Before the place was read to its end, nobody knows.
    expect(world.synchroniser.state()).toEqual({ kind: 'synchronising' });
    world.change({ pending: 2 });
    expect(world.synchroniser.state()).toEqual({ kind: 'toSend', count: 2 });
    void world.synchroniser.synchronise();
    expect(world.synchroniser.state()).toEqual({ kind: 'synchronising' });
    world.change({ pending: 0 });
    await world.end();
    expect(world.synchroniser.state()).toEqual({ kind: 'upToDate' });
  });

  it('knows when it last went well, over restarts; a failure leaves that as it was', async () => {
    const world = aSynchroniser('2026-04-30T08:00:00.000Z');
    expect(world.synchroniser.lastSynchronised()).toBe('2026-04-30T08:00:00.000Z');
    void world.synchroniser.synchronise();
    await world.fail({ kind: 'offline', detail: '' });
    expect(world.synchroniser.lastSynchronised()).toBe('2026-04-30T08:00:00.000Z');
    void world.synchroniser.synchronise();
    await world.end();
    expect(world.synchroniser.lastSynchronised()).toBe('2026-05-01T10:00:00.000Z');
    expect(world.kept.at).toBe('2026-05-01T10:00:00.000Z');
    expect(aSynchroniser().synchroniser.lastSynchronised()).toBeNull();
    await world.synchroniser.stop();
  });

  it('says that somebody is needed before it says that something is to be sent', () => {
    const world = aSynchroniser();
    world.change({ pending: 2, attention: 1 });
    expect(world.synchroniser.state()).toEqual({ kind: 'needsYou', count: 1 });
  });

  it('is offline since the first failure, and comes back by itself, waiting longer each time', async () => {
    const world = aSynchroniser();
    world.change({ pending: 3 });
    void world.synchroniser.synchronise();
    await world.fail({ kind: 'offline', detail: '' });
    expect(world.synchroniser.state()).toEqual({ kind: 'offline', since: '2026-05-01T10:00:00.000Z', count: 3 });
    await vi.advanceTimersByTimeAsync(800);
    expect(world.started()).toBe(2);
    await world.fail({ kind: 'offline', detail: '' });
    await vi.advanceTimersByTimeAsync(800);
    expect(world.started()).toBe(2);
    await vi.advanceTimersByTimeAsync(800);
    expect(world.started()).toBe(3);
    world.change({ pending: 0 });
    await world.end();
    expect(world.synchroniser.state()).toEqual({ kind: 'upToDate' });
  });

  it('does not wait for its turn when the store says that it is there again', async () => {
    const world = aSynchroniser();
    void world.synchroniser.synchronise();
    await world.fail({ kind: 'offline', detail: '' });
    world.hint();
    expect(world.started()).toBe(2);
  });

  it('says since when something stands in the way, and looks every minute whether it still does', async () => {
    const world = aSynchroniser();
    world.change({ pending: 2 });
    void world.synchroniser.synchronise();
    const failure: StoreFailure = { kind: 'corrupt', place: 'log/000000000004.jsonl', detail: '' };
    await world.fail(failure);
    expect(world.synchroniser.state()).toEqual({
      kind: 'stopped',
      failure,
      advice: 'repair',
      since: '2026-05-01T10:00:00.000Z',
      count: 2,
    });
    await vi.advanceTimersByTimeAsync(59_000);
    expect(world.started()).toBe(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(world.started()).toBe(2);
    await world.fail(failure);
    world.hint();
    expect(world.started()).toBe(3);
    world.change({ pending: 0 });
    await world.end();
    expect(world.synchroniser.state()).toEqual({ kind: 'upToDate' });
  });

  it('tries again every minute when a place is full or read-only', async () => {
    const world = aSynchroniser();
    void world.synchroniser.synchronise();
    await world.fail({ kind: 'full', detail: '' });
    expect(world.synchroniser.state()).toMatchObject({ kind: 'stopped', advice: 'free-space' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(world.started()).toBe(2);
  });

  it('waits for a file that is on its way, by name, and looks for it more often at first', async () => {
    const world = aSynchroniser();
    const arriving: StoreFailure = {
      kind: 'waiting',
      place: 'log/000000000004.jsonl',
      since: '2026-05-01T09:00:00.000Z',
      detail: '',
    };
    void world.synchroniser.synchronise();
    await world.fail(arriving);
    expect(world.synchroniser.state()).toEqual({
      kind: 'arriving',
      since: arriving.since,
      file: arriving.place,
      count: 0,
    });
    let rounds = 1;
    for (const seconds of [5, 10, 20, 40, 60, 60]) {
      await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
      expect(world.started()).toBe(rounds);
      await vi.advanceTimersByTimeAsync(1);
      rounds += 1;
      expect(world.started()).toBe(rounds);
      await world.fail(arriving);
    }
  });

  it('has advice for every failure', () => {
    expect(adviceFor({ kind: 'outdated', rules: 2 })).toBe('update');
    expect(adviceFor({ kind: 'unauthorised', detail: '' })).toBe('sign-in');
    expect(adviceFor({ kind: 'forbidden', detail: '' })).toBe('export');
    expect(adviceFor({ kind: 'identity-changed', expected: '', actual: '' })).toBe('choose');
  });

  it('tells listeners only when it is another', async () => {
    const world = aSynchroniser();
    void world.synchroniser.synchronise();
    await world.end();
    let told = 0;
    world.synchroniser.subscribe(() => (told += 1));
    world.change({});
    expect(told).toBe(0);
    world.change({ pending: 1 });
    expect(told).toBe(1);
  });

  it('is local for an account on this computer only', () => {
    expect(noSynchroniser.state()).toEqual({ kind: 'local' });
  });
});

describe('rounds of synchronising', () => {
  it('never overlap, and a call during one is answered by another behind it', async () => {
    const world = aSynchroniser();
    let settled = false;
    void world.synchroniser.synchronise();
    void world.synchroniser.synchronise().then(() => (settled = true));
    void world.synchroniser.synchronise();
    expect(world.started()).toBe(1);
    await world.end();
    expect(world.started()).toBe(2);
    expect(settled).toBe(false);
    await world.end();
    expect(settled).toBe(true);
    expect(world.started()).toBe(2);
  });

  it('begin by themselves on a hint, and a while after the last act', async () => {
    const world = aSynchroniser();
    world.hint();
    expect(world.started()).toBe(1);
    await world.end();
    world.change({ pending: 1 });
    await vi.advanceTimersByTimeAsync(50_000);
    world.change({ pending: 2 });
    await vi.advanceTimersByTimeAsync(50_000);
    expect(world.started()).toBe(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(world.started()).toBe(2);
  });

  it('are given up when the account is closed, and none begins afterwards', async () => {
    const world = aSynchroniser();
    void world.synchroniser.synchronise();
    void world.synchroniser.synchronise();
    await world.synchroniser.stop();
    world.hint();
    await world.synchroniser.synchronise();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(world.started()).toBe(1);
  });
});
