import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActCall } from '../../../../renderer/src/data/session';
import { NumberProperties, NumbersTab } from '../../../../renderer/src/features/numbers';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../../support/renderer/window-world';

const numbers: readonly ActCall[] = [
  ...sunrise,
  { do: 'number.add', args: { id: 'n1', kind: 'landline', value: '+4930555011' } },
  { do: 'number.add', args: { id: 's1', kind: 'sip', value: '2001' } },
  { do: 'number.attach', args: { numberId: 's1', to: { groupId: 'h1' } } },
];

describe('the numbers of an account', () => {
  it('say where each is used, and which are free', async () => {
    const { show } = await aWindowOn(numbers);
    show(<NumbersTab groupId="root" />);
    const attached = (await screen.findByText('2001')).closest<HTMLElement>('[role=row]');
    expect(attached).toHaveTextContent('House 1');
    expect(screen.getByText('+4930555011').closest('[role=row]')).toHaveTextContent('Free');
  });

  it('are those used in the group where a group below the account is looked at', async () => {
    const { show } = await aWindowOn(numbers);
    show(<NumbersTab groupId="sunrise" />);
    expect(await screen.findByText('2001')).toBeVisible();
    expect(screen.queryByText('+4930555011')).toBeNull();
  });

  it('are added one by one; a wrong value stays in its field with the reason', async () => {
    const { show, user, session } = await aWindowOn(numbers);
    show(<NumbersTab groupId="root" />);
    await user.click(await screen.findByRole('button', { name: 'Add' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Add a number' }));
    const line = await screen.findByRole('form', { name: 'Add a number' });
    const field = within(line).getByRole('textbox', { name: 'Number' });
    await user.type(field, '030 1{Enter}');
    expect(await within(line).findByRole('alert')).toHaveTextContent('G1');
    expect(field).toHaveValue('030 1');
    await user.clear(field);
    await user.type(field, '+49 30 555 012{Enter}');
    await waitFor(() =>
      expect([...session.model.rows('numbers')].map((number) => number.value)).toContain('+4930555012'),
    );
    await waitFor(() => expect(field).toHaveValue(''));
  });

  it('come from ranges too, whose next unused value is shown', async () => {
    const { show, user } = await aWindowOn(numbers);
    show(<NumbersTab groupId="root" />);
    await user.click(await screen.findByRole('button', { name: 'Add' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Add a SIP range' }));
    await user.type(await screen.findByRole('textbox', { name: 'First' }), '2001');
    await user.type(screen.getByRole('textbox', { name: 'Last' }), '2009{Enter}');
    expect(await screen.findByText('2001–2009')).toBeVisible();
    expect(screen.getByText(/next unused 2002/)).toBeVisible();
  });

  it('are attached to somebody who is searched for; what does not go is said before the click', async () => {
    const { show, user, session } = await aWindowOn(numbers);
    show(<NumberProperties ids={['n1']} />);
    await user.click(await screen.findByRole('button', { name: 'Attach to…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Attach +4930555011 to…' });
    await user.click(await within(dialog).findByRole('option', { name: /^House 1/ }));
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Attach' })).toBeDisabled());
    await user.click(within(dialog).getByRole('option', { name: /^Ada Albrecht/ }));
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Attach' })).toBeEnabled());
    await user.click(within(dialog).getByRole('button', { name: 'Attach' }));
    await waitFor(() => expect(session.model.row('numbers', 'n1')?.userId).toBe('ada'));
  });

  it('are accessible, in the table and in the properties', async () => {
    const { show } = await aWindowOn(numbers);
    const { container } = show(
      <main>
        <NumbersTab groupId="root" />
        <NumberProperties ids={['s1']} />
      </main>,
    );
    await screen.findAllByText('2001');
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
