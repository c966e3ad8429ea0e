import type { FieldRow } from '#core/model/rows';
import { useFromRows } from '../../state/model-hooks';

/** The fields of one's own on things of a kind, in the order in which they were made. */
export function useOwnFields(on: FieldRow['on']): readonly FieldRow[] {
  return useFromRows((rows) => [...rows.rows('fields')].filter((field) => field.on === on));
}
