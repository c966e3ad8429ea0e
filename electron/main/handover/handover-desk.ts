import { done, succeeded } from '#core/kernel/result';
import type { Announcements } from '#core/ipc/announcements';
import type { Caller, Handlers } from '../ipc/handlers';
import { mainTexts } from '../texts';
import { makeHandoverSet, type PaperPrinter } from './handover-set';

export interface HandoverDeskParts {
  /** The folder that the person chose, `null` when they cancelled. The window never names one. */
  readonly askForFolder: (title: string, caller: Caller) => Promise<string | null>;
  readonly printer: () => PaperPrinter;
  readonly onProgress: (progress: Announcements['handover.progress']) => void;
}

/** Prints handovers for the window, one at a time as its dialog is; each can be given up. */
export class HandoverDesk {
  private readonly running = new Map<string, AbortController>();

  constructor(private readonly parts: HandoverDeskParts) {}

  handlers(): Handlers<'handover.'> {
    return {
      'handover.print': async ({ id, handover, language, cards }, caller) => {
        const into = await this.parts.askForFolder(mainTexts().handoverFolder, caller);
        if (into === null) return succeeded(null);
        this.running.get(id)?.abort();
        const giving = new AbortController();
        this.running.set(id, giving);
        const printer = this.parts.printer();
        try {
          return await makeHandoverSet(
            {
              handover,
              language,
              cards,
              into,
              onProgress: (progress) => this.parts.onProgress({ id, ...progress }),
              signal: giving.signal,
            },
            printer,
          );
        } finally {
          printer.close();
          this.running.delete(id);
        }
      },
      'handover.cancel': ({ id }) => {
        this.running.get(id)?.abort();
        return done;
      },
    };
  }

  cancelAll(): void {
    for (const giving of this.running.values()) giving.abort();
  }
}
