import { describe, expect, it } from 'vitest';
import { sortedRows, type Sorting } from '../../../renderer/src/ui/sorted-rows';
import type { TableColumn } from '../../../renderer/src/ui/table-column';

interface Flat {
  readonly name: string;
  readonly floor: number | null;
}

const column = (id: string, sortBy?: (row: Flat) => string | number | null): TableColumn<Flat> => ({
  id,
  name: id,
  width: 1,
  cell: () => null,
  sortBy,
});
const columns = [column('name', ({ name }) => name), column('floor', ({ floor }) => floor), column('act')];
const flats: readonly Flat[] = [
  { name: 'b', floor: 10 },
  { name: 'a', floor: null },
  { name: 'C', floor: 2 },
  { name: 'b', floor: 2 },
];
const compare = new Intl.Collator('en', { sensitivity: 'base' }).compare;

function sorted(sorting: Sorting): readonly string[] {
  return sortedRows(flats, sorting, columns, compare).map(({ name, floor }) => `${name}${String(floor)}`);
}

describe('rows in order', () => {
  it('are as they came while nothing is sorted, or by what cannot be sorted', () => {
    expect(sortedRows(flats, [], columns, compare)).toBe(flats);
    expect(
      sortedRows(
        flats,
        [
          { id: 'act', desc: false },
          { id: 'gone', desc: true },
        ],
        columns,
        compare,
      ),
    ).toBe(flats);
  });

  it('have numbers by size and words by the language', () => {
    expect(sorted([{ id: 'floor', desc: false }])).toEqual(['C2', 'b2', 'b10', 'anull']);
    expect(sorted([{ id: 'name', desc: false }])).toEqual(['anull', 'b10', 'b2', 'C2']);
  });

  it('stay as they were among those alike, and have those without a value last, either way', () => {
    expect(sorted([{ id: 'floor', desc: true }])).toEqual(['b10', 'C2', 'b2', 'anull']);
    expect(sorted([{ id: 'name', desc: true }])).toEqual(['C2', 'b10', 'b2', 'anull']);
  });

  it('go by the second column where the first is alike', () => {
    expect(
      sorted([
        { id: 'name', desc: false },
        { id: 'floor', desc: false },
      ]),
    ).toEqual(['anull', 'b2', 'b10', 'C2']);
  });
});
