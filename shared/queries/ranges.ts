import { compareText } from '../kernel/text';
import { mayUseNumbers } from './numbers';
import { defineQuery, nothing } from './query';
import type { Question } from './question';

export interface RangeAnswer {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly next: string | null;
}

/** SIP ranges with the next unused value of each. */
export const rangesQuery = defineQuery({
  name: 'ranges',
  args: nothing,
  answer: (question) => (mayUseNumbers(question) ? rangesAnswer(question) : []),
});

function rangesAnswer({ model }: Question): readonly RangeAnswer[] {
  return [...model.rows('ranges')]
    .sort((one, other) => compareText(one.from, other.from) || compareText(one.id, other.id))
    .map(({ id, from, to }) => ({ id, from, to, next: model.lowestUnusedIn(id) ?? null }));
}
