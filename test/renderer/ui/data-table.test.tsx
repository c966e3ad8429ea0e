import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TextProvider } from '../../../renderer/src/text/text';
import { DataTable } from '../../../renderer/src/ui/DataTable';
import type { TableColumn } from '../../../renderer/src/ui/table-column';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { giveElementsSize } from '../../support/renderer/layout';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly age: number | null;
}

const people: readonly Person[] = [
  { id: 'c', name: 'Clara 10', age: 40 },
  { id: 'a', name: 'Ada', age: null },
  { id: 'b', name: 'Clara 9', age: 25 },
];
const columns: readonly TableColumn<Person>[] = [
  { id: 'name', name: 'Name', width: 10, grows: true, cell: (person) => person.name, sortBy: (person) => person.name },
  { id: 'age', name: 'Age', width: 5, align: 'end', cell: (person) => person.age, sortBy: (person) => person.age },
];
const opened = vi.fn();

function Table({
  rows = people,
  initial = [],
  selectable,
}: {
  readonly rows?: readonly Person[];
  readonly initial?: readonly string[];
  readonly selectable?: ReadonlySet<string>;
}): ReactNode {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(initial));
  return (
    <TextProvider>
      <DataTable
        label="People"
        name="people"
        rows={rows}
        columns={columns}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        selected={selected}
        onSelect={setSelected}
        selectable={selectable}
        onOpen={opened}
        empty={<p>Nobody</p>}
      />
    </TextProvider>
  );
}

const rowNames = (): readonly (string | undefined)[] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[1]?.textContent ?? undefined);
const selectedNames = (): readonly (string | undefined)[] =>
  screen
    .queryAllByRole('row', { selected: true })
    .map((row) => within(row).getAllByRole('gridcell')[1]?.textContent ?? undefined);

beforeEach(() => {
  giveElementsSize();
  localStorage.clear();
  opened.mockClear();
});

