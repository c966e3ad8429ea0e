import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActCall } from '../../../renderer/src/data/session';
import { Why } from '../../../renderer/src/parts/explain';
import { UserProperties } from '../../../renderer/src/features/people';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../support/renderer/window-world';

const tooMany: ActCall = { do: 'allocation.set', args: { groupId: 'h1', typeId: 'link.plus', quantity: 25 } };
const housePool: readonly ActCall[] = [...sunrise, { do: 'restriction.set', args: { groupId: 'h1', mode: 'own' } }];

describe('the question why', () => {
  it('shows the way from the account to the pool that decides, and the least that would help, step by step', async () => {
    const { show, user } = await aWindowOn(housePool);
    show(<Why call={tooMany} />);
    await user.click(screen.getByRole('button', { name: 'Why?' }));
    const box = await screen.findByRole('dialog', { name: 'Why' });
    expect(within(box).getByText('Link Plus, from the account down')).toBeVisible();
    const [account, complex, ...steps] = within(box)
      .getAllByRole('listitem')
      .map((item) => item.textContent);
    expect([account, complex]).toEqual([
      'Account8 of 20 left0 in use, 12 given on',
      'Sunrise12 of 12 leftdecides0 in use, 0 given on',
    ]);
    expect(steps).toEqual(['Buy 5 × Link Plus for Account.', 'Allocate 13 × Link Plus from Account to Sunrise.']);
  });

  it('names the day from which on waiting would do', async () => {
    const later: ActCall = {
      do: 'block.add',
      args: { groupId: 'root', typeId: 'link.plus', quantity: 5, source: 'purchase', validFrom: '2026-08-01' },
    };
    const { show, user } = await aWindowOn([...sunrise, later]);
    show(<Why call={{ do: 'allocation.set', args: { groupId: 'sunrise', typeId: 'link.plus', quantity: 13 } }} />);
    await user.click(screen.getByRole('button', { name: 'Why?' }));
    expect(await screen.findByText('Or wait: from 1 Aug 2026 on it passes as it is.')).toBeVisible();
  });

  it('is answered as of today also while another day is looked at', async () => {
    const { show, user, account } = await aWindowOn([
      ...housePool,
      {
        do: 'block.add',
        args: { groupId: 'root', typeId: 'link.plus', quantity: 100, source: 'purchase', validFrom: '2026-08-01' },
      },
    ]);
    account.view.setState({ dayLookedAt: '2026-09-01' });
    show(<Why call={tooMany} />);
    await user.click(screen.getByRole('button', { name: 'Why?' }));
    expect(await screen.findByText('8 of 20 left')).toBeVisible();
  });

  it('can be asked beside every reserved amount of a person', async () => {
    const { show, user } = await aWindowOn(sunrise);
    show(<UserProperties ids={['ada']} />);
    await user.click(await screen.findByRole('button', { name: 'Why? Virtual numbers' }));
    const box = await screen.findByRole('dialog', { name: 'Why: Virtual numbers' });
    expect(within(box).getByText('There is enough.')).toBeVisible();
  });

  it('is accessible', async () => {
    const { show, user } = await aWindowOn(housePool);
    const { baseElement } = show(<Why call={tooMany} />);
    await user.click(screen.getByRole('button', { name: 'Why?' }));
    await screen.findByRole('dialog', { name: 'Why' });
    expect(await accessibilityProblems(baseElement)).toEqual([]);
  });
});
