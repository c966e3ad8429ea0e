import { useState, type ReactNode } from 'react';
import { useCommandHandlers } from '../../parts/commands';
import type { LockState, SharedPlace, StartActions } from '../../state/start-hooks';
import { useFromRows } from '../../state/model-hooks';
import { ComputersDialog } from './ComputersDialog';
import { LetInDialog } from './LetInDialog';
import { LockDialog } from './LockDialog';
import { ProtectDialog } from './ProtectDialog';
import { useLockWhenIdle } from './use-lock-when-idle';

export interface TrustProps {
  readonly place: SharedPlace | null;
  readonly lock: LockState | undefined;
  readonly actions: Pick<StartActions, 'lock' | 'lockAfter'>;
}

/** The commands about who is let in and about locking, with their dialogs; locks what nobody works at. */
export function Trust({ place, lock, actions }: TrustProps): ReactNode {
  const [open, setOpen] = useState<'protect' | 'computers' | 'letIn' | 'lock' | null>(null);
  const isProtected = useFromRows((rows) => rows.row('protection', 'protection') !== undefined);
  const close = (): void => setOpen(null);
  useCommandHandlers({
    // Whoever asks for it again is shown what has come of it.
    'account.protect': { run: () => setOpen(isProtected ? 'computers' : 'protect') },
    'people.computers': { run: () => setOpen('computers') },
    'account.lock': {
      isEnabled: () => isProtected,
      run: () => (lock === undefined ? setOpen('lock') : void actions.lock()),
    },
    'account.lockAfter': { isEnabled: () => isProtected, run: () => setOpen('lock') },
    'people.letIn': { run: () => setOpen('letIn') },
  });
  useLockWhenIdle(lock, actions);
  if (open === null) return null;
  if (open === 'lock') return <LockDialog lock={lock} actions={actions} onClose={close} />;
  return open === 'protect' ? (
    <ProtectDialog place={place} onClose={close} onShowComputers={() => setOpen('computers')} />
  ) : open === 'letIn' && isProtected ? (
    <LetInDialog isShared={place !== null} onClose={close} />
  ) : (
    <ComputersDialog isShared={place !== null} onClose={close} onProtect={() => setOpen('protect')} />
  );
}
