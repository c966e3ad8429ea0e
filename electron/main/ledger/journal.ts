import { Turns } from '#core/kernel/turns';
import { dirname, join } from 'node:path';
import { makeFolder } from '../files/make-folder';
import {
  type JournalFailure,
  type JournalNote,
  journalNoteSchema,
  type JournalSummary,
  type KeptAttention,
} from '#core/ipc/journal-channels';
import { done, failed, succeeded, type Result } from '#core/kernel/result';
import { sha256Hex } from '../files/sha256';
import type { Head, PendingIntent } from '#core/ledger/commit';
import { readCheckpoint } from '#core/ledger/checkpoint';
import { decodeCommit } from '#core/ledger/encoding';
import { type ForkedCommit, JournalForks } from './journal-forks';
import { CheckpointFile } from './kept-checkpoint';
import { JournalLines, WrittenByAnother } from './journal-lines';
import { hashBeforeFirst, readEnvelope } from '../stores/entry-envelope';
import { errorCode } from '../stores/folder/file-failure';
import { flushFolder } from '../stores/folder/folder-files';

export interface CommitLimit {
  readonly entries: number;
  readonly bytes: number;
}

const ordinaryPage: CommitLimit = { entries: 2_000, bytes: 4 * 1024 * 1024 };
const everything: CommitLimit = { entries: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER };
const beginningName = 'beginning.trlk';
/** Bytes of notes below which tidying up is not worth it. */
const tidyFrom = 512 * 1024;

/**
 * Record of everything that this computer must never lose of one ledger, in plain files: `commits.jsonl` with the bytes of every commit it knows
 * (behind `beginning.trlk`, where it was joined from a checkpoint), and `acts.jsonl` with every act that was done here and what became of it. The local state can be made again from these alone.
 */
export class Journal {
  private readonly turns = new Turns();
  private head: Head | null = null;
  /** Where the commits begin: `null` for the first, else behind this one, whose account lies beside as a checkpoint. */
  private begins: Head | null = null;
  private starts: number[] = [];
  private hashes: string[] = [];
  private completing: Promise<unknown> = Promise.resolve();
  private readonly committed = new Set<string>();
  private readonly intents = new Map<string, PendingIntent>();
  private readonly attention = new Map<string, KeptAttention>();
  private readonly closed = new Set<string>();
  /** Lines of a newer version, kept as they are. */
  private readonly unknown: Uint8Array[] = [];
  private noteBytes = 0;

  private constructor(
    private readonly commitLines: JournalLines,
    private readonly noteLines: JournalLines,
    private readonly forks: JournalForks,
    private readonly beginning: CheckpointFile,
    private readonly onKept: () => void,
  ) {}

  /** `onKept` is told each time something has been kept. */
  static async open(folder: string, onKept: () => void = () => undefined): Promise<Journal> {
    await makeFolder(folder);
    await flushFolder(dirname(folder));
    const notes: JournalNote[] = [];
    const unknown: Uint8Array[] = [];
    const noteLines = await JournalLines.open(join(folder, 'acts.jsonl'), ({ bytes }) => {
      const parsed = parseNotes(bytes);
      if (parsed === null) unknown.push(Uint8Array.from(bytes));
      else notes.push(...parsed);
    });
    const sound: { readonly id: string; readonly start: number; readonly hash: string; readonly bytes: Uint8Array }[] =
      [];
    let isUnbroken = true;
    const beginning = new CheckpointFile(folder, beginningName);
    const begun = await beginning.read();
    // One that another version has written is as good as none: the place has everything.
    const base = begun !== null && readCheckpoint(begun.bytes).ok ? begun.head : null;
    let begins: Head | null = null;
    const commitLines = await JournalLines.open(join(folder, 'commits.jsonl'), ({ bytes, hash, start }) => {
      const envelope = readEnvelope(bytes);
      if (sound.length === 0 && base !== null && envelope?.seq === base.seq + 1) begins = base;
      const follows =
        envelope !== null &&
        envelope.seq === (begins?.seq ?? 0) + sound.length + 1 &&
        envelope.prev === (sound.at(-1)?.hash ?? begins?.hash ?? hashBeforeFirst);
      if (follows && isUnbroken) sound.push({ id: envelope.id, start, hash, bytes });
      else isUnbroken = false;
    });
    const journal = new Journal(commitLines, noteLines, new JournalForks(join(folder, 'forks')), beginning, onKept);
    journal.begins = sound.length === 0 ? base : begins;
    journal.head = journal.begins;
    // All of the ledger is here: how it was begun with does not matter any more.
    if (base !== null && journal.begins === null) await beginning.remove();
    // What comes after a gap cannot be used; the store has it again.
    if (!isUnbroken) await commitLines.rewrite(() => sound.map(({ bytes }) => bytes));
    for (const { id, start, hash } of sound) journal.rememberCommit(id, start, hash);
    for (const note of notes) journal.rememberNote(note);
    journal.unknown.push(...unknown);
    return journal;
  }

