import { useState, type ReactNode } from 'react';
import { useSession } from '../../state/session-context';
import { useChosenGroup } from '../../state/view-hooks';
import { useCommandHandlers } from '../../parts/commands';
import { AllocateDialog } from './AllocateDialog';
import { BuyDialog } from './BuyDialog';
import { OwnPoolDialog, SharedPoolDialog } from './RestrictionDialog';

type Asked = { readonly kind: 'buy' | 'allocate' | 'own' | 'shared'; readonly groupId: string };

/** Does what commands say about licenses, whatever is on screen: for the chosen group and its pool. */
export function LicenseCommands(): ReactNode {
  const session = useSession();
  const { groupId } = useChosenGroup();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  const ask = (kind: Asked['kind'], about: string): void => setAsked({ kind, groupId: about });
  // Read when the command is given, so that nothing is drawn anew for acts that do not concern it.
  const isRoot = (): boolean => groupId === session.model.root.id;
  const poolId = (): string => session.model.poolOf(groupId);
  useCommandHandlers({
    'account.buy': { run: () => ask('buy', session.model.root.id) },
    'licenses.allocate': { run: () => ask('allocate', poolId()) },
    'licenses.ownPool': { run: () => ask('own', groupId), isEnabled: () => !isRoot() && poolId() !== groupId },
    'licenses.sharedPool': { run: () => ask('shared', groupId), isEnabled: () => !isRoot() && poolId() === groupId },
  });
  switch (asked?.kind) {
    case undefined:
      return null;
    case 'buy':
      return <BuyDialog rootId={asked.groupId} onClose={close} />;
    case 'allocate':
      return (
        <AllocateDialog
          poolId={asked.groupId}
          initialTarget={asked.groupId === session.model.root.id ? null : asked.groupId}
          onClose={close}
        />
      );
    case 'own':
      return <OwnPoolDialog groupId={asked.groupId} onClose={close} />;
    case 'shared':
      return <SharedPoolDialog groupId={asked.groupId} onClose={close} />;
  }
}
