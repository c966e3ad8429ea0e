import { useCallback, useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { catalogueOf, type Catalogue } from '#core/catalogue/license-types';
import { canonicalJson } from '#core/kernel/json';
import type { Day } from '#core/kernel/day';
import type { AttentionItem } from '#core/ledger/replica';
import type { Refused } from '#core/queries/query';
import type { Answer, Queries, QueryName } from '#core/queries/registry';
import type { HistorySteps } from '../data/history-steps';
import type { LongWork } from '../data/long-work';
import type {
  AccountReading,
  ActCall,
  ActOutcome,
  BegunPreview,
  Preview,
  RowsInMemory,
  TreeOfGroups,
} from '../data/session';
import { KeptReading, NoticedRows } from '../data/noticed-rows';
import { useSession } from './session-context';
import { useDay } from './view-hooks';

/** Tells whether a query could not be answered. */
export function isRefused(answer: object): answer is Refused {
  return !Array.isArray(answer) && 'refusals' in answer && Object.keys(answer).length === 1;
}

/** The account as one value: another object after each change of the model, of the pending list or of the attention list. */
export function useReading(): AccountReading {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.reading);
}

/** The account as one value while it is wanted, `null` otherwise: what needs it only now and then is not drawn with every act. */
export function useReadingWhile(isWanted: boolean): AccountReading | null {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, isWanted ? session.reading : noReading);
}

const noReading = (): null => null;

/** Rows and tree as one value: another object after each change of what was read from it. */
export function useRows(): RowsInMemory {
  const session = useSession();
  const noticed = useMemo(() => new NoticedRows(session), [session]);
  return useSyncExternalStore(session.subscribe, noticed.current);
}

/**
 * Value worked out from the rows, the same object as long as it says the same: a part that shows two fields of a group is not drawn
 * anew because a third has changed.
 */
export function useFromRows<T>(read: (rows: RowsInMemory) => T): T {
  const session = useSession();
  const noticed = useMemo(() => new NoticedRows(session), [session]);
  const kept = useMemo(() => new KeptReading<T>(), []);
  return useSyncExternalStore(session.subscribe, () => kept.read(noticed.current(), read));
}

/** License types that there are: the vendors', and those of the account; another object only when one of them has changed. */
export function useCatalogue(): Catalogue {
  const own = useFromRows(readOwnTypes);
  return catalogueOf({ ownTypes: () => own });
}

const readOwnTypes = (rows: RowsInMemory): ReturnType<RowsInMemory['ownTypes']> => rows.ownTypes();

/** Groups that there are, and where: another object only when that has changed. */
export function useTreeOfGroups(): TreeOfGroups {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.tree);
}

/** The answer to a query on the day that is looked at, or on another; asked again when the model or the day has changed. */
export function useAnswer<Q extends QueryName>(query: Q, args: Queries[Q]['args'], onDay?: Day): Answer<Q> {
  const session = useSession();
  const { day } = useDay();
  const askedDay = onDay ?? day;
  const key = canonicalJson(args);
  const stableArgs = useMemo(() => JSON.parse(key) as Queries[Q]['args'], [key]);
  const read = useCallback(() => session.ask(query, stableArgs, askedDay), [session, query, stableArgs, askedDay]);
  return useSyncExternalStore(session.subscribe, read);
}

/** Does an act. The promise settles when it is durable; a refusal is a value, never an exception. */
export function useAct(): (call: ActCall) => Promise<ActOutcome> {
  return useSession().act;
}

/**
 * Works out what an act would do or why it would be refused, for saying so before the click; `null` for no act, and while a large one is worked out.
 * Deferred and in slices, so typing stays fluent.
 */
export function usePreview(call: ActCall | null): Preview | null {
  const key = useDeferredValue(call === null ? null : canonicalJson(call));
  const reading = useReadingWhile(key !== null);
  const begun = useMemo(
    () => (key === null || reading === null ? null : reading.beginPreview(JSON.parse(key) as ActCall)),
    [reading, key],
  );
  const [late, setLate] = useState<{ readonly of: BegunPreview; readonly preview: Preview } | null>(null);
  useEffect(() => {
    if (begun?.preview !== null) return undefined;
    const control = new AbortController();
    void begun.rest(control.signal).then((preview) => {
      if (preview !== null && !control.signal.aborted) setLate({ of: begun, preview });
    });
    return () => control.abort();
  }, [begun]);
  if (begun === null) return null;
  return begun.preview ?? (late?.of === begun ? late.preview : null);
}

/** The act that takes long at the moment, with how far it is; `null` when none does. */
export function useLongWork(): LongWork | null {
  const { longWork } = useSession();
  return useSyncExternalStore(longWork.subscribe, longWork.current);
}

/** Steps that can be taken back and done again, newest first. */
export function useHistorySteps(): HistorySteps {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.steps);
}

/** Takes the newest step back; `null` when there is none. */
export function useUndo(): () => Promise<ActOutcome | null> {
  return useSession().undo;
}

/** Does again what was taken back last; `null` when there is nothing. */
export function useRedo(): () => Promise<ActOutcome | null> {
  return useSession().redo;
}

/** Ids of the acts that are not synchronised yet, in order. */
export function usePending(): readonly string[] {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.pending);
}

/** Acts that could not be kept as they were meant, with what can be done about them. */
export function useAttention(): {
  readonly items: readonly AttentionItem[];
  readonly drop: (id: string) => Promise<ActOutcome>;
  readonly retry: (id: string, changedArgs?: unknown) => Promise<ActOutcome>;
} {
  const session = useSession();
  const items = useSyncExternalStore(session.subscribe, session.attention);
  return useMemo(() => ({ items, drop: session.dropAttention, retry: session.retryAttention }), [items, session]);
}
