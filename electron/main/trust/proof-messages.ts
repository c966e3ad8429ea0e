import type { PageToProve, ProvedPage } from './prove-page';

/** A page on its way to the thread that proves: all entries in one piece of memory, which is handed over, not copied. */
export interface PageMessage extends Omit<PageToProve, 'entries'> {
  readonly call: number;
  readonly source: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each entry ends. */
  readonly ends: readonly number[];
}

/** Answer of the thread; `null` where it could not prove the page. */
export interface ProvedMessage {
  readonly call: number;
  readonly proved: ProvedPage | null;
}

export function packPage(call: number, source: number, { entries, ...page }: PageToProve): PageMessage {
  const bytes = new Uint8Array(entries.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  const ends = entries.map((entry) => {
    bytes.set(entry, end);
    return (end += entry.length);
  });
  return { ...page, call, source, bytes, ends };
}

export function entriesOf({ bytes, ends }: PageMessage): readonly Uint8Array[] {
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}
