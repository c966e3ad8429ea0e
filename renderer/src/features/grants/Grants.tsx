import { useState, type ReactNode } from 'react';
import type { ReadLetter } from '#core/ipc/grant-channels';
import { useCommandHandlers } from '../../parts/commands';
import { AcceptDialog } from './AcceptDialog';
import { GiveDialog } from './GiveDialog';
import { GrantsDialog } from './GrantsDialog';

type Open = { readonly kind: 'list' | 'accept' } | { readonly kind: 'give'; readonly to: ReadLetter | null };

/** The commands by which licenses pass between accounts, and the dialogs that they open. */
export function Grants(): ReactNode {
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const give = (to: ReadLetter | null): void => setOpen({ kind: 'give', to });
  const accept = (): void => setOpen({ kind: 'accept' });
  useCommandHandlers({
    'licenses.give': { run: () => give(null) },
    'licenses.accept': { run: accept },
    'licenses.betweenAccounts': { run: () => setOpen({ kind: 'list' }) },
  });
  if (open === null) return null;
  if (open.kind === 'give') return <GiveDialog to={open.to} onClose={close} />;
  return open.kind === 'accept' ? (
    <AcceptDialog onClose={close} onGive={give} />
  ) : (
    <GrantsDialog onClose={close} onGive={() => give(null)} onAccept={accept} />
  );
}
