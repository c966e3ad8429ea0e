import { Ban, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useCommands } from '../parts/commands';
import { isRefused, useAnswer } from '../state/model-hooks';
import { useText } from '../text/text';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';

/** While the account is limited (U10) it is said wherever one is, with why and the way to settle it. */
export function StandingBanner(): ReactNode {
  const { text } = useText();
  const account = useAnswer('account', {});
  const registry = useCommands();
  const [isHidden, setHidden] = useState(false);
  if (isHidden || isRefused(account) || !account.limited) return null;
  return (
    <div className="day-banner" role="status">
      <Ban size="1.1em" aria-hidden />
      <span>
        <strong>{text('standing.limited')}.</strong>{' '}
        {account.outstanding > 0
          ? text('standing.outstanding', { amount: account.outstanding })
          : text('standing.noMethod')}
      </span>
      <Button size="small" onPress={() => void registry.run('account.properties')}>
        {text('command.account')}
      </Button>
      <IconButton size="small" icon={X} label={text('shell.dayHide')} onPress={() => setHidden(true)} />
    </div>
  );
}
