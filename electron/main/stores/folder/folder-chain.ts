import type { Head } from '#core/ledger/commit';
import { hashBeforeFirst } from '../entry-envelope';
import { appendName, folderNames } from './folder-layout';
import type { Loaded, Segment, VoidAppend } from './folder-segments';
import { type FolderView, nextStart, packHolding, placeOf, type Source } from './folder-view';

/** One file of the chain: what it holds, without its bytes. */
export interface Link {
  readonly first: number;
  readonly last: number;
  readonly hash: string;
  /** `null` where no file of it has been read. */
  readonly ledger: string | null;
  /** Known from elsewhere: which files it lies in has not been looked at. */
  readonly isAssumed?: true;
  /** No file any more: everything up to where the folder begins. */
  readonly isBeginning?: true;
}

/**
 * Why the chain does not go on behind its last link.
 * `arriving`: a file is missing or not whole, and others follow it. `cut-off`: the last file is not whole.
 * `damaged`: a file is whole and wrong. `end`: nothing follows.
 */
export type ChainEnd =
  | { readonly kind: 'end' }
  | { readonly kind: 'arriving'; readonly place: string; readonly detail: string }
  | { readonly kind: 'cut-off'; readonly cutOff: VoidAppend }
  | { readonly kind: 'damaged'; readonly place: string; readonly detail: string };

/** Contents of a folder from its first commit on, or from where it begins. */
export interface FolderChain {
  readonly links: readonly Link[];
  readonly end: ChainEnd;
  /** Files of another branch: whole, but they do not follow the chain. They do not count. */
  readonly strays: readonly string[];
  /** Seq from which on a file would have to start. */
  readonly next: number;
}

export function headOf({ links }: Pick<FolderChain, 'links'>): Head | null {
  const last = links.at(-1);
  return last === undefined ? null : { seq: last.last, hash: last.hash };
}

/** The links that the files in view still stand for. A file that has gone into a pack is there. */
export function stillThere(view: FolderView, links: readonly Link[]): readonly Link[] {
  // Where the folder begins later than it did, it is followed anew from there.
  if (links.length > 0 && beginningIn(links) !== (view.listing.begins?.seq ?? 0)) return [];
  const starts = new Set(view.loose.map(({ position }) => position));
  const gone = links.findIndex(
    ({ first, last, isBeginning }) =>
      isBeginning !== true && !starts.has(first) && (packHolding(view.packs, first)?.last ?? 0) < last,
  );
  return gone < 0 ? links : links.slice(0, gone);
}

function beginningIn([first]: readonly Link[]): number {
  return first?.isBeginning === true ? first.last : 0;
}

/** The links with which a folder begins: none, or one for everything that is no longer in it. */
export function beginningOf({ listing: { begins } }: FolderView): readonly Link[] {
  return begins === null ? [] : [{ first: 1, last: begins.seq, hash: begins.hash, ledger: null, isBeginning: true }];
}

/** Source of the file that starts at a seq, or of the pack that holds it. */
export function sourceAt(view: FolderView, seq: number): Source | null {
  const pack = packHolding(view.packs, seq);
  if (pack !== null) return { kind: 'pack', pack };
  const files = view.loose.find(({ position }) => position === seq);
  return files === undefined ? null : { kind: 'append', files };
}

/** Every file from a seq on: what another branch has left where the chain ends. */
export function placesFrom(view: FolderView, seq: number): readonly string[] {
  return [
    ...view.packs.filter(({ last }) => last >= seq).map((pack) => placeOf({ kind: 'pack', pack })),
    ...view.loose.filter(({ position }) => position >= seq).map((files) => placeOf({ kind: 'append', files })),
  ];
}

/** Goes on from links that hold, file by file, for as long as each follows the one before. `null`: a file has vanished meanwhile. */
export async function followChain(
  view: FolderView,
  known: readonly Link[],
  load: (source: Source) => Promise<Loaded>,
): Promise<FolderChain | null> {
  const links = [...(known.length > 0 ? known : beginningOf(view))];
  for (;;) {
    const next = (links.at(-1)?.last ?? 0) + 1;
    const answer = (end: ChainEnd, strays: readonly string[] = []): FolderChain => ({ links, end, strays, next });
    const source = sourceAt(view, next);
    if (source === null) {
      if (nextStart(view, next) === null) return answer({ kind: 'end' });
      const place = `${folderNames.log}/${appendName(next, 0)}`;
      return answer({ kind: 'arriving', place, detail: `Commit ${next} is missing, and others follow it.` });
    }
    const loaded = await load(source);
    if (loaded === 'vanished') return null;
    if (loaded === 'truncated') return answer(endOfCutOff(view, source));
    if ('problem' in loaded) return answer({ kind: 'damaged', place: loaded.place, detail: loaded.problem });
    const misfit = misfitOf(source, loaded, links.at(-1)?.ledger ?? null);
    if (misfit !== null) return answer({ kind: 'damaged', place: loaded.place, detail: misfit });
    if (!follows(loaded, next, links.at(-1)?.hash ?? hashBeforeFirst))
      return answer({ kind: 'end' }, placesFrom(view, next));
    const { last, hash, ledger } = loaded.chain;
    links.push({ first: next, last, hash, ledger });
  }
}

function endOfCutOff(view: FolderView, source: Source): ChainEnd {
  if (source.kind === 'append' && nextStart(view, source.files.position) === null) {
    const { position, generations } = source.files;
    return { kind: 'cut-off', cutOff: { position, generation: generations[0] ?? 0, place: placeOf(source) } };
  }
  return { kind: 'arriving', place: placeOf(source), detail: 'The file is not whole, and others follow it.' };
}

/** Why a file cannot be what its name says. */
function misfitOf(source: Source, { chain }: Segment, ledger: string | null): string | null {
  const start = source.kind === 'pack' ? source.pack.first : source.files.position;
  if (chain.first !== start) return `The file starts with commit ${chain.first}, but its name says ${start}.`;
  if (source.kind === 'pack' && chain.last !== source.pack.last) return 'The file does not hold what its name says.';
  if (ledger !== null && chain.ledger !== ledger) return 'The file belongs to another ledger.';
  return null;
}

/** Tells whether a file goes on behind a seq; a pack may begin before it, and then holds the commit with that hash. */
function follows({ chain, entries, hashBefore }: Segment, next: number, hash: string): boolean {
  if (chain.first === next) return chain.prev === hash;
  return next - chain.first <= entries.length && hashBefore(next) === hash;
}
