import { addDays, type Day } from '#core/kernel/day';
import type { Warning } from '#core/rules/refusals';
import { allocatedOut, assigned, resources, typeIds } from './accounting';
import type { ObservedAct } from './act';
import type { Books } from './books';
import { WhatHolds } from './what-holds';

/**
 * D4 as a statement about two states: a warning names every pool, and each type or resource in it, of which an act leaves more
 * unhonoured on some day than before, and none besides. Dear: what holds is worked out in every pool on every day of a change.
 */
export function problemsOfWarnings(act: ObservedAct, warnings: readonly Warning[]): readonly string[] {
  // A batch is warned of as a whole, as an undo is of what was before the commit it takes back: both look further back.
  if (act.do === 'batch' || act.do === 'undo') return [];
  const expected = new Set<string>();
  for (const day of daysOf(act)) {
    const before = unhonoured(new WhatHolds(act.before, day));
    for (const [key, short] of unhonoured(new WhatHolds(act.after, day)))
      if (short > (before.get(key) ?? 0)) expected.add(key);
  }
  const told = new Set(
    warnings
      .filter(({ code }) => code === 'SHORT_LATER')
      .map((warning) => `${String(warning['pool'])} ${String(warning['typeId'] ?? warning['resource'])}`),
  );
  return [
    ...[...expected].filter((key) => !told.has(key)).map((key) => `D4: nothing warns that ${key} gets shorter`),
    ...[...told].filter((key) => !expected.has(key)).map((key) => `D4: a warning says that ${key} gets shorter`),
  ];
}

/** By how much each pool lacks units of each type, and resources. */
function unhonoured(holds: WhatHolds): ReadonlyMap<string, number> {
  const { books, day } = holds;
  const short = new Map<string, number>();
  for (const poolId of books.poolIds()) {
    for (const typeId of typeIds) {
      if (typeId === 'link.feature') continue;
      const claimed = allocatedOut(books, poolId, typeId, day) + assigned(books, poolId, typeId);
      if (claimed > 0) short.set(`${poolId} ${typeId}`, Math.max(0, claimed - holds.effective(poolId, typeId)));
    }
    for (const resource of resources) short.set(`${poolId} ${resource}`, holds.over(poolId, resource));
  }
  return short;
}

/** Today and the later days on which blocks begin or have ended, before or after. */
function daysOf({ before, after, day: today }: ObservedAct): readonly Day[] {
  const changes = (books: Books): readonly Day[] =>
    books.rows.blocks.flatMap((block) =>
      [
        block.validFrom ?? [],
        block.countsFrom ?? [],
        block.validUntil === null ? [] : addDays(block.validUntil, 1),
      ].flat(),
    );
  return [...new Set([today, ...[...changes(before), ...changes(after)].filter((day) => day > today)])];
}
