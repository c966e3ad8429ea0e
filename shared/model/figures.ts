import type { Day } from '../kernel/day';
import type { Resource } from './vocabulary';
import { amountOn, changeOn, type Timeline } from './timeline';

/** Names of figures. Kept per group, so that a pool's figures are read and not summed up. */
export type FigureName =
  /** Units of a type that child pools hold. */
  | `out/${string}`
  /** A resource that `link.feature` allocations take away to child pools. */
  | `outFeature/${Resource}`
  /** Units of a type that reservations set aside. */
  | `taken/${string}`
  /** Seats of a type held by users. */
  | `seats/${string}`
  /** Free Basic units of devices. */
  | 'device'
  /** A resource reserved by allowances and counted SIP numbers (D6). */
  | `reserved/${Resource}`
  /** Units of a type that a group's own blocks supply. */
  | `supply/${string}`
  /** A resource that a group's own `link.feature` blocks supply. */
  | `supplyFeature/${Resource}`;

/** Named amounts over time. */
export class Figures {
  private readonly timelines = new Map<FigureName, Timeline>();

  /** The same amounts, to be changed apart from these. */
  copy(): Figures {
    const copied = new Figures();
    for (const [name, timeline] of this.timelines) copied.timelines.set(name, new Map(timeline));
    return copied;
  }

  get isEmpty(): boolean {
    return this.timelines.size === 0;
  }

  change(name: FigureName, day: Day, amount: number): void {
    if (amount === 0) return;
    let timeline = this.timelines.get(name);
    if (timeline === undefined) {
      timeline = new Map();
      this.timelines.set(name, timeline);
    }
    changeOn(timeline, day, amount);
    if (timeline.size === 0) this.timelines.delete(name);
  }

  on(name: FigureName, day: Day): number {
    return amountOn(this.timelines.get(name), day);
  }

  timeline(name: FigureName): Timeline | undefined {
    return this.timelines.get(name);
  }

  names(): IterableIterator<FigureName> {
    return this.timelines.keys();
  }

  entries(): IterableIterator<[FigureName, Timeline]> {
    return this.timelines.entries();
  }
}
