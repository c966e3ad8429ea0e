import type { Result } from '#core/kernel/result';
import { failed, succeeded } from '#core/kernel/result';
import { legacyEncodings, type Encoding, type EncodingChoice, type TableFailure } from '#core/sheets/table-failure';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Lines shown to whoever has to say what the letters are. */
const mostLines = 5;
const longestLine = 200;
/** Number of bytes that are looked at for the zero bytes of UTF-16. */
const sample = 64 * 1024;

/** The name of an encoding as people write it: `1252`, `cp1251`, `latin1`, `UTF8`. */
export function encodingNamed(name: string): Encoding | null {
  const key = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (key === 'utf8') return 'utf-8';
  if (key === 'utf16' || key === 'utf16le') return 'utf-16le';
  if (key === 'utf16be') return 'utf-16be';
  if (key === 'latin1' || key === 'iso88591' || key === 'ansi') return 'windows-1252';
  const page = /^(?:windows|cp|win)?(125[012])$/.exec(key)?.[1];
  return legacyEncodings.find((encoding) => encoding === `windows-${page ?? ''}`) ?? null;
}

/** UTF-16 without a mark: nearly every second byte of Latin text, and every line break, has a zero byte beside it. */
function withoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  const end = Math.min(bytes.length, sample);
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  if (even === 0 && odd > 0) return 'utf-16le';
  return odd === 0 && even > 0 ? 'utf-16be' : null;
}

function decodedAs(bytes: Uint8Array, encoding: Encoding, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

/** Lines that hold a byte outside ASCII, as each encoding reads them. */
function choicesFor(bytes: Uint8Array): { readonly first: number; readonly choices: readonly EncodingChoice[] } {
  const differing: { readonly number: number; readonly bytes: Uint8Array }[] = [];
  let number = 1;
  let start = 0;
  let isAscii = true;
  for (let at = 0; at <= bytes.length && differing.length < mostLines; at += 1) {
    const byte = bytes[at];
    if (byte === undefined || byte === 0x0a) {
      if (!isAscii) differing.push({ number, bytes: bytes.subarray(start, Math.min(at, start + longestLine)) });
      number += 1;
      start = at + 1;
      isAscii = true;
    } else if (byte >= 0x80) isAscii = false;
  }
  return {
    first: differing[0]?.number ?? 1,
    choices: legacyEncodings.map((encoding) => ({
      encoding,
      lines: differing.map((line) => ({
        number: line.number,
        text: (decodedAs(line.bytes, encoding, false) ?? '').replace(/\r$/, ''),
      })),
    })),
  };
}

/**
 * The text in a file: by its mark, else by the zero bytes of UTF-16, else as strict UTF-8. Anything else a person has to
 * say: programs that guess take German for Turkish.
 */
export function decodeText(bytes: Uint8Array, said: Encoding | null): Result<DecodedText, TableFailure> {
  const [one, two, three] = bytes;
  if (one === 0xef && two === 0xbb && three === 0xbf) return strictly(bytes.subarray(3), 'utf-8');
  if (one === 0xff && two === 0xfe) return strictly(bytes.subarray(2), 'utf-16le');
  if (one === 0xfe && two === 0xff) return strictly(bytes.subarray(2), 'utf-16be');
  if (said !== null) {
    if (said.startsWith('utf')) return strictly(bytes, said);
    return succeeded({ text: decodedAs(bytes, said, false) ?? '', encoding: said });
  }
  const wide = withoutMark(bytes);
  if (wide !== null) return strictly(bytes, wide);
  if (bytes.subarray(0, sample).includes(0)) return failed({ code: 'NOT_A_TABLE' });
  const text = decodedAs(bytes, 'utf-8', true);
  if (text !== null) return succeeded({ text, encoding: 'utf-8' });
  const { first, choices } = choicesFor(bytes);
  return failed({ code: 'ENCODING_UNKNOWN', place: `line ${String(first)}`, choices });
}

function strictly(bytes: Uint8Array, encoding: Encoding): Result<DecodedText, TableFailure> {
  const text = decodedAs(bytes, encoding, true);
  return text === null ? failed({ code: 'DAMAGED', place: encoding }) : succeeded({ text, encoding });
}
