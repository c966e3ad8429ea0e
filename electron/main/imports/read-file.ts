import { failed, succeeded, type Result } from '#core/kernel/result';
import { etsXmlTable, isEtsXml } from '#core/sheets/ets';
import { mostColumns, mostRows } from '#core/sheets/given';
import { readSeparated } from '#core/sheets/separated-text';
import { isVcard, vcardTable } from '#core/sheets/vcard';
import { decodeText } from './decode-text';
import { failureOfText, kindOfBytes } from './file-kind';
import { largestFile, type Encoding, type FileTables, type TableFailure } from '#core/sheets/table-failure';
import { readWorkbook } from './workbook';
import { zipDirectory, type ZipDirectory } from './zip-directory';

export interface FileWishes {
  /** Encoding that a person names; a mark in the file counts before it. */
  readonly encoding?: Encoding;
  readonly separator?: string;
  readonly signal?: AbortSignal;
}

/** Kind of a ZIP, where it is no workbook that can be read. */
async function failureOfZip(zip: ZipDirectory): Promise<TableFailure | null> {
  if (zip.names.has('xl/workbook.bin')) return { code: 'BINARY_EXCEL' };
  if (zip.names.has('mimetype') && (await zip.beginningOf('mimetype')).startsWith('application/vnd.oasis.opendocument'))
    return { code: 'ODS' };
  if (zip.names.has('[Content_Types].xml')) return zip.names.has('word/document.xml') ? { code: 'WORD' } : null;
  return zip.names.has('manifest.json') ? { code: 'PROJECT_FILE' } : { code: 'ARCHIVE' };
}

/** The rows of a file, told by what is in it; what it is and why it cannot be read, where it cannot. */
export async function readTables(
  bytes: Uint8Array,
  { encoding, separator, signal = new AbortController().signal }: FileWishes = {},
): Promise<Result<FileTables, TableFailure>> {
  if (bytes.length > largestFile) return failed({ code: 'TOO_LARGE', most: largestFile });
  const kind = kindOfBytes(bytes);
  if (kind.kind === 'failure') return failed(kind.failure);
  if (kind.kind === 'zip') return readZip(bytes, signal);
  const decoded = decodeText(bytes, encoding ?? null);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  if (isVcard(text))
    return limited({ format: 'vcard', encoding: decoded.value.encoding, separator: null, tables: [vcardTable(text)] });
  if (isEtsXml(text))
    return limited({ format: 'ets', encoding: decoded.value.encoding, separator: null, tables: [etsXmlTable(text)] });
  const failure = failureOfText(text);
  if (failure !== null) return failed(failure);
  const read = readSeparated(text, separator);
  return limited({
    format: 'separated',
    encoding: decoded.value.encoding,
    separator: read.separator,
    tables: [read.table],
  });
}

async function readZip(bytes: Uint8Array, signal: AbortSignal): Promise<Result<FileTables, TableFailure>> {
  const zip = await zipDirectory(bytes);
  if (!zip.ok) return zip;
  const failure = await failureOfZip(zip.value);
  if (failure !== null) return failed(failure);
  const parts = await zip.value.parts(signal);
  if (!parts.ok) return parts;
  const tables = await readWorkbook(bytes, parts.value);
  if (!tables.ok) return tables;
  if (tables.value.every(({ rows }) => rows.every(({ cells }) => cells.length === 0))) return failed({ code: 'EMPTY' });
  return succeeded({ format: 'workbook', encoding: null, separator: null, tables: tables.value });
}

function limited(read: FileTables): Result<FileTables, TableFailure> {
  for (const { rows } of read.tables) {
    if (rows.length > mostRows) return failed({ code: 'TOO_MANY_ROWS', most: mostRows });
    const wide = rows.find(({ cells }) => cells.length > mostColumns);
    if (wide !== undefined)
      return failed({ code: 'TOO_MANY_COLUMNS', most: mostColumns, place: `row ${String(wide.number)}` });
  }
  return succeeded(read);
}
