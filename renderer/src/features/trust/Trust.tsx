import { useState, type ReactNode } from 'react';
import { useCommandHandlers } from '../../parts/commands';
import type { SharedPlace } from '../../state/start-hooks';
import { useFromRows } from '../../state/model-hooks';
import { ComputersDialog } from './ComputersDialog';
import { LetInDialog } from './LetInDialog';
import { ProtectDialog } from './ProtectDialog';

/** The commands about who is let in, and the dialogs that they open. */
export function Trust({ place }: { readonly place: SharedPlace | null }): ReactNode {
  const [open, setOpen] = useState<'protect' | 'computers' | 'letIn' | null>(null);
  const isProtected = useFromRows((rows) => rows.row('protection', 'protection') !== undefined);
  const close = (): void => setOpen(null);
  useCommandHandlers({
    // Whoever asks for it again is shown what has come of it.
    'account.protect': { run: () => setOpen(isProtected ? 'computers' : 'protect') },
    'people.computers': { run: () => setOpen('computers') },
    'people.letIn': { run: () => setOpen('letIn') },
  });
  if (open === null) return null;
  return open === 'protect' ? (
    <ProtectDialog place={place} onClose={close} onShowComputers={() => setOpen('computers')} />
  ) : open === 'letIn' && isProtected ? (
    <LetInDialog isShared={place !== null} onClose={close} />
  ) : (
    <ComputersDialog isShared={place !== null} onClose={close} onProtect={() => setOpen('protect')} />
  );
}
