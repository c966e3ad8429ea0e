import { Turns } from '#core/kernel/turns';
import { sha256Hex } from '../files/sha256';
import type { Head } from '#core/ledger/commit';
import type { Abort, LedgerStore, StoreResult } from '#core/ledger/store';
import {
  CheckpointShelf,
  checkpointBefore,
  checkpointEvery,
  checkpointStep,
  type WrittenCheckpoint,
} from './checkpoint-shelf';
import { CheckpointFile, type KeptCheckpoint } from './kept-checkpoint';
import { LedgerCheckService, type CheckedCommits, type CheckPort, type CheckPortEvents } from './ledger-check-service';
import { beginningOf } from '../stores/expected-head';
import { commitsUpTo } from './commits-up-to';
import { beginningsIn } from './named-beginning';
import type { KeptProofs } from './proved-commits';

/** File beside the journal with the last checkpoint that this computer has worked out for others. */
export const saidName = 'said.trlk';

export interface CheckpointMakerParts {
  readonly ledger: string;
  /** This installation, by which others tell whose word it is. */
  readonly computer: string;
  /** The folder of the journal. */
  readonly folder: string;
  readonly journal: CheckedCommits & { readonly base?: Head | null };
  readonly spawnCheck: (events: CheckPortEvents) => CheckPort;
  /** What is known of signatures; it is only read. */
  readonly proofs: KeptProofs;
  /** Place that the ledger is shared through, at the moment; `null` where it is on this computer only. */
  readonly store: () => Pick<LedgerStore, 'getBlob' | 'putBlob' | 'dropBlob' | 'read' | 'beginning'> | null;
  /** Signs with the key of this computer, where it has one. */
  readonly sign: (head: Head, checkpoint: string) => Promise<{ readonly key: string; readonly sig: string } | null>;
  /** Called where others say something else of the same commit. */
  readonly onContradicted?: (seq: number, by: readonly string[]) => void;
  /** Number of commits from one checkpoint to the next. */
  readonly every?: number;
  /** Milliseconds from the commit that asks for one until it is made: whoever reads a long ledger makes the last one only. */
  readonly quiet?: number;
}

const ordinaryQuiet = 20_000;
/** Milliseconds until it is tried again where the place does not answer. */
const againAfter = 600_000;

/**
 * Makes checkpoints for newcomers by itself, every 5,000 commits: in a process of its own that replays what came since the last one, so
 * that neither the window nor the check waits. What it comes to is kept on the disk before it is put into the place; whatever ends it
 * in between, it is done again. This computer gives its word only for what it has worked out from commits that it has checked.
 */
export class CheckpointMaker {
  private timer: NodeJS.Timeout | undefined;
  private readonly turns = new Turns();
  private readonly ending = new AbortController();
  private service: LedgerCheckService | null = null;
  private said = 0;
  private readonly every: number;

  constructor(private readonly parts: CheckpointMakerParts) {
    this.every = parts.every ?? checkpointEvery;
  }

  /** Looks whether one is due, and has it made in a while. Costs nothing where none is. */
  look(): void {
    if (this.due() <= this.said || this.timer !== undefined || this.ending.signal.aborted) return;
    this.wait(this.parts.quiet ?? ordinaryQuiet);
  }

  /** Makes the one that is due; `null` where none is, or others have done it already. */
  make(signal: Abort = this.ending.signal): Promise<StoreResult<WrittenCheckpoint | null>> {
    return this.turns.take(() => this.makeNow(signal));
  }

  private async makeNow(signal: Abort): Promise<StoreResult<WrittenCheckpoint | null>> {
    const { store, ledger, computer, folder, sign } = this.parts;
    const place = store();
    const due = this.due();
    const nothing = { ok: true, value: null } as const;
    if (due <= this.said || place === null) return nothing;
    const begins = await beginningOf(place, signal);
    if (!begins.ok) return begins;
    // What a journal begins behind was worked out by others, until all that there is of the ledger has been checked.
    if ((this.parts.journal.base?.seq ?? 0) > (begins.value?.seq ?? 0)) return nothing;
    // One from before the act that shortened the history would bring back what has gone.
    if (begins.value !== null && due < (await this.shortenedAt(begins.value))) return nothing;
    const shelf = new CheckpointShelf(place, ledger);
    const settled = await shelf.isSettledAt(due, computer, signal);
    if (!settled.ok) return settled;
    if (settled.value) {
      this.said = due;
      return nothing;
    }
    const kept = await this.workedOut(due, new CheckpointFile(folder, saidName));
    if (kept === null || signal.aborted) return nothing;
    const signed = await sign(kept.head, sha256Hex(kept.bytes));
    const written = await shelf.put({ ...kept, computer, signed }, signal);
    if (!written.ok) return written;
    this.said = due;
    const { contradictedBy } = written.value;
    if (contradictedBy.length > 0) this.parts.onContradicted?.(due, contradictedBy);
    // What cannot be removed now is removed with the next one.
    await shelf.dropOld(due, computer, signal, Math.min(this.every, checkpointStep));
    return written;
  }

  async close(): Promise<void> {
    this.ending.abort();
    clearTimeout(this.timer);
    this.service?.close();
    await this.turns.idle();
  }

  private due(): number {
    return checkpointBefore(this.parts.journal.newest?.seq ?? 0, this.every);
  }

  /** Place of the act that lets the history begin behind a commit; beyond every other where it is not known here yet. */
  private async shortenedAt({ seq, hash }: Head): Promise<number> {
    const named = await beginningsIn(this.parts.journal);
    return named.find((each) => each.seq === seq && each.hash === hash)?.at ?? Number.MAX_SAFE_INTEGER;
  }

  private wait(milliseconds: number): void {
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.make().then(
        (made) => {
          if (!made.ok && !this.ending.signal.aborted) this.wait(againAfter);
        },
        // Nobody waits for it, and nothing is lost: the next commit asks for it again.
        () => undefined,
      );
    }, milliseconds);
    this.timer.unref();
  }

  /** The checkpoint at a commit: the one that was kept, or what a process of its own comes to; `null` where that did not end well. */
  private async workedOut(due: number, said: CheckpointFile) {
    const hash = this.parts.journal.hashAt(due);
    const isAsked = (head: Head): boolean => head.seq === due && head.hash === hash;
    const before = await said.read();
    if (before !== null && isAsked(before.head)) return before;
    const start = before ?? (await this.ordinaryStart(due));
    const target: KeptCheckpoint = {
      read: () => Promise.resolve(start),
      write: (head, bytes) => said.write(head, bytes),
    };
    const { ledger, journal, spawnCheck, proofs } = this.parts;
    const known: KeptProofs = { read: () => proofs.read(), write: () => Promise.resolve() };
    const service = new LedgerCheckService(ledger, commitsUpTo(journal, due), spawnCheck, target, 0, known);
    this.service = service;
    try {
      const done = await service.bad();
      if (!done.ok) return null;
    } finally {
      service.close();
      this.service = null;
    }
    const after = await said.read();
    return after !== null && isAsked(after.head) ? after : null;
  }

  /** What the check itself begins with, where it is not beyond the commit. */
  private async ordinaryStart(due: number) {
    const kept = await new CheckpointFile(this.parts.folder).read();
    return kept !== null && kept.head.seq <= due ? kept : null;
  }
}
