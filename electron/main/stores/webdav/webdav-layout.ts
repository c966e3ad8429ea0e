import type { Head } from '#core/ledger/commit';
import { beginsName, laterOf, packName, readName } from '../folder/folder-layout';

/**
 * Layout of a ledger in a folder on a WebDAV server:
 *
 *     ledger.json                                        locked by whoever appends; says that appends are ordered by locks
 *     log/000000000041/entries.jsonl                     one append, named by its first seq; never changed
 *     packs/000000000001-000000000128/entries.jsonl      many old appends in one file
 *     packs/begins-000000000128-HASH                     the ledger begins behind commit 128, whose hash that is
 *     blobs/                                             immutable files by name
 *     here/COMPUTER.json                                 the last word of a computer on itself
 *     tmp/                                               what is being uploaded, before it gets its name
 */
export const webDavNames = {
  marker: 'ledger.json',
  log: 'log/',
  packs: 'packs/',
  blobs: 'blobs/',
  here: 'here/',
  tmp: 'tmp/',
} as const;
/** The file in the collection of an append or a pack. A collection is moved as a whole, which is what only one can do. */
export const entriesName = 'entries.jsonl';

export interface PackRange {
  readonly first: number;
  readonly last: number;
}

/** Contents of `log/` and `packs/` by their names, before anything has been read; nothing from before the beginning but `old`. */
export interface WebDavListing {
  /** First seqs of appends that no pack holds, lowest first. */
  readonly loose: readonly number[];
  /** First seqs of appends that stand in a pack too, and can go. */
  readonly packed: readonly number[];
  readonly packs: readonly PackRange[];
  /** The commit behind which the ledger begins; `null` for the first. */
  readonly begins: Head | null;
  /** Collections and files that hold something from before it, and can go. */
  readonly old: readonly string[];
}

/** File from which entries are read. */
export type WebDavSource =
  { readonly kind: 'append'; readonly position: number } | { readonly kind: 'pack'; readonly pack: PackRange };

export function arrange(logNames: readonly string[], packNames: readonly string[]): WebDavListing {
  const begins = packNames.reduce<Head | null>((found, name) => {
    const meaning = readName(name);
    return meaning.kind === 'begins' ? laterOf(found, meaning.head) : found;
  }, null);
  const last = begins?.seq ?? 0;
  const allPacks = packNames.flatMap((name) => {
    const meaning = readName(`${name}.jsonl`);
    return meaning.kind === 'pack' && meaning.first <= meaning.last ? [meaning] : [];
  });
  const packs = allPacks.filter((pack) => pack.last > last);
  const positions = logNames
    .flatMap((name) => {
      const meaning = readName(`${name}.jsonl`);
      return meaning.kind === 'append' && meaning.generation === 0 ? [meaning.position] : [];
    })
    .sort((one, other) => one - other);
  const behind = positions.filter((position) => position > last);
  const isPacked = (position: number): boolean => packHolding(packs, position) !== null;
  return {
    loose: behind.filter((position) => !isPacked(position)),
    packed: behind.filter(isPacked),
    packs: packs.map(({ first, last }) => ({ first, last })).sort((one, other) => one.first - other.first),
    begins,
    old: [
      ...positions.filter((position) => position <= last).map((position) => collectionOf({ kind: 'append', position })),
      ...allPacks.filter(({ first }) => first <= last).map((pack) => collectionOf({ kind: 'pack', pack })),
      ...packNames
        .filter((name) => readName(name).kind === 'begins' && name !== (begins === null ? '' : beginsName(begins)))
        .map((name) => `${webDavNames.packs}${name}`),
    ],
  };
}

function packHolding(packs: readonly PackRange[], seq: number): PackRange | null {
  let best: PackRange | null = null;
  for (const pack of packs) {
    if (pack.first <= seq && seq <= pack.last && (best === null || pack.last > best.last)) best = pack;
  }
  return best;
}

/** Finds the file that may hold an entry: its pack, or the last append that starts at or before it. */
export function sourceOf({ packs, loose }: WebDavListing, seq: number): WebDavSource | null {
  const pack = packHolding(packs, seq);
  if (pack !== null) return { kind: 'pack', pack };
  const position = loose.filter((it) => it <= seq).at(-1);
  return position === undefined ? null : { kind: 'append', position };
}

/** File that reaches furthest. */
export function lastSource({ packs, loose }: WebDavListing): WebDavSource | null {
  const position = loose.at(-1);
  let furthest: PackRange | null = null;
  for (const pack of packs) if (furthest === null || pack.last > furthest.last) furthest = pack;
  if (position !== undefined && position > (furthest?.last ?? 0)) return { kind: 'append', position };
  return furthest === null ? null : { kind: 'pack', pack: furthest };
}

function digits(seq: number): string {
  return String(seq).padStart(12, '0');
}

export function collectionOf(source: WebDavSource): string {
  return source.kind === 'append'
    ? `${webDavNames.log}${digits(source.position)}/`
    : `${webDavNames.packs}${packName(source.pack.first, source.pack.last).replace(/\.jsonl$/, '')}/`;
}
