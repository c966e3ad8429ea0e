import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { beforeEach, describe, expect, it } from 'vitest';
import { useFilterField } from '../../../../renderer/src/parts/tables';
import { TextProvider } from '../../../../renderer/src/text/text';
import { DataTable, type TableHandle } from '../../../../renderer/src/ui/DataTable';
import { SearchField } from '../../../../renderer/src/ui/SearchField';
import { giveElementsSize } from '../../../support/renderer/layout';

const names = ['Ada', 'Ben', 'Cleo'];

/** A table with its filter, a button beside it, and a field that stands elsewhere in the window but belongs to it. */
function Names(): ReactNode {
  const table = useRef<TableHandle>(null);
  const { typed, setTyped, inputRef, onKeyDown } = useFilterField(table);
  const [elsewhere, setElsewhere] = useState('');
  return (
    <div onKeyDown={onKeyDown}>
      <SearchField label="Filter" value={typed} onChange={setTyped} inputRef={inputRef} />
      <button type="button">Beside</button>
      {createPortal(
        <input aria-label="Elsewhere" value={elsewhere} onChange={(event) => setElsewhere(event.target.value)} />,
        document.body,
      )}
      <DataTable
        label="Names"
        name="names"
        rows={names.filter((name) => name.includes(typed))}
        columns={[{ id: 'name', name: 'Name', width: 10, cell: (name: string) => name }]}
        rowId={(name) => name}
        rowName={(name) => name}
        tableRef={table}
        empty="Nobody"
      />
    </div>
  );
}

const filter = (): HTMLInputElement => screen.getByRole('searchbox', { name: 'Filter' });

beforeEach(() => {
  giveElementsSize();
  render(
    <TextProvider>
      <Names />
    </TextProvider>,
  );
});

describe('the filter of a table', () => {
  it('is one key away from anywhere around the table, with what was typed before marked', async () => {
    await userEvent.type(filter(), 'e');
    screen.getByRole('button', { name: 'Beside' }).focus();
    await userEvent.keyboard('{Control>}f{/Control}');
    expect(filter()).toHaveFocus();
    await userEvent.keyboard('Cl');
    expect(filter()).toHaveValue('Cl');
  });

  it.each(['{Enter}', '{ArrowDown}'])('leads on to the first row that it left: %s', async (key) => {
    await userEvent.type(filter(), `e${key}`);
    await waitFor(() => expect(screen.getByRole('row', { name: 'Ben' })).toHaveFocus());
    expect(filter()).toHaveValue('e');
  });

  it('leaves the keys of a dialog of the table to the dialog', async () => {
    const field = screen.getByRole('textbox', { name: 'Elsewhere' });
    field.focus();
    await userEvent.keyboard('{Control>}f{/Control}');
    expect(field).toHaveFocus();
  });
});
