import { memo, type ReactNode } from 'react';
import { useRows } from '../../state/model-hooks';
import { useChosenGroup } from '../../state/view-hooks';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { groupIcons } from './group-icons';

/** A group by its name, to go to. */
export const GroupLink = memo(function Link({ groupId }: { readonly groupId: string }): ReactNode {
  const rows = useRows();
  const names = useNames();
  const { choose } = useChosenGroup();
  const group = rows.row('groups', groupId);
  if (group === undefined) return names.group(groupId);
  return (
    <Button tone="quiet" size="small" icon={groupIcons[group.kind]} onPress={() => choose(groupId)}>
      {group.name}
    </Button>
  );
});
