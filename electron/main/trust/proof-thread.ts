import { Worker } from 'node:worker_threads';
import { packPage, type ProvedMessage } from './proof-messages';
import type { PageToProve, ProvedPage } from './prove-page';

/** Milliseconds without work after which the thread ends. */
const patienceMs = 10_000;

/**
 * A thread of this process that checks signatures, begun when there are any for it. It takes pages in order and remembers the keys that
 * those of one source (a number that the asker gives) tell of. It holds no process back and ends when nothing is left to do. Once broken
 * it answers nothing any more, and whoever asks does the work.
 */
export class ProofThread {
  private readonly waiting = new Map<number, (proved: ProvedPage | null) => void>();
  private worker: Worker | null = null;
  private calls = 0;
  private rest: NodeJS.Timeout | undefined;
  isBroken = false;

  constructor(private readonly program: string) {}

  /** Proves a page of a source; `null` where it cannot. */
  ask(source: number, page: PageToProve): Promise<ProvedPage | null> {
    if (this.isBroken) return Promise.resolve(null);
    clearTimeout(this.rest);
    const worker = (this.worker ??= this.begin());
    this.calls += 1;
    const message = packPage(this.calls, source, page);
    return new Promise((resolve) => {
      this.waiting.set(message.call, resolve);
      worker.ref();
      worker.postMessage(message, [message.bytes.buffer]);
    });
  }

  private begin(): Worker {
    const worker = new Worker(this.program);
    worker.on('message', ({ call, proved }: ProvedMessage) => this.answer(call, proved));
    worker.on('error', () => this.giveUp(worker));
    worker.on('exit', () => this.giveUp(worker));
    return worker;
  }

  private answer(call: number, proved: ProvedPage | null): void {
    this.waiting.get(call)?.(proved);
    this.waiting.delete(call);
    if (this.waiting.size > 0) return;
    this.worker?.unref();
    this.rest = setTimeout(() => this.end(), patienceMs).unref();
  }

  private end(): void {
    const { worker } = this;
    this.worker = null;
    void worker?.terminate();
  }

  /** The keys that it remembered are gone, so nothing more is asked of it. */
  private giveUp(worker: Worker): void {
    if (this.worker !== worker) return;
    this.worker = null;
    this.isBroken = true;
    for (const resolve of this.waiting.values()) resolve(null);
    this.waiting.clear();
  }
}
