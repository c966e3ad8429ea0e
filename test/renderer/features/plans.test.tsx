import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TrellisBridge } from '#core/ipc/bridge';
import type { ActCall } from '../../../renderer/src/data/session';
import { PlansDialog } from '../../../renderer/src/features/plans/PlansDialog';
import { WhatIfDialog } from '../../../renderer/src/parts/what-if';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../support/renderer/window-world';

const more: ActCall = {
  do: 'plan.save',
  args: {
    id: 'more',
    name: 'A year more',
    note: 'As the owners asked',
    do: [
      {
        do: 'block.add',
        args: { groupId: 'root', typeId: 'link.plus', quantity: 10, source: 'purchase', validUntil: '2027-04-30' },
      },
      { do: 'user.create', args: { groupId: 'a1', name: 'Ben Baptiste' } },
    ],
  },
};
const impossible: ActCall = {
  do: 'plan.save',
  args: { id: 'never', name: 'Z, not possible', do: [{ do: 'block.remove', args: { blockId: 'nothing' } }] },
};

const saved: unknown[] = [];

beforeEach(() => {
  saved.length = 0;
  window.trellis = {
    call: {
      'exports.save': (request: unknown) => {
        saved.push(request);
        return Promise.resolve({ ok: true, value: { entries: 4 } });
      },
    },
  } as unknown as TrellisBridge;
});
afterEach(() => {
  Reflect.deleteProperty(window, 'trellis');
});

describe('plans', () => {
  it('are kept from what is tried, under a name', async () => {
    const { show, user, session } = await aWindowOn(sunrise);
    show(<WhatIfDialog initial={[{ kind: 'remove', userId: 'ada' }]} onClose={() => undefined} />);
    await user.click(await screen.findByRole('button', { name: 'Keep as a plan…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Keep this as a plan' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Without Ada');
    await user.click(within(dialog).getByRole('button', { name: 'Keep' }));
    await waitFor(() =>
      expect([...session.model.rows('plans')]).toMatchObject([
        { name: 'Without Ada', do: [{ do: 'user.remove', args: { userId: 'ada' } }] },
      ]),
    );
    expect(session.model.row('users', 'ada')).toBeDefined();
  });

  it('stand beside what is, and are done in one act that takes the plan with it', async () => {
    const { show, user, session } = await aWindowOn([...sunrise, more]);
    const { baseElement } = show(<PlansDialog onClose={() => undefined} />);
    expect(await screen.findByText('As the owners asked')).toBeVisible();
    expect(screen.getByRole('row', { name: 'People 2 3' })).toBeVisible();
    expect(
      screen.getByRole('row', { name: /^Link Plus 12 of 20 in use or given on 12 of 30 in use or given on/ }),
    ).toBeVisible();
    expect(screen.getByRole('row', { name: /Ends that differ.*30 Apr 2027/ })).toBeVisible();
    expect(await accessibilityProblems(baseElement)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Export…' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    const asOf = ['Account', '1 May 2026'];
    expect(saved[0]).toMatchObject({
      what: 'table',
      name: 'As it is beside A year more, Account',
      rows: [
        ['What', 'As it is', 'A year more', 'Dealer', 'As of'],
        ['People', '2', '3', ...asOf],
        ['Cost of a year', '0.00', '0.00', ...asOf],
        ['Link Plus', '12 of 20 in use or given on', '12 of 30 in use or given on', ...asOf],
        ['Ends that differ', '', 'Link Plus, Account: 30 Apr 2027', ...asOf],
        [
          'Who would have something else',
          '',
          expect.stringMatching(/^Ben Baptiste: Link Plus instead of nothing/),
          ...asOf,
        ],
      ],
    });
    await user.click(screen.getByRole('button', { name: 'Do all of it' }));
    await waitFor(() => expect([...session.model.rows('plans')]).toEqual([]));
    expect([...session.model.rows('users')].map(({ name }) => name)).toContain('Ben Baptiste');
    await session.undo();
    expect([...session.model.rows('plans')].map(({ name }) => name)).toEqual(['A year more']);
    expect([...session.model.rows('users')].map(({ name }) => name)).not.toContain('Ben Baptiste');
  });

  it('that cannot be done any more say why, and can be removed', async () => {
    const { show, user, session } = await aWindowOn([...sunrise, more, impossible]);
    show(<PlansDialog onClose={() => undefined} />);
    await user.click(await screen.findByRole('button', { name: /^(A year more )?Plan/ }));
    await user.click(await screen.findByRole('option', { name: 'Z, not possible' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Do all of it' })).toBeDisabled());
    await user.click(screen.getByRole('button', { name: 'Remove…' }));
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    await waitFor(() => expect([...session.model.rows('plans')].map(({ id }) => id)).toEqual(['more']));
  });
});
