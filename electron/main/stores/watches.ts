import type { Unsubscribe } from '#core/ledger/store';

/** Watches over a place that somebody still has: each ends when it is given back, and all of them with the store. */
export class Watches {
  private readonly stops = new Set<Unsubscribe>();

  /** Takes in a watch by what ends it; the answer ends it once. */
  add(end: Unsubscribe): Unsubscribe {
    const stop = (): void => {
      if (this.stops.delete(stop)) end();
    };
    this.stops.add(stop);
    return stop;
  }

  endAll(): void {
    for (const stop of [...this.stops]) stop();
  }
}
