import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Account, AccountSection } from '../../../../renderer/src/features/account';
import { useCommands, type CommandId } from '../../../../renderer/src/parts/commands';
import { Button } from '../../../../renderer/src/ui/Button';
import type { ActCall } from '../../../../renderer/src/data/session';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn, sunrise, type WindowWorld } from '../../../support/renderer/window-world';

function Opener({ id }: { readonly id: CommandId }) {
  const commands = useCommands();
  return <Button onPress={() => void commands.run(id)}>open</Button>;
}

async function open(acts: readonly ActCall[], id: CommandId): Promise<WindowWorld & { readonly dialog: HTMLElement }> {
  const world = await aWindowOn(acts);
  world.show(
    <>
      <Account />
      <Opener id={id} />
    </>,
  );
  await world.user.click(await screen.findByRole('button', { name: 'open' }));
  return { ...world, dialog: await screen.findByRole('dialog') };
}

const withAdvanced: readonly ActCall[] = [
  ...sunrise,
  { do: 'block.add', args: { groupId: 'root', typeId: 'ringover.advanced', quantity: 1, source: 'purchase' } },
  { do: 'number.range', args: { from: '200', to: '299' } },
  { do: 'user.create', args: { id: 'ben', groupId: 'root', name: 'Ben Baptiste' } },
  { do: 'seat.assign', args: { userId: 'ben', typeId: 'ringover.advanced' } },
];

