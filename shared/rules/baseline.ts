import type { View } from '../model/model';

/** Reads something from the state with which the present one is compared: the one before the act (or, for an undo, before the undone commit). */
export type Baseline = <T>(read: (before: View) => T) => T;

/**
 * The largest of what several states come to, one by one. Where `present` is nowhere larger than that, the states further back are
 * not asked: the last one is that just before the act, the one before an undone commit may lie thousands of commits back.
 */
export function largestBefore(
  baselines: readonly Baseline[],
  read: (before: View) => readonly number[],
  present: readonly number[],
): readonly number[] {
  let largest: readonly number[] = [];
  for (const baseline of [...baselines].reverse()) {
    const amounts = baseline(read);
    const known = largest;
    largest = amounts.map((amount, index) => Math.max(amount, known[index] ?? amount));
    if (largest.every((amount, index) => (present[index] ?? 0) <= amount)) break;
  }
  return largest;
}
