import { groupOfCode } from '#core/handover/card-code';
import { Listeners } from '#core/kernel/listeners';
import { useCallback, useEffect, useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import type { AccountSession } from '../../data/session';
import { useReading } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { runInSlices } from '../../state/time-slices';
import { needleOf, type Needle } from './needle';
import { SearchIndex, type FoundOfKind } from './search-index';

const indexes = new WeakMap<AccountSession, SearchIndex>();

/** The words of an account, read in idle time from the first call on. */
function searchIndexOf(session: AccountSession): SearchIndex {
  let index = indexes.get(session);
  if (index === undefined) {
    index = new SearchIndex(session.model);
    indexes.set(session, index);
    session.watchRows((changes) => indexes.get(session)?.note(changes));
    runInSlices(index.prepare(), { when: 'idle', isHeld: () => session.longWork.isAtWork });
  }
  return index;
}

/** Things found for what was typed. */
export interface SearchResult {
  /** What was typed, as it was looked for; later typing may not have been looked for yet. */
  readonly typed: string;
  readonly needle: Needle | null;
  readonly kinds: readonly FoundOfKind[];
}

const nothing: SearchResult = { typed: '', needle: null, kinds: [] };

/** One search at a time: a new one ends the one before. What was found last stays until the new one is done. */
class LiveSearch {
  private readonly listeners = new Listeners();
  private found = nothing;
  private asked = '';
  private stop: () => void = () => undefined;

  constructor(
    private readonly index: SearchIndex,
    private readonly session: AccountSession,
  ) {}

  readonly result = (): SearchResult => this.found;

  readonly subscribe = this.listeners.add;

  /** Looks for something. Where there is little to look through, it is found on return. */
  readonly ask = (typed: string): void => {
    this.stop();
    this.asked = typed;
    this.stop = runInSlices(this.steps(typed), { when: 'soon', atOnce: true });
  };

  /** What is found for the newest typing, waited for: for a person who presses Enter before it is there. */
  readonly finish = (typed: string): SearchResult => {
    if (this.found.typed === typed) return this.found;
    this.stop();
    this.asked = typed;
    const steps = this.steps(typed);
    while (steps.next().done !== true);
    return this.found;
  };

  readonly end = (): void => this.stop();

  /** The group of a card whose code was scanned into the field; `null` where it is none. */
  private coded(typed: string): readonly FoundOfKind[] | null {
    const id = groupOfCode(typed);
    return id === null || this.session.model.row('groups', id) === undefined
      ? null
      : [{ kind: 'groups', ids: [id], best: 0 }];
  }

  private *steps(typed: string): Generator<undefined, void, undefined> {
    const needle = needleOf(typed);
    const kinds = needle === null ? [] : (this.coded(typed) ?? (yield* this.index.search(needle)));
    if (typed !== this.asked) return;
    this.found = { typed, needle, kinds };
    this.listeners.tell();
  }
}

/** Searches everywhere for what is typed, and again whenever the account changes. */
export function useSearch(typed: string): { readonly result: SearchResult; readonly finish: () => SearchResult } {
  const session = useSession();
  const reading = useReading();
  const search = useMemo(() => new LiveSearch(searchIndexOf(session), session), [session]);
  const result = useSyncExternalStore(search.subscribe, search.result);
  useLayoutEffect(() => {
    search.ask(typed);
    return search.end;
  }, [search, typed, reading]);
  const finish = useCallback(() => search.finish(typed), [search, typed]);
  return { result, finish };
}

/** Has the words of the account read as soon as the window has time for it, so that the first search finds them. */
export function usePreparedSearch(): void {
  const session = useSession();
  useEffect(() => void searchIndexOf(session), [session]);
}

/** Finds the groups that fit what is typed, for narrowing the tree down. */
export function useGroupFilter(): (typed: string) => readonly string[] {
  const session = useSession();
  return useCallback(
    (typed: string) => {
      const needle = needleOf(typed);
      return needle === null ? [] : searchIndexOf(session).groupsLike(needle);
    },
    [session],
  );
}
