import { Ban } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useCommands } from '../../parts/commands';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { useText } from '../../text/text';

/** Shows what is owing among what is to be done until it is settled (U10), and leads to where that happens. */
export function Owing(): ReactNode {
  const { text } = useText();
  const account = useAnswer('account', {});
  const registry = useCommands();
  if (isRefused(account) || !account.limited) return null;
  return (
    <Button className="smart-list smart-list-owing" onPress={() => void registry.run('account.properties')}>
      <Ban size="1.1em" aria-hidden className="smart-list-icon" />
      <span className="smart-list-name">
        {account.outstanding > 0 ? text('lists.owing', { amount: account.outstanding }) : text('lists.noPaymentMethod')}
      </span>
    </Button>
  );
}

/** Count of things that are owing: 1 while the account is limited by that. */
export function useOwingCount(): number {
  const account = useAnswer('account', {});
  return !isRefused(account) && account.limited ? 1 : 0;
}
