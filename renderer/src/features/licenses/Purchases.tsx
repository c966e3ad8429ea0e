import { useState, type ReactNode } from 'react';
import { useSession } from '../../state/session-context';
import { useCommandHandlers } from '../../parts/commands';
import { BuyDialog } from './BuyDialog';

/** Buying as a command, whatever is on screen. */
export function Purchases(): ReactNode {
  const { model } = useSession();
  const [isOpen, setOpen] = useState(false);
  useCommandHandlers({ 'account.buy': { run: () => setOpen(true) } });
  return isOpen ? <BuyDialog rootId={model.root.id} onClose={() => setOpen(false)} /> : null;
}
