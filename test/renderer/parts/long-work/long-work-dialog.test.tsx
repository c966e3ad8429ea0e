import { screen, waitFor } from '@testing-library/react';
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { LongWork } from '../../../../renderer/src/data/long-work';
import { LongWorkDialog } from '../../../../renderer/src/parts/long-work';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn } from '../../../support/renderer/window-world';

function work(part: number, cancel = vi.fn(), isEnding = false, stay: LongWork['stay'] = null): LongWork {
  const call = {
    do: 'group.generate',
    args: { parentId: 'root', plan: { kind: 'building', count: 50_000, name: '{n}' } },
  };
  return { call, part, isEnding, cancel, stay };
}

describe('what takes longer than a moment', () => {
  it('is shown with what it is and how far it is, and goes when it is done', async () => {
    const { session, show } = await aWindowOn();
    show(<LongWorkDialog />);
    expect(screen.queryByRole('alertdialog')).toBeNull();
    act(() => session.longWork.show(work(0.25)));
    expect(await screen.findByRole('alertdialog', { name: 'One moment' })).toHaveTextContent(/50,000 groups/);
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
    expect(await accessibilityProblems(document.body)).toEqual([]);
    act(() => session.longWork.end());
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    await session.close();
  });

  it('is given up with Cancel or Escape, and says that nothing will be changed', async () => {
    const { session, show, user } = await aWindowOn();
    const cancel = vi.fn();
    show(<LongWorkDialog />);
    act(() => session.longWork.show(work(0.5, cancel)));
    const button = await screen.findByRole('button', { name: 'Cancel' });
    expect(button).toHaveFocus();
    await user.click(button);
    expect(cancel).toHaveBeenCalledTimes(1);
    await user.keyboard('{Escape}');
    expect(cancel).toHaveBeenCalledTimes(2);
    act(() => session.longWork.show(work(0.5, cancel, true)));
    expect(await screen.findByText('Cancelling. Nothing will be changed.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Cancel' })).toBeDisabled();
    act(() => session.longWork.end());
    await session.close();
  });

  it('says that the window closes behind it, and asks whether to close without it or to stay', async () => {
    const { session, show, user } = await aWindowOn();
    const [cancel, stay] = [vi.fn(), vi.fn()];
    show(<LongWorkDialog />);
    act(() => session.longWork.show(work(0.5, cancel, false, stay)));
    await screen.findByRole('alertdialog', { name: 'Trellis closes as soon as this is done' });
    expect(screen.getByRole('button', { name: 'Keep Trellis open' })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(stay).toHaveBeenCalledOnce();
    await user.click(screen.getByRole('button', { name: 'Close without it' }));
    expect(cancel).toHaveBeenCalledOnce();
    expect(await accessibilityProblems(document.body)).toEqual([]);
    act(() => session.longWork.end());
    await session.close();
  });
});
