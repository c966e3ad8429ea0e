import { useCallback } from 'react';
import type { CrossingRow } from '#core/ipc/import-channels';
import type { GivenRow, GivenTable } from '#core/sheets/given';
import type { FileTables, LegacyEncoding, TableFailure } from '#core/sheets/table-failure';
import { ask } from '../platform/bridge';

export type ReadFile =
  | { readonly ok: true; readonly file: FileTables }
  | { readonly ok: false; readonly failure: TableFailure | { readonly code: 'PROCESS_ENDED' } };

/** Rows fetched at once: few enough that the window answers between two pages on a slow computer too. */
const rowsAPage = 2000;

export interface FileReading {
  /** How far the rows are here, from 0 to 1; not told while the file itself is read. */
  readonly onProgress: (share: number) => void;
  /** Given up: the process that reads it ends, and nothing is answered. */
  readonly signal: AbortSignal;
}

function given([number, cells, faults, isHidden]: CrossingRow): GivenRow {
  return {
    number,
    cells,
    ...(faults.length === 0 ? {} : { faults: new Map(faults) }),
    ...(isHidden ? { isHidden } : {}),
  };
}

/** Has a file read in a process of its own; the rows come in pages, so that the window goes on answering. */
export async function readFile(
  bytes: Uint8Array<ArrayBuffer>,
  encoding: LegacyEncoding | null,
  { onProgress, signal }: FileReading,
): Promise<ReadFile> {
  const id = crypto.randomUUID();
  const close = (): void => void ask('imports.close', { id });
  signal.addEventListener('abort', close, { once: true });
  const ended: ReadFile = { ok: false, failure: { code: signal.aborted ? 'CANCELLED' : 'PROCESS_ENDED' } };
  try {
    const read = await ask('imports.read', { id, bytes, encoding });
    if (!read.ok) return read.failure.kind === 'unreadable' ? { ok: false, failure: read.failure.failure } : ended;
    const { tables: told, ...file } = read.value;
    const all = told.reduce((sum, { rows }) => sum + rows, 0);
    let done = 0;
    const tables: GivenTable[] = [];
    for (const [table, { rows: count, ...about }] of told.entries()) {
      const rows: GivenRow[] = [];
      while (rows.length < count) {
        const page = await ask('imports.rows', { id, table, from: rows.length, most: rowsAPage });
        if (!page.ok) return ended;
        const fetched = (JSON.parse(page.value) as readonly CrossingRow[]).map(given);
        if (fetched.length === 0) return ended;
        rows.push(...fetched);
        done += fetched.length;
        onProgress(done / Math.max(1, all));
      }
      tables.push({ ...about, rows });
    }
    return { ok: true, file: { ...file, tables } };
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
}

/** Reading files, as a value that stays the same. */
export function useFileReader(): typeof readFile {
  return useCallback(readFile, []);
}
