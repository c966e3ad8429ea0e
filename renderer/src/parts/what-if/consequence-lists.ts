import { sameJson } from '#core/kernel/json';
import type { Day } from '#core/kernel/day';
import type { WhatIfPerson } from '#core/queries/what-if';

/** People who have something else from a day on, as far as it was not so on the day before. */
export interface DayConsequences {
  readonly day: Day;
  readonly people: readonly WhatIfPerson[];
}

/** Days in order, each with the people for whom something begins then; people for whom all stays as on the day before are left out. */
export function newConsequences(days: readonly DayConsequences[]): readonly DayConsequences[] {
  let before = new Map<string, WhatIfPerson>();
  return days.flatMap(({ day, people }) => {
    const fresh = people.filter((person) => {
      const was = before.get(person.userId);
      return (
        was === undefined || !sameJson([was.after, was.lost, was.gained], [person.after, person.lost, person.gained])
      );
    });
    before = new Map(people.map((person) => [person.userId, person]));
    return fresh.length === 0 ? [] : [{ day, people: fresh }];
  });
}

/** Tells whether somebody has less than without the changes. */
export function loses({ removed, lost, before, after }: WhatIfPerson): boolean {
  return removed || lost.length > 0 || (before.typeId !== null && after.typeId === null);
}
