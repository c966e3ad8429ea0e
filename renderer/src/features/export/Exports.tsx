import { useState, type ReactNode } from 'react';
import { useCommandHandlers } from '../../parts/commands';
import { useChosenGroup } from '../../state/view-hooks';
import { ExportDialog } from './ExportDialog';
import './export.css';

/** Exporting what is in the group that is looked at, by command. */
export function Exports(): ReactNode {
  const { groupId } = useChosenGroup();
  const [exported, setExported] = useState<string | null>(null);
  useCommandHandlers({ 'edit.export': { run: () => setExported(groupId) } });
  return exported === null ? null : <ExportDialog groupId={exported} onClose={() => setExported(null)} />;
}
