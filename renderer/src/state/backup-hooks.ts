import { useCallback, useEffect, useState } from 'react';
import type { Backup, BackupCounts, BackupFailure, Backups } from '#core/ipc/backup-channels';
import { ask } from '../platform/bridge';
import type { GivenFile } from './project-hooks';

export type { Backup, BackupCounts, Backups } from '#core/ipc/backup-channels';

export interface BackupDesk {
  /** `null` until main has looked. */
  readonly backups: Backups | null;
  /** Makes one now; answers why it could not, or `null`. */
  readonly make: () => Promise<BackupFailure['kind'] | 'other' | null>;
  /** A backup to look at; its bytes are `null` where it is gone. */
  readonly read: (backup: Backup) => Promise<GivenFile>;
  readonly keep: (counts: BackupCounts) => Promise<void>;
  readonly setFolder: (to: 'chosen' | 'usual') => Promise<void>;
}

/** The backups of an account, and what can be done with them. */
export function useBackups(ledger: string): BackupDesk {
  const [backups, setBackups] = useState<Backups | null>(null);
  const refresh = useCallback(async () => {
    const listed = await ask('backups.list', { ledger });
    if (listed.ok) setBackups(listed.value);
  }, [ledger]);
  useEffect(() => void refresh(), [refresh]);
  return {
    backups,
    make: async () => {
      const made = await ask('backups.make', { ledger });
      await refresh();
      if (made.ok) return null;
      const { kind } = made.failure;
      return kind === 'full' || kind === 'unwritable' ? kind : 'other';
    },
    read: async ({ name }) => {
      const read = await ask('backups.read', { ledger, name });
      return { name, bytes: read.ok ? read.value : null };
    },
    keep: async (counts) => {
      await ask('backups.keep', counts);
      await refresh();
    },
    setFolder: async (to) => {
      await ask('backups.setFolder', { to });
      await refresh();
    },
  };
}
