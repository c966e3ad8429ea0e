import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActCall } from '../../../renderer/src/data/session';
import { BlockProperties, LicensesTab } from '../../../renderer/src/features/licenses';
import { PortfolioTab } from '../../../renderer/src/features/portfolio';
import { RenewCommand } from '../../../renderer/src/parts/renewing';
import { SmartListPane } from '../../../renderer/src/features/smart-lists';
import { useCommands } from '../../../renderer/src/parts/commands';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { aWindowOn, sunrise, type WindowWorld } from '../../support/renderer/window-world';

const soon = '2026-05-20';
/** A purchase that ends soon, of which a complex was given some until the same day, and one beside it. */
const ending: readonly ActCall[] = [
  ...sunrise,
  {
    do: 'block.add',
    args: { id: 'p', groupId: 'root', typeId: 'link.basicPaid', quantity: 10, source: 'purchase', validUntil: soon },
  },
  {
    do: 'allocation.set',
    args: { id: 'a', groupId: 'sunrise', typeId: 'link.basicPaid', quantity: 6, validUntil: soon },
  },
  {
    do: 'block.add',
    args: {
      id: 'q',
      groupId: 'root',
      typeId: 'ringover.smart',
      quantity: 3,
      source: 'purchase',
      validUntil: '2026-05-25',
    },
  },
];
const priced: readonly ActCall[] = [
  ...ending,
  { do: 'account.update', args: { set: { currency: 'EUR' } } },
  { do: 'catalogue.setPrice', args: { typeId: 'link.basicPaid', amount: 1200, per: 'year' } },
];

function followersOf({ session }: WindowWorld): readonly unknown[] {
  return [...session.model.rows('blocks')]
    .filter(({ validFrom }) => validFrom !== null)
    .map(({ groupId, typeId, quantity, validFrom, validUntil }) => [groupId, typeId, quantity, validFrom, validUntil])
    .sort();
}

function RunRenew(): null {
  const registry = useCommands();
  document.addEventListener('renew', () => registry.run('licenses.renew'), { once: true });
  return null;
}

describe('renewing', () => {
  it('shows beforehand what follows what, from when to when and at what cost, and does it as one step', async () => {
    const world = await aWindowOn(priced);
    const { show, user, session } = world;
    show(<BlockProperties ids={['p']} />);
    await user.click(await screen.findByRole('button', { name: 'Renew…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Renew 10 × Link Basic (paid)' });
    const bought = within(dialog).getByRole('row', { name: /Account/ });
    expect(bought).toHaveTextContent('21 May 2026 – 20 May 2027');
    expect(bought).toHaveTextContent('€120.00');
    expect(bought).toHaveTextContent('€12.00 a year each');
    expect(within(dialog).getByRole('row', { name: /Sunrise/ })).toHaveTextContent('6€72.00');
    expect(within(dialog).getByText('Together €120.00')).toBeVisible();
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Renew' }));
    await waitFor(() =>
      expect(followersOf(world)).toEqual([
        ['root', 'link.basicPaid', 10, '2026-05-21', '2027-05-20'],
        ['sunrise', 'link.basicPaid', 6, '2026-05-21', '2027-05-20'],
      ]),
    );
    await session.undo();
    expect(followersOf(world)).toEqual([]);
  });

  it('says that no prices are set, and leaves alone what was handed on when that is wanted', async () => {
    const world = await aWindowOn(ending);
    const { show, user } = world;
    show(<BlockProperties ids={['p']} />);
    await user.click(await screen.findByRole('button', { name: 'Renew…' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/No prices are set/)).toBeVisible();
    await user.click(within(dialog).getByRole('checkbox', { name: /Also renew/ }));
    await user.click(within(dialog).getByRole('radio', { name: 'Without an end' }));
    await user.click(within(dialog).getByRole('button', { name: 'Renew' }));
    await waitFor(() => expect(followersOf(world)).toEqual([['root', 'link.basicPaid', 10, '2026-05-21', null]]));
  });

  it('is refused beforehand with the rule where the pool above does not go on', async () => {
    const { show, user } = await aWindowOn(ending);
    show(<BlockProperties ids={['a']} />);
    await user.click(await screen.findByRole('button', { name: 'Renew…' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('D3')).toBeVisible();
    expect(within(dialog).getByRole('button', { name: 'Renew' })).toBeDisabled();
  });

  it('takes several at once from the list of what expires, each from its own end', async () => {
    const world = await aWindowOn(ending);
    const { show, user, account } = world;
    account.view.setState({ shownList: 'expiring' });
    show(<SmartListPane list="expiring" />);
    const all = await screen.findByRole('button', { name: 'Renew all of these…' });
    await waitFor(() => expect(all).toBeEnabled());
    await user.click(all);
    const dialog = await screen.findByRole('dialog', { name: 'Renew 3 sets of licenses' });
    await user.click(within(dialog).getByRole('button', { name: 'Renew' }));
    await waitFor(() =>
      expect(followersOf(world)).toEqual([
        ['root', 'link.basicPaid', 10, '2026-05-21', '2027-05-20'],
        ['root', 'ringover.smart', 3, '2026-05-26', '2027-05-25'],
        ['sunrise', 'link.basicPaid', 6, '2026-05-21', '2027-05-20'],
      ]),
    );
    expect(await screen.findByText('Nothing expires within 30 days')).toBeVisible();
  });

  it('is in the context menu of a block', async () => {
    const { show, user } = await aWindowOn(ending);
    show(<LicensesTab groupId="root" />);
    const row = await screen.findByRole('row', { name: /Link Basic .paid..*20 May 2026/ });
    await user.pointer({ keys: '[MouseRight]', target: row });
    await user.click(await screen.findByRole('menuitem', { name: 'Renew…' }));
    expect(await screen.findByRole('dialog', { name: 'Renew 10 × Link Basic (paid)' })).toBeVisible();
  });

  it('is at each end in the calendar, which says what is renewed already', async () => {
    const { show, user } = await aWindowOn([
      ...ending,
      { do: 'block.renew', args: { blockId: 'q', validUntil: null } },
    ]);
    show(<PortfolioTab groupId="root" />);
    await user.click(await screen.findByRole('radio', { name: 'Calendar of ends' }));
    expect(await screen.findByText('Renewed')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Renew 10 × Link Basic (paid) of Account…' }));
    expect(await screen.findByRole('dialog', { name: 'Renew 10 × Link Basic (paid)' })).toBeVisible();
  });

  it('takes as a command what is selected, else what ends first in sight', async () => {
    const { show } = await aWindowOn(ending);
    show(
      <>
        <RenewCommand />
        <RunRenew />
      </>,
    );
    document.dispatchEvent(new Event('renew'));
    expect(await screen.findByRole('dialog', { name: 'Renew 10 × Link Basic (paid)' })).toBeVisible();
  });
});
