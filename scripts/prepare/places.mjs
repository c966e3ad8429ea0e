import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

export function inRepository(...segments) {
  return path.join(root, ...segments);
}

/** Outside the repository, so that a fresh clone on the same machine does not fetch everything again. */
export function cacheFolder() {
  if (process.env.TRELLIS_CACHE) return path.resolve(process.env.TRELLIS_CACHE);
  if (process.platform === 'win32') {
    return path.join(process.env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), 'trellis-build');
  }
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'trellis-build');
  return path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'trellis-build');
}
