import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActCall } from '../../../renderer/src/data/session';
import { LicensesTab } from '../../../renderer/src/features/licenses';
import { Reservations } from '../../../renderer/src/features/reservations';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { aWindowOn } from '../../support/renderer/window-world';

const office: readonly ActCall[] = [
  { do: 'block.add', args: { groupId: 'root', typeId: 'ringover.smart', quantity: 5, source: 'purchase' } },
  { do: 'number.range', args: { from: '100', to: '119' } },
  { do: 'group.create', args: { id: 'hq', parentId: 'root', kind: 'office', name: 'Head office' } },
  { do: 'user.create', args: { id: 'ben', groupId: 'hq', name: 'Ben Baptiste', roleId: 'companyAdmin' } },
  { do: 'user.create', args: { id: 'mia', groupId: 'hq', name: 'Mia Brandt' } },
];

const elsewhere: ActCall = {
  do: 'reserve.take',
  args: {
    id: 'away',
    computerId: 'van',
    poolId: 'root',
    typeId: 'ringover.smart',
    quantity: 5,
    numbers: { kind: 'sip', count: 4 },
    until: '2026-05-10',
  },
};

describe('licenses and numbers that are taken along', () => {
  it('are set aside, shown, and given back', async () => {
    const { show, user, session } = await aWindowOn(office);
    const { container } = show(<LicensesTab groupId="root" />);
    await user.click(await screen.findByRole('button', { name: 'Take along…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Take licenses and numbers along' });
    const fill = async (name: string, value: string): Promise<void> => {
      const field = within(dialog).getByRole('textbox', { name });
      await user.clear(field);
      await user.type(field, `${value}{Tab}`);
    };
    await fill('Quantity', '6');
    expect(await within(dialog).findByTitle(/^Rule /)).toBeVisible();
    await fill('Quantity', '3');
    await fill('How many numbers', '4');
    await user.click(within(dialog).getByRole('button', { name: 'Take along' }));
    const card = await screen.findByRole('region', { name: 'Taken along' });
    expect(
      within(card).getByRole('row', { name: /on this computer 3 × Ringover Smart\s*4 numbers 8 May 2026/ }),
    ).toBeVisible();
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(within(card).getByRole('button', { name: 'Give back…' }));
    await user.click(await screen.findByRole('button', { name: 'Give back' }));
    await waitFor(() => expect([...session.model.rows('reservations')]).toEqual([]));
    expect(screen.queryByRole('region', { name: 'Taken along' })).toBeNull();
  });

  it('of another computer are named in the refusal, and reclaimed', async () => {
    const { show, user, session } = await aWindowOn([...office, elsewhere]);
    expect(session.preview({ do: 'seat.assign', args: { userId: 'mia', typeId: 'ringover.smart' } })).toMatchObject({
      ok: false,
      refusals: expect.arrayContaining([expect.objectContaining({ code: 'RESERVED', computer: 'van' })]) as unknown,
    });
    show(<LicensesTab groupId="root" />);
    await user.click(await screen.findByRole('button', { name: 'Reclaim…' }));
    await user.click(await screen.findByRole('button', { name: 'Reclaim' }));
    await waitFor(() => expect([...session.model.rows('reservations')]).toEqual([]));
  });

  it('go back by themselves after their last day, those of this computer only', async () => {
    const { show, session, account } = await aWindowOn([
      ...office,
      {
        do: 'reserve.take',
        args: { id: 'own', poolId: 'root', typeId: 'ringover.smart', quantity: 1, until: '2026-05-02' },
      },
      { do: 'reserve.take', args: { ...elsewhere.args, quantity: 1, until: '2026-05-02' } } as ActCall,
    ]);
    show(<Reservations />);
    expect([...session.model.rows('reservations')].map(({ id }) => id)).toEqual(['own', 'away']);
    account.view.setState({ today: '2026-05-03' });
    await waitFor(() => expect([...session.model.rows('reservations')].map(({ id }) => id)).toEqual(['away']));
  });
});
