import { useState, type ReactNode } from 'react';
import { useCommandHandlers } from '../../parts/commands';
import { SettingsDialog } from './SettingsDialog';

/** The command that opens the settings of this computer. */
export function Settings(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  useCommandHandlers({ 'account.settings': { run: () => setOpen(true) } });
  return isOpen ? <SettingsDialog onClose={() => setOpen(false)} /> : null;
}
