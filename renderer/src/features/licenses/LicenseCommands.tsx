import { useState, type ReactNode } from 'react';
import { useRows } from '../../state/model-hooks';
import { useChosenGroup } from '../../state/view-hooks';
import { useCommandHandlers } from '../../parts/commands';
import { AllocateDialog } from './AllocateDialog';
import { BuyDialog } from './BuyDialog';
import { OwnPoolDialog, SharedPoolDialog } from './RestrictionDialog';

type Asked = { readonly kind: 'buy' | 'allocate' | 'own' | 'shared'; readonly groupId: string };

/** What is done with licenses as commands, whatever is on screen: for the chosen group and its pool. */
export function LicenseCommands(): ReactNode {
  const rows = useRows();
  const { groupId } = useChosenGroup();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  const ask = (kind: Asked['kind'], about: string) => (): void => setAsked({ kind, groupId: about });
  const isRoot = groupId === rows.root.id;
  const hasOwnPool = (): boolean => rows.poolOf(groupId) === groupId;
  useCommandHandlers({
    'account.buy': { run: ask('buy', rows.root.id) },
    'licenses.allocate': { run: () => ask('allocate', rows.poolOf(groupId))() },
    'licenses.ownPool': { run: ask('own', groupId), isEnabled: () => !isRoot && !hasOwnPool() },
    'licenses.sharedPool': { run: ask('shared', groupId), isEnabled: () => !isRoot && hasOwnPool() },
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
          initialTarget={asked.groupId === rows.root.id ? null : asked.groupId}
          onClose={close}
        />
      );
    case 'own':
      return <OwnPoolDialog groupId={asked.groupId} onClose={close} />;
    case 'shared':
      return <SharedPoolDialog groupId={asked.groupId} onClose={close} />;
  }
}
