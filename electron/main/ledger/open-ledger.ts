import type { Healing } from '#core/ledger/healing';
import type { LedgerStore } from '#core/ledger/store';
import type { KeyLock } from '../trust/key-file';
import { LedgerKeys } from '../trust/key-desk';
import { sealedPlace } from '../trust/sealed-place';
import { CheckpointMaker } from './checkpoint-maker';
import { beginAgain } from './joining';
import { Journal } from './journal';
import { CheckpointFile } from './kept-checkpoint';
import type { VoidedCommit } from './ledger-check';
import { type CheckPort, type CheckPortEvents, LedgerCheckService } from './ledger-check-service';
import { CheckedStore } from './ledger-checked-store';
import type { ConnectionParts, LedgerConnections } from './ledger-connections';
import type { LedgerNote } from './ledger-files';
import { OwnPresence } from './own-presence';
import { proofsFile } from './proved-commits';
import { WholeCheckRun } from './whole-check-run';

export interface OpeningLedgerParts extends ConnectionParts {
  /** What locks the keys of this computer; known only once the application is ready. */
  readonly keyLock: () => KeyLock;
  readonly spawnCheck: (events: CheckPortEvents) => CheckPort;
  readonly onVoided: (ledger: string, voided: readonly VoidedCommit[]) => void;
  /** A shared place and this computer had parted, and were put in order by themselves. */
  readonly onHealed: (ledger: string, healing: Healing) => void;
  /** Other computers say something else of what the ledger comes to at a commit. */
  readonly onContradicted?: (ledger: string, seq: number, by: readonly string[]) => void;
  /** When checkpoints are made for newcomers; left out, every 5,000 commits. */
  readonly checkpoints?: { readonly every: number; readonly quiet: number };
  /** A ledger was opened, something was kept of it, or somebody else is at this computer. */
  readonly onChanged: (what: 'opened' | 'kept') => void;
}

/** Part of an open ledger that concerns keys. */
export interface TrustedLedger {
  readonly note: LedgerNote;
  readonly journal: Journal;
  readonly check: LedgerCheckService;
  readonly keys: LedgerKeys;
  readonly store: CheckedStore | null;
  /** The place without the check: what comes from it has still to be checked. */
  readonly place: LedgerStore | null;
}

export interface OpenLedger extends TrustedLedger {
  readonly device: string;
  /** Notes on what was put in order by itself since it was opened. */
  readonly healed: Healing[];
  readonly maker: CheckpointMaker;
  readonly whole: WholeCheckRun;
  readonly here: OwnPresence;
}

type Connected = Pick<OpenLedger, 'store' | 'place'>;

/** Puts together what an open ledger consists of. */
export class LedgerOpener {
  /** Ledgers that begin again at the moment. */
  private readonly beginning = new Set<string>();

  constructor(
    private readonly parts: OpeningLedgerParts,
    private readonly connections: LedgerConnections,
    private readonly desk: {
      readonly hint: (ledger: string) => void;
      readonly store: (ledger: string) => LedgerStore | null;
      readonly shortened: (ledger: string) => void;
    },
  ) {}

  async open(note: LedgerNote): Promise<OpenLedger> {
    const { ledger } = note;
    const { files, spawnCheck, keyLock } = this.parts;
    const folder = files.folderOf(ledger);
    const journal: Journal = await Journal.open(folder, () => {
      this.parts.onChanged('kept');
      maker.look();
    });
    const proofs = proofsFile(folder);
    const check = new LedgerCheckService(
      ...([ledger, journal, spawnCheck, new CheckpointFile(folder), undefined, proofs] as const),
    );
    check.warmUp();
    const keys = await LedgerKeys.open(folder, ledger, keyLock());
    const device = await files.device();
    const maker = new CheckpointMaker({
      ...{ ledger, computer: device, folder, journal, proofs, spawnCheck },
      store: () => this.desk.store(ledger),
      sign: async (head, hash) => {
        const register = await check.register();
        return register.ok ? keys.own.signCheckpoint(ledger, head, hash, register.value) : null;
      },
      onContradicted: (seq, by) => this.parts.onContradicted?.(ledger, seq, by),
      ...this.parts.checkpoints,
    });
    const whole = new WholeCheckRun({ ledger, folder, journal, spawnCheck });
    const unconnected = { note, journal, check, keys, device, healed: [], maker, whole, here: new OwnPresence(device) };
    return { ...unconnected, ...(await this.connect(unconnected)) };
  }

  /** Reaches the place of a ledger; `null` where it has none, or none that can be opened. */
  async connect(ledger: Omit<OpenLedger, 'store' | 'place'>): Promise<Connected> {
    const { note, journal, check, keys, device, healed } = ledger;
    // What lies there can neither be read nor signed without the keys.
    if (note.url === null || keys.isLocked) return { store: null, place: null };
    // An account that was started here may be the first in its folder; one that has commits can only be there already.
    const opening = this.connections.open(note.url, {
      ledger: note.ledger,
      mayBeEmpty: journal.newest === null,
      known: journal,
      here: await this.connections.takingPart(note.ledger, check),
    });
    if (!opening.ok) return { store: null, place: null };
    const place = sealedPlace(opening.value.store, note.ledger, keys, check);
    const store = new CheckedStore({
      store: place,
      check,
      journal,
      own: opening.value.store.order === undefined ? keys.own : undefined,
      device,
      now: () => new Date().toISOString(),
      onShortened: () => this.desk.shortened(note.ledger),
      onVoided: (voided) => this.parts.onVoided(note.ledger, voided),
      onHealed: (healing) => {
        healed.push(healing);
        this.parts.onHealed(note.ledger, healing);
      },
    });
    store.watch(() => this.desk.hint(note.ledger));
    return { store, place };
  }

  /** Forgets everything that was made from a checkpoint; own acts are open again. The note that says so. */
  async beginAnew({ note, journal, device, check }: OpenLedger): Promise<LedgerNote> {
    const { files } = this.parts;
    const anew = { ...note, anew: true };
    await files.writeNote(anew);
    await new CheckpointFile(files.folderOf(note.ledger)).remove();
    await journal.cutBack(null, device);
    check.forget();
    return anew;
  }

  /**
   * Begins a ledger again from the checkpoint with which its place begins by now, with the acts that wait. The note that says so; `null` where
   * nothing has come of it, or it is under way.
   */
  async beginAgain(opened: OpenLedger): Promise<LedgerNote | null> {
    const { note, place, journal, healed } = opened;
    const { ledger } = note;
    if (place === null || this.beginning.has(ledger)) return null;
    this.beginning.add(ledger);
    try {
      const anew = { ...note, anew: true };
      // Before anything is cut, so that no end in between leaves the window with tables of a history that is no more.
      await this.parts.files.writeNote(anew);
      const begun = await beginAgain({ ...opened, ledger, place }, new AbortController().signal);
      if (!begun.ok || begun.value === null) return null;
      const waiting = journal.summary().open.length;
      const healing = { kind: 'began-again', at: new Date().toISOString(), waiting } as const;
      healed.push(healing);
      this.parts.onHealed(ledger, healing);
      return anew;
    } finally {
      this.beginning.delete(ledger);
    }
  }
}
