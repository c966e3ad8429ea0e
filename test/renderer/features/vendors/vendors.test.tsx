import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TrellisBridge } from '#core/ipc/bridge';
import { SecretKeeper, type SecretBox } from '../../../../electron/main/servers/secret-keeper';
import { VendorDesk } from '../../../../electron/main/vendors/vendor-desk';
import { Vendors } from '../../../../renderer/src/features/vendors';
import { useCommands, type CommandId } from '../../../../renderer/src/parts/commands';
import { Button } from '../../../../renderer/src/ui/Button';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../../support/renderer/window-world';
import { temporaryFolder } from '../../../support/temporary-folder';
import { panelPassword } from '../../../support/vendors/panel-stand-in';
import { ringoverKey } from '../../../support/vendors/ringover-stand-in';
import { startStandIns, type RunningStandIns } from '../../../support/vendors/running';

vi.mock('../../../../electron/main/vendors/waiting', () => ({
  realWaiting: { now: () => 0, wait: () => Promise.resolve() },
}));

const noKeychain: SecretBox = {
  isEncryptionAvailable: () => false,
  encryptString: () => Buffer.from(''),
  decryptString: () => '',
};

let vendors: RunningStandIns;

beforeEach(async () => {
  localStorage.clear();
  vendors = await startStandIns();
  const told: ((progress: { job: string; done: number; of: number | null }) => void)[] = [];
  const desk = new VendorDesk({
    secrets: await SecretKeeper.open(await temporaryFolder(), noKeychain),
    standIn: vendors.args[0]?.split('=')[1] ?? null,
    standInPaceMs: 0,
    tell: (progress) => told.forEach((listener) => listener(progress)),
  });
  const handlers = desk.handlers();
  const call = Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      async (request: unknown) => (handler as (given: unknown, caller: unknown) => unknown)(request, { contentsId: 1 }),
    ]),
  );
  window.trellis = {
    call,
    on: {
      'vendors.progress': (listener: (typeof told)[number]) => {
        told.push(listener);
        return () => void told.splice(told.indexOf(listener), 1);
      },
    },
  } as unknown as TrellisBridge;
});
afterEach(() => vendors.close());

/** The commands as buttons: how they are reached is the palette's business. */
function Asking({ id }: { readonly id: CommandId }) {
  const registry = useCommands();
  return <Button onPress={() => registry.run(id)}>{id}</Button>;
}

async function asking(id: CommandId, groupId: string) {
  const world = await aWindowOn([
    ...sunrise,
    { do: 'group.create', args: { id: 'office', parentId: 'root', kind: 'office', name: 'Head office' } },
  ]);
  world.account.view.setState({ groupId });
  world.show(
    <>
      <Vendors />
      <Asking id={id} />
    </>,
  );
  await world.user.click(screen.getByRole('button', { name: id }));
  return world;
}

describe('pulling from Ringover', () => {
  it('asks for the key, then what the plans are, shows both sides, and is one step', async () => {
    const { user, session } = await asking('vendors.ringoverPull', 'office');
    const asked = await screen.findByRole('dialog', { name: 'Pull from Ringover into Head office' });
    await user.type(await within(asked).findByLabelText('Key'), 'wrong-key-of-nobody');
    await user.click(within(asked).getByRole('button', { name: 'Connect' }));
    expect(await within(asked).findByText('Ringover does not know this key')).toBeVisible();
    expect(within(asked).getByText(/Invalid user/)).toBeVisible();
    expect(await accessibilityProblems(asked)).toEqual([]);
    await user.clear(within(asked).getByLabelText('Key'));
    await user.type(within(asked).getByLabelText('Key'), ringoverKey);
    await user.click(within(asked).getByRole('button', { name: 'Connect' }));

    await screen.findByText('What are the plans of Sunrise Office here?');
    await user.click(screen.getByRole('button', { name: 'Compare' }));
    const dialog = await screen.findByRole('dialog', { name: 'Pull from Ringover into Head office' });
    expect(await within(dialog).findByText(/Ada Albrecht · Business · .*ada@office\.example/)).toBeVisible();
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: /^Pull \d+ lines$/ }));
    await waitFor(() =>
      expect([...session.model.rows('users')].filter(({ groupId }) => groupId === 'office')).toHaveLength(3),
    );
    await session.undo();
    expect([...session.model.rows('users')].filter(({ groupId }) => groupId === 'office')).toEqual([]);
    expect(JSON.stringify(localStorage)).not.toContain(ringoverKey);
  });
});

