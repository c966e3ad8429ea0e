import path from 'node:path';

const contentTypes: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.jsonl', 'application/x-ndjson; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
]);

export interface WindowFile {
  readonly file: string;
  readonly contentType: string;
}

/** The file an address of the window stands for, or `null` when it is not one of ours or lies outside `folder`. */
export function windowFile(folder: string, address: string): WindowFile | null {
  const pathname = pathOf(address);
  if (pathname === null) return null;
  const file = path.resolve(folder, `.${path.posix.normalize(pathname === '/' ? '/index.html' : pathname)}`);
  const contentType = contentTypes.get(path.extname(file));
  const inside = file.startsWith(folder + path.sep);
  return inside && contentType !== undefined ? { file, contentType } : null;
}

function pathOf(address: string): string | null {
  try {
    const url = new URL(address);
    if (url.protocol !== 'app:' || url.host !== 'trellis') return null;
    const pathname = decodeURIComponent(url.pathname);
    return /[\0\\]/.test(pathname) ? null : pathname;
  } catch {
    return null;
  }
}
