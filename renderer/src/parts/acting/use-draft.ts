import { useState } from 'react';
import { sameJson } from '#core/kernel/json';

/** Fields that are being changed, each with what its author saw when it was first touched. */
export interface Draft<T extends object> {
  /** What the fields show: what was typed, else what there is. */
  readonly shown: T;
  readonly change: (part: Partial<T>) => void;
  /** What differs from what there is; `null` when nothing does. */
  readonly changed: { readonly set: Partial<T>; readonly was: Partial<T> } | null;
  readonly forget: () => void;
}

interface Touched<T> {
  readonly set: Partial<T>;
  readonly was: Partial<T>;
}

function pick<T extends object>(from: Partial<T>, fields: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(fields.map((field) => [field, from[field]])) as Partial<T>;
}

/** Keeps what was typed until it is applied or given up, also while others change the same. */
export function useDraft<T extends object>(present: T): Draft<T> {
  const [touched, setTouched] = useState<Touched<T>>({ set: {}, was: {} });
  const fields = (Object.keys(touched.set) as (keyof T)[]).filter(
    (field) => !sameJson(touched.set[field] ?? null, present[field] ?? null),
  );
  return {
    shown: { ...present, ...touched.set },
    change: (part) =>
      setTouched(({ set, was }) => ({
        set: { ...set, ...part },
        was: { ...pick(present, Object.keys(part) as (keyof T)[]), ...was },
      })),
    changed: fields.length === 0 ? null : { set: pick(touched.set, fields), was: pick(touched.was, fields) },
    forget: () => setTouched({ set: {}, was: {} }),
  };
}
