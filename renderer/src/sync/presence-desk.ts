import { Listeners } from '#core/kernel/listeners';
import type { Presence } from '#core/ledger/presence';
import type { Unsubscribe } from '#core/ledger/store';

/** How often it is asked who else is here while nothing else happens. */
const lookMs = 60_000;

const nobody: readonly Presence[] = [];

/** Knows who else works on the account, as of the last time when the place was asked. */
export class PresenceDesk {
  private readonly listeners = new Listeners();
  private known: readonly Presence[] = nobody;
  private readonly timer: ReturnType<typeof setInterval>;
  private isEnded = false;

  /** `ask` says what this computer is at, and answers who else is here; `null` where nobody can say. */
  constructor(private readonly ask: () => Promise<readonly Presence[] | null>) {
    this.timer = setInterval(() => void this.refresh(), lookMs);
  }

  readonly state = (): readonly Presence[] => this.known;

  readonly subscribe: (listener: () => void) => Unsubscribe = this.listeners.add;

  /** Asks anew. What cannot be found out leaves what was known. */
  readonly refresh = async (): Promise<void> => {
    const found = this.isEnded ? null : await this.ask();
    if (found === null || JSON.stringify(found) === JSON.stringify(this.known)) return;
    this.known = found;
    this.listeners.tell();
  };

  stop(): void {
    this.isEnded = true;
    clearInterval(this.timer);
  }
}
