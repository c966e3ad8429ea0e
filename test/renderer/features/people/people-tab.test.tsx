import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActCall } from '../../../../renderer/src/data/session';
import { PeopleTab } from '../../../../renderer/src/features/people';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../../support/renderer/window-world';

const people: readonly ActCall[] = [
  ...sunrise,
  { do: 'user.create', args: { id: 'ben', groupId: 'a2', name: 'Ben Baptiste', email: 'ben@example.org' } },
  { do: 'user.create', args: { id: 'olga', groupId: 'sunrise', name: 'Olga Okafor', roleId: 'concierge' } },
];

function namesOf(session: {
  readonly model: { rows: (table: 'users') => IterableIterator<{ readonly name: string }> };
}): readonly string[] {
  return [...session.model.rows('users')].map((user) => user.name);
}

describe('the people of a group', () => {
  it('are those of the subgroups too, until the switch says otherwise', async () => {
    const { show, user } = await aWindowOn(people);
    show(<PeopleTab groupId="sunrise" />);
    expect(await screen.findByText('Ada Albrecht')).toBeVisible();
    await user.click(screen.getByRole('switch', { name: 'Include subgroups' }));
    await waitFor(() => expect(screen.queryByText('Ada Albrecht')).toBeNull());
    expect(screen.getByText('Olga Okafor')).toBeVisible();
  });

  it('are filtered by any word of a row', async () => {
    const { show, user } = await aWindowOn(people);
    show(<PeopleTab groupId="sunrise" />);
    await user.type(await screen.findByRole('searchbox', { name: 'Filter here' }), 'ben@ex');
    await waitFor(() => expect(screen.queryByText('Ada Albrecht')).toBeNull());
    expect(screen.getByText('Ben Baptiste')).toBeVisible();
  });

  it('are created one after the other with Enter', async () => {
    const { show, user, session } = await aWindowOn(people);
    show(<PeopleTab groupId="a1" />);
    await user.click(await screen.findByRole('button', { name: 'New person' }));
    await user.keyboard('Carla Conti{Enter}');
    await waitFor(() => expect(namesOf(session)).toContain('Carla Conti'));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue(''));
    await user.keyboard('Dora Demir{Enter}');
    await waitFor(() => expect(namesOf(session)).toContain('Dora Demir'));
  });

  it('keep what was typed when creating is refused, and say why beside it', async () => {
    const { show, user, session } = await aWindowOn(people);
    show(<PeopleTab groupId="a1" />);
    await user.click(await screen.findByRole('button', { name: 'New person' }));
    await user.keyboard('Carla Conti');
    await user.type(screen.getByRole('textbox', { name: 'E-mail' }), 'nonsense{Enter}');
    const line = screen.getByRole('form', { name: 'New person' });
    expect(await within(line).findByRole('alert')).toHaveTextContent('G1');
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Carla Conti');
    expect(namesOf(session)).not.toContain('Carla Conti');
  });

  it('are archived together as one step, after the effect was said', async () => {
    const { show, user, session } = await aWindowOn([
      ...people,
      { do: 'allowance.set', args: { userId: 'ada', resources: { sip: 2, mobileApp: 1 } } },
    ]);
    show(<PeopleTab groupId="sunrise" />);
    await user.click(await screen.findByRole('checkbox', { name: 'Select Ada Albrecht' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select Ben Baptiste' }));
    await user.click(screen.getByRole('button', { name: 'What to do…' }));
    await user.click(await screen.findByRole('menuitem', { name: /Archive/ }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Archive 2 people' });
    expect(dialog).toHaveTextContent('1 allowance ends.');
    await user.click(within(dialog).getByRole('button', { name: 'Archive' }));
    await waitFor(() => expect(session.model.row('users', 'ada')?.lifecycle).toBe('archived'));
    expect(session.model.row('users', 'ben')?.lifecycle).toBe('archived');
    await session.undo();
    expect([session.model.row('users', 'ada')?.lifecycle, session.model.row('users', 'ben')?.lifecycle]).toEqual([
      'planned',
      'planned',
    ]);
  });

  it('are accessible, with a line being written too', async () => {
    const { show, user } = await aWindowOn(people);
    const { container } = show(<PeopleTab groupId="sunrise" />);
    await user.click(await screen.findByRole('button', { name: 'New person' }));
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
