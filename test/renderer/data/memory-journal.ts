import type { Journal, JournalTrouble } from '../../../renderer/src/data/journal';
import { done, succeeded, type Result } from '#core/kernel/result';
import type { JournalNote, JournalSummary, KeptAttention } from '#core/ipc/journal-channels';
import type { Head, PendingIntent } from '#core/ledger/commit';
import { decodeCommit, hashEntry } from '#core/ledger/encoding';

/** A journal in memory. `power` decides before and after each write whether the computer is still there. */
export class MemoryJournal implements Journal {
  readonly notes: JournalNote[] = [];
  entries: Uint8Array[] = [];
  /** Where the entries begin, with the account at it. */
  base: { readonly head: Head; readonly bytes: Uint8Array } | null = null;

  constructor(private readonly power: { use(): void } = { use: () => undefined }) {}

  summary(): Promise<Result<JournalSummary, JournalTrouble>> {
    const closed = new Set<string>();
    const committed = new Set<string>();
    const intents = new Map<string, PendingIntent>();
    for (const entry of this.entries) {
      const decoded = decodeCommit(entry);
      if (decoded.ok) committed.add(decoded.commit.id);
    }
    const attention = new Map<string, KeptAttention>();
    for (const note of this.notes)
      if (note.kind === 'intent') intents.set(note.intent.id, note.intent);
      else if (note.kind === 'attention') attention.set(note.item.id, note.item);
      else closed.add(note.id);
    const open = [...intents.values()].filter(({ id }) => !closed.has(id) && !committed.has(id));
    const summary: JournalSummary = {
      head: this.head() ?? this.base?.head ?? null,
      base: this.base?.head ?? null,
      open,
      attention: [...attention.values()].filter(({ id }) => !closed.has(id)),
      closed: [...closed],
    };
    return Promise.resolve(succeeded(summary));
  }

  commits(after: number): Promise<Result<readonly Uint8Array[], JournalTrouble>> {
    const from = after - this.before();
    return Promise.resolve(succeeded(from < 0 ? [] : this.entries.slice(from, from + 3)));
  }

  beginning(): Promise<Result<Uint8Array | null, JournalTrouble>> {
    return Promise.resolve(succeeded(this.base?.bytes ?? null));
  }

  bad(): Promise<Result<readonly number[], JournalTrouble>> {
    return Promise.resolve(succeeded([]));
  }

  note(notes: readonly JournalNote[]): Promise<Result<null, JournalTrouble>> {
    return this.write(() => void this.notes.push(...notes));
  }

  keepCommits(entries: readonly Uint8Array[]): Promise<Result<null, JournalTrouble>> {
    return this.write(() => {
      for (const entry of entries) {
        const decoded = decodeCommit(entry);
        if (decoded.ok && decoded.commit.seq === this.before() + this.entries.length + 1) this.entries.push(entry);
      }
    });
  }

  /** The same journal on a computer that was started again. */
  survivor(power?: { use(): void }): MemoryJournal {
    const journal = new MemoryJournal(power);
    journal.notes.push(...this.notes);
    journal.entries = [...this.entries];
    journal.base = this.base;
    return journal;
  }

  private head(): Head | null {
    const last = this.entries.at(-1);
    return last === undefined ? null : { seq: this.before() + this.entries.length, hash: hashEntry(last) };
  }

  private before(): number {
    return this.base?.head.seq ?? 0;
  }

  private async write(work: () => void): Promise<Result<null, JournalTrouble>> {
    await Promise.resolve();
    this.power.use();
    work();
    this.power.use();
    return done;
  }
}
