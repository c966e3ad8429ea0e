import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { LocalAccountSession } from '../../../renderer/src/data/account-session';
import { ownPlace } from '../../../renderer/src/state/own-position';
import { GroupPane } from '../../../renderer/src/shell/GroupPane';
import { PropertiesPane } from '../../../renderer/src/shell/PropertiesPane';
import { LicensesTab } from '../../../renderer/src/features/licenses';
import { NumbersTab } from '../../../renderer/src/features/numbers';
import { OverviewTab } from '../../../renderer/src/features/overview';
import { PeopleTab } from '../../../renderer/src/features/people';
import { MenuProperties } from '../../../renderer/src/features/voice-menus';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { aWindowOn, sunrise, windowOn } from '../../support/renderer/window-world';

const furnished = [
  ...sunrise,
  { do: 'number.add', args: { id: 'n1', kind: 'landline', value: '+4930555011' } },
  { do: 'user.create', args: { id: 'ben', groupId: 'a2', name: 'Ben Brandt' } },
  { do: 'menu.create', args: { id: 'bell', groupId: 'h1', name: 'Bell', kind: 'ivr' } },
] as const;

describe('what was just made', () => {
  it('is in sight although the filter leaves it out, which is said, and can be lifted', async () => {
    const { show, user } = await aWindowOn(furnished);
    show(<NumbersTab groupId="h1" />);
    await user.click(await screen.findByRole('button', { name: 'Add a number' }));
    await user.type(await screen.findByRole('textbox', { name: 'Number' }), '+49 30 555 012{Enter}');
    expect(await screen.findByRole('row', { name: /\+4930555012/ })).toBeVisible();
    const said = await screen.findByText(/\+4930555012 was just made/);
    expect(screen.queryByText('+4930555011')).toBeNull();
    await user.click(within(said.closest('p') as HTMLElement).getByRole('button', { name: 'Show all' }));
    expect(await screen.findByText('+4930555011')).toBeVisible();
    expect(screen.queryByText(/was just made/)).toBeNull();
  });

  it('is in sight although something else is typed into the filter', async () => {
    const { show, user } = await aWindowOn(furnished);
    show(<PeopleTab groupId="sunrise" />);
    await user.type(await screen.findByRole('searchbox', { name: 'Filter here' }), 'Ada');
    await user.click(screen.getByRole('button', { name: 'New person' }));
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Zoe Zander{Enter}');
    expect(await screen.findByRole('row', { name: /Zoe Zander/ })).toBeVisible();
    expect(screen.queryByText('Ben Brandt')).toBeNull();
    expect(await screen.findByText(/Zoe Zander was just made/)).toBeVisible();
  });
});

describe('a line for something new', () => {
  it('takes the keyboard again when it is asked for while it is open', async () => {
    const { show, user } = await aWindowOn(furnished);
    show(<PeopleTab groupId="sunrise" />);
    const button = await screen.findByRole('button', { name: 'New person' });
    await user.click(button);
    await user.click(button);
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveFocus();
  });

  it('keeps what was typed when it is closed, until it is made', async () => {
    const { show, user, session } = await aWindowOn(furnished);
    show(<PeopleTab groupId="sunrise" />);
    await user.click(await screen.findByRole('button', { name: 'New person' }));
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Zoe{Escape}');
    expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'New person' }));
    const field = await screen.findByRole('textbox', { name: 'Name' });
    expect(field).toHaveValue('Zoe');
    await user.type(field, '{Enter}');
    await waitFor(() => expect([...session.model.rows('users')].map(({ name }) => name)).toContain('Zoe'));
    expect(field).toHaveValue('');
  });
});

