import { useCallback, useState } from 'react';
import { useSession } from './session-context';

/** What was typed and not done yet, of each open account; it goes with the window. */
const keptOf = new WeakMap<object, Map<string, unknown>>();

function keptBy(session: object): Map<string, unknown> {
  let kept = keptOf.get(session);
  if (kept === undefined) keptOf.set(session, (kept = new Map()));
  return kept;
}

export interface KeptDraft<T> {
  readonly value: T;
  readonly set: (value: T) => void;
  /** It was done, or is begun anew: the next one starts empty. */
  readonly forget: () => void;
  /** It was there already when the part that shows it was opened. */
  readonly isFromBefore: boolean;
}

/**
 * A value like that of `useState` which survives the part that shows it: whatever way a dialog or a line is closed, what was typed is
 * there again when it is opened. `name` tells the draft from all others of the account.
 */
export function useKeptDraft<T>(name: string, initial: T | (() => T)): KeptDraft<T> {
  const kept = keptBy(useSession());
  const [isFromBefore, setFromBefore] = useState(() => kept.has(name));
  const first = (): T => (initial instanceof Function ? initial() : initial);
  const [value, setValue] = useState<T>(() => (kept.has(name) ? (kept.get(name) as T) : first()));
  const set = useCallback(
    (next: T) => {
      kept.set(name, next);
      setValue(next);
    },
    [kept, name],
  );
  const forget = useCallback(() => {
    kept.delete(name);
    setFromBefore(false);
    setValue(first());
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what it begins with is that of the first time
  }, [kept, name]);
  return { value, set, forget, isFromBefore };
}
