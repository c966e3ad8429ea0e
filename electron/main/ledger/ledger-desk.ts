import { Turns } from '#core/kernel/turns';
import type { JournalNote } from '#core/ipc/journal-channels';
import { done, failed, succeeded, type Result } from '#core/kernel/result';
import type { KeptAccount, LedgerFailure, LocalLedger, PlaceReport } from '#core/ipc/ledger-channels';
import type { Day } from '#core/kernel/day';
import type { PendingIntent } from '#core/ledger/commit';
import type { ChosenFolder, FolderWay } from '#core/ledger/folder-guess';
import type { PlaceState } from '#core/ledger/healing';
import type { Joining } from '#core/ledger/joining';
import type { Presence } from '#core/ledger/presence';
import type { Abort, LedgerStore, Repaired, StoreResult } from '#core/ledger/store';
import type { Coming } from '#core/queries/coming';
import { beginFromCheckpoint } from './joining';
import { Journal } from './journal';
import { keptAccounts } from './kept-accounts';
import { LedgerConnections, nameOf, placePatience } from './ledger-connections';
import type { LedgerNote } from './ledger-files';
import type { LedgerPlaces } from './ledger-places';
import { bringTo, type Brought } from './ledger-contents';
import { LedgerOpener, type OpeningLedgerParts, type OpenLedger, type TrustedLedger } from './open-ledger';
import { placeState } from './place-state';
import { addressAs, folderOf } from '../stores/registry';

export type LedgerResult<Value> = Result<Value, LedgerFailure>;

export type { TrustedLedger };

export interface LedgerDeskParts extends OpeningLedgerParts {
  readonly places: LedgerPlaces;
  /** The store of a ledger may have something new. */
  readonly onHint: (ledger: string) => void;
  /** The place of a ledger is another one now, or of another way, or it is read anew: whoever holds it opens it again. */
  readonly onMoved?: (ledger: string) => void;
}

/** Minutes after which an account locks whose note was lost. */
const defaultMinutes = 10;

/** Milliseconds in which several hints become one. */
const hintPause = 150;

/** Keeps one ledger open: its journal, its check and, where it is shared, its store. */
export class LedgerDesk {
  private readonly turns = new Turns();
  private current: OpenLedger | null = null;
  private hintTimer: NodeJS.Timeout | undefined;

  private readonly connections: LedgerConnections;
  private readonly opener: LedgerOpener;

  constructor(private readonly parts: LedgerDeskParts) {
    this.connections = new LedgerConnections(parts);
    this.opener = new LedgerOpener(parts, this.connections, {
      hint: (ledger) => this.hint(ledger),
      store: (ledger) => this.openOf(ledger)?.store ?? null,
      shortened: (ledger) => void this.beginAgain(ledger),
    });
  }

  open(): Promise<LedgerResult<LocalLedger | null>> {
    return this.inTurn(async () => {
      if (this.current !== null) return succeeded(await this.describe(this.current));
      const ledger = await this.parts.files.current();
      const note = ledger === null ? null : await this.parts.files.note(ledger);
      return succeeded(note === null ? null : await this.describe(await this.take(note)));
    });
  }

  create(ledger: string, by: string, intents: readonly PendingIntent[]): Promise<LedgerResult<LocalLedger>> {
    return this.inTurn(async () => {
      if ((await this.parts.files.note(ledger)) !== null) return failed({ kind: 'already-there' });
      return this.openWith({ ledger, by, url: null }, async ({ journal }) => {
        const noted = await journal.note(intents.map((intent): JournalNote => ({ kind: 'intent', intent })));
        return noted.ok ? null : noted.failure;
      });
    });
  }

