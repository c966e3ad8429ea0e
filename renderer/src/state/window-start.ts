import { computerSurroundings } from '../data/clock';
import { openPositionDatabase } from '../data/position-database';
import type { SampleAccount } from './new-account';
import { createStart } from './start';
import type { Start } from './start-hooks';

declare global {
  interface Window {
    /** For tests from outside and for support at the console. The window's own code is given it, and does not look here. */
    trellisStart?: Start;
  }
}

/** Starting as it is in the real window, with this computer's clock and chance. */
export function windowStart(sample: () => Promise<SampleAccount>): Start {
  const start = createStart({
    surroundings: computerSurroundings,
    keeper: openPositionDatabase(),
    sample,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    chance: Math.random,
  });
  window.trellisStart = start;
  return start;
}
