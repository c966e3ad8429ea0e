import { act, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { useWentByMyself } from '../../../../renderer/src/parts/gone';
import { aWindowOn, sunrise } from '../../../support/renderer/window-world';

function Whether({ id }: { readonly id: string }): ReactNode {
  return <p>{useWentByMyself(id) ? 'went by myself' : 'nothing to say'}</p>;
}

describe('what a person took away', () => {
  it('is known of what is gone, and asks nothing of what is there, whatever is done', async () => {
    const { account, session, show } = await aWindowOn(sunrise);
    account.view.setState({ groupId: 'h1' });
    const asked = vi.spyOn(session, 'ask');
    show(<Whether id="a2" />);
    await act(() => session.act({ do: 'group.update', args: { groupId: 'a2', set: { note: 'By the park' } } }));
    expect(screen.getByText('nothing to say')).toBeVisible();
    expect(asked.mock.calls.filter(([query, args]) => query === 'history' && 'entityId' in args)).toEqual([]);
    await act(() => session.act({ do: 'group.delete', args: { groupId: 'a2' } }));
    expect(await screen.findByText('went by myself')).toBeVisible();
  });
});
