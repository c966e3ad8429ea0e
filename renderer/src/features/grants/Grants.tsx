import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { ReadLetter } from '#core/ipc/grant-channels';
import { useCommandHandlers } from '../../parts/commands';
import { bytesOfGrantFile } from '../../state/grant-calls';
import { useGivenFile, type GivenFile } from '../../state/project-hooks';
import { AcceptDialog } from './AcceptDialog';
import { GiveDialog } from './GiveDialog';
import { GrantsDialog } from './GrantsDialog';

type Open =
  | { readonly kind: 'list' }
  | { readonly kind: 'accept'; readonly given: GivenFile | null }
  | { readonly kind: 'give'; readonly to: ReadLetter | null };

/**
 * The commands by which licenses pass between accounts, and the dialogs that they open; a file of another account may also be dropped on
 * the window, or opened outside of it.
 */
export function Grants({ dropped = null }: { readonly dropped?: File | null }): ReactNode {
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const give = (to: ReadLetter | null): void => setOpen({ kind: 'give', to });
  const accept = (): void => setOpen({ kind: 'accept', given: null });
  useGivenFile(
    'grant',
    useCallback((given: GivenFile) => setOpen({ kind: 'accept', given }), []),
  );
  useEffect(() => {
    if (dropped !== null)
      void bytesOfGrantFile(dropped).then((bytes) => setOpen({ kind: 'accept', given: { name: dropped.name, bytes } }));
  }, [dropped]);
  useCommandHandlers({
    'licenses.give': { run: () => give(null) },
    'licenses.accept': { run: accept },
    'licenses.betweenAccounts': { run: () => setOpen({ kind: 'list' }) },
  });
  if (open === null) return null;
  if (open.kind === 'give') return <GiveDialog to={open.to} onClose={close} />;
  return open.kind === 'accept' ? (
    <AcceptDialog given={open.given} onClose={close} onGive={give} />
  ) : (
    <GrantsDialog onClose={close} onGive={() => give(null)} onAccept={accept} />
  );
}
