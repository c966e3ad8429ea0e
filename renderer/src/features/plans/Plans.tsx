import { useState, type ReactNode } from 'react';
import { useCommandHandlers } from '../../parts/commands';
import { PlansDialog } from './PlansDialog';

/** The command that shows the plans of the account. */
export function Plans(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  useCommandHandlers({ 'look.plans': { run: () => setOpen(true) } });
  return isOpen ? <PlansDialog onClose={() => setOpen(false)} /> : null;
}