  /** Makes an open ledger the one that the next start opens: the window shows it, so nothing has failed on the way. */
  shown(ledger: string): Promise<LedgerResult<null>> {
    return this.onOpen(ledger, async (opened) => {
      const { files } = this.parts;
      if (opened.note.anew === true) {
        const { anew: _anew, ...note } = opened.note;
        await files.writeNote(note);
        this.current = { ...opened, note };
      }
      this.checkWhole(opened);
      // A disk that is full must not keep anybody from an account that was open before.
      if ((await files.current()) !== ledger) await files.setCurrent(ledger);
      return done;
    });
  }

  /** Opens a ledger that is kept here, in place of whatever was open. */
  openKept(ledger: string): Promise<LedgerResult<LocalLedger>> {
    return this.inTurn(async () => {
      const note = await this.parts.files.note(ledger);
      if (note === null) return failed({ kind: 'unknown-ledger' });
      await this.closeOpenLedger();
      const opened = await this.take(note);
      return succeeded(await this.describe(opened));
    });
  }

  /** Every account that is kept here, the one that was worked on last first. */
  accounts(): Promise<readonly KeptAccount[]> {
    const labelOf = (url: string): string | null => this.connections.labelOf(url);
    return this.inTurn(() => keptAccounts(this.parts.files, labelOf, this.current));
  }

  join(place: string): Promise<LedgerResult<LocalLedger>> {
    return this.inTurn(async () => {
      const chosen = this.addressOf(place);
      const url = chosen === null ? null : await this.connections.present(chosen);
      const found =
        url === null
          ? failed({ kind: 'not-chosen' } as const)
          : await this.connections.inspect(url, placePatience(url));
      if (!found.ok) return found;
      const { ledger } = found.value.report;
      if (ledger === null) return failed({ kind: 'nothing-there' });
      const known = await this.parts.files.note(ledger);
      await this.closeOpenLedger();
      const opened = await this.take({ ledger, by: known?.by ?? null, url });
      await this.parts.files.writeNote(opened.note);
      return succeeded(await this.describe(opened));
    });
  }

  /** Begins what was joined from a checkpoint in its place, where there is one to be believed. */
  async begin(ledger: string, signal: Abort): Promise<LedgerResult<Joining>> {
    const opened = this.openOf(ledger);
    if (opened === null) return failed({ kind: 'unknown-ledger' });
    const { place } = opened;
    if (place === null) return failed({ kind: 'not-connected' });
    const begun = await beginFromCheckpoint({ ...opened, ledger, place }, signal);
    const [first] = begun.ok ? begun.value.passedOver.filter(({ because }) => because !== 'unconfirmed') : [];
    if (begun.ok && begun.value.from === null && first !== undefined)
      opened.healed.push({ kind: 'read-whole', at: new Date().toISOString(), because: first.because });
    return begun;
  }

  /** Gives up what was joined and never shown: nothing is left of it. */
  giveUp(ledger: string): Promise<LedgerResult<null>> {
    return this.onOpen(ledger, async (opened) => {
      const { files } = this.parts;
      // Whoever has sat here, or has done something here, keeps it.
      const isOwn = opened.note.by !== null || opened.journal.summary().open.length > 0;
      await this.closeOpenLedger();
      if (!isOwn && (await files.current()) !== ledger) await files.remove(ledger);
      return done;
    });
  }

  async choosePerson(ledger: string, by: string): Promise<LedgerResult<LocalLedger>> {
    const chosen = await this.change(ledger, (opened) => Promise.resolve(succeeded({ ...opened.note, by })));
    if (this.current !== null) this.checkWhole(this.current);
    return chosen;
  }

  /** `way` is how acts are put in order in a folder in which there is nothing yet; `null` leaves it to the place. */
  connect(ledger: string, place: string, way: FolderWay | null | undefined = null): Promise<LedgerResult<LocalLedger>> {
    return this.change(ledger, async (opened) => {
      const chosen = this.addressOf(place);
      if (chosen === null) return failed({ kind: 'not-chosen' });
      const url = await this.connections.present((way == null ? null : addressAs(way, chosen)) ?? chosen);
      const found = await this.connections.inspect(url, placePatience(url));
      if (!found.ok) return found;
      const actual = found.value.report.ledger;
      if (actual !== null && actual !== ledger) {
        const another = { kind: 'identity-changed', expected: ledger, actual } as const;
        return failed(await this.connections.withNames(another, url, placePatience(url)));
      }
      const copied =
        actual === null ? await this.connections.copy(url, { ...opened, ledger: opened.note.ledger }) : null;
      return copied === null ? succeeded({ ...opened.note, url }) : failed(copied);
    });
  }

