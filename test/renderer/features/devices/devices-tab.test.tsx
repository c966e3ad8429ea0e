import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActCall } from '../../../../renderer/src/data/session';
import { DeviceProperties, DevicesTab } from '../../../../renderer/src/features/devices';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../../support/renderer/window-world';

const panels: readonly ActCall[] = [
  ...sunrise,
  { do: 'device.register', args: { id: 'd1', groupId: 'h1', serial: 'AA-1', model: 'Panel' } },
  { do: 'device.register', args: { id: 'd2', groupId: 'h2', serial: 'AA-2', model: 'Panel' } },
];

describe('the devices of a group', () => {
  it('show how they look where there are none yet', async () => {
    const { show } = await aWindowOn(sunrise);
    const { container } = show(<DevicesTab groupId="h1" />);
    const example = await screen.findByRole('table', { name: 'How it looks when it is filled' });
    expect(within(example).getByRole('columnheader', { name: 'Serial number' })).toBeVisible();
    expect(within(example).getByRole('cell', { name: 'Entrance B' })).toBeVisible();
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  it('are registered one after the other, the model staying', async () => {
    const { show, user, session } = await aWindowOn(sunrise);
    show(<DevicesTab groupId="h1" />);
    await user.click((await screen.findAllByRole('button', { name: 'Register a device' }))[0] as HTMLElement);
    await user.type(screen.getByRole('textbox', { name: 'Model' }), 'Panel');
    await user.type(screen.getByRole('textbox', { name: 'Serial number' }), 'AA-1{Enter}');
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Serial number' })).toHaveValue(''));
    await user.keyboard('AA-2{Enter}');
    await waitFor(() =>
      expect([...session.model.rows('devices')].map(({ serial, model }) => `${serial} ${model}`).sort()).toEqual([
        'AA-1 Panel',
        'AA-2 Panel',
      ]),
    );
  });

  it('keep a serial number that is taken in the field, and say so', async () => {
    const { show, user, session } = await aWindowOn(panels);
    show(<DevicesTab groupId="h1" />);
    await user.click((await screen.findAllByRole('button', { name: 'Register a device' }))[0] as HTMLElement);
    await user.type(screen.getByRole('textbox', { name: 'Serial number' }), 'AA-2{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('G4');
    expect(screen.getByRole('textbox', { name: 'Serial number' })).toHaveValue('AA-2');
    expect([...session.model.rows('devices')]).toHaveLength(2);
  });

  it('are selected by a click', async () => {
    const { show, user, account } = await aWindowOn(panels);
    show(<DevicesTab groupId="sunrise" />);
    await user.click(await screen.findByText('AA-1'));
    expect(account.view.getState().selection).toEqual({ kind: 'device', ids: ['d1'] });
  });

  it('are drawn by their kind, which is chosen or stands in the model', async () => {
    const { show } = await aWindowOn([
      ...panels,
      { do: 'device.register', args: { id: 'd3', groupId: 'h1', serial: 'AA-3', model: 'AX-07' } },
      { do: 'device.register', args: { id: 'd4', groupId: 'h1', serial: 'AA-4', model: 'Innenmonitor 7"' } },
      { do: 'device.register', args: { id: 'd5', groupId: 'h1', serial: 'AA-5', model: 'AA-12' } },
      { do: 'field.define', args: { id: 'art', on: 'device', name: 'Art', kind: 'choice', choices: ['Schloss'] } },
      { do: 'device.update', args: { deviceId: 'd5', set: { fields: { art: 'Schloss' } } } },
    ]);
    show(
      <>
        <DevicesTab groupId="h1" />
        <DeviceProperties ids={['d5']} />
      </>,
    );
    for (const [serial, picture] of [
      ['AA-1', 'A panel'],
      ['AA-3', 'A device'],
      ['AA-4', 'A monitor'],
      ['AA-5', 'A lock'],
    ] as const) {
      const row = (await screen.findByText(serial)).closest<HTMLElement>('[role=row]');
      expect(within(row ?? document.body).getByRole('img', { name: picture })).toBeVisible();
    }
    expect(screen.getAllByRole('img', { name: 'A lock' })).toHaveLength(2);
  });

  it('are removed with Delete after it was said what the pool loses', async () => {
    const { show, user, session } = await aWindowOn(panels);
    show(<DevicesTab groupId="sunrise" />);
    await user.click(await screen.findByRole('checkbox', { name: 'Select all rows' }));
    screen.getByText('AA-1').closest<HTMLElement>('[role=row]')?.focus();
    await user.keyboard('{Delete}');
    const dialog = await screen.findByRole('alertdialog', { name: 'Remove 2 devices' });
    expect(dialog).toHaveTextContent('2 × Link Basic leave the pool of Sunrise.');
    await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect([...session.model.rows('devices')]).toEqual([]));
  });

  it('are corrected after registering, Escape giving up what was typed', async () => {
    const { show, user, session } = await aWindowOn(panels);
    show(<DeviceProperties ids={['d1']} />);
    const serial = await screen.findByRole('textbox', { name: 'Serial number' });
    await user.clear(serial);
    await user.type(serial, 'AA-9{Escape}');
    expect(serial).toHaveValue('AA-1');
    await user.clear(serial);
    await user.type(serial, 'AA-2{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('G4');
    expect(serial).toHaveValue('AA-2');
    await user.clear(serial);
    await user.type(serial, 'AA-9{Enter}');
    await waitFor(() => expect(session.model.row('devices', 'd1')?.serial).toBe('AA-9'));
  });

  it('get fields for what is usually noted of them in one act, the address being the one that panels are found by', async () => {
    const { show, user, session } = await aWindowOn(panels);
    show(<DeviceProperties ids={['d1']} />);
    await user.click(await screen.findByRole('button', { name: 'Add these fields' }));
    const address = await screen.findByRole('textbox', { name: 'IP address' });
    await user.type(address, '192.168.1.20{Enter}');
    await waitFor(() =>
      expect(session.model.row('devices', 'd1')?.fields).toEqual({ 'vendor.basip.address': '192.168.1.20' }),
    );
    expect(screen.queryByRole('button', { name: 'Add these fields' })).toBeNull();
    await session.undo();
    await session.undo();
    expect([...session.model.rows('fields')]).toEqual([]);
  });

  it('are accessible, in the table and in the properties', async () => {
    const { show } = await aWindowOn(panels);
    const { container } = show(
      <main>
        <DevicesTab groupId="sunrise" />
        <DeviceProperties ids={['d1']} />
      </main>,
    );
    await screen.findByText('AA-2');
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
