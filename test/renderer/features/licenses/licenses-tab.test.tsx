import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { TrellisBridge } from '#core/ipc/bridge';
import type { ActCall } from '../../../../renderer/src/data/session';
import { LicensesTab } from '../../../../renderer/src/features/licenses';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../../support/renderer/window-world';

const ending: readonly ActCall[] = [
  {
    do: 'block.add',
    args: { groupId: 'root', typeId: 'link.plus', quantity: 5, source: 'purchase', validUntil: '2026-06-30' },
  },
];

function rowOf(name: string): HTMLElement {
  return screen.getByRole('row', { name: new RegExp(`^${name}`) });
}

describe('the licenses of a group', () => {
  it('are exported as they stand, and copied from their menu', async () => {
    const saved: { readonly rows: readonly (readonly string[])[] }[] = [];
    window.trellis = {
      call: {
        'exports.save': (request: { readonly rows: readonly (readonly string[])[] }) => {
          saved.push(request);
          return Promise.resolve({ ok: true, value: { entries: request.rows.length - 1 } });
        },
      },
    } as unknown as TrellisBridge;
    const { show, user } = await aWindowOn([...sunrise, ...ending]);
    show(<LicensesTab groupId="root" />);
    await user.click(await screen.findByRole('button', { name: 'Export this table…' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.rows[0]).toContain('Quantity');
    expect(saved[0]?.rows).toHaveLength(3);
    const [blocks] = screen.getAllByRole('grid');
    const [, first] = within(blocks as HTMLElement).getAllByRole('row');
    await user.pointer({ keys: '[MouseRight]', target: first as HTMLElement });
    expect(await screen.findByRole('menuitem', { name: /^Copy/ })).toBeVisible();
  });

  it('show what there is, what is handed out and what is left, in figures and in words', async () => {
    const { show } = await aWindowOn(sunrise);
    show(<LicensesTab groupId="root" />);
    await screen.findByRole('heading', { name: 'Pool of Account' });
    const cells = within(rowOf('Link Plus 8 of 20 left'))
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
    expect(cells.slice(1)).toEqual(['20', '12', '0', '8']);
    expect(screen.getByText('12 × Link Plus')).toBeVisible();
  });

  it('name the pool above where the group spends that, with a way to go there', async () => {
    const { show, user, account } = await aWindowOn(sunrise);
    show(<LicensesTab groupId="h1" />);
    expect(await screen.findByText(/House 1 uses the pool of/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Sunrise' }));
    expect(account.view.getState().groupId).toBe('sunrise');
  });

  it('are allocated with the limit beside the field: one too many is refused before the click', async () => {
    const { show, user, session } = await aWindowOn(sunrise);
    show(<LicensesTab groupId="sunrise" />);
    await user.click(await screen.findByRole('button', { name: 'Allocate…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Allocate licenses' });
    await user.click(within(dialog).getByRole('button', { name: /License/ }));
    await user.click(await screen.findByRole('option', { name: /Link Plus/ }));
    expect(await within(dialog).findByText('Account has 8 of 20 Link Plus left')).toBeVisible();
    const quantity = within(dialog).getByRole('textbox', { name: 'Quantity' });
    await user.clear(quantity);
    await user.type(quantity, '9{Tab}');
    expect(await within(dialog).findByText('D3')).toBeVisible();
    expect(within(dialog).getByText('Buy 1 × Link Plus for Account.')).toBeVisible();
    expect(within(dialog).getByRole('button', { name: 'Allocate' })).toBeDisabled();
    expect(quantity).toHaveValue('9');
    await user.clear(quantity);
    await user.type(quantity, '8{Tab}');
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Allocate' })).toBeEnabled());
    await user.click(within(dialog).getByRole('button', { name: 'Allocate' }));
    await waitFor(() =>
      expect(
        [...session.model.rows('blocks')].filter((block) => block.groupId === 'sunrise').map((block) => block.quantity),
      ).toEqual([12, 8]),
    );
  });

  it('warn with the day when a later day will be short', async () => {
    const { show, user } = await aWindowOn([...sunrise, ...ending]);
    show(<LicensesTab groupId="sunrise" />);
    await user.click(await screen.findByRole('button', { name: 'Allocate…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Allocate licenses' });
    await user.click(within(dialog).getByRole('button', { name: /License/ }));
    await user.click(await screen.findByRole('option', { name: /Link Plus/ }));
    const quantity = within(dialog).getByRole('textbox', { name: 'Quantity' });
    await user.clear(quantity);
    await user.type(quantity, '10{Tab}');
    expect(
      await within(dialog).findByText('Account will be short of Link Plus by 2 from 1 Jul 2026 on.'),
    ).toBeVisible();
    expect(within(dialog).getByRole('button', { name: 'Allocate' })).toBeEnabled();
  });

  it('say why a group cannot share the pool above while it holds allocations', async () => {
    const { show, user } = await aWindowOn(sunrise);
    show(<LicensesTab groupId="sunrise" />);
    await user.click(await screen.findByRole('button', { name: 'Share the pool above…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Share the pool above Sunrise' });
    expect(await within(dialog).findByText('D1')).toBeVisible();
    expect(within(dialog).getByRole('button', { name: 'Share the pool' })).toBeDisabled();
  });

  it('become a pool of its own with what it is given at once', async () => {
    const { show, user, session } = await aWindowOn(sunrise);
    show(<LicensesTab groupId="h1" />);
    await user.click(await screen.findByRole('button', { name: 'Give it a pool of its own…' }));
    const dialog = await screen.findByRole('dialog', { name: 'A pool of its own for House 1' });
    expect(within(dialog).getByText('Sunrise has 12 of 12 Link Plus left')).toBeVisible();
    const field = within(dialog).getByRole('textbox', { name: 'Link Plus' });
    await user.clear(field);
    await user.type(field, '3{Tab}');
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Give it its own pool' })).toBeEnabled());
    await user.click(within(dialog).getByRole('button', { name: 'Give it its own pool' }));
    await waitFor(() => expect(session.model.poolOf('a1')).toBe('h1'));
    expect([...session.model.rows('blocks')].find((block) => block.groupId === 'h1')?.quantity).toBe(3);
  });

  it('list free seats with their numbers, to be dissolved', async () => {
    const { show, user, session } = await aWindowOn([
      ...sunrise,
      { do: 'block.add', args: { groupId: 'root', typeId: 'ringover.smart', quantity: 2, source: 'purchase' } },
      { do: 'number.add', args: { id: 'n1', kind: 'landline', value: '+4930555011' } },
      { do: 'user.create', args: { id: 'ben', groupId: 'root', name: 'Ben Baptiste' } },
      { do: 'seat.assign', args: { userId: 'ben', typeId: 'ringover.smart' } },
      { do: 'seat.release', args: { userId: 'ben' } },
    ]);
    show(<LicensesTab groupId="root" />);
    const card = await screen.findByRole('region', { name: 'Free licenses with a number' });
    await user.type(within(card).getByRole('searchbox', { name: 'Filter here' }), '4711');
    expect(await within(card).findByText('Nothing fits the filter')).toBeVisible();
    await user.clear(within(card).getByRole('searchbox', { name: 'Filter here' }));
    expect(within(card).getByRole('button', { name: 'Export this table…' })).toBeEnabled();
    await user.pointer({ keys: '[MouseRight]', target: await within(card).findByText('+4930555011') });
    await user.click(await screen.findByRole('menuitem', { name: 'Dissolve +4930555011' }));
    await waitFor(() => expect([...session.model.rows('seats')]).toEqual([]));
  });

  it('are accessible, with a dialog open too', async () => {
    const { show, user } = await aWindowOn([...sunrise, ...ending]);
    const { container } = show(
      <main>
        <LicensesTab groupId="sunrise" />
      </main>,
    );
    await screen.findByRole('heading', { name: 'Pool of Sunrise' });
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Allocate…' }));
    expect(await accessibilityProblems(await screen.findByRole('dialog', { name: 'Allocate licenses' }))).toEqual([]);
  });
});
