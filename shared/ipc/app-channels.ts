import { z } from 'zod';
import { channel } from './channel';

/** First view of the window when nobody has chosen yet. */
export type Opening = 'first-start' | 'sample';

export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  readonly platform: 'linux' | 'win32' | 'darwin' | 'other';
  readonly opening: Opening;
  /** The process of the window had ended, so it was opened anew; told once. */
  readonly wasOpenedAnew: boolean;
  /** True when the runtime is older than the one this version is released with. */
  readonly oldRuntime: boolean;
}

export type OpenLinkFailure = { readonly kind: 'link-not-allowed' };

export const appChannels = {
  'app.info': channel<AppInfo>()(z.strictObject({})),
  /** Asks the person for a folder; `null` when they cancel. */
  'app.chooseFolder': channel<string | null>()(z.strictObject({ title: z.string().max(200).optional() })),
  /** Shows the log file in the system's file manager. */
  'app.openLog': channel<null>()(z.strictObject({})),
  /** Opens a page of the allow-list in the system's browser. */
  'app.openLink': channel<null, OpenLinkFailure>()(z.strictObject({ url: z.string().max(2000) })),
} as const;