describe('pushing to Ringover', () => {
  it('lets be chosen only what can be sent, and leaves out what takes something away', async () => {
    const { user, session } = await asking('vendors.ringoverPush', 'office');
    const outcome = await session.act({
      do: 'batch',
      args: {
        do: [
          { do: 'user.create', args: { id: 'eve', groupId: 'office', name: 'Eve Ernst' } },
          {
            do: 'user.create',
            args: { id: 'ada-of-office', groupId: 'office', name: 'Ada', email: 'ada@office.example' },
          },
          { do: 'user.archive', args: { userId: 'ada-of-office' } },
        ],
      },
    });
    expect(outcome).toMatchObject({ ok: true });
    await user.type(await screen.findByLabelText('Key'), ringoverKey);
    await user.click(screen.getByRole('button', { name: 'Connect' }));
    await user.click(await screen.findByRole('button', { name: 'Compare' }));
    const dialog = await screen.findByRole('dialog', { name: 'Push Head office to Ringover' });
    const eve = (await within(dialog).findByText('Eve Ernst')).closest<HTMLElement>('[role=row]');
    expect(eve).toHaveTextContent('By hand: needs a license here first');
    expect(within(eve ?? dialog).queryByRole('checkbox')).toBeNull();
    const archived = within(dialog).getByRole('checkbox', { name: 'Select Ada' });
    expect(archived).not.toBeChecked();
    expect(within(dialog).getByRole('button', { name: 'Nothing to send' })).toBeDisabled();
    await user.click(archived);
    expect(within(dialog).getByRole('button', { name: 'Send 1 call' })).toBeEnabled();
    await user.type(within(dialog).getByRole('searchbox', { name: 'Filter here' }), 'eve');
    await waitFor(() => expect(within(dialog).queryByRole('checkbox', { name: 'Select Ada' })).toBeNull());
    expect(within(dialog).getByRole('button', { name: 'Send 1 call' })).toBeEnabled();
    await user.clear(within(dialog).getByRole('searchbox', { name: 'Filter here' }));
    await user.pointer({ keys: '[MouseRight]', target: await within(dialog).findByText('Eve Ernst') });
    expect(screen.queryByRole('menuitem', { name: /Leave out/ })).toBeNull();
    await user.keyboard('{Escape}');
    expect(within(dialog).getByText(/^DELETE .*type=ARCHIVED/)).toBeVisible();
    expect(await accessibilityProblems(dialog)).toEqual([]);
  });
});

describe('writing to a panel', () => {
  it('shows what it holds, lets a code be filled in, writes, reads back and reports', async () => {
    const { user, session } = await asking('vendors.panels', 'h1');
    await session.act({ do: 'group.create', args: { id: 'a9', parentId: 'h1', kind: 'apartment', name: 'Penthouse' } });
    const dialog = await screen.findByRole('dialog', { name: 'Write House 1 to a panel' });
    await user.type(within(dialog).getByLabelText('Address of the panel'), vendors.panelAddress);
    await user.type(within(dialog).getByLabelText('Password'), panelPassword);
    await user.click(within(dialog).getByRole('button', { name: 'Read the panel' }));
    const code = await within(dialog).findByLabelText('Code of Penthouse');
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await user.type(code, '9{Enter}');
    await user.click(await within(dialog).findByRole('button', { name: 'Write 3 apartments' }));
    expect(await within(dialog).findByText('3 done, 0 not done, 0 unknown, 0 not sent')).toBeVisible();
    expect(within(dialog).getAllByText('Added')).toHaveLength(3);
    expect(vendors.panel.apartments.map(({ apartment_name }) => apartment_name)).toEqual([
      'Apartment 1',
      'Apartment 2',
      'Penthouse',
    ]);
    expect([...session.model.rows('devices')]).toMatchObject([{ serial: '0123456789AB', groupId: 'h1' }]);
  });

  it('is not offered above a building', async () => {
    await asking('vendors.panels', 'sunrise');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
