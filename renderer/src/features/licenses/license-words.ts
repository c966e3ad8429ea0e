import type { Day } from '#core/kernel/day';
import type { LicenseType } from '#core/catalogue/license-types';
import type { BlockSource } from '#core/model/rows';
import type { UseAnswer } from '#core/queries/use';
import type { TextWriter } from '../../text/text';

interface Window {
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
}

/** Says when a block is valid. */
export function windowWords({ validFrom, validUntil }: Window, { text, day }: TextWriter): string {
  if (validFrom !== null && validUntil !== null)
    return text('blocks.fromUntil', { from: day(validFrom), until: day(validUntil) });
  if (validFrom !== null) return text('blocks.from', { from: day(validFrom) });
  return validUntil === null ? text('blocks.always') : text('blocks.until', { until: day(validUntil) });
}

/** Says where a block comes from; one that another account gave, by that account's name. */
export function sourceWords(
  { source, giver }: { readonly source: BlockSource; readonly giver?: string },
  { text }: TextWriter,
): string {
  return giver === undefined ? text(`source.${source}`) : text('source.from', { giver });
}

/** Tells whether a block counts on a day, from its window alone. */
export function timeOf({ validFrom, validUntil }: Window, day: Day): 'ended' | 'later' | 'now' {
  if (validUntil !== null && validUntil < day) return 'ended';
  return validFrom !== null && validFrom > day ? 'later' : 'now';
}

/** Says in a few words how many units of a type are in use, for what, by how many people where these are more, and how many are left. */
export function unitWords(
  { types, reserved }: UseAnswer,
  { id: typeId, mode }: Pick<LicenseType, 'id' | 'mode'>,
  { effective, people }: { readonly effective: number; readonly people: number },
  { text }: TextWriter,
): string {
  const units = types[typeId];
  if (units === undefined) return '';
  const { here, inUse, left, short } = units;
  if (short === 0 && effective < here) return text('licenses.partly', { effective, here });
  if (mode === 'quota' && inUse > 0 && short === 0)
    return text(people > here ? 'licenses.neededByMore' : 'licenses.needed', {
      inUse,
      left,
      sip: reserved.sip ?? 0,
      apps: reserved.mobileApp ?? 0,
      ...(people > here ? { people, here } : {}),
    });
  const state = short > 0 ? 'short' : left === 0 ? 'none' : 'some';
  return text('licenses.words', { state, short, here, left });
}
