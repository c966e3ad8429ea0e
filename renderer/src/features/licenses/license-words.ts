import type { Day } from '#core/kernel/day';
import type { PoolTypeFigures } from '#core/queries/pool';
import type { TextWriter } from '../../text/text';

interface Window {
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
}

/** When a block is valid. */
export function windowWords({ validFrom, validUntil }: Window, { text, day }: TextWriter): string {
  if (validFrom !== null && validUntil !== null)
    return text('blocks.fromUntil', { from: day(validFrom), until: day(validUntil) });
  if (validFrom !== null) return text('blocks.from', { from: day(validFrom) });
  return validUntil === null ? text('blocks.always') : text('blocks.until', { until: day(validUntil) });
}

/** Whether a block counts on a day, from its window alone. */
export function timeOf({ validFrom, validUntil }: Window, day: Day): 'ended' | 'later' | 'now' {
  if (validUntil !== null && validUntil < day) return 'ended';
  return validFrom !== null && validFrom > day ? 'later' : 'now';
}

/** The figures of a type in a few words. */
export function figureWords({ nominal, effective, available }: PoolTypeFigures, { text }: TextWriter): string {
  const state = available < 0 ? 'short' : effective < nominal ? 'partly' : available === 0 ? 'none' : 'some';
  return text('licenses.words', { state, short: Math.max(0, -available), effective, nominal, available });
}
