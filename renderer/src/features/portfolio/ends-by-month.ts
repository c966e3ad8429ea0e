import type { Catalogue } from '#core/catalogue/license-types';
import type { Day } from '#core/kernel/day';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { CalendarMonth } from './calendar-months';

/** Units that end in a month, the types in the order of the catalogue. */
export interface MonthOfEnds {
  readonly first: Day;
  readonly types: readonly { readonly typeId: LicenseTypeId; readonly units: number }[];
  readonly total: number;
}

export function endsByMonth(catalogue: Catalogue, months: readonly CalendarMonth[]): readonly MonthOfEnds[] {
  return months.map(({ first, days }) => {
    const ends = days.flatMap((day) => day.ends);
    const types = catalogue.types.flatMap(({ id: typeId }) => {
      const units = ends.reduce((sum, end) => (end.typeId === typeId ? sum + end.quantity : sum), 0);
      return units === 0 ? [] : [{ typeId, units }];
    });
    return { first, types, total: types.reduce((sum, { units }) => sum + units, 0) };
  });
}
