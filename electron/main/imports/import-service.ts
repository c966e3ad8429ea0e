import type { CrossingRow, ImportedFile } from '#core/ipc/import-channels';
import { failed, succeeded, type Result } from '#core/kernel/result';
import type { FileTables, LegacyEncoding, TableFailure } from '#core/sheets/table-failure';
import { readTables } from './read-file';

/** Questions to the reading process, one question after the other. */
export type ImportRequest =
  | { readonly do: 'read'; readonly bytes: Uint8Array; readonly encoding: LegacyEncoding | null }
  | { readonly do: 'rows'; readonly table: number; readonly from: number; readonly most: number };

export type ImportReply = Result<ImportedFile | string, TableFailure>;

/** One file in the process that reads it: read once, then handed over page by page. */
export class ImportService {
  private file: FileTables | null = null;

  async answer(request: ImportRequest): Promise<ImportReply> {
    if (request.do === 'rows') return this.rows(request);
    const read = await readTables(request.bytes, request.encoding === null ? {} : { encoding: request.encoding });
    if (!read.ok) return read;
    this.file = read.value;
    const { format, encoding, separator, tables } = read.value;
    return succeeded({
      format,
      encoding,
      separator,
      tables: tables.map(({ name, merged, isSeparated, rows }) => ({ name, merged, isSeparated, rows: rows.length })),
    });
  }

  private rows({ table, from, most }: Extract<ImportRequest, { readonly do: 'rows' }>): ImportReply {
    const rows = this.file?.tables[table]?.rows;
    if (rows === undefined) return failed({ code: 'CANCELLED' });
    return succeeded(
      JSON.stringify(
        rows
          .slice(from, from + most)
          .map(({ number, cells, faults, isHidden }): CrossingRow => [
            number,
            cells,
            [...(faults ?? [])],
            isHidden === true,
          ]),
      ),
    );
  }
}
