import { Building2, FileSignature, Inbox } from 'lucide-react';
import type { ReactNode } from 'react';
import { isRefused, useAnswer } from '../../state/model-hooks';
import type { AccountAnswer } from '#core/queries/account';
import { useText, type TextWriter } from '../../text/text';
import { StatusPill } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { PropertyList, PropertySection, type Property } from '../../ui/PropertyList';
import { useCommands } from '../../parts/commands';

/** When the contract renews and what it costs, where that is known. */
function contractLines({ contract, currency }: AccountAnswer, writer: TextWriter): readonly Property[] {
  const { text, day, money } = writer;
  const { renewsOn, price } = contract;
  return [
    ...(renewsOn == null ? [] : [{ id: 'renews', name: text('account.contractRenews'), value: day(renewsOn) }]),
    ...(price === undefined
      ? []
      : [
          {
            id: 'price',
            name: text('contract.price'),
            value: text('value.price', { amount: money(price.amount, contract.currency ?? currency), per: price.per }),
          },
        ]),
  ];
}

/** The account in short, in the properties of the group that is the account. */
export function AccountSection(): ReactNode {
  const writer = useText();
  const { text, number } = writer;
  const commands = useCommands();
  const account = useAnswer('account', {});
  if (isRefused(account)) return null;
  return (
    <PropertySection title={text('account.section')} words={['account', 'limited']}>
      <PropertyList
        properties={[
          {
            id: 'standing',
            name: text('standing.title'),
            value: (
              <StatusPill tone={account.limited ? 'warning' : 'success'}>
                {text(account.limited ? 'standing.shortLimited' : 'standing.shortGood')}
              </StatusPill>
            ),
          },
          {
            id: 'payment',
            name: text('account.paymentMethod'),
            value: text(`payment.${account.paymentMethod as 'invoice'}`),
          },
          { id: 'outstanding', name: text('account.outstanding'), value: number(account.outstanding) },
          ...contractLines(account, writer),
          { id: 'zone', name: text('account.timeZone'), value: account.timeZone.replaceAll('_', ' ') },
        ]}
      />
      <div className="property-actions">
        <Button icon={Building2} onPress={() => void commands.run('account.properties')}>
          {text('account.open')}
        </Button>
        <Button icon={FileSignature} onPress={() => void commands.run('account.contract')}>
          {text('account.tab.contract')}
        </Button>
        <Button icon={Inbox} onPress={() => void commands.run('account.requests')}>
          {text('account.tab.requests')}
        </Button>
      </div>
    </PropertySection>
  );
}
