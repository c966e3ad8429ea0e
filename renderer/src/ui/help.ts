import { createContext, useContext } from 'react';
import type { ManualTarget } from '../text/manual-pages';

/** Opens the manual at a place; nothing where there is no manual around, as in a test of one part. */
export type OpenManual = (place: ManualTarget) => void;

export const HelpContext = createContext<OpenManual | null>(null);

export function useHelp(): OpenManual | null {
  return useContext(HelpContext);
}