describe('pasted rows', () => {
  it('are there again after the dialog was closed, mended as they were', async () => {
    const { show, user } = await aWindowOn(furnished);
    show(<PeopleTab groupId="sunrise" />);
    await user.click(await screen.findByRole('button', { name: 'Paste from a spreadsheet…' }));
    await user.type(await screen.findByRole('textbox', { name: 'Rows from the spreadsheet' }), 'Name{Enter}Zoe');
    await user.click(screen.getByRole('button', { name: 'Look at the rows' }));
    expect(await screen.findByText('Zoe')).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Paste from a spreadsheet…' }));
    expect(await screen.findByText('Zoe')).toBeVisible();
    expect(screen.getByText('These rows were kept from before.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Begin anew' }));
    expect(await screen.findByRole('textbox', { name: 'Rows from the spreadsheet' })).toHaveValue('');
  });

  it.each(['Sunris', 'Elsewhere / Sunris', 'Elsewhere / Sunris /'])(
    'suggest the group that “%s” is meant for',
    async (place) => {
      const { show, user } = await aWindowOn(furnished);
      show(<PeopleTab groupId="sunrise" />);
      await user.click(await screen.findByRole('button', { name: 'Paste from a spreadsheet…' }));
      await user.click(await screen.findByRole('textbox', { name: 'Rows from the spreadsheet' }));
      await user.paste(`Name\tGroup\nZoe\t${place}`);
      await user.click(screen.getByRole('button', { name: 'Look at the rows' }));
      expect(await screen.findByText('Did you mean')).toBeVisible();
      await user.click(screen.getByRole('button', { name: /^Sunrise$/ }));
      await waitFor(() => expect(screen.queryByText('Did you mean')).toBeNull());
      expect(screen.getByRole('button', { name: /^Apply/ })).toBeEnabled();
    },
  );
});

describe('a pasted path with a level that is not there', () => {
  it('has suggestions, those of its own house first', async () => {
    const { show, user } = await aWindowOn([
      ...furnished,
      { do: 'group.create', args: { id: 'f1', parentId: 'h1', kind: 'floor', name: 'Floor 1' } },
      { do: 'group.create', args: { id: 'f2', parentId: 'h2', kind: 'floor', name: 'Floor 1' } },
      { do: 'group.create', args: { id: 'f1-9', parentId: 'f1', kind: 'apartment', name: 'Flat 9' } },
      { do: 'group.create', args: { id: 'f2-9', parentId: 'f2', kind: 'apartment', name: 'Flat 9' } },
    ]);
    show(<PeopleTab groupId="sunrise" />);
    await user.click(await screen.findByRole('button', { name: 'Paste from a spreadsheet…' }));
    await user.click(await screen.findByRole('textbox', { name: 'Rows from the spreadsheet' }));
    await user.paste('Name\tGroup\nZoe\tHouse 2 / Floor 7 / Flat 9');
    await user.click(screen.getByRole('button', { name: 'Look at the rows' }));
    expect(await screen.findByText('Did you mean')).toBeVisible();
    const [first, second] = screen.getAllByRole('button', { name: /› Flat 9$/ });
    expect(first).toHaveTextContent('Sunrise › House 2 › Floor 1 › Flat 9');
    expect(second).toHaveTextContent('Sunrise › House 1 › Floor 1 › Flat 9');
  });
});

describe('a dialog that searches', () => {
  it('has the keyboard in its search field', async () => {
    const { show, user, session } = await aWindowOn(furnished);
    show(<MenuProperties ids={[[...session.model.rows('menus')][0]?.id ?? '']} />);
    await user.click(await screen.findByRole('button', { name: 'Add a person…' }));
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Search for a person' })).toHaveFocus());
    await user.keyboard('Ben');
    expect(screen.getByRole('combobox', { name: 'Search for a person' })).toHaveValue('Ben');
  });
});

