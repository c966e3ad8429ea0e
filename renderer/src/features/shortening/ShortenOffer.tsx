import { Scissors } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCommands } from '../../parts/commands';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { useAccount } from '../../state/session-context';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';

/** The way to a shorter history, for whoever may take it, beside what it is about; nothing while the account is shared nowhere. */
export function ShortenOffer(): ReactNode {
  const { text } = useText();
  const commands = useCommands();
  const { shortening } = useAccount();
  const answer = useAnswer('shorterHistory', { seq: 0 });
  if (shortening === undefined || isRefused(answer)) return null;
  return (
    <Button size="small" tone="quiet" icon={Scissors} onPress={() => commands.run('account.shorten')}>
      {text('command.shorten')}
    </Button>
  );
}
