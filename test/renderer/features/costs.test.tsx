import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActCall } from '../../../renderer/src/data/session';
import { CostsDialog } from '../../../renderer/src/features/costs/CostsDialog';
import { Account } from '../../../renderer/src/features/account';
import { BlockProperties } from '../../../renderer/src/features/licenses';
import { useCommands, type CommandId } from '../../../renderer/src/parts/commands';
import { Button } from '../../../renderer/src/ui/Button';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { savedFiles } from '../../support/renderer/saved-files';
import { aWindowOn, sunrise } from '../../support/renderer/window-world';

const priced: readonly ActCall[] = [
  ...sunrise,
  { do: 'account.update', args: { set: { currency: 'EUR' } } },
  { do: 'catalogue.setPrice', args: { typeId: 'link.plus', amount: 500, per: 'month' } },
  {
    do: 'block.add',
    args: {
      id: 'once',
      groupId: 'root',
      typeId: 'ringover.smart',
      quantity: 2,
      source: 'purchase',
      price: { amount: 2_000, per: 'once' },
      validFrom: '2026-06-10',
    },
  },
  { do: 'block.add', args: { groupId: 'root', typeId: 'link.basicPaid', quantity: 1, source: 'purchase' } },
];

function Opener({ id }: { readonly id: CommandId }) {
  const commands = useCommands();
  return <Button onPress={() => void commands.run(id)}>open</Button>;
}

const cellsOf = (name: RegExp): readonly (string | null)[] =>
  within(screen.getByRole('row', { name }))
    .getAllByRole('gridcell')
    .map((cell) => cell.textContent);

describe('the costs of a group', () => {
  it('are told by license, with what has no price by name', async () => {
    const { show } = await aWindowOn(priced);
    show(<CostsDialog groupId="root" onClose={() => undefined} />);
    const dialog = await screen.findByRole('dialog', { name: 'Costs of Account' });
    expect(cellsOf(/^Link Plus/)).toEqual(['Link Plus', '1,200.00', '97%']);
    expect(cellsOf(/^Ringover Smart/)).toEqual(['Ringover Smart', '40.00', '3%']);
    expect(within(dialog).getByText('€1,240.00')).toBeVisible();
    expect(within(dialog).getByText('Link Basic (paid) has no price and is not counted.')).toBeVisible();
    expect(await accessibilityProblems(dialog)).toEqual([]);
  });

  it('are told by place and by month', async () => {
    const { show, user } = await aWindowOn(priced);
    show(<CostsDialog groupId="root" onClose={() => undefined} />);
    await user.click(await screen.findByRole('radio', { name: 'By place' }));
    expect(cellsOf(/^Sunrise/)).toEqual(['Sunrise', '720.00', '58%']);
    await user.click(screen.getByRole('radio', { name: 'By month' }));
    expect(cellsOf(/^Jun 2026/)).toEqual(['Jun 2026', '140.00', '11%']);
    expect(screen.getByRole('img', { name: /May 2026: €100.00; Jun 2026: €140.00/ })).toBeInTheDocument();
  });

  it('are exported as they stand, each way of adding them up', async () => {
    const saved = savedFiles();
    const { show, user } = await aWindowOn(priced);
    show(<CostsDialog groupId="root" onClose={() => undefined} />);
    await user.click(await screen.findByRole('button', { name: 'Export…' }));
    await user.click(screen.getByRole('radio', { name: 'By place' }));
    await user.click(screen.getByRole('button', { name: 'Export…' }));
    await waitFor(() => expect(saved).toHaveLength(2));
    expect(saved).toMatchObject([
      {
        what: 'table',
        rows: [
          ['License', 'Cost (EUR)', 'Share', 'Dealer', 'As of'],
          ['Link Plus', '1,200.00', '97%', 'Account', '1 May 2026'],
          ['Ringover Smart', '40.00', '3%', 'Account', '1 May 2026'],
        ],
      },
      { rows: expect.arrayContaining([['Sunrise', '720.00', '58%', 'Account', '1 May 2026']]) as unknown },
    ]);
  });

  it('stay bare amounts, and say so, while no currency is chosen', async () => {
    const { show } = await aWindowOn(priced.filter(({ do: name }) => name !== 'account.update'));
    show(<CostsDialog groupId="root" onClose={() => undefined} />);
    expect(await screen.findByText('No currency is set.')).toBeVisible();
    expect(screen.getByText('1,240.00')).toBeVisible();
  });

  it('say when nothing with a price counts', async () => {
    const { show } = await aWindowOn(sunrise);
    show(<CostsDialog groupId="root" onClose={() => undefined} />);
    expect(await screen.findByText('Nothing with a price counts in these days.')).toBeVisible();
  });
});

describe('prices', () => {
  it('of a type are set in the catalogue', async () => {
    const { show, user, session } = await aWindowOn(sunrise);
    show(
      <>
        <Account />
        <Opener id="account.catalogue" />
      </>,
    );
    await user.click(await screen.findByRole('button', { name: 'open' }));
    const card = await screen.findByRole('region', { name: /Link Plus/ });
    await user.type(within(card).getByRole('textbox', { name: 'Price of one license' }), '12.5{Tab}');
    await user.click(await within(card).findByRole('button', { name: 'Apply' }));
    await waitFor(() => expect(session.model.row('prices', 'link.plus')).toMatchObject({ amount: 1250, per: 'year' }));
  });

  it('of a purchase are its own, until they are emptied', async () => {
    const { show, user, session } = await aWindowOn(priced);
    show(<BlockProperties ids={['once']} />);
    const amount = await screen.findByRole('textbox', { name: 'Price of one license' });
    await user.clear(amount);
    await user.type(amount, '30{Tab}');
    await user.type(screen.getByRole('textbox', { name: 'Order number' }), 'A-7');
    await user.click(await screen.findByRole('button', { name: 'Apply' }));
    await waitFor(() =>
      expect(session.model.row('blocks', 'once')).toMatchObject({
        price: { amount: 3_000, per: 'once' },
        orderNumber: 'A-7',
      }),
    );
    await user.clear(screen.getByRole('textbox', { name: 'Price of one license' }));
    await user.tab();
    await user.click(await screen.findByRole('button', { name: 'Apply' }));
    await waitFor(() => expect(session.model.row('blocks', 'once')?.price).toBeUndefined());
  });
});
