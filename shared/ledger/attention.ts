import { compareText } from '../kernel/text';
import type { ChangedChoice } from '../rules/act';
import type { Refusal } from '../rules/refusals';
import type { CommitRecord } from '../intents/commit-history';

/** Act that could not be applied as it was meant on top of what others did: kept until the person drops or repeats it. */
export interface AttentionItem {
  /** The act's commit id. */
  readonly id: string;
  readonly do: string;
  readonly args: unknown;
  readonly at: string;
  readonly day: string;
  readonly by: string;
  readonly refusals?: readonly Refusal[];
  readonly changed?: readonly ChangedChoice[];
}

/** Drops what was refused here and got a place after all: it is no matter for its author any more. */
export function stillOpen(present: readonly AttentionItem[], put: readonly CommitRecord[]): readonly AttentionItem[] {
  const done = new Set(put.map((record) => record.id));
  const open = present.filter((item) => item.refusals === undefined || !done.has(item.id));
  return open.length === present.length ? present : open;
}

/**
 * One item an act, in the order of the acts: what is new about an act that is listed already joins it. The same list where nothing is
 * new.
 */
export function mergeAttention(
  present: readonly AttentionItem[],
  found: readonly AttentionItem[],
): readonly AttentionItem[] {
  if (found.length === 0) return present;
  const merged = [...present];
  for (const item of found) {
    const index = merged.findIndex((known) => known.id === item.id);
    const known = merged[index];
    if (known === undefined) merged.push(item);
    else
      merged[index] =
        item.refusals === undefined ? { ...item, changed: joinChanges(known.changed ?? [], item.changed ?? []) } : item;
  }
  return merged.sort((one, other) => compareText(one.at, other.at));
}

function joinChanges(earlier: readonly ChangedChoice[], later: readonly ChangedChoice[]): readonly ChangedChoice[] {
  // A change may be found again from where it began: here first, and then by the computer that puts acts in order.
  const goesOn = (change: ChangedChoice, next: ChangedChoice): boolean =>
    next.field === change.field && (next.from === change.to || next.from === change.from);
  const joined = earlier.map((change) => {
    const next = later.find((other) => goesOn(change, other));
    return next === undefined ? change : { ...change, to: next.to };
  });
  return [...joined, ...later.filter((change) => !earlier.some((other) => goesOn(other, change)))];
}
