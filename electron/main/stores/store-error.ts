import { failed, succeeded } from '#core/kernel/result';
import type { StoreFailure, StoreResult } from '#core/ledger/store';

/** Unwinds the inside of a store as far as its door (`answering`). Nobody outside of the stores meets it. */
export class StoreError extends Error {
  constructor(readonly failure: StoreFailure) {
    super(failure.kind);
    this.name = 'StoreError';
  }
}

/** The door of a store: what its inside throws leaves as a value. `read` says what something that is no `StoreError` means. */
export async function answering<Value>(
  work: () => Promise<Value>,
  read: (error: unknown) => StoreFailure = defectOf,
): Promise<StoreResult<Value>> {
  try {
    return succeeded(await work());
  } catch (error) {
    return failed(error instanceof StoreError ? error.failure : read(error));
  }
}

/** Leads a result into the inside of a store: its value, or the failure as what unwinds there. */
export function valueOrThrow<Value>(result: StoreResult<Value>): Value {
  if (!result.ok) throw new StoreError(result.failure);
  return result.value;
}

export function defectOf(error: unknown): StoreFailure {
  return { kind: 'defect', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}
