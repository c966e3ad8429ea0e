import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActCall } from '../../../../renderer/src/data/session';
import { BlockProperties } from '../../../../renderer/src/features/licenses';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../../support/renderer/window-world';

const bought: readonly ActCall[] = [
  ...sunrise,
  {
    do: 'block.add',
    args: { id: 'more', groupId: 'root', typeId: 'link.plus', quantity: 10, source: 'purchase', note: 'Spring' },
  },
];

describe('the properties of a license block', () => {
  it('change the quantity when that is applied', async () => {
    const { show, user, session } = await aWindowOn(bought);
    show(<BlockProperties ids={['more']} />);
    const field = await screen.findByRole('textbox', { name: 'Quantity' });
    await user.clear(field);
    await user.type(field, '15{Tab}');
    await user.click(await screen.findByRole('button', { name: 'Apply' }));
    await waitFor(() => expect(session.model.row('blocks', 'more')?.quantity).toBe(15));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Apply' })).toBeNull());
  });

  it('refuse before the click to take away what is handed out, and keep the figure typed', async () => {
    const { show, user, session } = await aWindowOn(sunrise);
    const [block] = [...session.model.rows('blocks')].filter((candidate) => candidate.groupId === 'root');
    show(<BlockProperties ids={[block?.id ?? '']} />);
    const field = await screen.findByRole('textbox', { name: 'Quantity' });
    await user.clear(field);
    await user.type(field, '11{Tab}');
    expect(await screen.findByText('D3')).toBeVisible();
    expect(field).toHaveValue('11');
    expect(screen.getByRole('button', { name: 'Apply' })).toBeDisabled();
  });

  it('say by what the block went when it is gone', async () => {
    const { show, user, session } = await aWindowOn(bought);
    show(<BlockProperties ids={['more']} />);
    const note = await screen.findByRole('textbox', { name: 'Note' });
    await user.clear(note);
    await user.type(note, 'Summer');
    await session.act({ do: 'block.remove', args: { blockId: 'more' } });
    expect(await screen.findByText(/You took it away/)).toBeVisible();
  });

  it('do not write over a figure that somebody else has changed meanwhile', async () => {
    const { show, user, session } = await aWindowOn(bought);
    show(<BlockProperties ids={['more']} />);
    const field = await screen.findByRole('textbox', { name: 'Quantity' });
    await user.clear(field);
    await user.type(field, '15{Tab}');
    await session.act({ do: 'block.update', args: { blockId: 'more', set: { quantity: 12 } } });
    expect(await screen.findByText('G3')).toBeVisible();
    expect(field).toHaveValue('15');
    expect(screen.getByRole('button', { name: 'Apply' })).toBeDisabled();
  });

  it('are accessible', async () => {
    const { show } = await aWindowOn(bought);
    const { container } = show(<BlockProperties ids={['more']} />);
    await screen.findByRole('textbox', { name: 'Quantity' });
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
