import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActCall } from '../../../renderer/src/data/session';
import { BlockProperties } from '../../../renderer/src/features/licenses';
import { GroupProperties } from '../../../renderer/src/features/overview';
import { UserProperties } from '../../../renderer/src/features/people';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { aWindowOn, sunrise, type WindowWorld } from '../../support/renderer/window-world';

const office: readonly ActCall[] = [
  ...sunrise,
  {
    do: 'block.add',
    args: { id: 'smart', groupId: 'root', typeId: 'ringover.smart', quantity: 2, source: 'purchase' },
  },
  { do: 'number.add', args: { id: 'n1', kind: 'landline', value: '+4930555011' } },
  { do: 'number.add', args: { id: 'n2', kind: 'landline', value: '+4930555012' } },
  { do: 'number.add', args: { id: 'n3', kind: 'landline', value: '+4930555013' } },
  { do: 'group.create', args: { id: 'hq', parentId: 'root', kind: 'office', name: 'Head office' } },
  { do: 'user.create', args: { id: 'ben', groupId: 'hq', name: 'Ben Baptiste', phone: '1' } },
  { do: 'user.create', args: { id: 'clara', groupId: 'hq', name: 'Clara Conti', phone: '2', roleId: 'concierge' } },
  { do: 'user.create', args: { id: 'dora', groupId: 'hq', name: 'Dora Demir', phone: '3' } },
];

async function choose({ user }: Pick<WindowWorld, 'user'>, field: RegExp, option: string): Promise<void> {
  await user.click(await screen.findByRole('button', { name: field }));
  await user.click(await screen.findByRole('option', { name: new RegExp(`^${option}`) }));
}

describe('several people at once', () => {
  it('keep what is not touched, say that they differ, and become what was changed in one step', async () => {
    const world = await aWindowOn(office);
    const { show, user, session } = world;
    const { container } = show(<UserProperties ids={['ben', 'clara', 'dora']} />);
    expect(await screen.findByRole('button', { name: /several values.*Role/ })).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Phone' })).toHaveAttribute('placeholder', 'several values');
    expect(screen.queryByRole('button', { name: /Apply/ })).toBeNull();
    await choose(world, /Invitation/, 'Joined');
    await choose(world, /Role/, 'Concierge');
    expect(session.model.row('users', 'ben')?.lifecycle).toBe('planned');
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Apply to 3' }));
    await waitFor(() =>
      expect(
        ['ben', 'clara', 'dora']
          .map((id) => session.model.row('users', id))
          .map((one) => `${one?.roleId ?? ''} ${one?.lifecycle ?? ''} ${one?.phone ?? ''}`),
      ).toEqual(['concierge active 1', 'concierge active 2', 'concierge active 3']),
    );
    await session.undo();
    expect(session.model.row('users', 'ben')).toMatchObject({ roleId: 'resident', lifecycle: 'planned' });
  });

  it('say who of them cannot and why, and the others can without them', async () => {
    const world = await aWindowOn(office);
    const { show, user, session } = world;
    show(<UserProperties ids={['ben', 'clara', 'dora']} />);
    await choose(world, /License/, 'Ringover Smart');
    const part = await screen.findByRole('group', { name: 'What is changed in all of them' });
    expect(within(part).getByRole('alert')).toHaveTextContent('1 of 3 cannot be changed like this');
    expect(within(part).getByRole('alert')).toHaveTextContent('Dora Demir:');
    await user.click(within(part).getByRole('button', { name: 'Apply to the other 2' }));
    await waitFor(() => expect(session.model.seatOf('clara')?.typeId).toBe('ringover.smart'));
    expect(session.model.seatOf('dora')).toBeUndefined();
  });

  it('release what is held and move together, and an allowance changes by the amounts that were touched', async () => {
    const world = await aWindowOn([
      ...office,
      { do: 'seat.assign', args: { userId: 'ben', typeId: 'ringover.smart' } },
      { do: 'user.create', args: { id: 'eva', groupId: 'a1', name: 'Eva Ek' } },
      { do: 'allowance.set', args: { userId: 'ada', resources: { sip: 3 } } },
    ]);
    const { show, user, session } = world;
    const { unmount } = show(<UserProperties ids={['ben', 'clara']} />);
    await choose(world, /License/, 'No license of their own');
    await user.click(screen.getByRole('button', { name: 'Choose a group…' }));
    await user.type(await screen.findByRole('combobox'), 'House 2');
    await user.click(await screen.findByRole('option', { name: /House 2/ }));
    await user.click(screen.getByRole('button', { name: 'Choose' }));
    await user.click(await screen.findByRole('button', { name: 'Apply to 2' }));
    await waitFor(() =>
      expect([
        session.model.row('users', 'ben')?.groupId,
        session.model.row('users', 'clara')?.groupId,
        session.model.seatOf('ben'),
      ]).toEqual(['h2', 'h2', undefined]),
    );
    unmount();
    show(<UserProperties ids={['ada', 'eva']} />);
    const apps = await screen.findByRole('textbox', { name: 'Mobile keys' });
    await user.clear(apps);
    await user.type(apps, '2{Tab}');
    await user.click(await screen.findByRole('button', { name: 'Apply to 2' }));
    await waitFor(() =>
      expect([session.model.row('users', 'ada')?.allowance, session.model.row('users', 'eva')?.allowance]).toEqual([
        { sip: 3, ukey: 2 },
        { ukey: 2 },
      ]),
    );
  });
});

describe('several groups at once', () => {
  it('take a status, a pool of their own, reminders and features in one step', async () => {
    const world = await aWindowOn(office);
    const { show, user, session } = world;
    const { container } = show(<GroupProperties ids={['a1', 'a2']} />);
    await choose(world, /Status/, 'Confirmed');
    await choose(world, /Licenses/, 'A pool of its own');
    await choose(world, /Reminders/, 'Own');
    await user.click(screen.getByText('Nothing is taken away or given'));
    await user.click(
      within(screen.getByRole('radiogroup', { name: 'Rule for Calls' })).getByRole('radio', { name: 'Take away here' }),
    );
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Apply to 2' }));
    for (const id of ['a1', 'a2'])
      await waitFor(() =>
        expect(session.model.row('groups', id)).toMatchObject({
          status: 'confirmed',
          restriction: 'own',
          reminder: { daysBefore: 30, repeat: 'once' },
          deny: ['calls'],
        }),
      );
    await session.undo();
    expect(session.model.row('groups', 'a1')).toMatchObject({
      status: 'draft',
      restriction: 'inherit',
      reminder: null,
      deny: [],
    });
  });
});

describe('several blocks at once', () => {
  it('take a note, and an open end where they differ', async () => {
    const world = await aWindowOn([
      ...office,
      {
        do: 'block.add',
        args: {
          id: 'ended',
          groupId: 'root',
          typeId: 'link.plus',
          quantity: 3,
          source: 'purchase',
          validUntil: '2027-01-31',
        },
      },
    ]);
    const { show, user, session } = world;
    show(<BlockProperties ids={['smart', 'ended']} />);
    await user.type(await screen.findByRole('textbox', { name: 'Note' }), 'Contract 7');
    await user.click(screen.getByRole('checkbox', { name: 'Without a last day' }));
    await user.click(screen.getByRole('button', { name: 'Apply to 2' }));
    await waitFor(() =>
      expect([session.model.row('blocks', 'smart'), session.model.row('blocks', 'ended')]).toMatchObject([
        { note: 'Contract 7', validUntil: null },
        { note: 'Contract 7', validUntil: null },
      ]),
    );
  });
});
