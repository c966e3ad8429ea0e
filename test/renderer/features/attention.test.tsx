import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { LocalAccountSession } from '../../../renderer/src/data/account-session';
import type { ActCall } from '../../../renderer/src/data/session';
import { AttentionDialog, AttentionToasts } from '../../../renderer/src/features/attention';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { windowOn, type WindowWorld } from '../../support/renderer/window-world';
import { Computer } from '../data/session-world';

const setUp: readonly ActCall[] = [
  { do: 'block.add', args: { groupId: 'root', typeId: 'ringover.smart', quantity: 1, source: 'purchase' } },
  { do: 'number.range', args: { from: '200', to: '299' } },
  { do: 'user.create', args: { id: 'ada', groupId: 'root', name: 'Ada Albrecht' } },
  { do: 'user.create', args: { id: 'ben', groupId: 'root', name: 'Ben Baptiste' } },
  { do: 'user.create', args: { id: 'carla', groupId: 'root', name: 'Carla Conti', roleId: 'companyAdmin' } },
];

async function doAll(session: LocalAccountSession, acts: readonly ActCall[]): Promise<void> {
  for (const act of acts) expect(await session.act(act)).toMatchObject({ ok: true });
}

/** Sends what one has done, and has everybody receive it. */
async function send(from: LocalAccountSession, ...everybody: readonly LocalAccountSession[]): Promise<void> {
  const { entries } = from.outgoing(1_000);
  for (const session of everybody) expect(await session.receive(entries)).toEqual({ ok: true, value: null });
}

/** Two installers who both gave away the last free license while they were offline; the window is that of the one who came second. */
async function theSecondOne(): Promise<WindowWorld> {
  const first = (await new Computer('first').open()).session;
  const second = (await new Computer('second').open()).session;
  await doAll(first, setUp);
  await send(first, first, second);
  const carla = first.as('carla');
  await doAll(carla, [{ do: 'seat.assign', args: { userId: 'ada', typeId: 'ringover.smart' } }]);
  await doAll(second, [{ do: 'seat.assign', args: { userId: 'ben', typeId: 'ringover.smart' } }]);
  await send(carla, carla, second);
  return windowOn(second);
}

describe('an act that could not be kept', () => {
  it('is said in passing when it happens: what, and who was first, with the way to it', async () => {
    const first = (await new Computer('first').open()).session;
    const second = (await new Computer('second').open()).session;
    await doAll(first, setUp);
    await send(first, first, second);
    const carla = first.as('carla');
    await doAll(carla, [{ do: 'seat.assign', args: { userId: 'ada', typeId: 'ringover.smart' } }]);
    await doAll(second, [{ do: 'seat.assign', args: { userId: 'ben', typeId: 'ringover.smart' } }]);
    const { show, user } = windowOn(second);
    let shown = 0;
    show(<AttentionToasts onShow={() => (shown += 1)} />);
    expect(screen.queryByText(/Could not be kept/)).toBeNull();
    await send(carla, carla, second);
    expect(await screen.findByText(/^Could not be kept: .*Ben Baptiste/)).toBeVisible();
    expect(screen.getByText(/^Carla Conti was first: .*Ada Albrecht/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Look at it' }));
    expect(shown).toBe(1);
  });

  it('is no news when it waited there already', async () => {
    const { show } = await theSecondOne();
    show(<AttentionToasts onShow={() => undefined} />);
    expect(screen.queryByText(/Could not be kept/)).toBeNull();
  });
});

describe('what needs attention', () => {
  it('says what I wanted, what happened meanwhile and by whom, and why it could not be kept', async () => {
    const world = await theSecondOne();
    world.show(<AttentionDialog isOpen onClose={() => undefined} />);
    const item = screen.getByRole('article', { name: 'Gave Ben Baptiste a license of Ringover Smart' });
    expect(item).toHaveTextContent('Gave Ada Albrecht a license of Ringover Smart by Carla Conti');
    expect(item).toHaveTextContent('Account has no license of Ringover Smart left: there is 1, and 2 would be needed.');
    expect(item).toHaveTextContent('D3');
    // What made the license available in the first place is no reason.
    expect(item).not.toHaveTextContent('Bought');
    expect(await accessibilityProblems(document.body)).toEqual([]);
  });

  it('can be tried again, and explains anew while it is still refused', async () => {
    const { session, show, user } = await theSecondOne();
    show(<AttentionDialog isOpen onClose={() => undefined} />);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('It still cannot be done.')).toBeInTheDocument();
    await session.act({ do: 'seat.release', args: { userId: 'ada' } });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nothing needs attention')).toBeInTheDocument();
    expect(session.ask('user', { userId: 'ben' }, '2026-05-01')).toMatchObject({ seatType: 'ringover.smart' });
  });

  it('can be changed before it is tried again', async () => {
    const { session, show, user } = await theSecondOne();
    await session.act({
      do: 'block.add',
      args: { groupId: 'root', typeId: 'ringover.business', quantity: 1, source: 'purchase' },
    });
    show(<AttentionDialog isOpen onClose={() => undefined} />);
    await user.click(screen.getByRole('button', { name: 'Change…' }));
    const article = screen.getByRole('article');
    await user.click(within(article).getByRole('button', { name: /License type/ }));
    await user.click(screen.getByRole('option', { name: 'Ringover Business' }));
    await waitFor(() => expect(within(article).getAllByRole('button', { name: 'Try again' }).at(0)).toBeEnabled());
    const [again] = within(article).getAllByRole('button', { name: 'Try again' });
    await user.click(again as HTMLElement);
    await waitFor(() => expect(session.attention()).toEqual([]));
    expect(session.ask('user', { userId: 'ben' }, '2026-05-01')).toMatchObject({ seatType: 'ringover.business' });
  });

  it('can be let go', async () => {
    const { session, show, user } = await theSecondOne();
    show(<AttentionDialog isOpen onClose={() => undefined} />);
    await user.click(screen.getByRole('button', { name: 'Let it go' }));
    expect(await screen.findByText('Nothing needs attention')).toBeInTheDocument();
    expect(session.attention()).toEqual([]);
  });
});
