import type { Head } from '#core/ledger/commit';

/**
 * Names of the parts of a ledger in a folder.
 *
 *     ledger.json                                whose ledger it is
 *     log/000000000041.jsonl                     one append, named by its first seq; never changed
 *     log/000000000041.r1.jsonl                  takes the place of 000000000041.jsonl, which was cut off
 *     packs/000000000001-000000000040.jsonl      many old appends in one file
 *     packs/begins-000000000040-HASH             the ledger begins behind commit 40, whose hash that is
 *     blobs/                                     immutable files by name: snapshots
 *     here/COMPUTER.json                         the last word of a computer on itself
 *     tmp/                                       files being written, before they get their name
 *     void/                                      cut-off files and files of another branch, out of the way
 */
export const folderNames = {
  log: 'log',
  packs: 'packs',
  blobs: 'blobs',
  here: 'here',
  tmp: 'tmp',
  void: 'void',
} as const;
export const identityName = 'ledger.json';

/** The highest generation that a name can say: more often than that, no append is replaced. */
export const lastGeneration = 99;

/** Twelve digits, so that names sort like numbers. */
function digits(seq: number): string {
  return String(seq).padStart(12, '0');
}

/** `generation` 0 is the ordinary name; higher ones replace a file that was cut off. */
export function appendName(position: number, generation: number): string {
  return generation === 0 ? `${digits(position)}.jsonl` : `${digits(position)}.r${generation}.jsonl`;
}

export function packName(first: number, last: number): string {
  return `${digits(first)}-${digits(last)}.jsonl`;
}

export function beginsName({ seq, hash }: Head): string {
  return `begins-${digits(seq)}-${hash}`;
}

export type NameMeaning =
  | { readonly kind: 'append'; readonly position: number; readonly generation: number }
  | { readonly kind: 'pack'; readonly first: number; readonly last: number }
  | { readonly kind: 'begins'; readonly head: Head }
  /** Looks like a second version of one of ours, as cloud drives and file managers make them. */
  | { readonly kind: 'copy' }
  | { readonly kind: 'foreign' };

const appendPattern = /^(\d{12})(?:\.r([1-9]\d?))?\.jsonl$/;
const packPattern = /^(\d{12})-(\d{12})\.jsonl$/;
const beginsPattern = /^begins-(\d{12})-([0-9a-f]{64})$/;
/** rclone puts its word behind the ending. */
const copyPattern = /(?<!\d)\d{12}(?!\d).*\.jsonl(?:\.\.path\d|\.conflict\d+)?$/i;

/** Reads what a name in `log/` or `packs/` means. Hidden files (`._…` of macOS) and lock files (`~$…`) are never ours. */
export function readName(name: string): NameMeaning {
  const append = appendPattern.exec(name);
  if (append !== null) return { kind: 'append', position: Number(append[1]), generation: Number(append[2] ?? 0) };
  const pack = packPattern.exec(name);
  if (pack !== null) return { kind: 'pack', first: Number(pack[1]), last: Number(pack[2]) };
  const begins = beginsPattern.exec(name);
  if (begins !== null) return { kind: 'begins', head: { seq: Number(begins[1]), hash: begins[2] ?? '' } };
  if (name.startsWith('.') || name.startsWith('~')) return { kind: 'foreign' };
  return copyPattern.test(name) ? { kind: 'copy' } : { kind: 'foreign' };
}

/** The first entry that a file is named by, whatever else its name says; `null` where it names none. */
export function firstNamed(name: string): number | null {
  const found = /(?<!\d)(\d{12})(?!\d)/.exec(name);
  return found === null ? null : Number(found[1]);
}

/** The later of two beginnings of a place. */
export function laterOf(one: Head | null, other: Head): Head {
  return one === null || other.seq > one.seq ? other : one;
}

/** Blob names are lower case, because some file systems do not tell case apart. */
export function isBlobName(name: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{0,119}$/.test(name) && !name.endsWith('.');
}
