import { describe, expect, it } from 'vitest';
import type { Presence } from '#core/ledger/presence';
import { clockDoubt, type SeenOfOthers } from '../../../renderer/src/state/clock-doubt';
import { PresenceDesk } from '../../../renderer/src/sync/presence-desk';

const noon = Date.parse('2026-05-05T12:00:00.000Z');

function aWord(at: string, by: string | null = 'ben'): Presence {
  return { computer: 'c1', name: 'Site laptop', by, at, seq: 1, groupId: null };
}

function seen(more: Partial<SeenOfOthers> = {}): SeenOfOthers {
  return { today: '2026-05-05', now: noon, latest: undefined, words: [], late: null, ...more };
}

describe('the clock of this computer', () => {
  it('is not doubted while nobody else has acted, nor when others acted today or some weeks ago', () => {
    expect(clockDoubt(seen())).toBeNull();
    expect(clockDoubt(seen({ latest: { id: 'ben', day: '2026-05-05' } }))).toBeNull();
    expect(clockDoubt(seen({ latest: { id: 'ben', day: '2026-03-31' } }))).toBeNull();
  });

  it('is behind where somebody else has acted on a later day', () => {
    const latest = { id: 'ben', day: '2026-05-06' };
    expect(clockDoubt(seen({ latest }))).toEqual({ kind: 'behind', by: 'ben', day: '2026-05-06' });
  });

  it('is asked about more than 35 days after everything that others did, unless somebody was here within a day', () => {
    const latest = { id: 'ben', day: '2026-03-30' };
    expect(clockDoubt(seen({ latest }))).toEqual({ kind: 'ahead', by: 'ben', day: '2026-03-30' });
    expect(clockDoubt(seen({ latest, words: [aWord('2026-05-05T11:59:00.000Z')] }))).toBeNull();
    expect(clockDoubt(seen({ latest, words: [aWord('2026-04-20T08:00:00.000Z')] }))).toMatchObject({ kind: 'ahead' });
  });

  it('differs from that of another computer which says that it is later by more than a day', () => {
    expect(clockDoubt(seen({ words: [aWord('2026-05-06T12:01:00.000Z')] }))).toEqual({
      ...{ kind: 'differs', by: 'ben', day: '2026-05-06' },
    });
    expect(clockDoubt(seen({ words: [aWord('2026-05-06T11:59:00.000Z')] }))).toBeNull();
    expect(clockDoubt(seen({ words: [aWord('2026-05-09T12:00:00.000Z', null)] }))).toBeNull();
  });

  it('differs from that of another computer which says something new of a day that has been', async () => {
    let words = [aWord('2026-05-01T09:00:00.000Z')];
    let now = noon;
    const desk = new PresenceDesk(
      () => Promise.resolve(words),
      () => now,
    );
    await desk.refresh();
    expect(desk.late()).toBeNull();
    // Nothing new: somebody who is away is no reason to doubt a clock.
    now += 60_000;
    await desk.refresh();
    expect(desk.late()).toBeNull();
    words = [aWord('2026-05-01T09:04:00.000Z')];
    await desk.refresh();
    expect(clockDoubt(seen({ late: desk.late() }))).toEqual({ kind: 'differs', by: 'ben', day: '2026-05-01' });
    words = [aWord(new Date(now).toISOString())];
    await desk.refresh();
    expect(desk.late()).toBeNull();
    desk.stop();
  });
});
