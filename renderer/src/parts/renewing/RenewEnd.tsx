import { CalendarSync } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Badge } from '../../ui/Badge';
import { IconButton } from '../../ui/IconButton';
import { canBeRenewed, isFollowed } from './renewable';

/** Button beside an end that renews it, and the word that something follows where it was renewed. */
export function RenewEnd({
  blockId,
  onRenew,
}: {
  readonly blockId: string;
  readonly onRenew: (blockIds: readonly string[]) => void;
}): ReactNode {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  if (canBeRenewed(rows, blockId))
    return (
      <IconButton
        size="small"
        icon={CalendarSync}
        label={text('renew.one', {
          name: names.thing(blockId),
          group: names.group(rows.row('blocks', blockId)?.groupId ?? ''),
        })}
        onPress={() => onRenew([blockId])}
      />
    );
  return isFollowed(rows, blockId) ? <Badge tone="success">{text('renew.done')}</Badge> : null;
}
