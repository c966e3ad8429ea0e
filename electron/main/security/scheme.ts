import { protocol } from 'electron';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { contentPolicy } from './content-policy';
import { windowFile } from './window-files';

export const windowOrigin = 'app://trellis';
export const windowAddress = `${windowOrigin}/`;

/** Mark by which the build leaves room in index.html for the nonce of one page load. */
const nonceMark = '__TRELLIS_NONCE__';

/** Must run before the application is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

export function serveWindow(folder: string): void {
  const resolved = path.resolve(folder);
  protocol.handle('app', async (request) => {
    const found = request.method === 'GET' ? windowFile(resolved, request.url) : null;
    const body = found === null ? null : await readFile(found.file).catch(() => null);
    if (found === null || body === null) return new Response(null, { status: 404 });
    const nonce = randomBytes(16).toString('base64');
    const isPage = found.contentType.startsWith('text/html');
    return new Response(isPage ? body.toString('utf8').replaceAll(nonceMark, nonce) : body, {
      headers: {
        'content-type': found.contentType,
        'content-security-policy': contentPolicy(nonce),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-store',
      },
    });
  });
}
