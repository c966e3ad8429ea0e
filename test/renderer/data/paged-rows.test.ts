import { describe, expect, it } from 'vitest';
import { PagedRows, type ShelfChange } from '../../../renderer/src/data/paged-rows';
import type { RangeRow } from '#core/model/rows';

function range(id: string, from = '1'): RangeRow {
  return { id, from, to: '9' };
}

function put(id: string, from?: string): ShelfChange {
  return { shelf: 'ranges', id, row: range(id, from) };
}

function remove(id: string): ShelfChange {
  return { shelf: 'ranges', id, row: undefined };
}

function filled(count: number): PagedRows {
  const rows = new PagedRows();
  rows.adopt(rows.plan(Array.from({ length: count }, (_, index) => put(`r${index}`))));
  return rows;
}

describe('rows in pages', () => {
  it('changes nothing until a plan is adopted', () => {
    const rows = filled(10);
    const plan = rows.plan([put('r3', '5'), remove('r4'), put('new')]);
    expect(rows.row('ranges', 'r3')).toEqual(range('r3'));
    expect(rows.row('ranges', 'r4')).toEqual(range('r4'));
    expect(rows.row('ranges', 'new')).toBeUndefined();
    rows.adopt(plan);
    expect(rows.row('ranges', 'r3')).toEqual(range('r3', '5'));
    expect(rows.row('ranges', 'r4')).toBeUndefined();
    expect(rows.row('ranges', 'new')).toEqual(range('new'));
  });

  it('writes only the pages whose rows change', () => {
    const rows = filled(2_000);
    expect([...rows.allPages()].length).toBeGreaterThan(5);
    const plan = rows.plan([put('r0', '5'), put('r1', '5')]);
    expect(plan.writes).toHaveLength(1);
    expect(plan.writes[0]?.rows).toContainEqual(range('r0', '5'));
    expect(plan.writes[0]?.rows.length).toBeLessThanOrEqual(128);
  });

  it('puts what is made together into few pages', () => {
    const plan = filled(2_000).plan(Array.from({ length: 432 }, (_, index) => put(`a${index}`)));
    expect(plan.writes.length).toBeLessThanOrEqual(5);
  });

  it('keeps a row in its page when it changes', () => {
    const rows = filled(600);
    const before = [...rows.allPages()].find((page) => page.rows.some((row) => row.id === 'r10'))?.page;
    rows.adopt(rows.plan([put('r10', '7')]));
    const after = [...rows.allPages()].filter((page) => page.rows.some((row) => row.id === 'r10'));
    expect(after.map((page) => page.page)).toEqual([before]);
  });

  it('asks to delete a page that has become empty', () => {
    const rows = filled(300);
    const [first] = [...rows.allPages()];
    const plan = rows.plan((first?.rows ?? []).map((row) => remove(row.id)));
    expect(plan.writes).toEqual([{ shelf: 'ranges', page: first?.page, rows: [] }]);
    rows.adopt(plan);
    expect([...rows.rows('ranges')]).toHaveLength(300 - (first?.rows.length ?? 0));
  });

  it('removes and puts the same row in one plan', () => {
    const rows = filled(5);
    rows.adopt(rows.plan([remove('r1'), put('r1', '8'), put('twice'), remove('twice')]));
    expect(rows.row('ranges', 'r1')).toEqual(range('r1', '8'));
    expect(rows.row('ranges', 'twice')).toBeUndefined();
    expect([...rows.rows('ranges')]).toHaveLength(5);
  });

  it('is the same after being stored and read, and goes on filling the last page', () => {
    const rows = filled(700);
    const read = new PagedRows([...rows.allPages()]);
    expect([...read.rows('ranges')]).toEqual([...rows.rows('ranges')]);
    expect(read.plan([put('next')]).writes).toEqual(rows.plan([put('next')]).writes);
  });

  it('gives a record that carries many rows a page of its own', () => {
    const record = (id: string, changes: number) => ({
      shelf: 'records' as const,
      id,
      row: {
        id,
        seq: 1,
        at: '',
        day: '2026-01-01',
        by: 'owner',
        device: 'd',
        do: 'batch',
        args: {},
        changes: Array.from({ length: changes }, (_, index) => ({
          table: 'ranges' as const,
          id: `x${index}`,
          before: undefined,
          after: range(`x${index}`),
        })),
      },
    });
    const rows = new PagedRows();
    rows.adopt(rows.plan([record('large', 500)]));
    const plan = rows.plan([record('next', 1)]);
    expect(plan.writes.map((write) => write.rows.map((row) => row.id))).toEqual([['next']]);
  });
});
