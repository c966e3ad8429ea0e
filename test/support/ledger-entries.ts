import { hashBeforeFirst } from '../../electron/main/stores/entry-envelope';
import { sha256Hex, textToBytes } from '#core/kernel/hash';
import type { Head } from '#core/ledger/commit';

/** The head after an entry. */
export function headAfter(entry: Uint8Array): Head {
  const { seq } = JSON.parse(Buffer.from(entry).toString()) as { seq: number };
  return { seq, hash: sha256Hex(entry) };
}

export interface EntryShape {
  readonly ledger?: string;
  /** Length of the note in each entry, for tests about sizes. */
  readonly noteLength?: number;
  /** Told apart from other entries at the same place. */
  readonly author?: string;
}

/** Entries of a chain after a head: as a store sees them, whatever the acts mean. */
export function entriesAfter(
  head: Head | null,
  count: number,
  { ledger = 'ledger-a', noteLength = 8, author = 'anna' }: EntryShape = {},
): Uint8Array[] {
  const entries: Uint8Array[] = [];
  let last = head;
  for (let index = 0; index < count; index += 1) {
    const seq = (last?.seq ?? 0) + 1;
    const commit = {
      ledger,
      seq,
      prev: last?.hash ?? hashBeforeFirst,
      id: `${author}-${seq}`,
      day: '2026-01-10',
      at: '2026-01-10T08:00:00.000Z',
      by: author,
      device: 'laptop',
      rules: 1,
      do: 'group.update',
      args: { groupId: 'root', set: { note: 'ü'.repeat(noteLength) } },
    };
    const entry = textToBytes(JSON.stringify(commit));
    entries.push(entry);
    last = headAfter(entry);
  }
  return entries;
}

/** The author and seq of each entry, to compare what was read with what was written. */
export function namesOf(entries: readonly Uint8Array[]): string[] {
  return entries.map((entry) => (JSON.parse(Buffer.from(entry).toString()) as { id: string }).id);
}
