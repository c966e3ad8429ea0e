import { useState, type ReactNode } from 'react';
import { useCommandHandlers } from '../../parts/commands';
import { ShortenDialog } from './ShortenDialog';

/** The command that makes the history shorter where the account is shared. */
export function Shortening({
  place,
}: {
  /** Where the account is shared, for people to read; `null` while it is not. */
  readonly place: string | null;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  useCommandHandlers({ 'account.shorten': { run: () => setOpen(true) } });
  return isOpen ? <ShortenDialog place={place} onClose={() => setOpen(false)} /> : null;
}
