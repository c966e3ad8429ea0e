import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActCall } from '../../../renderer/src/data/session';
import { DevicesTab } from '../../../renderer/src/features/devices';
import { OwnFieldsPanel } from '../../../renderer/src/features/own-fields';
import { GroupProperties } from '../../../renderer/src/features/overview';
import { PeopleTab, UserProperties } from '../../../renderer/src/features/people';
import { NumberProperties, NumbersTab } from '../../../renderer/src/features/numbers';
import { PortfolioTab } from '../../../renderer/src/features/portfolio';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../support/renderer/window-world';

const withFields: readonly ActCall[] = [
  ...sunrise,
  { do: 'field.define', args: { id: 'car', on: 'user', name: 'Licence plate', kind: 'text' } },
  { do: 'field.define', args: { id: 'since', on: 'user', name: 'Tenant since', kind: 'day' } },
  { do: 'field.define', args: { id: 'heat', on: 'group', name: 'Heating', kind: 'choice', choices: ['gas', 'pump'] } },
  { do: 'field.define', args: { id: 'cost', on: 'number', name: 'Fee', kind: 'number' } },
  { do: 'user.update', args: { userId: 'ada', set: { fields: { car: 'B-TR 7', since: '2026-03-01' } } } },
  { do: 'user.create', args: { id: 'ben', groupId: 'a2', name: 'Ben Baptiste' } },
  { do: 'number.add', args: { id: 'line', kind: 'landline', value: '+4930555011' } },
];

describe('fields of one’s own', () => {
  it('are made, renamed and removed, with what goes with them before the click', async () => {
    const { show, user, session } = await aWindowOn(withFields);
    const { container } = show(<OwnFieldsPanel />);
    await user.click(await screen.findByRole('button', { name: 'New field…' }));
    const dialog = await screen.findByRole('dialog', { name: 'A field of your own' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Key card');
    await user.click(within(dialog).getByRole('button', { name: 'Make the field' }));
    expect(await screen.findByRole('row', { name: /Key card people a text/ })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Change Licence plate' }));
    const name = within(await screen.findByRole('dialog')).getByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.type(name, 'Number plate');
    await user.click(screen.getByRole('button', { name: 'Change' }));
    await waitFor(() => expect(session.model.row('fields', 'car')?.name).toBe('Number plate'));
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Remove Number plate' }));
    expect(await screen.findByText('One value goes with it.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(session.model.row('users', 'ada')?.fields).toEqual({ since: '2026-03-01' }));
    await session.undo();
    expect(session.model.row('users', 'ada')?.fields).toEqual({ car: 'B-TR 7', since: '2026-03-01' });
  });

  it('are columns of the people, by which the filter finds them', async () => {
    const { show, user } = await aWindowOn(withFields);
    show(<PeopleTab groupId="sunrise" />);
    const row = await screen.findByRole('row', { name: /Ada Albrecht/ });
    expect(row).toHaveTextContent('B-TR 7');
    expect(row).toHaveTextContent('1 Mar 2026');
    await user.type(screen.getByRole('searchbox'), 'tr 7');
    await waitFor(() => expect(screen.queryByRole('row', { name: /Ben Baptiste/ })).toBeNull());
    expect(screen.getByRole('row', { name: /Ada Albrecht/ })).toBeVisible();
  });

  it('are columns of devices, of numbers and of the complexes in the portfolio as well', async () => {
    const { show } = await aWindowOn([
      ...withFields,
      { do: 'field.define', args: { id: 'rack', on: 'device', name: 'Rack', kind: 'text' } },
      { do: 'device.register', args: { id: 'panel', groupId: 'sunrise', serial: 'S-1' } },
      { do: 'device.update', args: { deviceId: 'panel', set: { fields: { rack: 'R 12' } } } },
      { do: 'number.update', args: { numberId: 'line', set: { fields: { cost: 4.5 } } } },
      { do: 'group.update', args: { groupId: 'sunrise', set: { fields: { heat: 'pump' } } } },
    ]);
    const devices = show(<DevicesTab groupId="sunrise" />);
    expect(await screen.findByRole('columnheader', { name: 'Rack' })).toBeVisible();
    expect(screen.getByRole('row', { name: /S-1/ })).toHaveTextContent('R 12');
    devices.unmount();
    const numbers = show(<NumbersTab groupId="root" />);
    expect(await screen.findByRole('columnheader', { name: 'Fee' })).toBeVisible();
    expect(screen.getByRole('row', { name: /5011/ })).toHaveTextContent('4.5');
    numbers.unmount();
    show(<PortfolioTab groupId="root" />);
    expect(await screen.findByRole('columnheader', { name: 'Heating' })).toBeVisible();
    expect(screen.getByRole('row', { name: /Sunrise/ })).toHaveTextContent('pump');
  });

  it('are filled in the properties, for one and for many at once', async () => {
    const { show, user, session } = await aWindowOn(withFields);
    const shown = show(<UserProperties ids={['ada']} />);
    const plate = await screen.findByRole('textbox', { name: 'Licence plate' });
    expect(plate).toHaveValue('B-TR 7');
    await user.clear(plate);
    await user.type(plate, 'B-TR 8{Enter}');
    await waitFor(() => expect(session.model.row('users', 'ada')?.fields?.['car']).toBe('B-TR 8'));
    shown.unmount();
    show(<UserProperties ids={['ada', 'ben']} />);
    const both = await screen.findByRole('textbox', { name: 'Licence plate' });
    expect(both).toHaveAttribute('placeholder', 'several values');
    await user.type(both, 'none{Enter}');
    await waitFor(() =>
      expect(['ada', 'ben'].map((id) => session.model.row('users', id)?.fields?.['car'])).toEqual(['none', 'none']),
    );
  });

  it('of a group and of a number stand in their properties', async () => {
    const { show, user, session } = await aWindowOn(withFields);
    const shown = show(<GroupProperties ids={['sunrise']} />);
    await user.click(await screen.findByRole('button', { name: /Heating/ }));
    await user.click(await screen.findByRole('option', { name: 'pump' }));
    await waitFor(() => expect(session.model.row('groups', 'sunrise')?.fields).toEqual({ heat: 'pump' }));
    shown.unmount();
    show(<NumberProperties ids={['line']} />);
    await user.type(await screen.findByRole('textbox', { name: 'Fee' }), '4.5{Tab}');
    await waitFor(() => expect(session.model.row('numbers', 'line')?.fields).toEqual({ cost: 4.5 }));
  });

  it('are not in sight where there are none', async () => {
    const { show } = await aWindowOn(sunrise);
    show(<DevicesTab groupId="sunrise" />);
    expect(screen.queryByText('Own fields')).toBeNull();
  });
});
