import { sameJson } from '#core/kernel/json';
import type { SingleCall } from './together';

/** One of several things that are edited together, with what it would need to become what was asked. */
export interface OneOfMany {
  readonly id: string;
  readonly name: string;
  readonly calls: readonly SingleCall[];
}

/** Value that all of them have, or that they differ. */
export type Common<T> = { readonly isCommon: true; readonly value: T } | { readonly isCommon: false };

export function commonOf<Item, T>(items: readonly Item[], read: (item: Item) => T): Common<T> {
  const [first, ...rest] = items.map(read);
  if (first === undefined && items.length === 0) return { isCommon: false };
  return rest.every((value) => sameJson(value ?? null, first ?? null))
    ? { isCommon: true, value: first as T }
    : { isCommon: false };
}

/** The value that all of them have; `null` when they differ. */
export function commonValue<Item, T>(items: readonly Item[], read: (item: Item) => T): T | null {
  const common = commonOf(items, read);
  return common.isCommon ? common.value : null;
}
