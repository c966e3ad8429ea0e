import type { ImportFailure } from '#core/ipc/import-channels';
import { done, failed, succeeded, type Result } from '#core/kernel/result';
import type { Handlers } from '../ipc/handlers';
import type { ImportReply, ImportRequest } from './import-service';

/** The way to a process that reads a file. */
export interface ImportPort {
  readonly post: (message: { readonly call: number; readonly request: ImportRequest }) => void;
  readonly kill: () => void;
}
export interface ImportPortEvents {
  readonly onReply: (message: { readonly call: number; readonly reply: ImportReply }) => void;
  readonly onExit: () => void;
}

/** Files that are open at once: one dialog has one, and a reload of the window may leave one behind. */
const mostOpen = 4;

class Reading {
  private readonly port: ImportPort;
  private readonly waiting = new Map<number, (reply: ImportReply | null) => void>();
  private calls = 0;
  private isOver = false;

  constructor(spawn: (events: ImportPortEvents) => ImportPort) {
    this.port = spawn({
      onReply: ({ call, reply }) => {
        this.waiting.get(call)?.(reply);
        this.waiting.delete(call);
      },
      onExit: () => this.end(),
    });
  }

  /** The answer; `null` when the process ended before. */
  ask(request: ImportRequest): Promise<ImportReply | null> {
    if (this.isOver) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.calls += 1;
      this.waiting.set(this.calls, resolve);
      this.port.post({ call: this.calls, request });
    });
  }

  close(): void {
    this.port.kill();
    this.end();
  }

  private end(): void {
    this.isOver = true;
    for (const settle of this.waiting.values()) settle(null);
    this.waiting.clear();
  }
}

/** Reads files for the window, each in a process of its own that ends with the dialog it was opened for. */
export class ImportDesk {
  private readonly readings = new Map<string, Reading>();

  constructor(private readonly spawn: (events: ImportPortEvents) => ImportPort) {}

  handlers(): Handlers<'imports.'> {
    return {
      'imports.read': async ({ id, bytes, encoding }) => {
        this.close(id);
        const [oldest] = this.readings.keys();
        if (this.readings.size >= mostOpen && oldest !== undefined) this.close(oldest);
        const reading = new Reading(this.spawn);
        this.readings.set(id, reading);
        const answer = valueOf(await reading.ask({ do: 'read', bytes, encoding }));
        if (!answer.ok) this.close(id);
        if (!answer.ok) return answer;
        return typeof answer.value === 'string' ? failed({ kind: 'gone' }) : succeeded(answer.value);
      },
      'imports.rows': async ({ id, table, from, most }) => {
        const answer = valueOf((await this.readings.get(id)?.ask({ do: 'rows', table, from, most })) ?? null);
        if (!answer.ok) return answer;
        return typeof answer.value === 'string' ? succeeded(answer.value) : failed({ kind: 'gone' });
      },
      'imports.close': ({ id }) => {
        this.close(id);
        return done;
      },
    };
  }

  closeAll(): void {
    for (const id of [...this.readings.keys()]) this.close(id);
  }

  private close(id: string): void {
    this.readings.get(id)?.close();
    this.readings.delete(id);
  }
}

function valueOf(
  reply: ImportReply | null,
): Result<Extract<ImportReply, { readonly ok: true }>['value'], ImportFailure> {
  if (reply === null) return failed({ kind: 'gone' });
  return reply.ok ? reply : failed({ kind: 'unreadable', failure: reply.failure });
}
