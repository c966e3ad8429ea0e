import { Building2, FileSignature, Inbox } from 'lucide-react';
import type { ReactNode } from 'react';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { StatusPill } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { PropertyList, PropertySection } from '../../ui/PropertyList';
import { useCommands } from '../../parts/commands';

/** The account in short, in the properties of the group that is the account. */
export function AccountSection(): ReactNode {
  const { text, number } = useText();
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
