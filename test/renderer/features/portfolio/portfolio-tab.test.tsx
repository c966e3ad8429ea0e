import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useCommands } from '../../../../renderer/src/parts/commands';
import { PortfolioTab } from '../../../../renderer/src/features/portfolio';
import type { TrellisBridge } from '#core/ipc/bridge';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn } from '../../../support/renderer/window-world';
import { dealer, row } from './dealer';

const asOf = '1 May 2026';

function rows(): readonly (readonly (string | null)[])[] {
  return within(screen.getByRole('grid', { name: 'Portfolio' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('gridcell')
        .slice(1)
        .map((cell) => cell.textContent),
    );
}

async function lookAs(
  user: { click: (element: Element) => Promise<void> },
  view: 'Table' | 'Calendar of ends' | 'Charts',
): Promise<void> {
  await user.click(screen.getByRole('radio', { name: view }));
}

function RunCommand({ id }: { readonly id: 'table.export' }) {
  const registry = useCommands();
  return <button onClick={() => registry.run(id)}>{id}</button>;
}

afterEach(() => {
  Reflect.deleteProperty(window, 'trellis');
});

describe('the portfolio as a table', () => {
  it('has a line for each complex, with what it has, uses, could give, and what ends next', async () => {
    const { show } = await aWindowOn(dealer);
    const { container } = show(<PortfolioTab groupId="aurora" />);
    expect(rows()).toEqual([
      ['Sunrise', '40', '0', '40', '10 on 20 May 2026', 'Confirmed', '0'],
      ['Old Mill', '5', '4', '1', '–', 'Draft', '2'],
      // 45 of the dealer's 80 units of Plus went to the other two, and Ben holds one of two of Business.
      ['Annex', '37', '1', '36', '2 on 30 Jun 2026', 'Handed over', '0'],
    ]);
    expect(within(row('Annex')).getByRole('img', { name: 'Shares the pool of Aurora' })).toBeInTheDocument();
    expect(screen.getByText('of 82 in use').previousSibling).toHaveTextContent('5');
    expect(screen.getByText('end within 30 days').previousSibling).toHaveTextContent('10');
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  it('says what the group itself has still to hand out, where no complex shares its pool', async () => {
    const { show } = await aWindowOn(
      dealer.filter(
        ({ args }) =>
          !('groupId' in args && args.groupId === 'annex') &&
          !('id' in args && args.id === 'annex') &&
          !('userId' in args && args.userId === 'ben'),
      ),
    );
    show(<PortfolioTab groupId="aurora" />);
    expect(screen.getByText('Still in the pool of Aurora: 35 × Link Plus and 2 × Ringover Business.')).toBeVisible();
  });

  it('is sorted by what is left, and keeps to those that want something', async () => {
    const { show, user } = await aWindowOn(dealer);
    show(<PortfolioTab groupId="root" />);
    await user.click(screen.getByRole('button', { name: 'Left' }));
    expect(rows().map(([name]) => name)).toEqual(['Old MillAurora', 'AnnexAurora', 'SunriseAurora']);
    await user.click(screen.getByRole('button', { name: /Which complexes/ }));
    await user.click(screen.getByRole('option', { name: 'With something open' }));
    expect(rows().map(([name]) => name)).toEqual(['Old MillAurora']);
    expect(within(row('Old Mill')).getByTitle(/a draft\s1 person invited, not active yet/)).toHaveTextContent('2');
  });

  it('follows the day that is looked at', async () => {
    const { show, account } = await aWindowOn(dealer);
    account.view.setState({ dayLookedAt: '2026-05-21' });
    show(<PortfolioTab groupId="aurora" />);
    expect(rows()[0]).toEqual(['Sunrise', '30', '0', '30', '–', 'Confirmed', '0']);
  });

  it('says what is short', async () => {
    const { show, account } = await aWindowOn([
      ...dealer,
      { do: 'allowance.set', args: { userId: 'ada', resources: { sip: 20 } } },
      {
        do: 'allocation.set',
        args: { id: 'small', groupId: 'mill', typeId: 'link.plus', quantity: 5, validUntil: '2026-05-31' },
      },
    ]);
    account.view.setState({ dayLookedAt: '2026-06-01' });
    show(<PortfolioTab groupId="aurora" />);
    expect(within(row('Old Mill')).getByText('20 too few: Virtual numbers')).toBeInTheDocument();
  });

  it('leads to a complex by Enter, and to what can be done with it by its menu', async () => {
    const { show, user, account } = await aWindowOn(dealer);
    show(<PortfolioTab groupId="aurora" />);
    await user.pointer({ keys: '[MouseRight]', target: row('Annex') });
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent?.replace(/(Enter|Ctrl.*)$/, ''))).toEqual([
      'Give it a pool of its own…',
      'Go there',
      'What is coming there',
      'Copy row',
    ]);
    await user.keyboard('{Escape}');
    row('Sunrise').focus();
    await user.keyboard('{Enter}');
    expect(account.view.getState().groupId).toBe('sunrise');
  });

  it('is exported as it stands: filtered, sorted, with the columns that are shown', async () => {
    const saved: unknown[] = [];
    window.trellis = {
      call: {
        'exports.save': (request: unknown) => {
          saved.push(request);
          return Promise.resolve({ ok: true, value: { entries: 3 } });
        },
      },
    } as unknown as TrellisBridge;
    const { show, user } = await aWindowOn(dealer);
    show(
      <>
        <RunCommand id="table.export" />
        <PortfolioTab groupId="aurora" />
      </>,
    );
    await user.click(screen.getByRole('button', { name: 'Left' }));
    await user.click(screen.getByText('table.export'));
    expect(await screen.findByText('3 rows exported')).toBeInTheDocument();
    expect(saved).toEqual([
      {
        what: 'table',
        name: 'Portfolio, Aurora',
        separator: ',',
        rows: [
          ['Complex', 'Licenses', 'In use', 'Left', 'Ends next', 'Status', 'Open', 'Dealer', 'As of'],
          ['Old Mill', '5', '4', '1', '', 'Draft', 'a draft; 1 person invited, not active yet', 'Aurora', asOf],
          ['Annex', '37', '1', '36', '2 × Ringover Business end on 30 Jun 2026', 'Handed over', '', 'Aurora', asOf],
          ['Sunrise', '40', '0', '40', '10 × Link Plus end on 20 May 2026', 'Confirmed', '', 'Aurora', asOf],
        ],
      },
    ]);
  });

  it('is exported and read in German as spreadsheets of the language expect it', async () => {
    const saved: { readonly separator: string; readonly rows: readonly (readonly string[])[] }[] = [];
    window.trellis = {
      call: {
        'exports.save': (request: (typeof saved)[number]) => {
          saved.push(request);
          return Promise.resolve({ ok: false, failure: { kind: 'full', detail: '' } });
        },
      },
    } as unknown as TrellisBridge;
    const { show, user } = await aWindowOn(dealer);
    localStorage.setItem('trellis.language', '"de"');
    const { container } = show(<PortfolioTab groupId="aurora" />);
    await user.click(screen.getByRole('button', { name: 'Diese Tabelle exportieren…' }));
    expect(await screen.findByText('Auf dem Datenträger ist kein Platz mehr.')).toBeInTheDocument();
    expect(saved[0]?.separator).toBe(';');
    expect(saved[0]?.rows[1]).toEqual([
      'Sunrise',
      '40',
      '0',
      '40',
      '10 × Link Plus enden am 20. Mai 2026',
      'Bestätigt',
      '',
      'Aurora',
      '1. Mai 2026',
    ]);
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  it('says what to do where there is nothing yet', async () => {
    const { show } = await aWindowOn();
    show(<PortfolioTab groupId="root" />);
    expect(screen.getByText('No complexes yet')).toBeVisible();
  });
});

describe('handing out licenses', () => {
  it('opens for the complex of the line, with what is left above', async () => {
    const { show, user, session } = await aWindowOn(dealer);
    show(<PortfolioTab groupId="aurora" />);
    await user.pointer({ keys: '[MouseRight]', target: row('Old Mill') });
    await user.click(screen.getByRole('menuitem', { name: 'Allocate licenses…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Allocate licenses' });
    expect(within(dialog).getByRole('combobox', { name: 'To the pool' })).toHaveValue('Old Mill');
    await user.click(within(dialog).getByRole('button', { name: /License/ }));
    await user.click(screen.getByRole('option', { name: /Link Plus/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Allocate' }));
    await waitFor(() =>
      expect([...session.model.rows('blocks')].filter(({ groupId }) => groupId === 'mill')).toHaveLength(2),
    );
  });

  it('gives several complexes the same at once, says what it comes to, and is one step to take back', async () => {
    const { show, user, session } = await aWindowOn(dealer);
    show(<PortfolioTab groupId="aurora" />);
    for (const name of ['Sunrise', 'Old Mill', 'Annex'])
      await user.click(within(row(name)).getByRole('checkbox', { name: `Select ${name}` }));
    await user.pointer({ keys: '[MouseRight]', target: row('Old Mill') });
    await user.click(screen.getByRole('menuitem', { name: 'Allocate to each of 2 complexes…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Allocate to each of 2 pools' });
    const each = within(dialog).getByRole('textbox', { name: 'Quantity each' });
    await user.clear(each);
    await user.type(each, '900{Tab}');
    expect(await within(dialog).findByTitle(/^Rule /)).toBeVisible();
    await user.clear(each);
    await user.type(each, '7{Tab}');
    expect(await within(dialog).findByText('2 × 7 = 14 Link Plus')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Allocate' }));
    const given = (): readonly (readonly [string, number])[] =>
      [...session.model.rows('blocks')]
        .filter(({ groupId, validUntil }) => ['sunrise', 'mill'].includes(groupId) && validUntil === null)
        .map(({ groupId, quantity }) => [groupId, quantity] as const);
    await waitFor(() => expect(given()).toEqual(expect.arrayContaining([['mill', 7]])));
    await session.undo();
    expect(given()).toEqual(expect.arrayContaining([['mill', 5]]));
  });

  it('renews what ends next in each of several complexes', async () => {
    const { show, user } = await aWindowOn(dealer);
    show(<PortfolioTab groupId="aurora" />);
    await user.click(screen.getByRole('checkbox', { name: 'Select all rows' }));
    await user.pointer({ keys: '[MouseRight]', target: row('Sunrise') });
    await user.click(screen.getByRole('menuitem', { name: 'Renew…' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent('Link Plus');
  });

  it('is a pool of its own where the complex has none yet', async () => {
    const { show, user } = await aWindowOn(dealer);
    show(<PortfolioTab groupId="aurora" />);
    await user.pointer({ keys: '[MouseRight]', target: row('Annex') });
    await user.click(screen.getByRole('menuitem', { name: 'Give it a pool of its own…' }));
    expect(await screen.findByRole('dialog', { name: 'A pool of its own for Annex' })).toBeVisible();
  });
});

describe('the calendar of ends', () => {
  it('has a year of months, each end on its last day, with who loses what by it, and the reminders', async () => {
    const { show, user } = await aWindowOn(dealer);
    const { container } = show(<PortfolioTab groupId="aurora" />);
    await lookAs(user, 'Calendar of ends');
    const may = screen.getByRole('region', { name: 'May 2026: 1 end' });
    expect(
      within(may).getByRole('row', { name: '20 May 2026: 10 × Link Plus in Sunrise for the last time' }),
    ).toBeInTheDocument();
    expect(within(may).getByText('10 May 2026')).toBeInTheDocument();
    expect(within(may).getByText('Reminder: 10 × Link Plus')).toBeInTheDocument();
    const june = screen.getByRole('region', { name: 'Jun 2026: 1 end' });
    expect(within(june).getByText('1 person is blocked without Ringover Business: Ben Baum')).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Jul 2026: nothing ends' })).toHaveTextContent('Nothing ends.');
    expect(screen.getAllByRole('region', { name: /2026|2027/ })).toHaveLength(12);
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  it('leads to the block by the keyboard', async () => {
    const { show, user, account } = await aWindowOn(dealer);
    show(<PortfolioTab groupId="aurora" />);
    await lookAs(user, 'Calendar of ends');
    screen.getByRole('row', { name: /10 × Link Plus in Sunrise/ }).focus();
    await user.keyboard('{Enter}');
    expect(account.view.getState()).toMatchObject({
      groupId: 'sunrise',
      tab: 'licenses',
      selection: { kind: 'block', ids: ['ending'] },
    });
  });

  it('shows no reminders where they are not wanted', async () => {
    const { show, user } = await aWindowOn(dealer);
    show(<PortfolioTab groupId="aurora" />);
    await lookAs(user, 'Calendar of ends');
    await user.click(screen.getByRole('switch', { name: 'Show reminders' }));
    expect(screen.queryByText(/^Reminder:/)).toBeNull();
  });
});

describe('the charts', () => {
  it('say for each license type what every complex uses and has left, as figures that can be read', async () => {
    const { show, user } = await aWindowOn(dealer);
    const { container } = show(<PortfolioTab groupId="aurora" />);
    await lookAs(user, 'Charts');
    const plus = screen.getByRole('table', { name: 'Link Plus: in use and left' });
    expect(
      within(plus)
        .getAllByRole('row')
        .slice(1)
        .map((line) => [
          within(line).getByRole('rowheader').textContent,
          ...within(line)
            .getAllByRole('cell')
            .map((cell) => cell.textContent),
        ]),
    ).toEqual([
      ['Sunrise', '0', '40'],
      ['Annex', '0', '35'],
      ['Old Mill', '4', '1'],
    ]);
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  it('say what ends month by month, and how many units there are over two years', async () => {
    const { show, user } = await aWindowOn(dealer);
    show(<PortfolioTab groupId="aurora" />);
    await lookAs(user, 'Charts');
    expect(
      screen.getByRole('img', {
        name: 'Licenses that end in the coming 24 months. May 2026: 10 × Link Plus. Jun 2026: 2 × Ringover Business.',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', {
        name: /^Ringover Business over time.*From 1 May 2026: 2, 1 of them in use.*From 1 Jul 2026: 0, 1/,
      }),
    ).toBeInTheDocument();
  });
});
