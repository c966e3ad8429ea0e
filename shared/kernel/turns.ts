/** Runs tasks one at a time, in the order in which they were given. A task that fails does not stop those behind it. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  take<T>(task: () => Promise<T>): Promise<T> {
    const result = this.last.then(task);
    this.last = result.catch(() => undefined);
    return result;
  }

  /** Settles when every task that was given so far is done. */
  async idle(): Promise<void> {
    await this.last;
  }
}
