import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PositionKeeper } from '../../../renderer/src/data/position-database';
import { keepPlace, readPosition } from '../../../renderer/src/state/kept-position';
import { createViewStore, firstPosition, placeOf } from '../../../renderer/src/state/view-store';

function aKeeper(kept: { readonly [key: string]: unknown } = {}) {
  const written: { key: string; place: unknown }[] = [];
  const keeper: PositionKeeper = {
    read: (key) => Promise.resolve(kept[key] ?? null),
    write: (key, place) => {
      written.push({ key, place });
      return Promise.resolve();
    },
  };
  return { keeper, written };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the place in the window', () => {
  it('is the first one where nothing is kept, or nothing can be read', async () => {
    expect(await readPosition(aKeeper().keeper, 'one')).toEqual(firstPosition);
    const broken: PositionKeeper = { read: () => Promise.reject(new Error('gone')), write: () => Promise.resolve() };
    expect(await readPosition(broken, 'one')).toEqual(firstPosition);
  });

  it('comes back as it was kept, by account', async () => {
    const place = { ...firstPosition, groupId: 'c1', expanded: ['root', 'c1'], tab: 'people' };
    const { keeper } = aKeeper({ one: place });
    expect(await readPosition(keeper, 'one')).toEqual(place);
    expect(await readPosition(keeper, 'two')).toEqual(firstPosition);
  });

  it('is as at first where a kept part is missing or of another type', async () => {
    const { keeper } = aKeeper({
      one: { groupId: 'c1', expanded: 'root', panes: { tree: { shown: 1, size: 10 } }, unknown: true },
    });
    expect(await readPosition(keeper, 'one')).toEqual({ ...firstPosition, groupId: 'c1' });
  });

  it('is written once for changes in quick succession', async () => {
    const { keeper, written } = aKeeper();
    const view = createViewStore('2026-05-01');
    keepPlace(view, keeper, 'one');
    view.setState({ tab: 'people' });
    view.setState({ tab: 'licenses' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(written).toEqual([{ key: 'one', place: { ...firstPosition, tab: 'licenses' } }]);
  });

  it('is not written when only the day that is looked at changes', async () => {
    const { keeper, written } = aKeeper();
    const view = createViewStore('2026-05-01');
    keepPlace(view, keeper, 'one');
    view.setState({ dayLookedAt: '2027-01-01' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(written).toEqual([]);
  });

  it('is written at the latest when keeping ends', () => {
    const { keeper, written } = aKeeper();
    const view = createViewStore('2026-05-01');
    const stop = keepPlace(view, keeper, 'one');
    view.setState({ groupId: 'c2' });
    stop();
    view.setState({ groupId: 'c3' });
    expect(written).toEqual([{ key: 'one', place: { ...placeOf(view.getState()), groupId: 'c2' } }]);
  });
});