  summary(): JournalSummary {
    const waiting = [...this.intents.values()].filter(({ id }) => !this.committed.has(id) && !this.closed.has(id));
    return {
      head: this.head,
      base: this.begins,
      open: waiting,
      attention: [...this.attention.values()].filter(({ id }) => !this.closed.has(id)),
      closed: [...this.closed],
    };
  }

  /** Commits of others that only this computer had, and that are not in the ledger again: their authors' computers send them. */
  async missing(device: string): Promise<readonly ForkedCommit[]> {
    return (await this.forks.commits()).filter((commit) => commit.device !== device && !this.committed.has(commit.id));
  }

  /** The newest commit that is kept. */
  get newest(): Head | null {
    return this.head;
  }

  /** Commits with seq greater than `after`, in order; at least one where there is any. */
  async commits(
    after: number,
    limit: CommitLimit = ordinaryPage,
  ): Promise<Result<readonly Uint8Array[], JournalFailure>> {
    await this.completing;
    const from = after - this.before;
    const first = this.starts[from];
    if (first === undefined) return succeeded([]);
    let next = from + 1;
    while (next < this.starts.length && next - from < limit.entries && this.startOf(next + 1) - first <= limit.bytes)
      next += 1;
    try {
      return succeeded(await this.commitLines.readLines(first, this.startOf(next)));
    } catch (error) {
      return failed(failureOf(error));
    }
  }

  /** Tells whether the act of this id is in a commit that is kept. */
  holdsCommit(id: string): boolean {
    return this.committed.has(id);
  }

  /** The hash of a commit that is kept, else `null`. */
  hashAt(seq: number): string | null {
    return seq === this.begins?.seq ? this.begins.hash : (this.hashes[seq - 1 - this.before] ?? null);
  }

  /** The commit behind which the journal begins, with a checkpoint of the account at it; `null` where it has the first one. */
  get base(): Head | null {
    return this.begins;
  }

  /** The account at `base`, from which whoever replays the journal begins. */
  async checkpoint(): Promise<{ readonly head: Head; readonly bytes: Uint8Array } | null> {
    return this.begins === null ? null : this.beginning.read();
  }

  /** Begins an empty journal behind a commit, with the account at it: so a newcomer need not read what was before. */
  beginWith(base: Head, bytes: Uint8Array): Promise<Result<null, JournalFailure>> {
    return this.turns.take(async () => {
      if (this.head !== null)
        return failed({ kind: 'diverged', seq: this.head.seq, detail: 'Something is kept here already.' });
      try {
        await this.beginning.write(base, bytes);
      } catch (error) {
        return failed(failureOf(error));
      }
      this.begins = base;
      this.head = base;
      return done;
    });
  }

  /**
   * Begins again behind a commit that is later than all that is kept, because the ledger has been shortened since. Acts that wait still do,
   * but for those in `inLedger`; so do acts of `device` that are in none of both.
   */
  beginAgain(
    base: Head,
    bytes: Uint8Array,
    device: string,
    inLedger: ReadonlySet<string>,
  ): Promise<Result<null, JournalFailure>> {
    return this.turns.take(async () => {
      const all = await this.commits(this.before, everything);
      if (!all.ok) return all;
      const own = all.value.flatMap((entry) => ownIntent(entry, device) ?? []).filter(({ id }) => !inLedger.has(id));
      const waiting = this.summary().open;
      const notes: JournalNote[] = [
        ...waiting.map(({ id }): JournalNote => ({ kind: 'closed', id })),
        ...[...own, ...waiting.filter(({ id }) => !inLedger.has(id))].map((intent): JournalNote => ({
          kind: 'intent',
          intent,
        })),
      ];
      try {
        if (notes.length > 0) await this.noteLines.append([{ bytes: Buffer.from(JSON.stringify(notes)) }]);
        // While commits follow the first one, a beginning that does not fit them does not count.
        await this.beginning.write(base, bytes);
        await this.commitLines.cutTo(0);
      } catch (error) {
        return failed(failureOf(error));
      }
      this.starts = [];
      this.hashes = [];
      this.committed.clear();
      this.begins = base;
      this.head = base;
      for (const note of notes) this.rememberNote(note);
      return done;
    });
  }