  /** Makes the folder in which a ledger is shared one of the other way. */
  async turn(ledger: string, way: FolderWay, signal: Abort): Promise<LedgerResult<LocalLedger>> {
    const changed = await this.change(ledger, async (opened) => {
      const turned = await this.connections.turn({ ...opened, ...opened.note }, way, signal);
      return turned.ok ? succeeded({ ...opened.note, url: turned.value }) : turned;
    });
    if (changed.ok) this.parts.onMoved?.(ledger);
    return changed;
  }

  /** Locks the account on this computer after some minutes; `null` where the passphrase is another or the keys cannot be used. */
  lockAfter(ledger: string, passphrase: string, minutes: number | null): Promise<LedgerResult<LocalLedger | null>> {
    return this.onOpen(ledger, async (opened) => {
      const { keys, note } = opened;
      if (keys.hasPassphrase && !(await keys.isPassphrase(passphrase))) return succeeded(null);
      if (minutes === null) await keys.askForNothing();
      else if (!keys.hasPassphrase && !(await keys.askForPassphrase(passphrase))) return succeeded(null);
      return succeeded(await this.noteAnew(opened, { ...note, lockAfter: minutes ?? undefined }));
    });
  }

  /** Lets go of the keys of an account that locks, and of its place. */
  lock(ledger: string): Promise<LedgerResult<LocalLedger>> {
    return this.onOpen(ledger, async (opened) => {
      opened.keys.lockAway();
      if (!opened.keys.isLocked) return succeeded(await this.describe(opened));
      await opened.store?.close();
      this.current = { ...opened, store: null, place: null };
      return succeeded(await this.describe(this.current));
    });
  }

  /** Takes up the keys and the place again; `null` where the passphrase is another. */
  unlock(ledger: string, passphrase: string): Promise<LedgerResult<LocalLedger | null>> {
    return this.onOpen(ledger, async (opened) => {
      const { keys } = opened;
      // A window that hid the account itself asks as well, although nothing is locked here.
      if (!keys.isLocked && !(await keys.isPassphrase(passphrase))) return succeeded(null);
      if (!keys.isLocked) return succeeded(await this.describe(opened));
      if (!(await keys.unlock(passphrase))) return succeeded(null);
      this.current = { ...opened, ...(await this.opener.connect(opened)) };
      this.parts.onChanged('opened');
      return succeeded(await this.describe(this.current));
    });
  }

  /** Tells whether the open account waits for a passphrase. */
  get isLocked(): boolean {
    return this.current?.keys.isLocked === true;
  }

  /** Puts what is kept of a locked account aside, so that this computer can be let in anew. */
  putAside(ledger: string): Promise<LedgerResult<null>> {
    return this.onOpen(ledger, async ({ keys }) => {
      if (!keys.isLocked) return failed({ kind: 'unknown-ledger' });
      await this.closeOpenLedger();
      await this.parts.files.putAside(ledger, new Date().toISOString());
      await this.parts.files.setCurrent(null);
      return done;
    });
  }

  private async noteAnew(opened: OpenLedger, note: LedgerNote): Promise<LocalLedger> {
    await this.parts.files.writeNote(note);
    this.current = { ...opened, note };
    return this.describe(this.current);
  }

  disconnect(ledger: string): Promise<LedgerResult<LocalLedger>> {
    return this.change(ledger, (opened) => Promise.resolve(succeeded({ ...opened.note, url: null })));
  }

