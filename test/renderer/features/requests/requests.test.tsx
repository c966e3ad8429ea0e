import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { BlockProperties } from '../../../../renderer/src/features/licenses';
import { RequestsPanel } from '../../../../renderer/src/features/requests';
import type { ActCall } from '../../../../renderer/src/data/session';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn } from '../../../support/renderer/window-world';

/** An account whose contract lets only the vendor reduce, with a purchase of licenses of which one is held. */
const byContract: readonly ActCall[] = [
  {
    do: 'block.add',
    args: { id: 'smart', groupId: 'root', typeId: 'ringover.smart', quantity: 3, source: 'purchase' },
  },
  { do: 'number.range', args: { from: '200', to: '299' } },
  { do: 'user.create', args: { id: 'ada', groupId: 'root', name: 'Ada Albrecht' } },
  { do: 'seat.assign', args: { userId: 'ada', typeId: 'ringover.smart' } },
  { do: 'account.update', args: { set: { contract: { reductionPolicy: 'request' } } } },
];

describe('requests to the vendor', () => {
  it('are one click away from the refusal of a reduction, prefilled with what was tried', async () => {
    const { show, user, session } = await aWindowOn(byContract);
    show(<BlockProperties ids={['smart']} />);
    const quantity = await screen.findByRole('textbox', { name: 'Quantity' });
    await user.clear(quantity);
    await user.type(quantity, '2{Tab}');
    expect(await screen.findByText(/lets only the vendor reduce purchases/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Ask the vendor for this…' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('textbox', { name: 'Quantity afterwards' })).toHaveValue('2');
    await user.click(within(dialog).getByRole('button', { name: 'Open the request' }));
    await waitFor(() =>
      expect([...session.model.rows('requests')]).toMatchObject([
        { kind: 'reduce', blockId: 'smart', typeId: 'ringover.smart', quantity: 2, status: 'open' },
      ]),
    );
    expect(session.model.row('blocks', 'smart')?.quantity).toBe(3);
  });

  it('are offered where a purchase cannot be removed', async () => {
    const { show, user } = await aWindowOn(byContract);
    show(<BlockProperties ids={['smart']} />);
    await user.click(await screen.findByRole('button', { name: 'Remove…' }));
    const dialog = await screen.findByRole('alertdialog');
    await user.click(await within(dialog).findByRole('button', { name: 'Ask the vendor for this…' }));
    expect(await screen.findByRole('textbox', { name: 'Quantity afterwards' })).toHaveValue('0');
  });

  it('say what approving does, then do it', async () => {
    const { show, user, session } = await aWindowOn([
      ...byContract,
      { do: 'request.open', args: { kind: 'changeType', blockId: 'smart', typeId: 'ringover.business', quantity: 3 } },
    ]);
    show(<RequestsPanel />);
    await user.click(await screen.findByRole('button', { name: 'Approve…' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('3 × Ringover Smart becomes 3 × Ringover Business.')).toBeVisible();
    expect(within(dialog).getByText('1 license changes its type and keeps its number.')).toBeVisible();
    expect(within(dialog).getByText(/Ada Albrecht: Ringover Business instead of Ringover Smart/)).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Approve' }));
    await waitFor(() => expect(session.model.row('blocks', 'smart')?.typeId).toBe('ringover.business'));
    expect(await screen.findByText('Approved')).toBeVisible();
    expect(screen.getByText(/Opened by .*Resolved by/)).toBeVisible();
  });

  it('are not approved below what is held, and can be rejected', async () => {
    const { show, user, session } = await aWindowOn([
      ...byContract,
      { do: 'request.open', args: { kind: 'reduce', blockId: 'smart', typeId: 'ringover.smart', quantity: 0 } },
    ]);
    show(<RequestsPanel />);
    await user.click(await screen.findByRole('button', { name: 'Approve…' }));
    const approving = await screen.findByRole('dialog');
    expect(await within(approving).findByText(/are in use or given on/)).toBeVisible();
    expect(within(approving).getByRole('button', { name: 'Approve' })).toBeDisabled();
    await user.click(within(approving).getByRole('button', { name: 'Cancel' }));
    await user.click(await screen.findByRole('button', { name: 'Reject…' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Reject' }));
    await waitFor(() => expect([...session.model.rows('requests')][0]?.status).toBe('rejected'));
    expect(session.model.row('blocks', 'smart')?.quantity).toBe(3);
  });

  it('are accessible while one is written', async () => {
    const { show, user } = await aWindowOn(byContract);
    show(<RequestsPanel />);
    await user.click(await screen.findByRole('button', { name: 'New request…' }));
    expect(await accessibilityProblems(await screen.findByRole('dialog'))).toEqual([]);
  });
});