  /**
   * Takes in the commits before the beginning, from the first on, or from where the ledger begins by now, with the account there; from now on
   * all that there is of the ledger is here.
   */
  completeWith(
    before: readonly Uint8Array[],
    from: { readonly head: Head; readonly bytes: Uint8Array } | null = null,
  ): Promise<Result<null, JournalFailure>> {
    return this.turns.take(async () => {
      const { begins } = this;
      const last = before.at(-1);
      if (begins === null) return done;
      const length = begins.seq - (from?.head.seq ?? 0);
      if (last === undefined || before.length !== length || sha256Hex(last) !== begins.hash)
        return failed({ kind: 'diverged', seq: begins.seq, detail: 'These commits do not lead to the beginning.' });
      const own = await this.commits(begins.seq, everything);
      if (!own.ok) return own;
      const all = [...before, ...own.value];
      const hashes = before.map((entry) => sha256Hex(entry));
      try {
        if (from !== null) await this.beginning.write(from.head, from.bytes);
        const rewritten = this.commitLines
          .rewrite(() => all)
          .then((starts) => {
            this.starts = [...starts];
            this.hashes = [...hashes, ...this.hashes];
            this.begins = from?.head ?? null;
          });
        // Whoever reads meanwhile would read at places that are no more.
        this.completing = rewritten.catch(() => undefined);
        await rewritten;
        for (const entry of before) this.committed.add(readEnvelope(entry)?.id ?? '');
        if (from === null) await this.beginning.remove();
      } catch (error) {
        return failed(failureOf(error));
      }
      return done;
    });
  }

  /** Number of commits before the first that is kept. */
  private get before(): number {
    return this.begins?.seq ?? 0;
  }

  /** Settles when the notes are on the disk, together. */
  async note(notes: readonly JournalNote[]): Promise<Result<null, JournalFailure>> {
    const line = Buffer.from(JSON.stringify(notes));
    try {
      await this.noteLines.append([{ bytes: line }], () => {
        for (const note of notes) this.rememberNote(note);
      });
    } catch (error) {
      return failed(failureOf(error));
    }
    this.onKept();
    if (this.noteLines.bytes > Math.max(tidyFrom, 4 * this.noteBytes)) await this.tidy();
    return done;
  }

  /** Settles when they are on the disk. What is kept already is only compared. */
  keepCommits(entries: readonly Uint8Array[]): Promise<Result<null, JournalFailure>> {
    return this.turns.take(() => this.keepNow(entries));
  }

  /**
   * Goes back to a commit, because the shared place holds others' commits after it. The acts of `device` are open again, before
   * those that were open already. Everything that goes is kept in `forks/` first, so a crash on the way only means doing it again.
   */
  cutBack(to: Head | null, device: string): Promise<Result<null, JournalFailure>> {
    return this.turns.take(() => this.cutNow(to, device));
  }

  async close(): Promise<void> {
    await this.turns.idle();
    await this.noteLines.close();
    await this.commitLines.close();
  }

  private async cutNow(to: Head | null, device: string): Promise<Result<null, JournalFailure>> {
    const { begins } = this;
    if ((to?.seq ?? 0) >= (this.head?.seq ?? 0)) return done;
    // Before the beginning there is nothing to go back to but the start.
    const isAnew = begins !== null && (to?.seq ?? 0) < begins.seq;
    const seq = isAnew ? 0 : (to?.seq ?? 0) - this.before;
    const all = await this.commits(seq + this.before, everything);
    if (!all.ok) return all;
    try {
      await this.forks.keep(all.value);
      const own = all.value.flatMap((entry) => ownIntent(entry, device) ?? []);
      const waiting = this.summary().open;
      // Closed and noted again in one line: so they keep their order behind the acts that come before them.
      const notes: JournalNote[] = [
        ...waiting.map(({ id }): JournalNote => ({ kind: 'closed', id })),
        ...[...own, ...waiting].map((intent): JournalNote => ({ kind: 'intent', intent })),
      ];
      const cut = this.starts.slice(seq);
      if (notes.length > 0) await this.noteLines.append([{ bytes: Buffer.from(JSON.stringify(notes)) }]);
      await this.commitLines.cutTo(cut[0] ?? this.commitLines.bytes);
      this.starts.length = seq;
      for (const entry of all.value) this.committed.delete(readEnvelope(entry)?.id ?? '');
      this.hashes.length = seq;
      this.head = isAnew ? null : to;
      if (isAnew) {
        this.begins = null;
        await this.beginning.remove();
      }
      for (const note of notes) this.rememberNote(note);
    } catch (error) {
      return failed(failureOf(error));
    }
    this.onKept();
    return done;
  }