  leave(ledger: string): Promise<LedgerResult<null>> {
    return this.onOpen(ledger, async () => {
      await this.closeOpenLedger();
      await this.parts.files.setCurrent(null);
      return done;
    });
  }

  /** Guess at how others get at a folder that was chosen, as far as can be told. */
  async guess(place: string): Promise<LedgerResult<ChosenFolder>> {
    const url = this.addressOf(place);
    const folder = url === null ? null : folderOf(url);
    return folder === null ? failed({ kind: 'not-chosen' }) : this.connections.guess(folder);
  }

  async inspect(place: string, signal: Abort): Promise<LedgerResult<PlaceReport>> {
    const url = this.addressOf(place);
    return url === null ? failed({ kind: 'not-chosen' }) : this.connections.inspect(url, signal);
  }

  /** The address at which an open ledger is shared; `null` where it is not. */
  addressOfLedger(ledger: string): string | null {
    return this.openOf(ledger)?.note.url ?? null;
  }

  /** The open ledger's keys, with what they are used on. */
  trusted(ledger: string): Result<TrustedLedger, { readonly kind: 'unknown-ledger' }> {
    const opened = this.openOf(ledger);
    return opened === null ? failed({ kind: 'unknown-ledger' }) : succeeded(opened);
  }

  /** Looks into the journal of a ledger that is kept here, open or not; `null` where none is kept. */
  look<T>(ledger: string, into: (journal: Journal) => Promise<T> | T): Promise<T | null> {
    return this.inTurn(async () => {
      const opened = this.openOf(ledger);
      if (opened !== null) return into(opened.journal);
      if ((await this.parts.files.note(ledger)) === null) return null;
      const journal = await Journal.open(this.parts.files.folderOf(ledger));
      try {
        return await into(journal);
      } finally {
        await journal.close();
      }
    });
  }

  /** Brings what came in a file to what is kept of a ledger, a new one where there is nothing, and opens it in place of whatever is open. */
  takeIn(ledger: string, by: string | null, brought: Brought): Promise<LedgerResult<LocalLedger>> {
    return this.inTurn(async () => {
      const note = (await this.parts.files.note(ledger)) ?? { ledger, by, url: null };
      return this.openWith(note, async ({ journal, check }) => {
        const failure = await bringTo(journal, brought);
        check.forget();
        return failure;
      });
    });
  }

  journalOf(ledger: string): Result<Journal, { readonly kind: 'unknown-ledger' }> {
    const opened = this.openOf(ledger);
    return opened === null ? failed({ kind: 'unknown-ledger' }) : succeeded(opened.journal);
  }

  storeOf(ledger: string): LedgerResult<LedgerStore> {
    const opened = this.openOf(ledger);
    if (opened === null) return failed({ kind: 'unknown-ledger' });
    return opened.store === null ? failed({ kind: 'not-connected' }) : succeeded(opened.store);
  }

  /**
   * Looks whether a folder is still of the way that was noted, because somebody may have changed it, and follows it. Nobody waits
   * for that: a share may hang.
   */
  async lookAgain(ledger: string): Promise<void> {
    const url = this.addressOfLedger(ledger);
    const present = url === null ? null : await this.connections.present(url);
    if (url === null || present === null || present === url) return;
    const moved = await this.inTurn(async () => {
      const opened = this.openOf(ledger);
      if (opened?.note.url !== url) return false;
      const note = { ...opened.note, url: present };
      await this.parts.files.writeNote(note);
      await opened.store?.close();
      this.current = { ...opened, note, ...(await this.opener.connect({ ...opened, note })) };
      return true;
    });
    if (moved) this.parts.onMoved?.(ledger);
  }

  /** A failure of an open ledger's store, with the name of the account that lies there instead. */
  async named(ledger: string, failure: LedgerFailure, signal: Abort): Promise<LedgerFailure> {
    const url = this.addressOfLedger(ledger);
    return url === null ? failure : this.connections.withNames(failure, url, signal);
  }

