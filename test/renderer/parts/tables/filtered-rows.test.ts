import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { computerPace } from '../../../../renderer/src/data/long-work';
import { useFilteredRows } from '../../../../renderer/src/parts/tables/use-filtered-rows';

const rows = Array.from({ length: 1_000 }, (_, index) => ({ name: `Person ${String(index)}` }));
const wordsOf = ({ name }: { readonly name: string }): string => name;

afterEach(() => vi.restoreAllMocks());

function filtering(typed: string) {
  return renderHook(({ now }: { readonly now: string }) => useFilteredRows(rows, now, wordsOf), {
    initialProps: { now: typed },
  });
}

describe('filtering rows', () => {
  it('finds in few rows at once what has every word', () => {
    const { result, rerender } = filtering('');
    expect(result.current).toBe(rows);
    act(() => rerender({ now: 'person 99' }));
    expect(result.current).toEqual(rows.filter(({ name }) => name.includes('99')));
    expect(result.current.length).toBeGreaterThan(0);
    act(() => rerender({ now: '99 991' }));
    expect(result.current.map(({ name }) => name)).toEqual(['Person 991']);
  });

  it('goes through many with rests, and shows what was there until then', async () => {
    let now = 0;
    vi.spyOn(computerPace, 'now').mockImplementation(() => (now += 1_000));
    const { result, rerender } = filtering('');
    act(() => rerender({ now: '77' }));
    expect(result.current).toBe(rows);
    await waitFor(() => expect(result.current).toHaveLength(rows.filter(({ name }) => name.includes('77')).length));
    const before = result.current;
    act(() => rerender({ now: '777' }));
    expect(result.current).toBe(before);
    await waitFor(() => expect(result.current.map(({ name }) => name)).toEqual(['Person 777']));
  });
});
