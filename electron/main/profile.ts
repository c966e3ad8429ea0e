import { app } from 'electron';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeFolderSync } from './files/make-folder';
import type { LaunchOptions } from './launch-options';

/**
 * Decides where this installation keeps everything. A picture is taken from a profile of its own, so that it does
 * not depend on what was there before, and the sample never mixes with a person's own account.
 */
export function useProfile(options: LaunchOptions): string {
  const folder = options.profile ?? defaultProfile(options);
  try {
    makeFolderSync(folder);
  } catch {
    // Taking the profile says what is wrong with it, and where.
  }
  app.setPath('userData', folder);
  app.setPath('sessionData', folder);
  return folder;
}

function defaultProfile(options: LaunchOptions): string {
  if (options.screenshot !== null) return mkdtempSync(path.join(tmpdir(), 'trellis-picture-'));
  const own = path.join(app.getPath('appData'), 'Trellis');
  return options.sample ? `${own} Sample` : own;
}