describe('the properties', () => {
  it('name what is changed in them, and where it is', async () => {
    const { show, account } = await aWindowOn(furnished);
    account.view.setState({ groupId: 'sunrise', tab: 'people', selection: { kind: 'user', ids: ['ada'] } });
    const { container } = show(<PropertiesPane />);
    const head = container.querySelector('.properties-head');
    expect(head).toHaveTextContent('Ada Albrecht');
    expect(head).toHaveTextContent('Sunrise › House 1 › Apartment 1');
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  it('are those of the group when another tab is opened', async () => {
    const { show, user, account } = await aWindowOn(furnished);
    account.view.setState({ groupId: 'sunrise', tab: 'people', selection: { kind: 'user', ids: ['ada'] } });
    show(<GroupPane />);
    await user.click(await screen.findByRole('tab', { name: 'Numbers' }));
    expect(account.view.getState().selection).toEqual({ kind: 'group', ids: ['sunrise'] });
  });

  it('are those of the group after one has taken back oneself what made the thing', async () => {
    const { show, session, account } = await aWindowOn(furnished);
    await session.act({ do: 'user.create', args: { id: 'zoe', groupId: 'a1', name: 'Zoe' } });
    account.view.setState({ groupId: 'sunrise', tab: 'people', selection: { kind: 'user', ids: ['zoe'] } });
    show(<PropertiesPane />);
    await session.undo();
    await waitFor(() => expect(account.view.getState().selection).toEqual({ kind: 'group', ids: ['sunrise'] }));
    await waitFor(() => expect(screen.queryByText(/took it away/)).toBeNull());
  });
});

describe('what is in use', () => {
  const shared = [
    ...sunrise,
    { do: 'allowance.set', args: { userId: 'ada', resources: { sip: 5, mobileApp: 5 } } },
  ] as const;

  it.each([
    ['Licenses', LicensesTab],
    ['Overview', OverviewTab],
  ])('is said alike in the tab %s', async (_name, Tab) => {
    const { show } = await aWindowOn(shared);
    show(<Tab groupId="sunrise" />);
    expect(
      await screen.findByRole('row', { name: /^Link Plus 2 needed by 5 numbers and 5 apps, 10 left .*12 0 2 10$/ }),
    ).toBeVisible();
  });
});

describe('the people', () => {
  it('have their service and their invitation under names that do not contradict', async () => {
    const { show, user } = await aWindowOn(furnished);
    show(<PeopleTab groupId="sunrise" />);
    await user.click(await screen.findByRole('button', { name: 'Choose columns' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Invitation' }));
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('columnheader', { name: /Service/ })).toBeVisible();
    expect(screen.queryByRole('columnheader', { name: /Stat(us|e)/ })).toBeNull();
  });

  it('show the number of their license before any other', async () => {
    const { show } = await aWindowOn([
      ...sunrise,
      { do: 'block.add', args: { groupId: 'root', typeId: 'ringover.smart', quantity: 1, source: 'purchase' } },
      { do: 'user.create', args: { id: 'eve', groupId: 'root', name: 'Eve' } },
      { do: 'number.add', args: { id: 'own', kind: 'landline', value: '+4930555099' } },
      { do: 'number.add', args: { id: 'more', kind: 'landline', value: '+4930555011' } },
      { do: 'seat.assign', args: { userId: 'eve', typeId: 'ringover.smart', numberId: 'own' } },
      { do: 'number.attach', args: { numberId: 'more', to: { userId: 'eve' } } },
    ]);
    show(<PeopleTab groupId="root" />);
    expect(await screen.findByTitle('+4930555099, +4930555011')).toHaveTextContent(/^\+4930555099, \+4930555011$/);
  });
});

describe('what was typed into a dialog', () => {
  it('is there again after it was closed, for each group its own, until it is done', async () => {
    const { show, user } = await aWindowOn(sunrise);
    show(<LicensesTab groupId="sunrise" />);
    const open = async (): Promise<HTMLElement> => {
      await user.click(await screen.findByRole('button', { name: 'Allocate…' }));
      return screen.findByRole('dialog', { name: 'Allocate licenses' });
    };
    await open();
    await user.click(await screen.findByRole('button', { name: /License/ }));
    await user.click(await screen.findByRole('option', { name: /Link Plus/ }));
    await user.clear(screen.getByRole('textbox', { name: 'Quantity' }));
    await user.type(screen.getByRole('textbox', { name: 'Quantity' }), '7{Tab}');
    await user.keyboard('{Escape}');
    await open();
    expect(await screen.findByRole('textbox', { name: 'Quantity' })).toHaveValue('7');
    await user.click(screen.getByRole('button', { name: 'Allocate' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await open();
    expect(await screen.findByRole('textbox', { name: 'Quantity' })).toHaveValue('1');
  });
});

describe('a pool that serves everybody', () => {
  it('says how many people share what there is, where they are more', async () => {
    const crowd = Array.from({ length: 14 }, (_, index) => ({
      do: 'user.create' as const,
      args: { id: `p${String(index)}`, groupId: 'a1', name: `Person ${String(index)}` },
    }));
    const { show } = await aWindowOn([
      ...sunrise,
      ...crowd,
      { do: 'allowance.set', args: { userId: 'ada', resources: { sip: 5, mobileApp: 5 } } },
    ]);
    show(<LicensesTab groupId="sunrise" />);
    expect(await screen.findByText(/15 people share 12: 2 needed by 5 numbers and 5 apps, 10 left/)).toBeVisible();
  });
});

describe('a refusal', () => {
  it('has what would help as a button, after which the same passes', async () => {
    const { show, user, session } = await aWindowOn(sunrise);
    show(<LicensesTab groupId="sunrise" />);
    await user.click(await screen.findByRole('button', { name: 'Allocate…' }));
    await user.click(await screen.findByRole('button', { name: /License/ }));
    await user.click(await screen.findByRole('option', { name: /Link Plus/ }));
    const field = screen.getByRole('textbox', { name: 'Quantity' });
    await user.clear(field);
    await user.type(field, '11{Tab}');
    await user.click(await screen.findByRole('button', { name: 'Buy 3 × Link Plus' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Allocate' })).toBeEnabled());
    expect(field).toHaveValue('11');
    expect([...session.model.blocksOf('root')]).toHaveLength(2);
  });

  it('has the whole way through the pools above as one button', async () => {
    const { show, user, session } = await aWindowOn([
      ...sunrise,
      { do: 'restriction.set', args: { groupId: 'h1', mode: 'own' } },
    ]);
    show(<LicensesTab groupId="h1" />);
    await user.click(await screen.findByRole('button', { name: 'Allocate…' }));
    await user.click(await screen.findByRole('button', { name: /License/ }));
    await user.click(await screen.findByRole('option', { name: /Link Plus/ }));
    const field = screen.getByRole('textbox', { name: 'Quantity' });
    await user.clear(field);
    await user.type(field, '21{Tab}');
    await user.click(
      await screen.findByRole('button', { name: 'Buy 1 × Link Plus and give 9 × Link Plus to Sunrise' }),
    );
    await waitFor(() => expect(screen.getByRole('button', { name: 'Allocate' })).toBeEnabled());
    expect([...session.model.blocksOf('sunrise')]).toHaveLength(2);
  });
});

describe('a technician', () => {
  const team = [
    ...sunrise,
    { do: 'user.create', args: { id: 'tom', groupId: 'root', name: 'Tom', roleId: 'supervisor', status: 'active' } },
    { do: 'user.setAdmin', args: { userId: 'tom', groupId: 'sunrise', admin: true } },
  ] as const;

  it('is told plainly what can only be looked at, and who may change it', async () => {
    const { session } = await aWindowOn(team);
    const { show, account } = windowOn(asUser(session, 'tom'));
    account.view.setState({ groupId: 'sunrise' });
    const { container } = show(<GroupPane />);
    expect(await screen.findByText(/your role is Supervisor. Owner can/)).toBeVisible();
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  it('sees no fields for what only others change, but what would stand in them, and who may', async () => {
    const { session } = await aWindowOn(team);
    const { show, account } = windowOn(asUser(session, 'tom'));
    account.view.setState({ groupId: 'sunrise', selection: { kind: 'user', ids: ['ada'] } });
    const { container, rerender } = show(<PropertiesPane />);
    expect(await screen.findByText(/your role is Supervisor. Owner can/)).toBeVisible();
    expect(container.querySelector('input, textarea, select')).toBeNull();
    expect(screen.getAllByText('Ada Albrecht').length).toBeGreaterThan(1);
    rerender(<></>);
    account.view.setState({ groupId: 'root', selection: { kind: 'group', ids: ['root'] } });
    show(<PropertiesPane />);
    expect(await screen.findByText(/not in your part of the account. Ask Owner/)).toBeVisible();
    expect(document.querySelector('.properties-pane input')).toBeNull();
  });

  it('finds the way home from a part that is not theirs, instead of red boxes', async () => {
    const { session } = await aWindowOn(team);
    const { show, user, account } = windowOn(asUser(session, 'tom'));
    account.view.setState({ groupId: 'root', tab: 'people' });
    show(<GroupPane />);
    expect(await screen.findByText('Account is not in your part of the account')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show Sunrise' }));
    expect(account.view.getState().groupId).toBe('sunrise');
  });

  it('begins at what is theirs', async () => {
    const { session } = await aWindowOn(team);
    expect(ownPlace(asUser(session, 'tom'))).toEqual({ groupId: 'sunrise', expanded: ['sunrise', 'root'] });
    expect(ownPlace(session).groupId).toBe('root');
    await session.act({ do: 'user.create', args: { id: 'cora', groupId: 'h1', name: 'Cora', roleId: 'companyAdmin' } });
    expect(ownPlace(asUser(session, 'cora')).groupId).toBe('root');
  });
});

/** The same account at the window of somebody else. */
function asUser(session: LocalAccountSession, by: string): LocalAccountSession {
  return new Proxy(session, { get: (target, key) => (key === 'by' ? by : Reflect.get(target, key)) as unknown });
}
