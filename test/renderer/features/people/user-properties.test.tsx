import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActCall } from '../../../../renderer/src/data/session';
import { UserProperties } from '../../../../renderer/src/features/people';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../../support/renderer/window-world';

/** An office that spends the account's pool, with one Smart, one number and two people. */
const office: readonly ActCall[] = [
  ...sunrise,
  { do: 'block.add', args: { groupId: 'root', typeId: 'ringover.smart', quantity: 1, source: 'purchase' } },
  { do: 'number.add', args: { id: 'n1', kind: 'landline', value: '+4930555011' } },
  { do: 'number.add', args: { id: 'n2', kind: 'landline', value: '+4930555012' } },
  { do: 'group.create', args: { id: 'hq', parentId: 'root', kind: 'office', name: 'Head office' } },
  { do: 'user.create', args: { id: 'ben', groupId: 'hq', name: 'Ben Baptiste' } },
  { do: 'user.create', args: { id: 'clara', groupId: 'hq', name: 'Clara Conti' } },
];

describe('the properties of a person', () => {
  it('change the name when the field is left', async () => {
    const { show, user, session } = await aWindowOn(sunrise);
    show(<UserProperties ids={['ada']} />);
    const field = await screen.findByRole('textbox', { name: 'Name' });
    await user.clear(field);
    await user.type(field, 'Ada Lovelace{Enter}');
    await waitFor(() => expect(session.model.row('users', 'ada')?.name).toBe('Ada Lovelace'));
  });

  it('keep a refused value and say why below its field', async () => {
    const { show, user, session } = await aWindowOn(sunrise);
    show(<UserProperties ids={['ada']} />);
    await user.type(await screen.findByRole('textbox', { name: 'E-mail' }), 'nonsense{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('G1');
    expect(screen.getByRole('textbox', { name: 'E-mail' })).toHaveValue('nonsense');
    expect(session.model.row('users', 'ada')?.email).toBe('');
  });

  it('do not write over what somebody else has changed meanwhile, and keep what was typed', async () => {
    const { show, user, session } = await aWindowOn(sunrise);
    show(<UserProperties ids={['ada']} />);
    const field = await screen.findByRole('textbox', { name: 'Name' });
    await user.clear(field);
    await user.type(field, 'Ada L.');
    await session.act({ do: 'user.update', args: { userId: 'ada', set: { name: 'Ada Byron' } } });
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('G3');
    expect(field).toHaveValue('Ada L.');
    expect(session.model.row('users', 'ada')?.name).toBe('Ada Byron');
  });

  it('say what the pool has and which number comes with a license, then assign it', async () => {
    const { show, user, session } = await aWindowOn(office);
    show(<UserProperties ids={['ben']} />);
    await user.click(await screen.findByRole('button', { name: /Choose a type/ }));
    expect(await screen.findByText('1 of 1 left')).toBeVisible();
    await user.click(screen.getByRole('option', { name: /Ringover Smart/ }));
    expect(await screen.findByText('By rule: +4930555011')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Give' }));
    await waitFor(() => expect([...session.model.rows('seats')].map((seat) => seat.userId)).toEqual(['ben']));
    expect(await screen.findByRole('button', { name: 'Give to another…' })).toBeVisible();
  });

  it('refuse a license before the click when the pool has none left', async () => {
    const { show, user } = await aWindowOn([
      ...office,
      { do: 'seat.assign', args: { userId: 'clara', typeId: 'ringover.smart' } },
    ]);
    show(<UserProperties ids={['ben']} />);
    await user.click(await screen.findByRole('button', { name: /Choose a type/ }));
    await user.click(await screen.findByRole('option', { name: /Ringover Smart/ }));
    expect(await screen.findByText(/no license of Ringover Smart left/)).toBeVisible();
    expect(screen.getByText('D3')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Give' })).toBeDisabled();
  });

  it('show beside the allowance what the pool has left, and why more apps than numbers do not go', async () => {
    const { show, user, session } = await aWindowOn(sunrise);
    show(<UserProperties ids={['ada']} />);
    const apps = await screen.findByRole('textbox', { name: 'App installations' });
    expect(screen.getAllByText('48 left')).toHaveLength(3);
    await user.clear(apps);
    await user.type(apps, '2{Tab}');
    expect(await screen.findByText('D7')).toBeVisible();
    const numbers = screen.getByRole('textbox', { name: 'Virtual numbers' });
    await user.clear(numbers);
    await user.type(numbers, '2{Tab}');
    await user.click(await screen.findByRole('button', { name: 'Apply' }));
    await waitFor(() => expect(session.model.row('users', 'ada')?.allowance).toEqual({ sip: 2, mobileApp: 2 }));
  });

  it('set a field in many people at once, as one step', async () => {
    const { show, user, session } = await aWindowOn(office);
    show(<UserProperties ids={['ben', 'clara']} />);
    await user.click(await screen.findByRole('button', { name: /Invitation/ }));
    await user.click(await screen.findByRole('option', { name: 'Invited' }));
    await user.click(await screen.findByRole('button', { name: 'Apply to 2' }));
    await waitFor(() =>
      expect([session.model.row('users', 'ben')?.lifecycle, session.model.row('users', 'clara')?.lifecycle]).toEqual([
        'invited',
        'invited',
      ]),
    );
    await session.undo();
    expect([session.model.row('users', 'ben')?.lifecycle, session.model.row('users', 'clara')?.lifecycle]).toEqual([
      'planned',
      'planned',
    ]);
  });

  it('are accessible with and without a license', async () => {
    const { show } = await aWindowOn([
      ...office,
      { do: 'seat.assign', args: { userId: 'clara', typeId: 'ringover.smart' } },
    ]);
    const { container, rerender } = show(<UserProperties ids={['clara']} />);
    await screen.findByDisplayValue('Clara Conti');
    expect(await accessibilityProblems(container)).toEqual([]);
    rerender(<></>);
    const other = show(<UserProperties ids={['ben']} />);
    expect(await accessibilityProblems(other.container)).toEqual([]);
  });
});
