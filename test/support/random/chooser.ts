/** Chance that is the same every time: everything that is chosen follows from one whole number. */
export class Chooser {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A number from 0 up to, but not including, 1 (the "mulberry32" generator). */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  one<T>(of: readonly T[]): T | undefined {
    return of[Math.floor(this.next() * of.length)];
  }

  /** One of a list that is known not to be empty. */
  among<T>(...of: readonly [T, ...T[]]): T {
    return of[Math.floor(this.next() * of.length)] as T;
  }

  some<T>(of: readonly T[], most: number): readonly T[] {
    const count = Math.min(of.length, this.whole(0, most));
    const left = [...of];
    return Array.from({ length: count }, () => left.splice(Math.floor(this.next() * left.length), 1)[0] as T);
  }

  /** By weight: the heavier, the more often. */
  weighted<T>(of: readonly (readonly [weight: number, value: T])[]): T {
    let at = this.next() * of.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, value] of of) {
      at -= weight;
      if (at < 0) return value;
    }
    return (of[of.length - 1] as readonly [number, T])[1];
  }
}
