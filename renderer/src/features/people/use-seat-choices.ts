import type { LicenseTypeId } from '#core/model/vocabulary';
import { isRefused, useAnswer, useCatalogue } from '../../state/model-hooks';
import { useDay } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import type { Choice } from '../../ui/choice';

/** The types that a person can hold, each with what the pool of a group has of it. */
export function useSeatChoices(groupId: string): readonly Choice<LicenseTypeId>[] {
  const { text } = useText();
  const names = useNames();
  const { today } = useDay();
  // A license is given today, whatever day is looked at.
  const pool = useAnswer('pool', { groupId }, today);
  const { seatTypes } = useCatalogue();
  const offered = seatTypes.filter(
    ({ id, retired }) => retired !== true || (!isRefused(pool) && pool.types[id] !== undefined),
  );
  return offered.map(({ id: typeId }) => {
    const figures = isRefused(pool) ? undefined : pool.types[typeId];
    return {
      id: typeId,
      name: names.type(typeId),
      hint: text('seat.typeHint', {
        available: Math.max(0, figures?.available ?? 0),
        nominal: figures?.nominal ?? 0,
        free: figures?.free ?? 0,
      }),
    };
  });
}
