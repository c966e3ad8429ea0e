import type { LedgerStore } from '#core/ledger/store';
import { beginsAsNamed } from './named-beginning';
import { WholeCheck, type WholeCheckParts } from './whole-check';

/** Milliseconds until it is tried again where the place does not answer. */
const againAfter = 60_000;

export type WholeRunOutcome = { readonly kind: 'same'; readonly count: number } | { readonly kind: 'wrong' };

/** Has a joined ledger replayed from its beginning, again and again until that has been done. */
export class WholeCheckRun {
  private readonly ending = new AbortController();
  private current: WholeCheck | null = null;
  private isNothing = false;
  private running: Promise<WholeRunOutcome | null> | null = null;

  constructor(private readonly parts: Omit<WholeCheckParts, 'place'>) {}

  /** How far it is; `null` where there is nothing to do. */
  get progress(): { readonly done: number; readonly of: number } | null {
    const { base } = this.parts.journal;
    return base === null || this.isNothing ? null : (this.current?.progress ?? { done: 0, of: base.seq });
  }

  /** Settles with what it came to; with `null` where there was nothing to do, or it was broken off. */
  run(place: () => LedgerStore | null): Promise<WholeRunOutcome | null> {
    const { base } = this.parts.journal;
    if (base === null || this.running !== null) return Promise.resolve(null);
    this.running = this.runFrom(base.seq, place);
    return this.running;
  }

  private async runFrom(count: number, place: () => LedgerStore | null): Promise<WholeRunOutcome | null> {
    const { signal } = this.ending;
    try {
      this.isNothing = await beginsAsNamed(this.parts.journal);
      if (this.isNothing) return null;
      for (;;) {
        const at = place();
        if (signal.aborted) return null;
        if (at !== null) {
          this.current = new WholeCheck({ ...this.parts, place: at });
          const outcome = await this.current.run(signal);
          this.isNothing = outcome.ok && outcome.value === 'nothing';
          if (this.isNothing) return null;
          if (outcome.ok) return outcome.value === 'same' ? { kind: 'same', count } : { kind: 'wrong' };
        }
        if (!(await rested(againAfter, signal))) return null;
      }
    } finally {
      this.running = null;
      this.current = null;
    }
  }

  async close(): Promise<void> {
    this.ending.abort();
    await this.running;
  }
}

/** Waits; false where it was broken off. */
function rested(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      resolve(!signal.aborted);
    };
    const timer = setTimeout(end, milliseconds);
    timer.unref();
    signal.addEventListener('abort', end, { once: true });
  });
}
