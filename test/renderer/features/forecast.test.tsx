import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActCall } from '../../../renderer/src/data/session';
import { ForecastTab } from '../../../renderer/src/features/forecast';
import { OverviewTab } from '../../../renderer/src/features/overview';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { aWindowOn } from '../../support/renderer/window-world';

/** Two people on a license that ends, one spare license of a lesser type, and a renewal that comes late. */
const office: readonly ActCall[] = [
  {
    do: 'block.add',
    args: { groupId: 'root', typeId: 'ringover.business', quantity: 2, source: 'purchase', validUntil: '2026-05-31' },
  },
  {
    do: 'block.add',
    args: { groupId: 'root', typeId: 'ringover.business', quantity: 2, source: 'purchase', validFrom: '2026-07-01' },
  },
  { do: 'block.add', args: { groupId: 'root', typeId: 'ringover.smart', quantity: 1, source: 'purchase' } },
  { do: 'group.create', args: { id: 'office', parentId: 'root', kind: 'office', name: 'Office' } },
  { do: 'number.add', args: { id: 'n1', kind: 'landline', value: '+33184800001' } },
  { do: 'number.add', args: { id: 'n2', kind: 'landline', value: '+33184800002' } },
  { do: 'user.create', args: { id: 'ada', groupId: 'office', name: 'Ada Albrecht' } },
  { do: 'user.create', args: { id: 'ben', groupId: 'office', name: 'Ben Baum' } },
  { do: 'seat.assign', args: { userId: 'ada', typeId: 'ringover.business' } },
  { do: 'seat.assign', args: { userId: 'ben', typeId: 'ringover.business' } },
];

function linesOf(day: string): readonly (string | null)[] {
  const item = screen.getByRole('button', { name: `Look at ${day}` }).closest('li');
  if (item === null) throw new Error(`${day} is not listed`);
  return within(item)
    .getAllByRole('listitem')
    .map((line) => line.textContent);
}

describe('what is coming', () => {
  it('is listed day by day: what ends, who is blocked or falls back, and what comes back', async () => {
    const { show } = await aWindowOn(office);
    show(<ForecastTab groupId="root" />);
    await screen.findByRole('region', { name: 'Day by day' });
    expect(linesOf('1 Jun 2026')).toEqual([
      '2 × Ringover Business: no longer validPurchase, Account',
      'Account is short of 2 × Ringover Business',
      '1 person is blocked without Ringover BusinessBen Baum',
      '1 person falls back from Ringover Business to Ringover SmartAda Albrecht',
    ]);
    expect(linesOf('1 Jul 2026')).toEqual([
      '2 × Ringover Business startsPurchase, Account',
      'Account has enough Ringover Business again',
      '2 people have Ringover Business againAda Albrecht and Ben Baum',
    ]);
  });

  it('is drawn for each type, and the drawing says the same in words', async () => {
    const { show } = await aWindowOn(office);
    show(<ForecastTab groupId="office" />);
    const chart = await screen.findByRole('img', { name: /^Ringover Business over time/ });
    expect(chart).toHaveAccessibleName(
      /From 1 May 2026: 2, 2 of them in use.*From 1 Jun 2026: 0, 2 of them.*From 1 Jul 2026: 2, 2/,
    );
    expect(screen.getByRole('img', { name: /^Ringover Smart over time/ })).toBeInTheDocument();
  });

  it('leads to the day: the whole window then looks at it', async () => {
    const { show, user, account } = await aWindowOn(office);
    show(<ForecastTab groupId="root" />);
    await user.click(await screen.findByRole('button', { name: 'Look at 1 Jul 2026' }));
    expect(account.view.getState().dayLookedAt).toBe('2026-07-01');
    expect(await screen.findByText(/^From 1 Jul 2026/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Look at 1 Jun 2026' })).toBeNull();
  });

  it('leads from a place in the drawing to its day', async () => {
    const { show, account } = await aWindowOn(office);
    show(<ForecastTab groupId="root" />);
    const chart = await screen.findByRole('img', { name: /^Ringover Business over time/ });
    chart.getBoundingClientRect = () => ({ left: 0, width: 320 }) as DOMRect;
    fireEvent.click(chart, { clientX: 312 });
    expect(account.view.getState().dayLookedAt).toBe('2027-05-01');
  });

  it('lets what ends be renewed from there, and from the card of the overview', async () => {
    const { show, user, session, account } = await aWindowOn(office);
    // The card is about the next thirty days.
    account.view.setState({ dayLookedAt: '2026-05-05' });
    show(
      <>
        <ForecastTab groupId="root" />
        <OverviewTab groupId="root" />
      </>,
    );
    const buttons = await screen.findAllByRole('button', { name: /^Renew 2 × Ringover Business.* of Account…$/ });
    expect(buttons).toHaveLength(2);
    await user.click(buttons[0] as HTMLElement);
    const dialog = await screen.findByRole('dialog', { name: /^Renew/ });
    await user.click(within(dialog).getByRole('button', { name: /^Renew/ }));
    await waitFor(() => expect([...session.model.rows('blocks')]).toHaveLength(4));
    expect(await screen.findAllByText('Renewed')).toHaveLength(2);
  });

  it('says so when nothing changes', async () => {
    const { show } = await aWindowOn();
    show(<ForecastTab groupId="root" />);
    expect(await screen.findByText('Nothing changes')).toBeVisible();
  });

  it('is accessible', async () => {
    const { show } = await aWindowOn(office);
    const { container } = show(<ForecastTab groupId="root" />);
    await screen.findByRole('region', { name: 'Day by day' });
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
