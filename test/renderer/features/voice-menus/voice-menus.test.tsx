import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MenuProperties, MenusTab } from '../../../../renderer/src/features/voice-menus';
import { UserProperties } from '../../../../renderer/src/features/people';
import type { ActCall } from '../../../../renderer/src/data/session';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn, type WindowWorld } from '../../../support/renderer/window-world';

/** An office with a menu; Ada's license lets menus have groups, Ben's does not. */
const office: readonly ActCall[] = [
  { do: 'block.add', args: { groupId: 'root', typeId: 'ringover.smart', quantity: 1, source: 'purchase' } },
  { do: 'block.add', args: { groupId: 'root', typeId: 'ringover.business', quantity: 1, source: 'purchase' } },
  { do: 'number.range', args: { from: '200', to: '299' } },
  { do: 'number.add', args: { id: 'line', kind: 'landline', value: '+4930555011' } },
  { do: 'group.create', args: { id: 'hq', parentId: 'root', kind: 'office', name: 'Head office' } },
  { do: 'group.create', args: { id: 'sales', parentId: 'hq', kind: 'department', name: 'Sales' } },
  { do: 'user.create', args: { id: 'ada', groupId: 'hq', name: 'Ada Albrecht' } },
  { do: 'user.create', args: { id: 'ben', groupId: 'hq', name: 'Ben Baptiste' } },
  { do: 'number.add', args: { id: 'own1', kind: 'sip', value: '801' } },
  { do: 'number.add', args: { id: 'own2', kind: 'sip', value: '802' } },
  { do: 'seat.assign', args: { userId: 'ada', typeId: 'ringover.business', numberId: 'own1' } },
  { do: 'seat.assign', args: { userId: 'ben', typeId: 'ringover.smart', numberId: 'own2' } },
];
const withMenu: readonly ActCall[] = [
  ...office,
  { do: 'menu.create', args: { id: 'm', groupId: 'hq', name: 'Main line', kind: 'ivr' } },
];

async function open(acts: readonly ActCall[]): Promise<WindowWorld> {
  const world = await aWindowOn(acts);
  world.show(<MenuProperties ids={['m']} />);
  return world;
}

function inner(): HTMLElement {
  return screen.getAllByRole('dialog').at(-1)!;
}

