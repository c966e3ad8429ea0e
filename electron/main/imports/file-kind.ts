import type { TableFailure } from '#core/sheets/table-failure';

/** Kind of a file by its first bytes; its name counts for nothing. */
export type ByteKind =
  { readonly kind: 'zip' } | { readonly kind: 'text' } | { readonly kind: 'failure'; readonly failure: TableFailure };

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function asciiAt(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));
}

/** Tells whether a name stands in an old Office file, where names are UTF-16. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
}

function failure(
  code: 'EMPTY' | 'OLD_EXCEL' | 'PDF' | 'WORD' | 'PASSWORD_PROTECTED' | 'ARCHIVE' | 'PICTURE',
): ByteKind {
  return { kind: 'failure', failure: { code } };
}

export function kindOfBytes(bytes: Uint8Array): ByteKind {
  if (bytes.length === 0) return failure('EMPTY');
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return { kind: 'zip' };
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    if (holdsName(bytes, 'EncryptedPackage') || holdsName(bytes, 'EncryptionInfo'))
      return failure('PASSWORD_PROTECTED');
    return failure(holdsName(bytes, 'WordDocument') ? 'WORD' : 'OLD_EXCEL');
  }
  // The streams of Excel 2 to 4, which had no container yet.
  if (
    startsWith(bytes, 0x09) &&
    [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) &&
    bytes[3] === 0x00 &&
    (bytes[2] ?? 99) <= 0x10
  )
    return failure('OLD_EXCEL');
  if (asciiAt(bytes, 0, '%PDF-')) return failure('PDF');
  if (asciiAt(bytes, 0, '{\\rtf')) return failure('WORD');
  if (startsWith(bytes, 0x1f, 0x8b) || asciiAt(bytes, 0, 'Rar!') || startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf))
    return failure('ARCHIVE');
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff) || asciiAt(bytes, 0, 'GIF8'))
    return failure('PICTURE');
  return { kind: 'text' };
}

/** Kind of text that is no rows; `null` for rows, cards and exports that are read. */
export function failureOfText(text: string): TableFailure | null {
  const start = text.slice(0, 2048).trimStart();
  if (text.trim() === '') return { code: 'EMPTY' };
  if (/^<(?:!doctype html|html|table|head|body|meta)\b/i.test(start)) return { code: 'WEB_PAGE' };
  if (/^<\?xml|^<[A-Za-z][\w:.-]*[\s>]/.test(start)) return { code: 'XML' };
  return null;
}