  /** Says what this computer is at, where others do not know yet, and answers who else is here. */
  async presence(ledger: string, groupId: string | null, signal: Abort): Promise<LedgerResult<readonly Presence[]>> {
    const opened = this.openOf(ledger);
    if (opened === null) return failed({ kind: 'unknown-ledger' });
    const { note, journal, here, store } = opened;
    return here.exchange(store?.presence, { by: note.by, groupId, seq: journal.newest?.seq ?? 0 }, signal);
  }

  /** Facts about the shared place beside its commits. */
  async placeOf(ledger: string): Promise<LedgerResult<PlaceState>> {
    const opened = this.openOf(ledger);
    if (opened === null) return failed({ kind: 'unknown-ledger' });
    return succeeded(await placeState(opened));
  }

  /** Puts back what is damaged or missing in the shared place, or all of it where it has become empty. */
  async mend(ledger: string, signal: Abort): Promise<LedgerResult<readonly Repaired[]>> {
    const opened = this.openOf(ledger);
    const url = opened?.note.url ?? null;
    if (opened === null) return failed({ kind: 'unknown-ledger' });
    if (opened.store === null || url === null) return failed({ kind: 'not-connected' });
    const found = await this.connections.inspect(url, signal);
    if (found.ok && found.value.report.ledger === null) {
      const failure = await this.connections.copy(url, { ...opened, ledger: opened.note.ledger });
      return failure === null ? succeeded([]) : failed(failure);
    }
    const { repair } = opened.store;
    if (repair === undefined) return failed({ kind: 'defect', detail: 'This kind of place keeps its own copies.' });
    return repair.mend(() => Promise.resolve([]), signal);
  }

  /** Reminders and ends to come in the open ledger for the person at this computer; `null` without a ledger or a person. */
  async coming(from: Day, to: Day): Promise<StoreResult<{ readonly ledger: string; readonly coming: Coming } | null>> {
    const opened = this.current;
    const by = opened?.note.by ?? null;
    if (opened === null || by === null) return succeeded(null);
    const {
      note: { ledger },
      journal,
      check,
    } = opened;
    const coming = await check.coming({ pending: journal.summary().open, by, from, to });
    if (coming.ok) return succeeded(coming.value === null ? null : { ledger, coming: coming.value });
    // The ledger was closed meanwhile.
    return coming.failure.kind === 'aborted' ? succeeded(null) : coming;
  }

