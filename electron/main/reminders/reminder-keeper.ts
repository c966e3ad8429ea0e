import { Turns } from '#core/kernel/turns';
import { addDays, type Day } from '#core/kernel/day';
import type { Coming } from '#core/queries/coming';
import { dayIn, nextDayBegins } from '../calendar-day';
import type { MainTexts } from '../texts';
import { type Notice, noticesOf } from './notices';
import { daysBack, dueEvents, type Told, type ToldReminders, withoutTold, withTold } from './told-reminders';

/** Shows notifications of the system. */
export interface Notifier {
  readonly isAvailable: () => boolean;
  /** Throws where it cannot be shown. */
  readonly show: (notice: Notice, onTakenUp: () => void) => void;
}

export interface ReminderKeeperParts {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Runs something after so many milliseconds; the answer calls it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** Asks for the reminders and ends in the open ledger between two days; `null` while none is open. */
  readonly coming: (from: Day, to: Day) => Promise<{ readonly ledger: string; readonly coming: Coming } | null>;
  readonly told: Pick<ToldReminders, 'read' | 'write'>;
  readonly notifier: Notifier;
  /** Sends what is due by mail, where a person has switched that on. */
  readonly mail?: (ledger: string, coming: Coming, today: Day) => Promise<void>;
  /** In the language that is spoken at that time. */
  readonly texts: () => MainTexts;
  readonly onTakenUp: (ledger: string, groupId: string) => void;
  readonly onDefect: (error: unknown) => void;
}

/** After an account was opened: the window comes first. */
const openingPause = 5_000;
/** After something was done: as long as acts wait before they are sent, so that what is taken back at once reminds nobody. */
const quietPause = 60_000;
/** The longest between two looks, for clocks that are set and computers that do not say that they slept. */
const longestPause = 3_600_000;

/**
 * Tells what is due in the open account: once for each reminder (X4) and once for each block on its last day, on the
 * account's calendar day; what was missed while the computer was off, when it is on again.
 *
 * What is about to be told is noted on the disk first. Should the program end in the moment between, that one is not
 * told by the system, though it still stands in the window's list: told twice is what must not happen.
 */
export class ReminderKeeper {
  private readonly turns = new Turns();
  private next: { readonly at: number; readonly callOff: () => void } | null = null;
  private isClosed = false;

  constructor(private readonly parts: ReminderKeeperParts) {}

  /** The account may say something else now. */
  notice(what: 'opened' | 'kept'): void {
    this.lookAfter(what === 'opened' ? openingPause : quietPause);
  }

  /** The computer was asleep, or its clock was set. Settles when everything due has been told. */
  look(): Promise<void> {
    return this.turns.take(() =>
      this.lookNow().catch((error: unknown) => {
        this.parts.onDefect(error);
        this.lookAfter(longestPause);
      }),
    );
  }

  /** When the look that is under way is done. */
  settled(): Promise<void> {
    return this.turns.idle();
  }

  close(): void {
    this.isClosed = true;
    this.next?.callOff();
  }

  private async lookNow(): Promise<void> {
    const { now, coming, told, notifier, texts } = this.parts;
    // No zone is further from UTC than a day.
    const aboutToday = dayIn('UTC', now());
    const found = this.isClosed ? null : await coming(addDays(aboutToday, -daysBack - 1), addDays(aboutToday, 1));
    if (found === null || this.isClosed) return;
    const {
      ledger,
      coming: { events, timeZone },
    } = found;
    const today = dayIn(timeZone, now());
    const read = await told.read(ledger);
    const known = read ?? { since: today, keys: [] };
    const notices = notifier.isAvailable() ? noticesOf(dueEvents(events, known, today), today, texts()) : [];
    let kept = withTold(
      known,
      notices.flatMap(({ keys }) => keys),
      today,
    );
    if (read === null || notices.length > 0) await told.write(ledger, kept);
    for (const notice of notices) if (!this.show(ledger, notice)) kept = await this.takeBack(ledger, kept, notice);
    await this.parts.mail?.(ledger, found.coming, today);
    this.lookAfter(Math.min(longestPause, nextDayBegins(timeZone, now()) - now()));
  }

  private show(ledger: string, notice: Notice): boolean {
    try {
      this.parts.notifier.show(notice, () => this.parts.onTakenUp(ledger, notice.groupId));
      return true;
    } catch (error) {
      this.parts.onDefect(error);
      return false;
    }
  }

  private async takeBack(ledger: string, told: Told, notice: Notice): Promise<Told> {
    const without = withoutTold(told, notice.keys);
    await this.parts.told.write(ledger, without);
    return without;
  }

  /** The sooner of two looks is the one that happens; it plans the next itself. */
  private lookAfter(milliseconds: number): void {
    const at = this.parts.now() + milliseconds;
    if (this.isClosed || (this.next !== null && this.next.at <= at)) return;
    this.next?.callOff();
    const callOff = this.parts.after(milliseconds, () => {
      this.next = null;
      void this.look();
    });
    this.next = { at, callOff };
  }
}
