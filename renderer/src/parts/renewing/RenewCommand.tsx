import { useState, type ReactNode } from 'react';
import { useSession } from '../../state/session-context';
import { useChosenGroup, useSelection } from '../../state/view-hooks';
import { useCommandHandlers } from '../commands';
import { canBeRenewed, endingFirst } from './renewable';
import { RenewDialog } from './RenewDialog';

/** Renewing as a command: for the blocks that are selected, wherever they are listed, else for what ends first in the pool in sight. */
export function RenewCommand(): ReactNode {
  const session = useSession();
  const { groupId } = useChosenGroup();
  const { selection } = useSelection();
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  // Read when the command is given, so that nothing is drawn anew for acts that do not concern it.
  const chosen = (): readonly string[] =>
    selection.kind === 'block' ? selection.ids : endingFirst(session.model, session.model.poolOf(groupId));
  useCommandHandlers({
    'licenses.renew': {
      run: () => setAsked(chosen()),
      isEnabled: () => chosen().some((id) => canBeRenewed(session.model, id)),
    },
  });
  return asked === null ? null : <RenewDialog blockIds={asked} onClose={() => setAsked(null)} />;
}