describe('a table', () => {
  it('sorts by a column, the other way, and as it came, with numbers in names by their value and nothing last', async () => {
    const user = userEvent.setup();
    render(<Table />);
    await user.click(screen.getByRole('button', { name: 'Name' }));
    expect(rowNames()).toEqual(['Ada', 'Clara 9', 'Clara 10']);
    expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
    await user.click(screen.getByRole('button', { name: 'Name' }));
    expect(rowNames()).toEqual(['Clara 10', 'Clara 9', 'Ada']);
    await user.click(screen.getByRole('button', { name: 'Name' }));
    expect(rowNames()).toEqual(['Clara 10', 'Ada', 'Clara 9']);
    await user.click(screen.getByRole('button', { name: 'Age' }));
    expect(rowNames()).toEqual(['Clara 9', 'Clara 10', 'Ada']);
  });

  it('shows the row that somebody comes to from elsewhere', async () => {
    const many = Array.from({ length: 500 }, (_, index): Person => ({
      id: `p${index}`,
      name: `Person ${index}`,
      age: index,
    }));
    vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(15_000);
    render(<Table rows={many} initial={['p400']} />);
    expect(await screen.findByText('Person 400')).toBeInTheDocument();
    expect(screen.queryByText('Person 100')).not.toBeInTheDocument();
  });

  it('is walked by arrows, selects with Space and Shift, all with Ctrl+A, and opens with Enter', async () => {
    const user = userEvent.setup();
    render(<Table />);
    const [, first] = screen.getAllByRole('row');
    first?.focus();
    await user.keyboard(' ');
    expect(selectedNames()).toEqual(['Clara 10']);
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(selectedNames()).toEqual(['Clara 10', 'Ada']);
    await user.keyboard('{Control>}a{/Control}');
    expect(selectedNames()).toHaveLength(3);
    await user.keyboard('{Escape}');
    expect(selectedNames()).toHaveLength(0);
    // As the key is told while Caps Lock is on.
    await user.keyboard('{Control>}A{/Control}');
    expect(selectedNames()).toHaveLength(3);
    await user.keyboard('{Escape}{Enter}');
    expect(opened).toHaveBeenCalledOnce();
  });

  it('ticks only the rows that can be, one click at a time', async () => {
    const user = userEvent.setup();
    render(<Table selectable={new Set(['c', 'b'])} />);
    expect(screen.getAllByRole('checkbox', { name: /Clara/ })).toHaveLength(2);
    expect(screen.queryByRole('checkbox', { name: /Ada/ })).toBeNull();
    for (const name of ['Clara 10', 'Ada', 'Clara 9']) await user.click(screen.getByText(name));
    expect(selectedNames()).toEqual(['Clara 10', 'Clara 9']);
    await user.click(screen.getByText('Clara 10'));
    expect(selectedNames()).toEqual(['Clara 9']);
    await user.keyboard('{Control>}a{/Control}');
    expect(selectedNames()).toEqual(['Clara 10', 'Clara 9']);
  });

  it('has columns that Shift and the arrows make wider and narrower, where it lets them', async () => {
    const resized = vi.fn();
    const user = userEvent.setup();
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ width: 140 } as DOMRect);
    render(
      <TextProvider>
        <DataTable
          label="People"
          name="people"
          rows={people}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          onResize={resized}
          empty={null}
        />
      </TextProvider>,
    );
    screen.getByRole('button', { name: 'Age' }).focus();
    await user.keyboard('{Shift>}{ArrowRight}{ArrowLeft}{/Shift}');
    expect(resized.mock.calls.map(([id, rem]) => [id, Math.sign((rem as number) - 140 / 14)])).toEqual([
      ['age', 1],
      ['age', -1],
    ]);
  });

  it('is reached by Tab at a row, also after a field in another row was typed in', async () => {
    const withField: readonly TableColumn<Person>[] = [
      ...columns,
      { id: 'note', name: 'Note', width: 5, cell: (person) => <input aria-label={`Note on ${person.name}`} /> },
    ];
    render(
      <TextProvider>
        <DataTable
          label="People"
          name="people"
          rows={people}
          columns={withField}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          empty={null}
        />
      </TextProvider>,
    );
    await userEvent.click(screen.getByRole('textbox', { name: 'Note on Clara 9' }));
    const isRow = (): boolean => document.activeElement?.matches('[data-row]') ?? false;
    for (let stop = 0; stop < 12 && !isRow(); stop += 1) await userEvent.tab();
    expect(document.activeElement).toBe(screen.getAllByRole('row')[1]);
  });

  it('builds only the rows in view, and says how many there are', () => {
    render(
      <Table
        rows={Array.from({ length: 10_000 }, (_, index) => ({ id: `p${index}`, name: `Person ${index}`, age: index }))}
      />,
    );
    expect(screen.getAllByRole('row').length).toBeLessThan(100);
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '10001');
  });

  it('comes to rest when its rows change', async () => {
    let drawn = 0;
    const counted: readonly TableColumn<Person>[] = [
      {
        id: 'name',
        name: 'Name',
        width: 10,
        sortBy: (person) => person.name,
        cell: (person) => {
          drawn += 1;
          if (drawn > 500) throw new Error('drawn without end');
          return person.name;
        },
      },
    ];
    const table = (rows: readonly Person[]): ReactNode => (
      <TextProvider>
        <DataTable
          label="People"
          name="people"
          rows={rows}
          columns={counted}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          empty={null}
        />
      </TextProvider>
    );
    const { rerender } = render(table(people));
    for (const rows of [people.slice(1), people, people.slice(2)]) {
      rerender(table(rows));
      await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
    }
    expect(rowNames()).toHaveLength(1);
  });

  it('shows what to do when it is empty', () => {
    render(<Table rows={[]} />);
    expect(screen.getByText('Nobody')).toBeInTheDocument();
  });

  it('has nothing that axe finds wrong', async () => {
    render(<Table />);
    expect(await accessibilityProblems(document.body)).toEqual([]);
  });
});
