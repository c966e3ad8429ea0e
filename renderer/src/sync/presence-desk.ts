import { Listeners } from '#core/kernel/listeners';
import type { Presence } from '#core/ledger/presence';
import type { Unsubscribe } from '#core/ledger/store';

/** How often it is asked who else is here while nothing else happens. */
const lookMs = 60_000;

const dayMs = 86_400_000;

const nobody: readonly Presence[] = [];

/** Knows who else works on the account, as of the last time when the place was asked. */
export class PresenceDesk {
  private readonly listeners = new Listeners();
  private known: readonly Presence[] = nobody;
  private readonly timer: ReturnType<typeof setInterval>;
  private isEnded = false;
  private lastLook: number | null = null;
  private lateWord: Presence | null = null;

  /** `ask` says what this computer is at, and answers who else is here; `null` where nobody can say. */
  constructor(
    private readonly ask: () => Promise<readonly Presence[] | null>,
    private readonly now: () => number = Date.now,
  ) {
    this.timer = setInterval(() => void this.refresh(), lookMs);
  }

  readonly state = (): readonly Presence[] => this.known;

  /**
   * A word that was said since the look before, by a clock that is more than a day behind this one; `null` for none. It tells of
   * clocks only where the place does not take its time to carry words.
   */
  readonly late = (): Presence | null => this.lateWord;

  readonly subscribe: (listener: () => void) => Unsubscribe = this.listeners.add;

  /** Asks anew. What cannot be found out leaves what was known. */
  readonly refresh = async (): Promise<void> => {
    const found = this.isEnded ? null : await this.ask();
    if (found === null) return;
    const { lastLook } = this;
    this.lastLook = this.now();
    if (JSON.stringify(found) === JSON.stringify(this.known)) return;
    const before = new Map(this.known.map(({ computer, at }) => [computer, at]));
    const fresh = found.filter(({ computer, at }) => before.has(computer) && before.get(computer) !== at);
    if (lastLook !== null && fresh.length > 0)
      this.lateWord = fresh.find(({ at }) => lastLook - Date.parse(at) > dayMs) ?? null;
    this.known = found;
    this.listeners.tell();
  };

  stop(): void {
    this.isEnded = true;
    clearInterval(this.timer);
  }
}
