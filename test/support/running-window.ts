import type { ElectronApplication, Page } from 'playwright-core';

/** One running installation in real Electron, or in a current Chromium. */
export interface TrellisWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** Everything the page wrote to its console as an error, refused loads included. */
  readonly consoleErrors: readonly string[];
  /** Gives what it shows this size, in pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Changes what the person chooses in the next folder dialogs. */
  chooseFolder(folder: string | null): Promise<void>;
  /** Changes what the person chooses in the next dialogs that ask where to save; `null` cancels them. */
  chooseFile(file: string | null): Promise<void>;
  /** Writes `out/<name>.png` and returns its path. */
  picture(name: string): Promise<string>;
  /** Ends it as a person would; keeps a profile that was given. */
  close(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}
