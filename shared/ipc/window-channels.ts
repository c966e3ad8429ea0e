import { z } from 'zod';
import { languages } from '../kernel/language';
import { channel } from './channel';

const themes = ['system', 'light', 'dark'] as const;

const closingAnswers = ['finishing', 'close', 'stay'] as const;
/**
 * Answer of a window that is to close. `finishing`: something is under way, and it closes after that. `close`: nothing is under way.
 * `stay`: the person keeps it open.
 */
export type ClosingAnswer = (typeof closingAnswers)[number];

export const windowChannels = {
  /** The window shows what it was asked to show, and a picture of it would be complete. */
  'window.ready': channel<null>()(z.strictObject({})),
  /** The window speaks this language now; so does main, in its dialogs, notifications and the tray. */
  'window.setLanguage': channel<null>()(z.strictObject({ language: z.enum(languages) })),
  'window.answerClosing': channel<null>()(z.strictObject({ answer: z.enum(closingAnswers) })),
  'window.setTheme': channel<null>()(z.strictObject({ theme: z.enum(themes) })),
  /**
   * A defect in the window, for the log. Only the kind of error and the places in our code: an error's message
   * may hold names or numbers of the account, and the log must not.
   */
  'window.defect': channel<null>()(
    z.strictObject({ error: z.string().max(100), places: z.array(z.string().max(300)).max(30) }),
  ),
} as const;
