import type { GivenTable } from './given';

/** Why a file brings no rows, as what it is. What to do about each is said by whoever tells a person. */
export type TableFailure =
  | { readonly code: 'NOT_FOUND' | 'UNREADABLE'; readonly place: string }
  | {
      readonly code:
        | 'EMPTY'
        | 'OLD_EXCEL'
        | 'BINARY_EXCEL'
        | 'ODS'
        | 'PDF'
        | 'WORD'
        | 'PASSWORD_PROTECTED'
        | 'ARCHIVE'
        | 'PROJECT_FILE'
        | 'PICTURE'
        | 'WEB_PAGE'
        | 'XML'
        | 'NOT_A_TABLE';
    }
  /** The bytes are no Unicode: a person has to say which letters they are. Lines that differ, each as it would read. */
  | { readonly code: 'ENCODING_UNKNOWN'; readonly place: string; readonly choices: readonly EncodingChoice[] }
  | { readonly code: 'DAMAGED'; readonly place: string }
  | {
      readonly code: 'TOO_LARGE' | 'TOO_LARGE_UNPACKED' | 'TOO_MANY_PARTS' | 'TOO_MANY_ROWS' | 'TOO_MANY_COLUMNS';
      readonly most: number;
      readonly place?: string;
    }
  | { readonly code: 'CANCELLED' };

export interface EncodingChoice {
  readonly encoding: LegacyEncoding;
  /** The first lines in which the choices differ. */
  readonly lines: readonly { readonly number: number; readonly text: string }[];
}

export const legacyEncodings = ['windows-1252', 'windows-1250', 'windows-1251'] as const;
export type LegacyEncoding = (typeof legacyEncodings)[number];
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | LegacyEncoding;

export const largestFile = 64 * 1024 * 1024;
export const largestUnpacked = 64 * 1024 * 1024;
export const mostParts = 200;

/** Contents of a file: tables of texts, and how they were read. */
export interface FileTables {
  readonly format: 'separated' | 'workbook' | 'vcard' | 'ets';
  readonly encoding: Encoding | null;
  readonly separator: string | null;
  readonly tables: readonly GivenTable[];
}

/** The encoding that is suggested first, by the system's language. */
export function likelyEncoding(language: string): LegacyEncoding {
  const code = language.toLowerCase().slice(0, 2);
  if (['ru', 'uk', 'be', 'bg', 'mk', 'sr'].includes(code)) return 'windows-1251';
  return ['pl', 'cs', 'sk', 'hu', 'sl', 'hr', 'ro', 'bs', 'sq'].includes(code) ? 'windows-1250' : 'windows-1252';
}
