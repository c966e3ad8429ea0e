import { useState, type ReactNode } from 'react';
import { useCommandHandlers } from '../commands';
import { WhatIfDialog } from './WhatIfDialog';

/** The command that opens the view without a change in it. */
export function WhatIf(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  useCommandHandlers({ 'look.whatIf': { run: () => setOpen(true) } });
  return isOpen ? <WhatIfDialog initial={[]} onClose={() => setOpen(false)} /> : null;
}