describe('the account dialog', () => {
  it('says before the click who loses which features when no way of paying is left, then limits the account in plain words', async () => {
    const { user, dialog, session } = await open(withAdvanced, 'account.properties');
    expect(within(dialog).getByText('The account is in good standing')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: /Payment method/ }));
    await user.click(await screen.findByRole('option', { name: 'None' }));
    expect(await within(dialog).findByText(/Ben Baptiste: .*without Analytics/)).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Apply' }));
    await waitFor(() => expect(session.model.account.paymentMethod).toBe('none'));
    expect(await within(dialog).findByText('There is no way of paying. Choose a payment method.')).toBeVisible();
    expect(within(dialog).getByText('give a person a license')).toBeVisible();
    expect(within(dialog).getByText('Power dialer')).toBeVisible();
  });

  it('renames the account, and says that somebody else did so meanwhile instead of overwriting it', async () => {
    const { user, dialog, session } = await open(sunrise, 'account.properties');
    const name = within(dialog).getByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.type(name, 'Northwind');
    await session.act({ do: 'account.update', args: { set: { name: 'Westwind' } } });
    expect(await within(dialog).findByText(/“Name” has changed meanwhile/)).toBeVisible();
    expect(name).toHaveValue('Northwind');
    expect(within(dialog).getByRole('button', { name: 'Apply' })).toBeDisabled();
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(name).toHaveValue('Westwind');
  });

  it('keeps what was typed while one looks at another tab', async () => {
    const { user, dialog } = await open(sunrise, 'account.properties');
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), ' Group');
    await user.click(within(dialog).getByRole('tab', { name: 'Contract' }));
    await user.click(within(dialog).getByRole('tab', { name: 'Account' }));
    expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toMatch(/ Group$/);
  });

  it('sets the contract as a whole, with least quantities for the types that have one', async () => {
    const { user, dialog, session } = await open(sunrise, 'account.contract');
    await user.click(within(dialog).getByRole('radio', { name: /By request to the vendor/ }));
    await user.type(within(dialog).getByRole('textbox', { name: 'Link Plus' }), '15{Tab}');
    await user.type(within(dialog).getByRole('textbox', { name: 'Notice in days' }), '30{Tab}');
    await user.click(await within(dialog).findByRole('button', { name: 'Apply' }));
    await waitFor(() =>
      expect(session.model.account.contract).toEqual({
        reductionPolicy: 'request',
        floor: { 'link.plus': 15 },
        noticeDays: 30,
      }),
    );
    expect(
      await screen.findByText(
        'Changed the account: Contract is now reducing by request, at least 15 × Link Plus and 30 days of notice',
      ),
    ).toBeVisible();
  });

  it('takes the price of the contract in the account’s currency or another one, and says when to give notice', async () => {
    const { user, dialog, session } = await open(
      [
        ...sunrise,
        {
          do: 'account.update',
          args: {
            set: { currency: 'EUR', contract: { reductionPolicy: 'request', renewsOn: '2027-01-01', noticeDays: 90 } },
          },
        },
      ],
      'account.contract',
    );
    expect(within(dialog).getByText('Notice has to be given by 3 Oct 2026.')).toBeVisible();
    await user.type(within(dialog).getByRole('textbox', { name: 'Price of the contract' }), '1200.5{Tab}');
    await user.click(await within(dialog).findByRole('button', { name: 'Apply' }));
    await waitFor(() => expect(session.model.account.contract.price).toEqual({ amount: 120_050, per: 'year' }));
    expect(session.model.account.contract.currency).toBeUndefined();
    const currency = within(dialog).getByRole('combobox', { name: 'Currency' });
    await user.clear(currency);
    await user.type(currency, 'CHF');
    await user.click(await screen.findByRole('option', { name: /^CHF/ }));
    await user.click(await within(dialog).findByRole('button', { name: 'Apply' }));
    await waitFor(() => expect(session.model.account.contract).toMatchObject({ currency: 'CHF', noticeDays: 90 }));
  });

  it('leaves out of the contract what is emptied', async () => {
    const { user, dialog, session } = await open(
      [
        ...sunrise,
        {
          do: 'account.update',
          args: {
            set: {
              contract: {
                reductionPolicy: 'request',
                startsOn: '2026-01-01',
                price: { amount: 100, per: 'year' },
                terminationFee: 'a month',
              },
            },
          },
        },
      ],
      'account.contract',
    );
    await user.clear(within(dialog).getByRole('textbox', { name: 'Fee for leaving early' }));
    await user.clear(within(dialog).getByRole('textbox', { name: 'Price of the contract' }));
    await user.tab();
    await user.click(await within(dialog).findByRole('button', { name: 'Apply' }));
    await waitFor(() =>
      expect(session.model.account.contract).toEqual({ reductionPolicy: 'request', startsOn: '2026-01-01' }),
    );
  });

  it('says in the properties of the account when its contract renews and what it costs', async () => {
    const price = { amount: 480_000, per: 'year' } as const;
    const contract = { reductionPolicy: 'request', renewsOn: '2027-01-01', price } as const;
    const { show } = await aWindowOn([{ do: 'account.update', args: { set: { currency: 'EUR', contract } } }]);
    show(<AccountSection />);
    expect(await screen.findByText('1 Jan 2027')).toBeVisible();
    expect(screen.getByText('€4,800.00 per year')).toBeVisible();
  });

  it('shows the catalogue’s quantities with the default beside them, and goes back to it', async () => {
    const { user, dialog, session } = await open(sunrise, 'account.catalogue');
    const plus = within(dialog).getByRole('region', { name: 'Link Plus' });
    const numbers = within(plus).getByRole('textbox', { name: 'Virtual numbers' });
    await user.clear(numbers);
    await user.type(numbers, '6{Tab}');
    expect(within(plus).getByText('Default 4')).toBeVisible();
    await user.click(await within(plus).findByRole('button', { name: 'Apply' }));
    await waitFor(() => expect(session.model.row('units', 'link.plus')?.resources.sip).toBe(6));
    expect(await within(plus).findByText('By contract')).toBeVisible();
    await user.click(within(plus).getByRole('button', { name: 'Back to the defaults' }));
    await user.click(await within(plus).findByRole('button', { name: 'Apply' }));
    await waitFor(() => expect(session.model.row('units', 'link.plus')?.resources.sip).toBe(4));
  });

  it('refuses contract quantities below what is reserved, with the pool and the numbers', async () => {
    const acts: readonly ActCall[] = [
      ...sunrise,
      { do: 'allowance.set', args: { userId: 'ada', resources: { sip: 30 } } },
    ];
    const { user, dialog } = await open(acts, 'account.catalogue');
    const plus = within(dialog).getByRole('region', { name: 'Link Plus' });
    const numbers = within(plus).getByRole('textbox', { name: 'Virtual numbers' });
    await user.clear(numbers);
    await user.type(numbers, '1{Tab}');
    expect(await within(plus).findByText(/Sunrise has 12, and 30 would be needed/)).toBeVisible();
    expect(within(plus).getByRole('button', { name: 'Apply' })).toBeDisabled();
  });

  it('adds a license type of one’s own, from its name to its fallback, changes it, and stops buying it', async () => {
    const { user, dialog, session } = await open(sunrise, 'account.catalogue');
    await user.click(within(dialog).getByRole('button', { name: 'New license type…' }));
    const making = await screen.findByRole('dialog', { name: 'A license type of your own' });
    await user.type(within(making).getByRole('textbox', { name: 'Name' }), 'Porter desk');
    await user.click(within(making).getByRole('checkbox', { name: 'Power dialer' }));
    await user.click(within(making).getByRole('button', { name: /Falls back to/ }));
    // The default rank is 15: only what is below can be chosen.
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Falls back to nothing',
      'Ringover Smart',
    ]);
    await user.click(screen.getByRole('option', { name: 'Ringover Smart' }));
    expect(await accessibilityProblems(making)).toEqual([]);
    await user.click(within(making).getByRole('button', { name: 'Add to the catalogue' }));
    await waitFor(() =>
      expect(session.model.ownTypes()).toMatchObject([
        { name: 'Porter desk', mode: 'seat', features: ['powerDialer'], rank: 15, fallsBackTo: 'ringover.smart' },
      ]),
    );
    const card = await within(dialog).findByRole('region', { name: 'Porter desk' });
    expect(within(card).getByText('Your own')).toBeVisible();
    expect(within(card).getByText('Falls back to Ringover Smart')).toBeVisible();

    await user.click(within(card).getByRole('button', { name: 'Change…' }));
    const changing = await screen.findByRole('dialog', { name: 'Change “Porter desk”' });
    await user.click(within(changing).getByRole('radio', { name: /For everybody in a group/ }));
    await user.type(within(changing).getByRole('textbox', { name: 'Virtual numbers' }), '3{Tab}');
    await user.click(within(changing).getByRole('button', { name: 'Apply' }));
    await waitFor(() => expect(session.model.ownTypes()).toMatchObject([{ mode: 'quota', unit: { sip: 3 } }]));

    await user.click(await within(card).findByRole('button', { name: 'No longer buy it' }));
    expect(await within(card).findByText('No longer bought')).toBeVisible();
    expect(session.model.ownTypes()).toMatchObject([{ retired: true }]);
    await user.click(await within(card).findByRole('button', { name: 'Offer it again' }));
    await waitFor(() => expect(session.model.ownTypes()).toMatchObject([{ retired: false }]));
  });

  it.each([
    'account.properties',
    'account.contract',
    'account.catalogue',
    'account.requests',
    'account.roles',
    'account.administrators',
  ] as const)('is accessible at %s', async (id) => {
    const { dialog } = await open(
      [
        ...withAdvanced,
        { do: 'request.open', args: { kind: 'add', typeId: 'link.plus', quantity: 2 } },
        { do: 'role.define', args: { name: 'Porter', base: 'concierge', extraFeatures: ['ukey'] } },
      ],
      id,
    );
    expect(await accessibilityProblems(dialog)).toEqual([]);
  });
});
