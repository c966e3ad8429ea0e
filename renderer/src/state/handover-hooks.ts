import { useCallback } from 'react';
import type { Handover } from '#core/handover/handover';
import type { CallAnswer } from '#core/ipc/channels';
import type { Language } from '#core/kernel/language';
import { ask, hear } from '../platform/bridge';

export interface HandoverWishes {
  readonly language: Language;
  readonly cards: boolean;
  /** Share that is done, and the paper that is being made. */
  readonly onProgress: (share: number, name: string) => void;
  /** Given up: nothing of it stays. */
  readonly signal: AbortSignal;
}

async function print(
  handover: Handover,
  { language, cards, onProgress, signal }: HandoverWishes,
): Promise<CallAnswer<'handover.print'>> {
  const id = crypto.randomUUID();
  const cancel = (): void => void ask('handover.cancel', { id });
  const deafen = hear('handover.progress', (progress) => {
    if (progress.id === id) onProgress(progress.done / progress.of, progress.name);
  });
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await ask('handover.print', { id, handover, language, cards });
  } finally {
    signal.removeEventListener('abort', cancel);
    deafen();
  }
}

/** Has main print the papers of a handover, in a folder that the person chooses. */
export function usePrintedHandover(): typeof print {
  return useCallback(print, []);
}
