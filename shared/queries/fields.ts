import { compareText } from '../kernel/text';
import type { FieldRow } from '../model/rows';
import { anything, defineQuery, nothing } from './query';

/** Fields of one's own, by what they are on and by name. */
export const fieldsQuery = defineQuery({
  name: 'fields',
  args: nothing,
  ...anything,
  answer: ({ model }): readonly FieldRow[] =>
    [...model.rows('fields')].sort(
      (one, other) =>
        compareText(one.on, other.on) || compareText(one.name, other.name) || compareText(one.id, other.id),
    ),
});
