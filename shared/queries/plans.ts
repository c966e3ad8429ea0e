import { compareText } from '../kernel/text';
import type { PlanRow } from '../model/rows';
import { anything, defineQuery, nothing } from './query';

/** Plans that are kept, by name. */
export const plansQuery = defineQuery({
  name: 'plans',
  args: nothing,
  ...anything,
  answer: ({ model }): readonly PlanRow[] =>
    [...model.rows('plans')].sort((one, other) => compareText(one.name, other.name) || compareText(one.id, other.id)),
});
