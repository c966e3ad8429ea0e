import { Listeners } from '#core/kernel/listeners';
import type { Day } from '#core/kernel/day';
import { actorOf } from '#core/rules/actor';
import { may } from '#core/rules/permission';
import type { Unsubscribe } from '#core/ledger/store';
import { smartListNames, type SmartListEntry, type SmartListName } from '#core/queries/smart-lists';
import type { OpenAccount } from './session-context';
import { runInSlices } from './time-slices';

export type ListCounts = { readonly [L in SmartListName]: number | null };

/** Contents of the smart lists, as far as they are known. */
export interface KnownLists {
  /** As counted last; `null` until it has been counted once. */
  readonly counts: ListCounts;
  /** What is on the list that is shown; `null` while it has not been gone through yet. */
  readonly shown: { readonly list: SmartListName; readonly entries: readonly SmartListEntry[] } | null;
}

const unknown: KnownLists = {
  counts: { withoutLicense: null, free: null, expiring: null, short: null, notConfirmed: null },
  shown: null,
};

/**
 * Keeps the smart lists of one account: the one that is shown right away, the counts of the others in idle time, and all again after
 * each change. Works while somebody listens; whatever it goes through it leaves when the account or the day changes.
 */
export class SmartListCounter {
  private readonly listeners = new Listeners();
  private known = unknown;
  private stopShown: Unsubscribe = () => undefined;
  private stopCounts: Unsubscribe = () => undefined;
  private stopWatching: Unsubscribe = () => undefined;
  private looked: { readonly list: SmartListName | null; readonly day: Day } | null = null;

  constructor(private readonly account: OpenAccount) {}

  readonly state = (): KnownLists => this.known;

  readonly subscribe = (listener: () => void): Unsubscribe => {
    const remove = this.listeners.add(listener);
    if (this.listeners.size === 1) this.start();
    return () => {
      remove();
      if (this.listeners.size === 0) this.stop();
    };
  };

  private start(): void {
    const { session, view } = this.account;
    this.looked = this.look();
    this.goThroughShown(true);
    this.countAll();
    const stopSession = session.subscribe(() => {
      this.goThroughShown(false);
      this.countAll();
    });
    const stopView = view.subscribe(() => this.lookAgain());
    this.stopWatching = () => {
      stopSession();
      stopView();
    };
  }

  private stop(): void {
    this.stopWatching();
    this.stopShown();
    this.stopCounts();
  }

  private look(): { readonly list: SmartListName | null; readonly day: Day } {
    const { shownList, dayLookedAt, today } = this.account.view.getState();
    return { list: smartListNames.find((name) => name === shownList) ?? null, day: dayLookedAt ?? today };
  }

  private lookAgain(): void {
    const before = this.looked;
    const now = this.look();
    if (before?.list === now.list && before.day === now.day) return;
    this.looked = now;
    if (before?.day !== now.day) this.countAll();
    this.goThroughShown(true);
  }

  private goThroughShown(atOnce: boolean): void {
    this.stopShown();
    const { list, day } = this.look();
    if (list === null) {
      if (this.known.shown !== null) this.tell({ ...this.known, shown: null });
      return;
    }
    this.stopShown = runInSlices(this.collect(list, day), { when: 'soon', atOnce });
  }

  private *collect(list: SmartListName, day: Day): Generator<undefined, void, undefined> {
    const entries: SmartListEntry[] = [];
    for (const entry of this.steps(list, day)) {
      if (entry !== null) entries.push(entry);
      yield;
    }
    const before = this.known.shown?.list === list ? this.known.shown.entries : null;
    // The same rows stay the same object, so that nothing is drawn or sorted anew.
    const isSame = before !== null && (yield* areSame(before, entries));
    this.tell({
      counts: { ...this.known.counts, [list]: entries.length },
      shown: { list, entries: isSame ? before : entries },
    });
  }

  private countAll(): void {
    this.stopCounts();
    const { longWork } = this.account.session;
    this.stopCounts = runInSlices(this.count(this.look().day), { when: 'idle', isHeld: () => longWork.isAtWork });
  }

  private *count(day: Day): Generator<undefined, void, undefined> {
    const counts: { [L in SmartListName]?: number } = {};
    for (const list of smartListNames) {
      let count = 0;
      for (const entry of this.steps(list, day)) {
        if (entry !== null) count += 1;
        yield;
      }
      counts[list] = count;
    }
    this.tell({ ...this.known, counts: { ...this.known.counts, ...counts } });
  }

  private *steps(list: SmartListName, day: Day): Iterable<SmartListEntry | null> {
    const { session } = this.account;
    const { model, by } = session;
    // Free numbers are of the account's stock: something to do for whoever looks after all of it, not for a part.
    const hasStock = may(model, actorOf(model, by), 'groups', model.root.id);
    const entries = { [Symbol.iterator]: () => session.stepsOfSmartList(list, day) };
    for (const entry of entries) yield !hasStock && entry?.why.kind === 'freeNumber' ? null : entry;
  }

  private tell(known: KnownLists): void {
    const isSame =
      known.shown === this.known.shown &&
      smartListNames.every((list) => known.counts[list] === this.known.counts[list]);
    if (isSame) return;
    this.known = known;
    this.listeners.tell();
  }
}

function* areSame(
  one: readonly SmartListEntry[],
  other: readonly SmartListEntry[],
): Generator<undefined, boolean, undefined> {
  if (one.length !== other.length) return false;
  for (const [index, entry] of one.entries()) {
    const also = other[index];
    if (
      also === undefined ||
      entry.key !== also.key ||
      entry.groupId !== also.groupId ||
      !sameFields(entry.why, also.why)
    )
      return false;
    yield;
  }
  return true;
}

function sameFields(one: object, other: object): boolean {
  const fields = Object.entries(one);
  return (
    fields.length === Object.keys(other).length &&
    fields.every(([name, value]) => (other as { readonly [name: string]: unknown })[name] === value)
  );
}
