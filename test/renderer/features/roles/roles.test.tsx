import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import {
  GroupAdministrators,
  MyRights,
  PersonAdministration,
  RolesPanel,
} from '../../../../renderer/src/features/roles';
import type { ActCall } from '../../../../renderer/src/data/session';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn, sunrise, windowOn } from '../../../support/renderer/window-world';

const withCaretaker: readonly ActCall[] = [
  ...sunrise,
  {
    do: 'user.create',
    args: { id: 'marta', groupId: 'sunrise', name: 'Marta Lindqvist', roleId: 'siteAdmin', status: 'active' },
  },
  { do: 'user.setAdmin', args: { userId: 'marta', groupId: 'sunrise', admin: true } },
];

describe('roles', () => {
  it('are defined on a built-in role with features in addition', async () => {
    const { show, user, session } = await aWindowOn(sunrise);
    show(<RolesPanel />);
    await user.click(await screen.findByRole('button', { name: 'New role…' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Night porter');
    await user.click(within(dialog).getByRole('checkbox', { name: 'Remote opening' }));
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Define' }));
    await waitFor(() =>
      expect([...session.model.rows('roles')]).toMatchObject([
        { name: 'Night porter', base: 'resident', extraFeatures: ['remoteOpening'] },
      ]),
    );
    expect(await screen.findByText('Nobody has it')).toBeVisible();
  });

  it('are not removed while somebody holds them, and say who', async () => {
    const { show, user, session } = await aWindowOn([
      ...sunrise,
      { do: 'role.define', args: { id: 'porter', name: 'Porter', base: 'concierge' } },
      { do: 'user.update', args: { userId: 'ada', set: { roleId: 'porter' } } },
    ]);
    show(<RolesPanel />);
    expect(await screen.findByText('The role of Ada Albrecht')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Remove the role Porter' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('This role is still held by someone.');
    await session.act({ do: 'user.update', args: { userId: 'ada', set: { roleId: 'resident' } } });
    await user.click(screen.getByRole('button', { name: 'Remove the role Porter' }));
    await waitFor(() => expect([...session.model.rows('roles')]).toEqual([]));
  });
});

describe('one’s own rights', () => {
  it('are the whole account for the owner', async () => {
    const { show } = await aWindowOn(withCaretaker);
    show(<MyRights />);
    expect(await screen.findAllByText('Whole account')).toHaveLength(8);
  });

  it('are named with their place for a site administrator, who allocates only below the topmost group', async () => {
    const { session } = await aWindowOn(withCaretaker);
    const { show } = windowOn(session.as('marta'));
    show(<MyRights />);
    expect(await screen.findByText('You are Marta Lindqvist')).toBeVisible();
    expect(screen.getByText('Change people').closest('li')).toHaveTextContent('In Sunrise');
    expect(screen.getByText('Allocate licenses to pools').closest('li')).toHaveTextContent('Below Sunrise');
    expect(screen.getByText('Change purchases, requests and the account').closest('li')).toHaveTextContent('No');
  });
});

describe('administrators', () => {
  it('of a group are those named here and above, and are added with a hint where the role gains nothing', async () => {
    const { show, user, session } = await aWindowOn(withCaretaker);
    const { container } = show(<GroupAdministrators groupId="h1" />);
    expect(await screen.findByText('Site administrator, from Sunrise')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Add an administrator…' }));
    await user.click(await screen.findByRole('option', { name: /Ada Albrecht/ }));
    expect(await screen.findByText(/gains nothing by administering a group/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Make administrator' }));
    await waitFor(() => expect(session.model.row('users', 'ada')?.adminOf).toEqual(['h1']));
    await user.click(await screen.findByRole('button', { name: 'End Ada Albrecht’s administration of House 1' }));
    await waitFor(() => expect(session.model.row('users', 'ada')?.adminOf).toEqual([]));
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  it('are named and ended from the person too', async () => {
    const { show, user, session } = await aWindowOn(withCaretaker);
    const { container } = show(<PersonAdministration userId="marta" />);
    await user.click(await screen.findByRole('button', { name: 'Administer a group…' }));
    await user.click(await screen.findByRole('option', { name: /House 2/ }));
    await user.click(screen.getByRole('button', { name: 'Make administrator' }));
    await waitFor(() => expect(session.model.row('users', 'marta')?.adminOf).toEqual(['h2', 'sunrise']));
    await user.click(await screen.findByRole('button', { name: 'End Marta Lindqvist’s administration of Sunrise' }));
    await waitFor(() => expect(session.model.row('users', 'marta')?.adminOf).toEqual(['h2']));
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
