import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { GrantFile } from '#core/intents/grant-files';
import type { TrellisBridge } from '#core/ipc/bridge';
import type { RequestOf } from '#core/ipc/channels';
import type { ReadLetter } from '#core/ipc/grant-channels';
import type { GrantLetter } from '#core/ledger/grant-file';
import { Grants } from '../../../renderer/src/features/grants';
import { useCommands } from '../../../renderer/src/parts/commands';
import type { GrantCalls } from '../../../renderer/src/state/grant-calls';
import { aWindowOn, sunrise, windowOn, type WindowWorld } from '../../support/renderer/window-world';

const words = ['amber', 'birch', 'cedar', 'daisy', 'elder', 'fern'];
const theirKey = '1f'.repeat(32);
const sig = '00'.repeat(64);
const address: GrantLetter = { kind: 'address', fromLedger: 'dealer', fromRoot: 'root', from: 'Dealer' };

/** A file that was opened outside of the window. */
let given: { readonly name: string; readonly bytes: Uint8Array | null } | null = null;

beforeEach(() => {
  given = null;
  window.trellis = {
    call: {
      'project.given': ({ kind }: RequestOf<'project.given'>) =>
        Promise.resolve({ ok: true, value: kind === 'grant' ? given : null }),
    },
    on: { 'project.given': () => () => undefined },
  } as unknown as TrellisBridge;
});

function Opener(): null {
  const registry = useCommands();
  run = (id) => registry.run(id);
  return null;
}
let run: (id: 'licenses.give' | 'licenses.accept' | 'licenses.betweenAccounts') => void = () => undefined;

interface Shown {
  readonly world: WindowWorld;
  readonly save: ReturnType<typeof vi.fn<GrantCalls['save']>>;
  /** The file that the person chooses next says this; a name of a problem: it cannot be read. */
  readonly choose: (letter: GrantLetter | 'altered') => Promise<void>;
}

