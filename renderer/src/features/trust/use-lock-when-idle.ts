import { useEffect } from 'react';
import { watchIdle } from '../../state/idle-watch';
import type { LockState, StartActions } from '../../state/start-hooks';

/** Locks the account when nobody has touched keyboard or mouse for as long as was chosen. */
export function useLockWhenIdle(lock: LockState | undefined, { lock: lockNow }: Pick<StartActions, 'lock'>): void {
  const minutes = lock?.isLocked === false ? lock.minutes : null;
  useEffect(() => {
    if (minutes === null) return undefined;
    return watchIdle({ minutes, now: () => performance.now(), target: window, onIdle: () => void lockNow() });
  }, [minutes, lockNow]);
}
