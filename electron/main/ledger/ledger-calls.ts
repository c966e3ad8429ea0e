/** The calls of the window that are under way, so that it can end them by their name. */
export class LedgerCalls {
  private readonly running = new Map<string, AbortController>();

  /** Runs a call under a name that stays abortable until it settles. */
  async run<T>(call: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const control = new AbortController();
    this.running.set(call, control);
    try {
      return await work(control.signal);
    } finally {
      if (this.running.get(call) === control) this.running.delete(call);
    }
  }

  abort(call: string): void {
    this.running.get(call)?.abort();
  }

  abortAll(): void {
    for (const control of this.running.values()) control.abort();
  }
}
