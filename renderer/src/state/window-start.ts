import { computerSurroundings } from '../data/clock';
import { openPlaceDatabase } from '../data/place-database';
import { createStart, type SampleAccount } from './start';
import type { Start } from './start-hooks';

/** Starting as it is in the real window, with this computer's clock and chance. */
export function windowStart(sample: () => Promise<SampleAccount>): Start {
  return createStart({
    surroundings: computerSurroundings,
    keeper: openPlaceDatabase(),
    sample,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    chance: Math.random,
  });
}
