import { screens } from './screens';
import type { Screen } from './ways';

/** Set by `npm run walks`: every screen in every way. */
const isWhole = process.env['TRELLIS_EVERY_SCREEN'] !== undefined;

/** Every other screen costs too much for each change; these are the same for everyone, so that what turns red was turned red by a change. */
const each = 3;

/** A third of the screens with the one that all begin on, another third for each number; every screen in the long form. */
export function someScreens(third: 0 | 1 | 2): readonly Screen[] {
  return isWhole ? screens : screens.filter(({ name }, place) => name === 'overview' || place % each === third);
}
