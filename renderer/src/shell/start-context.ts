import { createContext, useContext } from 'react';
import type { StartActions } from '../state/start-hooks';

export const StartContext = createContext<StartActions | null>(null);

/** Opening, sharing and closing accounts, from anywhere in the window. */
export function useStart(): StartActions {
  const start = useContext(StartContext);
  if (start === null) throw new Error('useStart stands outside of App');
  return start;
}
