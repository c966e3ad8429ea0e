import { Listeners } from '#core/kernel/listeners';
import type { Progress, Sliced } from '#core/kernel/slices';
import type { Unsubscribe } from '#core/ledger/store';

/** An act that takes longer than a moment, as far as it is now. */
export interface LongWork {
  readonly call: { readonly do: string; readonly args: unknown };
  /** From 0 to 1; never less than before. */
  readonly part: number;
  /** True when it was cancelled and is about to end without having done anything. */
  readonly isEnding: boolean;
  readonly cancel: () => void;
  /** The way to keep the window open, where it closes as soon as this is done; else `null`. */
  readonly stay: (() => void) | null;
}

/** Time as long work needs it, in milliseconds, and a rest in which the window draws and answers. */
export interface Pace {
  readonly now: () => number;
  readonly rest: () => Promise<void>;
}

/** Work was given up because the person wanted it; nothing of it has happened. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

/** Well below what a person notices, and above what resting costs. */
const sliceMs = 16;
/** What is done within this time is not shown as long work. */
const shownAfterMs = 300;
/** How much of the whole making is; the rest is storing. */
const makingPart = 0.6;

// By message, because timers are slowed down in a window that is hidden.
const channel = new MessageChannel();
const resting: (() => void)[] = [];
channel.port1.onmessage = () => resting.shift()?.();
// In Node an open port would keep the process alive.
(channel.port1 as { unref?: () => void }).unref?.();

export const computerPace: Pace = {
  now: () => performance.now(),
  rest: () =>
    new Promise((resolve) => {
      resting.push(resolve);
      channel.port2.postMessage(null);
    }),
};

/** Does sliced work with rests, after each of which it may be given up (`Cancelled`). */
export async function pacedWork<T>(work: Sliced<T>, pace: Pace, afterRest: (progress: Progress) => void): Promise<T> {
  for (let until = pace.now() + sliceMs; ;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
    if (pace.now() < until) continue;
    await pace.rest();
    afterRest(slice.value);
    until = pace.now() + sliceMs;
  }
}

/** One act under way: how far it is, and whether it is to be given up. */
export class ActUnderWay {
  private readonly startedAt: number;
  private isCancelled = false;
  private part = 0;

  constructor(
    private readonly desk: LongWorkDesk,
    private readonly call: LongWork['call'],
    private readonly pace: Pace,
  ) {
    this.startedAt = pace.now();
  }

  make<T>(work: Sliced<T>): Promise<T> {
    return pacedWork(work, this.pace, ({ done, of }) => this.report((makingPart * done) / of));
  }

  store<T>(work: Sliced<T>): Promise<T> {
    return pacedWork(work, this.pace, ({ done, of }) => this.report(makingPart + ((1 - makingPart) * done) / of));
  }

  /** Shows how far it is, and ends it here if that is wanted. */
  private report(part: number): void {
    this.endIfCancelled();
    this.part = Math.max(this.part, Math.min(1, part));
    if (this.pace.now() - this.startedAt >= shownAfterMs) this.show();
  }

  endIfCancelled(): void {
    if (this.isCancelled) throw new Cancelled();
  }

  private show(): void {
    this.desk.show({
      call: this.call,
      part: this.part,
      isEnding: this.isCancelled,
      cancel: this.cancel,
      stay: this.desk.stay,
    });
  }

  private readonly cancel = (): void => {
    this.isCancelled = true;
    this.show();
  };
}

/** Work that takes long at the moment, for the window to show. Acts are done one at a time, so it is one at most. */
export class LongWorkDesk {
  private shown: LongWork | null = null;
  private readonly listeners = new Listeners();
  /** The way to keep the window open while it waits to close. */
  stay: (() => void) | null = null;

  private underWay = false;

  constructor(private readonly pace: Pace = computerPace) {}

  /** True from the beginning of an act until it is stored and shown, or given up, however long it takes. */
  get isAtWork(): boolean {
    return this.underWay;
  }

  begin(call: LongWork['call']): ActUnderWay {
    this.underWay = true;
    return new ActUnderWay(this, call, this.pace);
  }

  /** From now on the window closes when it is done, unless the person wants to stay; `null` takes that back. */
  closeAfter(stay: (() => void) | null): void {
    this.stay = stay;
    if (this.shown !== null) this.show({ ...this.shown, stay });
  }

  end(): void {
    this.underWay = false;
    if (this.shown !== null) this.show(null);
  }

  show(work: LongWork | null): void {
    this.shown = work;
    this.listeners.tell();
  }

  readonly current = (): LongWork | null => this.shown;

  readonly subscribe: (listener: () => void) => Unsubscribe = this.listeners.add;
}
