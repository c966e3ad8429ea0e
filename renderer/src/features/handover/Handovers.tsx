import { useState, type ReactNode } from 'react';
import { useCommandHandlers } from '../../parts/commands';
import { useChosenGroup } from '../../state/view-hooks';
import { HandoverDialog } from './HandoverDialog';

/** Handing over the group that is looked at, by command. */
export function Handovers(): ReactNode {
  const { groupId } = useChosenGroup();
  const [handedOver, setHandedOver] = useState<string | null>(null);
  useCommandHandlers({ 'tree.handOver': { run: () => setHandedOver(groupId) } });
  return handedOver === null ? null : (
    <HandoverDialog key={handedOver} groupId={handedOver} onClose={() => setHandedOver(null)} />
  );
}
