/** Functions that want to be told of something, called in the order in which they were added. */
export class Listeners<Told extends readonly unknown[] = []> {
  private readonly listeners = new Set<(...told: Told) => void>();

  get size(): number {
    return this.listeners.size;
  }

  /** Adds a listener; the answer takes it away again. Bound, so that it can be handed on as `subscribe`. */
  readonly add = (listener: (...told: Told) => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  tell(...told: Told): void {
    for (const listener of this.listeners) listener(...told);
  }
}
