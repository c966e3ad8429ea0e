import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TrellisBridge } from '#core/ipc/bridge';
import { FilteredTable } from '../../../../renderer/src/parts/tables';
import type { TableColumn } from '../../../../renderer/src/ui/table-column';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn } from '../../../support/renderer/window-world';

const names = ['Cleo', 'Ada', 'Ben'];
const all = new Set(names);
const same = (name: string): string => name;
const columns: readonly TableColumn<string>[] = [
  { id: 'name', name: 'Name', width: 10, cell: same, sortBy: same, textOf: same },
];

/** Names, all of them ticked at first; says what was chosen and which row the menu was used on. */
function Names(): ReactNode {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(all);
  const [greeted, setGreeted] = useState('');
  return (
    <>
      <FilteredTable
        groupId="root"
        frame="frame"
        frameStyle={{}}
        label="Names"
        name="names"
        rows={names}
        columns={columns}
        rowId={same}
        rowName={same}
        selected={chosen}
        selectable={all}
        onSelect={setChosen}
        actionsOf={(name) => [
          { id: 'greet', choices: [{ id: 'greet', name: `Greet ${name}`, run: () => setGreeted(name) }] },
        ]}
        empty="Nobody"
      />
      <p>Chosen: {[...chosen].sort().join(', ')}</p>
      <p>Greeted: {greeted}</p>
    </>
  );
}

const rowNames = (): readonly string[] =>
  within(screen.getByRole('grid', { name: 'Names' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);

describe('a table inside of a card or a dialog', () => {
  let saved: unknown[] = [];

  beforeEach(() => {
    localStorage.clear();
    saved = [];
    window.trellis = {
      call: {
        'exports.save': (request: unknown) => {
          saved.push(request);
          return Promise.resolve({ ok: true, value: { entries: 1 } });
        },
      },
    } as unknown as TrellisBridge;
  });

  it('is filtered, by key too, and exported as it stands', async () => {
    const { show, user } = await aWindowOn();
    const { container } = show(<Names />);
    await user.click(screen.getByRole('button', { name: 'Name' }));
    expect(rowNames()).toEqual(['Ada', 'Ben', 'Cleo']);
    await user.click(screen.getByText('Ada'));
    await user.keyboard('{Control>}f{/Control}e');
    await waitFor(() => expect(rowNames()).toEqual(['Ben', 'Cleo']));
    await user.click(screen.getByRole('button', { name: 'Export this table…' }));
    await screen.findByText('1 row exported');
    expect(saved).toEqual([
      {
        what: 'table',
        name: 'Names, Account',
        separator: ',',
        rows: [
          ['Name', 'Dealer', 'As of'],
          ['Ben', 'Account', '1 May 2026'],
          ['Cleo', 'Account', '1 May 2026'],
        ],
      },
    ]);
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.type(screen.getByRole('searchbox', { name: 'Filter here' }), 'x');
    await user.click(await screen.findByText('Clear the search'));
    expect(rowNames()).toHaveLength(3);
  });

  it('keeps what was chosen of the rows that the filter hides', async () => {
    const { show, user } = await aWindowOn();
    show(<Names />);
    await user.type(screen.getByRole('searchbox', { name: 'Filter here' }), 'ben');
    await waitFor(() => expect(rowNames()).toEqual(['Ben']));
    await user.click(screen.getByRole('checkbox', { name: 'Select Ben' }));
    expect(screen.getByText('Chosen: Ada, Cleo')).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: 'Select Ben' }));
    expect(screen.getByText('Chosen: Ada, Ben, Cleo')).toBeVisible();
  });

  it('offers in the menu of a row what can be done with it, and copying', async () => {
    const { show, user } = await aWindowOn();
    show(<Names />);
    fireEvent.contextMenu(screen.getByText('Ada'));
    expect(await screen.findByRole('menuitem', { name: /Copy row/ })).toBeVisible();
    await user.click(screen.getByRole('menuitem', { name: 'Greet Ada' }));
    expect(screen.getByText('Greeted: Ada')).toBeVisible();
  });
});
