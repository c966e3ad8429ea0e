import type { HandoverFailure } from '#core/ipc/handover-channels';
import type { HandoverProgress, HandoverSet, HandoverWishes } from './handover-set';

/** Name of the file with what is to be printed, in the folder that the program is started with. */
export const jobFile = 'job.json';

/** Contents, language and place of papers that are to be printed. */
export type HandoverJob = Omit<HandoverWishes, 'onProgress' | 'signal'>;

/** A line of the program's output. */
export type JobLine =
  | { readonly progress: HandoverProgress }
  | { readonly made: HandoverSet | null }
  | { readonly failure: HandoverFailure };
