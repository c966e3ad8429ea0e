import { useState, type ReactNode } from 'react';
import { useCommandHandlers } from '../../parts/commands';
import { useRows } from '../../state/model-hooks';
import { BuyDialog } from './BuyDialog';

/** Buying as a command, whatever is on screen. */
export function Purchases(): ReactNode {
  const rows = useRows();
  const [isOpen, setOpen] = useState(false);
  useCommandHandlers({ 'account.buy': { run: () => setOpen(true) } });
  return isOpen ? <BuyDialog rootId={rows.root.id} onClose={() => setOpen(false)} /> : null;
}
