import { useState, type ReactNode } from 'react';
import { useChosenGroup } from '../../state/view-hooks';
import { useCommandHandlers } from '../../parts/commands';
import { CostsDialog } from './CostsDialog';

/** The command that shows what the chosen group costs. */
export function Costs(): ReactNode {
  const { groupId } = useChosenGroup();
  const [shown, show] = useState<string | null>(null);
  useCommandHandlers({ 'licenses.costs': { run: () => show(groupId) } });
  return shown === null ? null : <CostsDialog groupId={shown} onClose={() => show(null)} />;
}