  close(): Promise<void> {
    return this.inTurn(async () => {
      await this.closeOpenLedger();
      await this.connections.close();
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.take(work);
  }

  private onOpen<Value>(
    ledger: string,
    work: (opened: OpenLedger) => Promise<LedgerResult<Value>>,
  ): Promise<LedgerResult<Value>> {
    return this.inTurn(async () => {
      const opened = this.openOf(ledger);
      return opened === null ? failed({ kind: 'unknown-ledger' }) : work(opened);
    });
  }

  private openOf(ledger: string): OpenLedger | null {
    return this.current?.note.ledger === ledger ? this.current : null;
  }

  /** The address of a place that was chosen, else `null`. */
  private addressOf(place: string): string | null {
    return this.parts.places.addressOf(place);
  }

  /** Opens what a note describes, in place of whatever was open. */
  private async take(note: LedgerNote): Promise<OpenLedger> {
    const opened = await this.opener.open(note);
    this.current = opened;
    this.parts.onChanged('opened');
    opened.maker.look();
    void this.lookAgain(note.ledger);
    return opened;
  }

  /** A joined ledger is behind a checkpoint until all of it has been replayed, beside everything else. */
  private checkWhole(opened: OpenLedger): void {
    const { ledger } = opened.note;
    void opened.whole
      .run(() => this.openOf(ledger)?.place ?? null)
      .then(async (outcome) => {
        if (outcome === null || this.openOf(ledger) === null) return;
        const at = new Date().toISOString();
        if (outcome.kind === 'same') {
          const healing = { kind: 'checked-whole', at, count: outcome.count } as const;
          opened.healed.push(healing);
          this.parts.onHealed(ledger, healing);
          opened.maker.look();
          // It is told where the window looks for what has been put in order.
          this.parts.onHint(ledger);
          return;
        }
        const healing = { kind: 'checkpoint-wrong', at } as const;
        opened.healed.push(healing);
        this.parts.onHealed(ledger, healing);
        await this.inTurn(() => this.beginAnew(ledger));
        this.parts.onMoved?.(ledger);
      });
  }

  /** The place begins later by now than what is known here. */
  private async beginAgain(ledger: string): Promise<void> {
    const opened = this.openOf(ledger);
    const note = opened === null ? null : await this.opener.beginAgain(opened);
    if (opened === null || note === null || this.openOf(ledger) !== opened) return;
    this.current = { ...opened, note };
    this.parts.onMoved?.(ledger);
  }

  /** Forgets everything that was made from a checkpoint: the ledger is read from its beginning. Own acts are open again. */
  private async beginAnew(ledger: string): Promise<void> {
    const opened = this.openOf(ledger);
    if (opened !== null) this.current = { ...opened, note: await this.opener.beginAnew(opened) };
  }

  private hint(ledger: string): void {
    clearTimeout(this.hintTimer);
    this.hintTimer = setTimeout(() => this.parts.onHint(ledger), hintPause);
  }

  private change(
    ledger: string,
    decide: (opened: OpenLedger) => Promise<LedgerResult<LedgerNote>>,
  ): Promise<LedgerResult<LocalLedger>> {
    return this.onOpen(ledger, async (opened) => {
      const decided = await decide(opened);
      if (!decided.ok) return decided;
      const note = decided.value;
      await this.keepNoteAsCurrent(note);
      const isSamePlace = note.url === opened.note.url;
      if (!isSamePlace) await opened.store?.close();
      const connected = isSamePlace ? opened : await this.opener.connect({ ...opened, note });
      const { store, place } = connected;
      this.current = { ...opened, note, store, place };
      this.parts.onChanged('opened');
      return succeeded(await this.describe(this.current));
    });
  }

  /** Opens a ledger in place of whatever is open and puts something into it; the next start opens it then. */
  private async openWith(
    note: LedgerNote,
    put: (opened: OpenLedger) => Promise<LedgerFailure | null>,
  ): Promise<LedgerResult<LocalLedger>> {
    await this.closeOpenLedger();
    const opened = await this.take(note);
    const failure = await put(opened);
    if (failure !== null) {
      // Nothing that fails changes which account is open: the next look finds the one before.
      await this.closeOpenLedger();
      return failed(failure);
    }
    await this.keepNoteAsCurrent(note);
    return succeeded(await this.describe(opened));
  }

  private async keepNoteAsCurrent(note: LedgerNote): Promise<void> {
    await this.parts.files.writeNote(note);
    await this.parts.files.setCurrent(note.ledger);
  }

  private async closeOpenLedger(): Promise<void> {
    const opened = this.current;
    this.current = null;
    clearTimeout(this.hintTimer);
    if (opened === null) return;
    await opened.whole.close();
    await opened.maker.close();
    opened.check.close();
    await opened.store?.close();
    await opened.journal.close();
  }

  private async describe({ note, store, journal, keys }: OpenLedger): Promise<LocalLedger> {
    return {
      ledger: note.ledger,
      device: await this.parts.files.device(),
      by: note.by,
      store: store === null ? null : nameOf(store),
      head: journal.newest,
      ...(note.anew === true ? { anew: true } : {}),
      ...(keys.hasPassphrase ? { lock: { minutes: note.lockAfter ?? defaultMinutes, isLocked: keys.isLocked } } : {}),
    };
  }
}
