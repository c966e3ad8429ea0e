import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActCall } from '../../../../renderer/src/data/session';
import { ChecklistDialog } from '../../../../renderer/src/features/people/checklist/ChecklistDialog';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn } from '../../../support/renderer/window-world';

const office: readonly ActCall[] = [
  { do: 'block.add', args: { groupId: 'root', typeId: 'ringover.smart', quantity: 2, source: 'purchase' } },
  { do: 'number.range', args: { from: '100', to: '109' } },
  { do: 'group.create', args: { id: 'hq', parentId: 'root', kind: 'office', name: 'Head office' } },
  { do: 'group.create', args: { id: 'sales', parentId: 'hq', kind: 'department', name: 'Sales' } },
  { do: 'user.create', args: { id: 'ben', groupId: 'hq', name: 'Ben Baptiste' } },
  { do: 'user.create', args: { id: 'mia', groupId: 'hq', name: 'Mia Brandt' } },
  { do: 'seat.assign', args: { userId: 'ben', typeId: 'ringover.smart' } },
  { do: 'menu.create', args: { id: 'desk', groupId: 'hq', name: 'Front desk', kind: 'queue' } },
  { do: 'menu.setMembers', args: { menuId: 'desk', users: ['ben'], groups: [] } },
];

describe('the checklist', () => {
  it('lets somebody join with license, number and voice menus in one act', async () => {
    const { show, user, session } = await aWindowOn([...office]);
    const { baseElement } = show(<ChecklistDialog groupId="sales" userId={null} onClose={() => undefined} />);
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Zoe Zander');
    await user.click(within(dialog).getByRole('button', { name: /License$/ }));
    await user.click(await screen.findByRole('option', { name: /Ringover Smart/ }));
    // Whoever answers a voice menu needs a license first.
    await user.click(within(dialog).getByRole('checkbox', { name: 'Front desk' }));
    expect(await accessibilityProblems(baseElement)).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Let them join' }));
    await waitFor(() => expect([...session.model.rows('users')].map(({ name }) => name)).toContain('Zoe Zander'));
    const zoe = [...session.model.rows('users')].find(({ name }) => name === 'Zoe Zander')?.id ?? '';
    expect(session.model.seatOf(zoe)?.typeId).toBe('ringover.smart');
    expect(session.model.row('menus', 'desk')?.users).toEqual(['ben', zoe]);
    await session.undo();
    expect(session.model.row('users', zoe)).toBeUndefined();
  });

  it('lets somebody leave: license and number to a colleague, out of the voice menus, gone after the last day', async () => {
    const { show, user, session } = await aWindowOn([...office]);
    show(<ChecklistDialog groupId="hq" userId="ben" onClose={() => undefined} />);
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/Ringover Smart with 100 stays until the last day/)).toBeVisible();
    await user.type(within(dialog).getByRole('combobox', { name: /Give the license/ }), 'Mia');
    await user.click(await within(dialog).findByRole('option', { name: /Mia Brandt/ }));
    expect(within(dialog).getByText('Ringover Smart with 100 goes to Mia Brandt now.')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Let them leave' }));
    await waitFor(() => expect(session.model.row('users', 'ben')?.until).toBe('2026-05-01'));
    expect(session.model.seatOf('mia')?.typeId).toBe('ringover.smart');
    expect(session.model.row('menus', 'desk')?.users).toEqual(['mia']);
  });

  it('moves somebody, out of the voice menus of the former place', async () => {
    const { show, user, session } = await aWindowOn([...office]);
    show(<ChecklistDialog groupId="hq" userId="ben" onClose={() => undefined} />);
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: /What happens/ }));
    await user.click(await screen.findByRole('option', { name: 'Somebody moves' }));
    await user.type(within(dialog).getByRole('combobox'), 'Sales');
    await user.click(await within(dialog).findByRole('option', { name: /Sales/ }));
    await user.click(within(dialog).getByRole('checkbox', { name: 'Front desk' }));
    await user.click(within(dialog).getByRole('button', { name: 'Move them' }));
    await waitFor(() => expect(session.model.row('users', 'ben')?.groupId).toBe('sales'));
    expect(session.model.row('menus', 'desk')?.users).toEqual([]);
  });
});
