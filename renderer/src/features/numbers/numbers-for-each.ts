import type { ActCall } from '../../data/session';
import { together } from '../../parts/acting';

/** Somebody, or a group, that gets a number. */
export type NumberTarget = { readonly userId: string } | { readonly groupId: string };

/** A number to give: one that is there, or a value of a range that becomes a number by it. */
export interface NextNumber {
  readonly value: string;
  /** `null`: it is added first. */
  readonly id: string | null;
}

/** Values of a range that no number has, from one on; as many as are wanted, or as there are. */
export function unusedInRange(
  { from, to }: { readonly from: string; readonly to: string },
  beginning: string,
  isUsed: (value: string) => boolean,
  count: number,
): readonly NextNumber[] {
  const digits = from.length;
  const start = /^\d+$/.test(beginning) ? Math.max(Number(beginning), Number(from)) : Number(from);
  const found: NextNumber[] = [];
  for (let value = start; value <= Number(to) && found.length < count; value += 1) {
    const written = String(value).padStart(digits, '0');
    if (!isUsed(written)) found.push({ value: written, id: null });
  }
  return found;
}

/** Free numbers in their order, from the first that is not below what was typed. */
export function freeFrom(
  free: readonly { readonly id: string; readonly value: string }[],
  beginning: string,
  count: number,
): readonly NextNumber[] {
  const wanted = beginning.replace(/[^\d+]/g, '');
  const order = (value: string): string => value.replace(/\D/g, '').padStart(20, '0');
  return [...free]
    .sort((one, other) => order(one.value).localeCompare(order(other.value)))
    .filter(({ value }) => wanted === '' || order(value) >= order(wanted))
    .slice(0, count)
    .map(({ id, value }) => ({ id, value }));
}

/** The act that gives each the next number, all of them at once; `null` where there are too few. */
export function giveEach(
  targets: readonly NumberTarget[],
  numbers: readonly NextNumber[],
  newId: () => string,
): ActCall | null {
  if (numbers.length < targets.length) return null;
  return together(
    targets.flatMap((to, index) => {
      const next = numbers[index];
      if (next === undefined) return [];
      const numberId = next.id ?? newId();
      const attach = { do: 'number.attach' as const, args: { numberId, to } };
      return next.id === null
        ? [{ do: 'number.add' as const, args: { id: numberId, kind: 'sip' as const, value: next.value } }, attach]
        : [attach];
    }),
  );
}
