import { appendName, folderNames, packName } from './folder-layout';
import type { AppendFiles, FolderListing, PackFile } from './folder-listing';

/** File from which the entries around a seq are read. */
export type Source =
  { readonly kind: 'pack'; readonly pack: PackFile } | { readonly kind: 'append'; readonly files: AppendFiles };

/** Name of the file, as it is said of what is wrong in it. */
export function placeOf(source: Source): string {
  return source.kind === 'pack'
    ? `${folderNames.packs}/${packName(source.pack.first, source.pack.last)}`
    : `${folderNames.log}/${appendName(source.files.position, source.files.generations[0] ?? 0)}`;
}

/**
 * A listing in reading order: packs that are whole, and the append files that no such pack holds; nothing from before the beginning,
 * whatever of it still lies there.
 */
export interface FolderView {
  readonly listing: FolderListing;
  readonly packs: readonly PackFile[];
  readonly loose: readonly AppendFiles[];
}

export function arrange(listing: FolderListing, wholePacks: readonly PackFile[]): FolderView {
  const begins = listing.begins?.seq ?? 0;
  const packs = wholePacks.filter(({ last }) => last > begins);
  return {
    listing,
    packs,
    loose: listing.appends.filter(({ position }) => position > begins && packHolding(packs, position) === null),
  };
}

/** The pack that holds a seq, the one that reaches furthest where several do. */
export function packHolding(packs: readonly PackFile[], seq: number): PackFile | null {
  let best: PackFile | null = null;
  for (const pack of packs) {
    if (pack.first <= seq && seq <= pack.last && (best === null || pack.last > best.last)) best = pack;
  }
  return best;
}

/** Index of the first loose append file after a seq. */
function indexAfter(view: FolderView, seq: number): number {
  let low = 0;
  let high = view.loose.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((view.loose[middle]?.position ?? 0) <= seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Finds the file that may hold an entry: its pack, or the last append file that starts at or before it. */
export function sourceOf(view: FolderView, seq: number): Source | null {
  const pack = packHolding(view.packs, seq);
  if (pack !== null) return { kind: 'pack', pack };
  const files = view.loose[indexAfter(view, seq) - 1];
  return files === undefined ? null : { kind: 'append', files };
}

/** The lowest seq above the given one at which a file or a pack starts. */
export function nextStart(view: FolderView, seq: number): number | null {
  const starts = view.packs.filter(({ first }) => first > seq).map(({ first }) => first);
  const loose = view.loose[indexAfter(view, seq)];
  if (loose !== undefined) starts.push(loose.position);
  return starts.length === 0 ? null : Math.min(...starts);
}

/** The source that reaches furthest. */
export function lastSource(view: FolderView): Source | null {
  const files = view.loose.at(-1);
  let pack: PackFile | null = null;
  for (const candidate of view.packs) if (pack === null || candidate.last > pack.last) pack = candidate;
  if (files !== undefined && files.position > (pack?.last ?? 0)) return { kind: 'append', files };
  return pack === null ? null : { kind: 'pack', pack };
}