describe('voice menus', () => {
  it('are created from nothing but a name, in sight and selected at once', async () => {
    const { show, user, session, account } = await aWindowOn(withMenu);
    show(<MenusTab groupId="hq" />);
    await user.click(await screen.findByRole('button', { name: 'New voice menu…' }));
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Reception');
    await user.click(within(inner()).getByRole('radio', { name: /Call queue/ }));
    await user.click(within(inner()).getByRole('button', { name: 'Create' }));
    expect(await screen.findByRole('row', { name: /Reception/ })).toBeVisible();
    const made = [...session.model.rows('menus')].at(-1);
    expect(made).toMatchObject({ name: 'Reception', kind: 'queue', groupId: 'hq' });
    expect(account.view.getState().selection).toEqual({ kind: 'menu', ids: [made?.id] });
  });

  it('are listed with who answers, in their order, and their numbers, and are removed by Delete', async () => {
    const { show, user, session } = await aWindowOn([
      ...withMenu,
      { do: 'menu.setMembers', args: { menuId: 'm', users: ['ben', 'ada'], groups: [] } },
      { do: 'number.attach', args: { numberId: 'line', to: { menuId: 'm' } } },
    ]);
    const { container } = show(<MenusTab groupId="hq" />);
    const row = await screen.findByRole('row', { name: /Main line/ });
    expect(row).toHaveTextContent('Ben Baptiste and Ada Albrecht');
    expect(row).toHaveTextContent('+4930555011');
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(row);
    await user.keyboard('{Delete}');
    const effect = await screen.findByRole('alertdialog');
    expect(within(effect).getByText('Calls no longer lead from there to 2 people.')).toBeVisible();
    await user.click(within(effect).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect([...session.model.rows('menus')]).toEqual([]));
  });

  it('get another name, and call people in the order that is wanted', async () => {
    const { user, session } = await open([
      ...withMenu,
      { do: 'menu.setMembers', args: { menuId: 'm', users: ['ben', 'ada'], groups: [] } },
    ]);
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.type(name, 'Front desk{Enter}');
    await waitFor(() => expect(session.model.row('menus', 'm')?.name).toBe('Front desk'));
    expect(screen.getByRole('button', { name: 'Call Ben Baptiste earlier' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Call Ada Albrecht earlier' }));
    await waitFor(() => expect(session.model.row('menus', 'm')?.users).toEqual(['ada', 'ben']));
    await user.click(screen.getByRole('button', { name: 'Call Ada Albrecht later' }));
    await waitFor(() => expect(session.model.row('menus', 'm')?.users).toEqual(['ben', 'ada']));
  });

  it('take groups only when the licenses of their people let them, and say whose license does not', async () => {
    const { user, session } = await open([
      ...withMenu,
      { do: 'menu.setMembers', args: { menuId: 'm', users: ['ben'], groups: [] } },
    ]);
    expect(await screen.findByText('Groups cannot be members of this menu now')).toBeVisible();
    expect(screen.getByText(/The license of Ben Baptiste does not include/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Add a group…' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Take Ben Baptiste out of Main line' }));
    expect(await screen.findByText(/At least one of its people needs a license/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Add a person…' }));
    await user.click(await screen.findByRole('option', { name: /Ada Albrecht/ }));
    await user.click(within(inner()).getByRole('button', { name: 'Add' }));
    await user.click(await screen.findByRole('button', { name: 'Add a group…' }));
    await user.click(await screen.findByRole('option', { name: /Sales/ }));
    await user.click(within(inner()).getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(session.model.row('menus', 'm')).toMatchObject({ users: ['ada'], groups: ['sales'] }));
  });

  it('refuse beside the member what would leave groups without the license they need', async () => {
    const { user, session } = await open([
      ...withMenu,
      { do: 'menu.setMembers', args: { menuId: 'm', users: ['ada'], groups: ['sales'] } },
    ]);
    await user.click(await screen.findByRole('button', { name: 'Take Ada Albrecht out of Main line' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('U11');
    expect(session.model.row('menus', 'm')?.users).toEqual(['ada']);
  });

  it('say before a person is added that groups would no longer fit', async () => {
    const { user } = await open([
      ...withMenu,
      { do: 'menu.setMembers', args: { menuId: 'm', users: ['ada'], groups: ['sales'] } },
    ]);
    await user.click(await screen.findByRole('button', { name: 'Add a person…' }));
    await user.click(await screen.findByRole('option', { name: /Ben Baptiste/ }));
    expect(await within(inner()).findByText(/Main line has groups as members/)).toBeVisible();
    expect(within(inner()).getByRole('button', { name: 'Add' })).toBeDisabled();
  });

  it('lose their groups when a license that allows them is released, which is said before', async () => {
    const { show, user, session } = await aWindowOn([
      ...withMenu,
      { do: 'menu.setMembers', args: { menuId: 'm', users: ['ada'], groups: ['sales'] } },
    ]);
    show(<UserProperties ids={['ada']} />);
    await user.click(await screen.findByRole('button', { name: 'Take back…' }));
    const effect = await screen.findByRole('alertdialog');
    expect(
      await within(effect).findByText('The groups leave Main line, as its licenses no longer allow them.'),
    ).toBeVisible();
    await user.click(within(effect).getByRole('button', { name: 'Take back' }));
    await waitFor(() => expect(session.model.row('menus', 'm')?.groups).toEqual([]));
  });

  it('get numbers attached and detached', async () => {
    const { user, session } = await open(withMenu);
    await user.click(await screen.findByRole('button', { name: 'Attach a number…' }));
    await user.click(await screen.findByRole('option', { name: /\+49\s30\s555011/ }));
    await user.click(within(inner()).getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(session.model.row('numbers', 'line')?.menuId).toBe('m'));
    await user.click(await screen.findByRole('button', { name: 'Detach +4930555011 from Main line' }));
    await waitFor(() => expect(session.model.row('numbers', 'line')?.menuId).toBeNull());
  });

  it('are removed with their effect first, and are accessible', async () => {
    const { user, session } = await open([
      ...withMenu,
      { do: 'menu.setMembers', args: { menuId: 'm', users: ['ada'], groups: ['sales'] } },
      { do: 'number.attach', args: { numberId: 'line', to: { menuId: 'm' } } },
    ]);
    await screen.findByRole('textbox', { name: 'Name' });
    expect(await accessibilityProblems(document.body)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Remove…' }));
    const effect = await screen.findByRole('alertdialog');
    expect(within(effect).getByText('Calls no longer lead from there to 1 person and 1 group.')).toBeVisible();
    expect(await within(effect).findByText('1 number becomes free.')).toBeVisible();
    await user.click(within(effect).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect([...session.model.rows('menus')]).toEqual([]));
  });
});
