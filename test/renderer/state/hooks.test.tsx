import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../../renderer/src/data/account-reading';
import type { ActCall, AccountSession } from '../../../renderer/src/data/session';
import { isRefused, useAnswer, usePreview } from '../../../renderer/src/state/model-hooks';
import { AccountProvider, type OpenAccount } from '../../../renderer/src/state/session-context';
import { useSyncState } from '../../../renderer/src/state/sync-hooks';
import { useChosenGroup, useDay, useExpanded, usePane, useSelection } from '../../../renderer/src/state/view-hooks';
import { createViewStore } from '../../../renderer/src/state/view-store';
import { LongWorkDesk } from '../../../renderer/src/data/long-work';
import { noSynchroniser } from '../../../renderer/src/sync/ledger-synchroniser';

/** A session that counts what it is asked, and whose model grows when the test says so. */
function aWindow() {
  const asked: string[] = [];
  const listeners = new Set<() => void>();
  let version = 1;
  const answers = new Map<string, unknown>();
  const notNeeded = () => Promise.reject(new Error('not part of this test'));
  const session: Omit<AccountSession, 'reading'> = {
    device: 'here',
    ledger: 'l',
    by: 'owner',
    ownKey: () => null,
    tip: () => ({ seq: 0, hash: '' }),
    model: null as unknown as AccountSession['model'],
    version: () => version,
    latest: () => ({ version, ids: null }),
    tree: () => null as unknown as ReturnType<AccountSession['tree']>,
    today: () => '2026-05-01',
    ask: ((query: string, args: unknown, day: string) => {
      const key = `${version} ${query} ${day} ${JSON.stringify(args)}`;
      if (!answers.has(key)) {
        asked.push(key);
        answers.set(key, { key });
      }
      return answers.get(key);
    }) as unknown as AccountSession['ask'],
    stepsOfSmartList: () => [][Symbol.iterator](),
    act: notNeeded,
    beginPreview: (call: ActCall) => ({ preview: session.preview(call) }),
    longWork: new LongWorkDesk(),
    preview: (call: ActCall) => ({
      ok: false,
      refusals: [{ code: 'INVALID', rule: 'G1', at: version, called: call.do }],
    }),
    previewEach: () => [],
    beginPreviewOfEach: () => ({
      refusalsOf: function* () {
        return [];
      },
    }),
    newId: () => 'id',
    undo: notNeeded,
    redo: notNeeded,
    steps: () => ({ undoable: [], redoable: [] }),
    record: () => undefined,
    pending: () => [],
    attention: () => [],
    dropAttention: notNeeded,
    retryAttention: notNeeded,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watchRows: () => () => undefined,
    close: () => Promise.resolve(),
  };
  const account: OpenAccount = {
    session: { ...session, reading: readingsOf(session) },
    synchroniser: noSynchroniser,
    view: createViewStore('2026-05-01'),
  };
  return {
    asked,
    account,
    wrapper: ({ children }: { readonly children: ReactNode }) => (
      <AccountProvider account={account}>{children}</AccountProvider>
    ),
    grow: () =>
      act(() => {
        version += 1;
        listeners.forEach((listener) => listener());
      }),
  };
}

describe('what components read', () => {
  it('is asked once, however often a component is drawn with the same arguments', () => {
    const { wrapper, asked } = aWindow();
    const { rerender } = renderHook(() => useAnswer('group', { groupId: 'root' }), { wrapper });
    rerender();
    rerender();
    expect(asked).toHaveLength(1);
  });

  it('is asked again when the model, the day or the arguments change', () => {
    const { wrapper, asked, grow, account } = aWindow();
    const { result, rerender } = renderHook(({ groupId }) => useAnswer('group', { groupId }), {
      wrapper,
      initialProps: { groupId: 'root' },
    });
    grow();
    act(() => account.view.setState({ dayLookedAt: '2027-01-01' }));
    rerender({ groupId: 'c1' });
    expect(asked).toEqual([
      '1 group 2026-05-01 {"groupId":"root"}',
      '2 group 2026-05-01 {"groupId":"root"}',
      '2 group 2027-01-01 {"groupId":"root"}',
      '2 group 2027-01-01 {"groupId":"c1"}',
    ]);
    expect(result.current).toEqual({ key: '2 group 2027-01-01 {"groupId":"c1"}' });
  });

  it('can be asked for another day than the one that is looked at', () => {
    const { wrapper, asked } = aWindow();
    renderHook(() => useAnswer('account', {}, '2030-01-01'), { wrapper });
    expect(asked).toEqual(['1 account 2030-01-01 {}']);
  });

  it('tells a refusal from an answer', () => {
    expect(isRefused({ refusals: [] })).toBe(true);
    expect(isRefused({ id: 'a', refusals: [] })).toBe(false);
    expect(isRefused([])).toBe(false);
  });

  it('previews an act again when the model has changed, and nothing for no act', () => {
    const { wrapper, grow } = aWindow();
    const { result, rerender } = renderHook(({ call }) => usePreview(call), {
      wrapper,
      initialProps: { call: { do: 'group.delete', args: { groupId: 'a' } } as ActCall | null },
    });
    expect(result.current).toMatchObject({ ok: false, refusals: [{ at: 1, called: 'group.delete' }] });
    grow();
    expect(result.current).toMatchObject({ refusals: [{ at: 2 }] });
    rerender({ call: null });
    expect(result.current).toBeNull();
  });

  it('shows the state of synchronising', () => {
    const { wrapper } = aWindow();
    const { result } = renderHook(() => useSyncState(), { wrapper });
    expect(result.current).toEqual({ kind: 'local' });
  });

  it('fails plainly outside of an account', () => {
    expect(() => renderHook(() => useSyncState())).toThrow('outside of AccountProvider');
  });
});

describe('what is on screen', () => {
  it('is today until another day is looked at, and today again when that is chosen', () => {
    const { wrapper } = aWindow();
    const { result } = renderHook(() => useDay(), { wrapper });
    expect(result.current).toMatchObject({ day: '2026-05-01', isToday: true });
    act(() => result.current.lookAt('2026-12-24'));
    expect(result.current).toMatchObject({ day: '2026-12-24', today: '2026-05-01', isToday: false });
    act(() => result.current.lookAt('2026-05-01'));
    expect(result.current.isToday).toBe(true);
  });

  it('selects a group by choosing it', () => {
    const { wrapper } = aWindow();
    const { result } = renderHook(() => ({ chosen: useChosenGroup(), selected: useSelection() }), { wrapper });
    act(() => result.current.chosen.choose('c1'));
    expect(result.current.chosen.groupId).toBe('c1');
    expect(result.current.selected.selection).toEqual({ kind: 'group', ids: ['c1'] });
  });

  it('opens and closes nodes of the tree', () => {
    const { wrapper } = aWindow();
    const { result } = renderHook(() => useExpanded(), { wrapper });
    act(() => result.current.setExpanded(['a', 'b'], true));
    act(() => result.current.setExpanded(['a'], false));
    expect([...result.current.expanded]).toEqual(['root', 'b']);
  });

  it('hides and resizes one pane without touching the others', () => {
    const { wrapper, account } = aWindow();
    const { result } = renderHook(() => usePane('tree'), { wrapper });
    act(() => result.current.resize(420));
    act(() => result.current.show(false));
    expect(result.current).toMatchObject({ size: 420, shown: false });
    expect(account.view.getState().panes.properties.shown).toBe(true);
  });
});
