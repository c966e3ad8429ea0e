import { useState, type ReactNode } from 'react';
import { useChosenGroup } from '../../state/view-hooks';
import { useCommandHandlers } from '../../parts/commands';
import { VoiceMenusDialog } from './VoiceMenusDialog';

/** The command for the voice menus of the chosen group, and the dialog that it opens. */
export function VoiceMenus(): ReactNode {
  const { groupId } = useChosenGroup();
  const [openFor, setOpenFor] = useState<string | null>(null);
  useCommandHandlers({ 'look.menus': { run: () => setOpenFor(groupId) } });
  return openFor === null ? null : <VoiceMenusDialog groupId={openFor} onClose={() => setOpenFor(null)} />;
}
