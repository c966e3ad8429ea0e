/** Result of a call: a value, or the failure that stands in its place. Failures at the ports are values, never exceptions. */
export type Result<Value, Failure> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failure };

/** The result of a call that has nothing to answer. */
export const done: { readonly ok: true; readonly value: null } = { ok: true, value: null };

export function succeeded<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function failed<Failure>(failure: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure };
}