  private async keepNow(entries: readonly Uint8Array[]): Promise<Result<null, JournalFailure>> {
    const fresh: { readonly bytes: Uint8Array; readonly id: string; readonly hash: string }[] = [];
    for (const bytes of entries) {
      const envelope = readEnvelope(bytes);
      if (envelope === null)
        return failed({ kind: 'diverged', seq: this.head?.seq ?? 0, detail: 'What follows is not a commit.' });
      const { seq, prev, id } = envelope;
      if (seq <= (this.head?.seq ?? 0)) {
        // What is before the beginning is not kept here, and cannot be compared.
        if (seq >= this.before && this.hashAt(seq) !== sha256Hex(bytes)) {
          return failed({
            kind: 'diverged',
            seq,
            detail: `Commit ${seq} is another one than the one that is kept here.`,
          });
        }
        continue;
      }
      const last = fresh.at(-1)?.hash ?? this.head?.hash ?? hashBeforeFirst;
      if (seq !== (this.head?.seq ?? 0) + fresh.length + 1 || prev !== last) {
        return failed({ kind: 'diverged', seq, detail: `Commit ${seq} does not follow what is kept here.` });
      }
      fresh.push({ bytes, id, hash: sha256Hex(bytes) });
    }
    if (fresh.length === 0) return done;
    try {
      await this.commitLines.append(fresh, (starts) => {
        for (const [index, { id, hash }] of fresh.entries()) this.rememberCommit(id, starts[index] ?? 0, hash);
      });
    } catch (error) {
      return failed(failureOf(error));
    }
    this.onKept();
    return done;
  }

  /** Start of a line, or the end of the file behind the last. */
  private startOf(index: number): number {
    return this.starts[index] ?? this.commitLines.bytes;
  }

  private rememberCommit(id: string, start: number, hash: string): void {
    this.starts.push(start);
    this.hashes.push(hash);
    this.head = { seq: this.before + this.starts.length, hash };
    this.committed.add(id);
    this.intents.delete(id);
  }

  private rememberNote(note: JournalNote): void {
    switch (note.kind) {
      case 'intent':
        this.closed.delete(note.intent.id);
        if (!this.committed.has(note.intent.id)) this.intents.set(note.intent.id, note.intent);
        break;
      case 'attention':
        this.attention.set(note.item.id, note.item);
        break;
      case 'closed':
        this.closed.add(note.id);
        this.intents.delete(note.id);
        this.attention.delete(note.id);
    }
  }

  /** Writes the notes anew without those that later ones or commits have made meaningless. */
  private async tidy(): Promise<void> {
    try {
      await this.noteLines.rewrite(() => {
        const { open: waiting, attention, closed } = this.summary();
        const notes: JournalNote[] = [
          ...waiting.map((intent) => ({ kind: 'intent' as const, intent })),
          ...attention.map((item) => ({ kind: 'attention' as const, item })),
          ...closed.map((id) => ({ kind: 'closed' as const, id })),
        ];
        const lines = [...this.unknown, ...notes.map((note) => Buffer.from(JSON.stringify([note])))];
        this.noteBytes = lines.reduce((sum, line) => sum + line.length, 0);
        return lines;
      });
    } catch (error) {
      // Everything is still in the longer file; the next note tries again.
      if (errorCode(error) === '') throw error;
    }
  }
}

/** The act of a commit, if it was done at this computer. */
function ownIntent(entry: Uint8Array, device: string): PendingIntent | null {
  const decoded = decodeCommit(entry);
  if (!decoded.ok || decoded.commit.device !== device) return null;
  const { ledger: _ledger, seq: _seq, prev: _prev, rules: _rules, sig: _sig, ...intent } = decoded.commit;
  return intent;
}

function parseNotes(bytes: Uint8Array): readonly JournalNote[] | null {
  const parsed = journalNoteSchema.array().safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  return parsed.success ? parsed.data : null;
}

function failureOf(error: unknown): JournalFailure {
  const code = errorCode(error);
  if (error instanceof WrittenByAnother)
    return { kind: 'unwritable', detail: 'Another computer or program writes to this profile as well.' };
  if (code === '') throw error;
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG'
    ? { kind: 'full', detail: `There is no room left on the disk (${code}).` }
    : { kind: 'unwritable', detail: `The disk refuses (${code}).` };
}