async function shown(
  world: WindowWorld,
  first: GrantLetter | 'altered' = 'altered',
  dropped: File | null = null,
): Promise<Shown> {
  let next = first;
  const save = vi.fn<GrantCalls['save']>(() => Promise.resolve({ ok: true, value: true }));
  const grants: GrantCalls = {
    words: () => Promise.resolve({ ok: true, value: ['one', 'two', 'three', 'four', 'five', 'six'] }),
    read: () =>
      Promise.resolve(
        next === 'altered'
          ? { ok: false, failure: { kind: 'altered' } }
          : { ok: true, value: { letter: next, key: theirKey, sig, words } satisfies ReadLetter },
      ),
    save,
  };
  Object.assign(world.account, { grants });
  world.show(
    <>
      <Grants dropped={dropped} />
      <Opener />
    </>,
  );
  await waitFor(() => expect(run).toBeDefined());
  return {
    world,
    save,
    choose: async (letter) => {
      next = letter;
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      if (input === null) throw new Error('no file is asked for');
      await world.user.upload(input, new File(['trellis-grant-2'], 'a.trellis-grant'));
    },
  };
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

async function chooseType(world: WindowWorld, name: RegExp): Promise<void> {
  await world.user.click(screen.getByRole('button', { name: /License$/ }));
  await world.user.click(await screen.findByRole('option', { name }));
}

async function aReceiver(): Promise<{ readonly world: WindowWorld; readonly grant: GrantFile }> {
  const world = await aWindowOn(sunrise);
  const grant: GrantFile = {
    ...{ kind: 'grant', id: 'g1', fromLedger: 'distributor', from: 'Distributor', to: 'Sunrise' },
    ...{ toLedger: world.session.ledger, toRoot: 'root', typeId: 'link.plus', quantity: 8 },
  } as GrantFile;
  return { world, grant };
}

describe('giving licenses to another account', () => {
  it('asks for six words first, sets the licenses aside and saves the file', async () => {
    const { world, save, choose } = await shown(await aWindowOn(sunrise));
    run('licenses.give');
    await screen.findByRole('dialog', { name: 'Give licenses to another account' });
    await choose(address);
    expect(await screen.findByText('For Dealer')).toBeVisible();
    expect(within(screen.getByRole('list', { name: 'Six words' })).getAllByRole('listitem')).toHaveLength(6);
    await chooseType(world, /Plus/);
    expect(button('Give')).toBeDisabled();
    await world.user.click(screen.getByRole('checkbox'));
    await world.user.click(button('Give'));
    expect(await screen.findByRole('dialog', { name: 'Given to Dealer' })).toBeVisible();
    expect(world.session.ask('grants', {}, '2026-06-01')).toMatchObject([
      { direction: 'given', ledger: 'dealer', name: 'Dealer', quantity: 1, keys: [theirKey] },
    ]);
    expect(save).toHaveBeenCalledWith({ kind: 'grant', id: expect.any(String) as string }, 'Licenses for Dealer');
    expect(await screen.findByText(/The file is saved/)).toBeVisible();
  });

  it('says before the click that the pool has not so many, and that a file is no address', async () => {
    const { world, choose } = await shown(await aWindowOn(sunrise));
    run('licenses.give');
    await screen.findByRole('dialog');
    await choose({ kind: 'receipt', id: 'g1', fromLedger: 'dealer', toLedger: world.session.ledger });
    expect(await screen.findByText('This file is no address')).toBeVisible();
    await choose(address);
    await chooseType(world, /Plus/);
    const quantity = screen.getByRole('textbox', { name: 'Quantity' });
    await world.user.clear(quantity);
    await world.user.type(quantity, '9{Tab}');
    await world.user.click(screen.getByRole('checkbox'));
    expect(await screen.findByText('D3')).toBeVisible();
    expect(button('Give')).toBeDisabled();
  });

  it('says before the click that the other account does not know a type of one’s own', async () => {
    const own = { id: 'own.parking', name: 'Parking', mode: 'seat', rank: 15 } as const;
    const { world, choose } = await shown(
      await aWindowOn([
        { do: 'catalogue.addType', args: own },
        { do: 'block.add', args: { groupId: 'root', typeId: 'own.parking', quantity: 5, source: 'purchase' } },
      ]),
    );
    run('licenses.give');
    await screen.findByRole('dialog');
    await choose(address);
    await chooseType(world, /Parking/);
    await world.user.click(screen.getByRole('checkbox'));
    expect(await screen.findByText(/does not know your own types/)).toBeVisible();
    expect(button('Give')).toBeDisabled();
  });
});

describe('accepting licenses', () => {
  it('shows from whom and how many, asks for six words, and saves the receipt', async () => {
    const { world, grant } = await aReceiver();
    const { save, choose } = await shown(world);
    run('licenses.accept');
    await screen.findByRole('dialog', { name: 'Accept licenses' });
    await choose(grant);
    expect(await screen.findByText(/Distributor gives this account 8 ×/)).toBeVisible();
    expect(button('Accept')).toBeDisabled();
    await world.user.click(screen.getByRole('checkbox'));
    await world.user.click(button('Accept'));
    expect(await screen.findByRole('dialog', { name: 'The licenses are here' })).toBeVisible();
    expect(save).toHaveBeenCalledWith({ kind: 'receipt', id: 'g1' }, 'Receipt for Distributor');
    await world.user.click(screen.getAllByRole('button', { name: 'Close' }).at(-1) as HTMLElement);
    run('licenses.accept');
    await screen.findByRole('dialog', { name: 'Accept licenses' });
    await choose(grant);
    expect(await screen.findByText('These licenses are here already')).toBeVisible();
  });

  it('begins with the file, where one was opened outside of the window or dropped on it', async () => {
    const { world, grant } = await aReceiver();
    given = { name: 'Licenses for Sunrise.trellis-grant', bytes: new Uint8Array() };
    await shown(world, grant);
    await screen.findByRole('dialog', { name: 'Accept licenses' });
    expect(await screen.findByText(/Distributor gives this account 8 ×/)).toBeVisible();
  });

  it('says what is wrong with a file that was dropped, and takes another one', async () => {
    const { world, grant } = await aReceiver();
    const { choose } = await shown(world, 'altered', new File(['no'], 'a.trellis-grant'));
    await screen.findByRole('dialog', { name: 'Accept licenses' });
    expect(await screen.findByText('This file is not as it was signed')).toBeVisible();
    await choose(grant);
    expect(await screen.findByText(/Distributor gives this account 8 ×/)).toBeVisible();
  });

  it('says what is wrong with a file that was altered, is from here, for another account, or about nothing known', async () => {
    const { world, grant } = await aReceiver();
    const { choose } = await shown(world);
    run('licenses.accept');
    await screen.findByRole('dialog', { name: 'Accept licenses' });
    await choose('altered');
    expect(await screen.findByText('This file is not as it was signed')).toBeVisible();
    await choose({ ...grant, toLedger: 'elsewhere', to: 'Somebody' } as GrantLetter);
    expect(await screen.findByText('This file is for Somebody')).toBeVisible();
    await choose({ ...grant, fromLedger: world.session.ledger, toLedger: 'elsewhere', to: 'Somebody' } as GrantLetter);
    expect(await screen.findByText('This file was made in this account')).toBeVisible();
    await choose({ kind: 'receipt', id: 'g9', fromLedger: 'dealer', toLedger: world.session.ledger });
    expect(await screen.findByText('This account knows nothing of these licenses')).toBeVisible();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});

describe('the list of licenses between accounts', () => {
  it('gives back what is free, asks back what was given, and offers the file again', async () => {
    const { world, grant } = await aReceiver();
    await world.session.act({ do: 'grant.accept', args: { file: grant, key: theirKey, sig } });
    await world.session.act({
      do: 'grant.give',
      args: { id: 'g2', toLedger: 'project', toRoot: 'root', toName: 'Project', typeId: 'link.plus', quantity: 3 },
    });
    const { save } = await shown(windowOn(world.session));
    run('licenses.betweenAccounts');
    const received = await screen.findByRole('table', { name: 'Received' });
    const given = screen.getByRole('table', { name: 'Given' });
    expect(within(given).getByText('no receipt yet')).toBeVisible();
    await world.user.click(within(given).getByRole('button', { name: 'Ask back…' }));
    await screen.findByRole('dialog', { name: 'Asked for licenses back' });
    expect(save).toHaveBeenCalledWith({ kind: 'recall', id: 'g2' }, 'Request to give back for Project');
    await world.user.click(screen.getAllByRole('button', { name: 'Close' }).at(-1) as HTMLElement);
    await world.user.click(within(received).getByRole('button', { name: 'Give back…' }));
    const quantity = await screen.findByRole('textbox', { name: 'Quantity' });
    await world.user.clear(quantity);
    await world.user.type(quantity, '2{Tab}');
    await world.user.click(button('Give back'));
    await waitFor(() => expect(save).toHaveBeenCalledWith({ kind: 'return', id: 'g1' }, 'Return for Distributor'));
    expect(world.session.ask('grants', {}, '2026-06-01')).toMatchObject([{ returned: 2 }, { recalled: true }]);
  });
});
