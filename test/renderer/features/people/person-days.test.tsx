import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActCall } from '../../../../renderer/src/data/session';
import { ForecastTab } from '../../../../renderer/src/features/forecast';
import { UserProperties } from '../../../../renderer/src/features/people';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../../support/renderer/window-world';

const leaving: readonly ActCall[] = [
  ...sunrise,
  {
    do: 'user.create',
    args: { id: 'ben', groupId: 'a2', name: 'Ben Baptiste', from: '2026-07-01', until: '2026-09-30' },
  },
];

async function typeDay(
  user: { keyboard: (keys: string) => Promise<void>; click: (element: Element) => Promise<void> },
  name: string,
  digits: string,
): Promise<void> {
  const group = await screen.findByRole('group', { name });
  const [first] = within(group).getAllByRole('spinbutton');
  if (first === undefined) throw new Error('no part of a day');
  await user.click(first);
  await user.keyboard(digits);
}

describe('the first and the last day of a person', () => {
  it('are set when the field is left, with what becomes free, and refused where the last comes first', async () => {
    const { show, user, session } = await aWindowOn(leaving);
    const { container } = show(<UserProperties ids={['ada']} />);
    await typeDay(user, 'Last day', '31122026');
    expect(session.model.row('users', 'ada')?.until).toBeUndefined();
    await user.tab();
    await user.tab();
    await user.tab();
    await waitFor(() => expect(session.model.row('users', 'ada')?.until).toBe('2026-12-31'));
    expect(await screen.findByText('From 1 Jan 2027 on, license and allowance are free for others.')).toBeVisible();
    await typeDay(user, 'First day', '01022027');
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(session.model.row('users', 'ada')?.from).toBeUndefined();
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  it('stand among what is coming', async () => {
    const { show } = await aWindowOn(leaving);
    show(<ForecastTab groupId="sunrise" />);
    expect(await screen.findByText(/1 person joins/)).toBeVisible();
    expect(screen.getByText(/1 person has left/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Look at 1 Oct 2026' })).toBeVisible();
  });

  it('are set for several at once, in one act', async () => {
    const { show, user, session } = await aWindowOn(leaving);
    show(<UserProperties ids={['ada', 'ben']} />);
    await typeDay(user, 'Last day', '31122026');
    await user.click(await screen.findByRole('button', { name: /^Apply to/ }));
    await waitFor(() =>
      expect(['ada', 'ben'].map((id) => session.model.row('users', id)?.until)).toEqual(['2026-12-31', '2026-12-31']),
    );
  });
});
