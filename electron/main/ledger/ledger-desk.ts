import type { JournalNote } from '#core/ipc/journal-channels';
import type { ConnectedStore, LedgerFailure, LocalLedger, PlaceReport } from '#core/ipc/ledger-channels';
import type { Day } from '#core/kernel/day';
import type { PendingIntent } from '#core/ledger/commit';
import { type Abort, type LedgerStore, StoreError } from '#core/ledger/store';
import type { Coming } from '#core/queries/coming';
import { Journal } from './journal';
import { type CheckPort, type CheckPortEvents, LedgerCheckService } from './ledger-check-service';
import type { VoidedCommit } from './ledger-check';
import { CheckedStore } from './ledger-checked-store';
import type { LedgerFiles, LedgerNote } from './ledger-files';
import type { LedgerPlaces } from './ledger-places';
import { neverAborted, OneAtATime } from '../stores/abort';
import { openStore } from '../stores/registry';

/** What the desk refuses; the store's and the journal's own failures come as their errors. */
export class LedgerError extends Error {
  constructor(readonly failure: LedgerFailure) {
    super(failure.kind);
    this.name = 'LedgerError';
  }
}

export interface LedgerDeskParts {
  readonly files: LedgerFiles;
  readonly places: LedgerPlaces;
  readonly spawnCheck: (events: CheckPortEvents) => CheckPort;
  /** The store of a ledger may have something new. */
  readonly onHint: (ledger: string) => void;
  readonly onVoided: (ledger: string, voided: readonly VoidedCommit[]) => void;
  /** A ledger was opened, something was kept of it, or somebody else sits here. */
  readonly onChanged: (what: 'opened' | 'kept') => void;
}

interface OpenLedger {
  readonly note: LedgerNote;
  readonly journal: Journal;
  readonly check: LedgerCheckService;
  readonly store: LedgerStore | null;
}

/** Milliseconds in which several hints become one. */
const hintPause = 150;
/** How many commits are copied at once into a place that holds nothing yet. */
const copyPage = 500;

