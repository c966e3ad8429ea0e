/** Runs tasks one at a time, in the order in which they were asked for. A task that fails does not stop those behind it. */
export class TaskQueue {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.last.then(task);
    this.last = result.catch(() => undefined);
    return result;
  }

  /** Settles when everything that was asked for so far is done. */
  async idle(): Promise<void> {
    await this.last;
  }
}
