import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { HistoryTab } from '../../../../renderer/src/features/history';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { savedFiles } from '../../../support/renderer/saved-files';
import { aWindowOn, sunrise } from '../../../support/renderer/window-world';

afterEach(() => {
  Reflect.deleteProperty(window, 'trellis');
});

describe('the history', () => {
  it('is narrowed down by what is typed, by who did it and by its kind, and lifted again', async () => {
    const { show, user } = await aWindowOn(sunrise);
    const { container } = show(<HistoryTab groupId="root" />);
    const lines = (): number => screen.getAllByRole('row').length - 1;
    const all = lines();
    await user.type(screen.getByRole('searchbox', { name: 'Person, thing or day' }), 'Ada');
    await waitFor(() => expect(lines()).toBe(1));
    await user.clear(screen.getByRole('searchbox'));
    await user.click(screen.getByRole('button', { name: /Of every kind/ }));
    await user.click(await screen.findByRole('option', { name: 'Licenses' }));
    await waitFor(() => expect(lines()).toBe(1));
    expect(screen.getByText(/Bought 20 × Link Plus/)).toBeVisible();
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.type(screen.getByRole('searchbox'), 'nobody');
    await user.click(await screen.findByRole('button', { name: 'Show all' }));
    await waitFor(() => expect(lines()).toBe(all));
  });

  it('of a group has what happened to people inside it', async () => {
    const { show } = await aWindowOn(sunrise);
    show(<HistoryTab groupId="h1" />);
    expect(await screen.findByText('Added Ada Albrecht to Apartment 1')).toBeVisible();
    expect(screen.queryByText(/House 2/)).toBeNull();
  });

  it('says where it was made shorter, and offers nothing older to be taken back', async () => {
    const { session, show, user } = await aWindowOn(sunrise);
    const { container } = show(<HistoryTab groupId="root" />);
    expect(screen.getByRole('button', { name: /^Undo: / })).toBeEnabled();
    const seq = sunrise.length + 1;
    await session.act({ do: 'history.shorten', args: { seq, hash: 'a'.repeat(64), checkpoint: 'b'.repeat(64) } });
    expect(
      await screen.findByText(/^Owner made the history shorter on .*: what was done up to entry 9 is no longer/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Nothing to undo' })).toBeDisabled();
    await user.click(screen.getByText(/Made the history shorter/));
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  it('is exported as it stands', async () => {
    const saved = savedFiles();
    const { show, user } = await aWindowOn(sunrise);
    show(<HistoryTab groupId="root" />);
    await user.type(screen.getByRole('searchbox'), 'Ada');
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
    await user.click(screen.getByRole('button', { name: 'Export this table…' }));
    expect(await screen.findByText('1 row exported')).toBeInTheDocument();
    expect(saved).toMatchObject([
      {
        what: 'table',
        rows: [
          ['What', 'Who', 'When', 'Dealer', 'As of'],
          [expect.stringContaining('Ada Albrecht'), 'Owner', expect.any(String), 'Account', '1 May 2026'],
        ],
      },
    ]);
  });
});
