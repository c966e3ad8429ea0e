import { useCallback, useState } from 'react';

/** A line in which something new is being written, and how often it was asked for. */
export interface Drafting {
  readonly isDrafting: boolean;
  readonly time: number;
  readonly begin: () => void;
  readonly end: () => void;
}

export function useDrafting(): Drafting {
  const [{ isDrafting, time }, set] = useState({ isDrafting: false, time: 0 });
  const begin = useCallback(() => set((before) => ({ isDrafting: true, time: before.time + 1 })), []);
  const end = useCallback(() => set((before) => ({ ...before, isDrafting: false })), []);
  return { isDrafting, time, begin, end };
}