/** Keeps one ledger open: its journal, its check and, where it is shared, its store. */
export class LedgerDesk {
  private readonly turns = new OneAtATime();
  private current: OpenLedger | null = null;
  private hintTimer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: LedgerDeskParts) {}

  open(): Promise<LocalLedger | null> {
    return this.inTurn(async () => {
      if (this.current !== null) return this.describe(this.current);
      const ledger = await this.parts.files.current();
      const note = ledger === null ? null : await this.parts.files.note(ledger);
      return note === null ? null : this.describe(await this.take(note));
    });
  }

  create(ledger: string, by: string, intents: readonly PendingIntent[]): Promise<LocalLedger> {
    return this.inTurn(async () => {
      if ((await this.parts.files.note(ledger)) !== null) throw new LedgerError({ kind: 'already-there' });
      await this.letGo();
      const opened = await this.take({ ledger, by, url: null });
      await opened.journal.note(intents.map((intent): JournalNote => ({ kind: 'intent', intent })));
      await this.settle(opened.note);
      return this.describe(opened);
    });
  }

  join(place: string): Promise<LocalLedger> {
    return this.inTurn(async () => {
      const url = this.addressOf(place);
      const { report } = await this.inspectAt(url, neverAborted);
      if (report.ledger === null) throw new LedgerError({ kind: 'nothing-there' });
      const known = await this.parts.files.note(report.ledger);
      await this.letGo();
      const opened = await this.take({ ledger: report.ledger, by: known?.by ?? null, url });
      await this.settle(opened.note);
      return this.describe(opened);
    });
  }

  sitDown(ledger: string, by: string): Promise<LocalLedger> {
    return this.change(ledger, (opened) => Promise.resolve({ ...opened.note, by }));
  }

  connect(ledger: string, place: string): Promise<LocalLedger> {
    return this.change(ledger, async (opened) => {
      const url = this.addressOf(place);
      const { report } = await this.inspectAt(url, neverAborted);
      if (report.ledger !== null && report.ledger !== ledger) {
        throw new StoreError({ kind: 'identity-changed', expected: ledger, actual: report.ledger });
      }
      if (report.ledger === null) await this.copyTo(url, opened);
      return { ...opened.note, url };
    });
  }

  disconnect(ledger: string): Promise<LocalLedger> {
    return this.change(ledger, (opened) => Promise.resolve({ ...opened.note, url: null }));
  }

  leave(ledger: string): Promise<void> {
    return this.inTurn(async () => {
      this.require(ledger);
      await this.letGo();
      await this.parts.files.setCurrent(null);
    });
  }

  async inspect(place: string, signal: Abort): Promise<PlaceReport> {
    return this.inspectAt(this.addressOf(place), signal);
  }

  journalOf(ledger: string): Journal {
    return this.require(ledger).journal;
  }

  storeOf(ledger: string): LedgerStore {
    const { store } = this.require(ledger);
    if (store === null) throw new LedgerError({ kind: 'not-connected' });
    return store;
  }

  /** What comes in the open ledger for the person who sits here; `null` without a ledger or a person. */
  async coming(from: Day, to: Day): Promise<{ readonly ledger: string; readonly coming: Coming } | null> {
    const opened = this.current;
    const by = opened?.note.by ?? null;
    if (opened === null || by === null) return null;
    const {
      note: { ledger },
      journal,
      check,
    } = opened;
    try {
      const coming = await check.coming({ pending: journal.summary().open, by, from, to });
      return coming === null ? null : { ledger, coming };
    } catch (error) {
      // The ledger was closed meanwhile.
      if (error instanceof StoreError && error.failure.kind === 'aborted') return null;
      throw error;
    }
  }

  close(): Promise<void> {
    return this.inTurn(() => this.letGo());
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.run(neverAborted, work);
  }

  private require(ledger: string): OpenLedger {
    if (this.current?.note.ledger !== ledger) throw new LedgerError({ kind: 'unknown-ledger' });
    return this.current;
  }

  private addressOf(place: string): string {
    const url = this.parts.places.addressOf(place);
    if (url === null) throw new LedgerError({ kind: 'not-chosen' });
    return url;
  }

  private async inspectAt(url: string, signal: Abort): Promise<PlaceReport> {
    const opening = openStore(url, { ledger: null, mayBeEmpty: true });
    if (!opening.ok) throw new StoreError(opening.failure);
    try {
      return { report: await opening.store.check(signal), store: nameOf(opening.store) };
    } finally {
      await opening.store.close();
    }
  }

  /** Opens what a note describes, in place of whatever was open. */
  private async take(note: LedgerNote): Promise<OpenLedger> {
    const journal = await Journal.open(this.parts.files.folderOf(note.ledger), () => this.parts.onChanged('kept'));
    const check = new LedgerCheckService(note.ledger, journal, this.parts.spawnCheck);
    check.warmUp();
    const opened = { note, journal, check, store: this.connectStore(note, journal, check) };
    this.current = opened;
    this.parts.onChanged('opened');
    return opened;
  }

  private connectStore(note: LedgerNote, journal: Journal, check: LedgerCheckService): LedgerStore | null {
    if (note.url === null) return null;
    // An account that was started here may be the first in its folder; one that has commits can only be there already.
    const opening = openStore(note.url, { ledger: note.ledger, mayBeEmpty: journal.newest === null });
    if (!opening.ok) return null;
    const onVoided = (voided: readonly VoidedCommit[]): void => this.parts.onVoided(note.ledger, voided);
    const store = new CheckedStore({ store: opening.store, check, journal, onVoided });
    store.watch(() => this.hint(note.ledger));
    return store;
  }

  private hint(ledger: string): void {
    clearTimeout(this.hintTimer);
    this.hintTimer = setTimeout(() => this.parts.onHint(ledger), hintPause);
  }

  private change(ledger: string, decide: (opened: OpenLedger) => Promise<LedgerNote>): Promise<LocalLedger> {
    return this.inTurn(async () => {
      const opened = this.require(ledger);
      const note = await decide(opened);
      await this.settle(note);
      const isSamePlace = note.url === opened.note.url;
      if (!isSamePlace) await opened.store?.close();
      const store = isSamePlace ? opened.store : this.connectStore(note, opened.journal, opened.check);
      this.current = { ...opened, note, store };
      this.parts.onChanged('opened');
      return this.describe(this.current);
    });
  }

  private async settle(note: LedgerNote): Promise<void> {
    await this.parts.files.writeNote(note);
    await this.parts.files.setCurrent(note.ledger);
  }

  /** Copies what is confirmed already into a place that holds nothing yet. */
  private async copyTo(url: string, { note, journal }: OpenLedger): Promise<void> {
    const opening = openStore(url, { ledger: note.ledger, mayBeEmpty: true });
    if (!opening.ok) throw new StoreError(opening.failure);
    try {
      let head = null;
      for (;;) {
        const entries = await journal.commits(head?.seq ?? 0, { entries: copyPage, bytes: 4 * 1024 * 1024 });
        if (entries.length === 0) return;
        head = await opening.store.append(entries, head, neverAborted);
      }
    } finally {
      await opening.store.close();
    }
  }

  private async letGo(): Promise<void> {
    const opened = this.current;
    this.current = null;
    clearTimeout(this.hintTimer);
    if (opened === null) return;
    opened.check.close();
    await opened.store?.close();
    await opened.journal.close();
  }

  private async describe({ note, store, journal }: OpenLedger): Promise<LocalLedger> {
    return {
      ledger: note.ledger,
      device: await this.parts.files.device(),
      by: note.by,
      store: store === null ? null : nameOf(store),
      head: journal.newest,
    };
  }
}

function nameOf(store: LedgerStore): ConnectedStore {
  return { kind: store.info.kind, label: store.info.label };
}
