import { protocol } from 'electron';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { contentPolicy } from './content-policy';
import type { DevelopmentServer } from './development';
import { pageHeaders } from './page-headers';
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

/** Source of the window's files: the build, or the server of `npm run dev`. */
type Source = (address: string) => Promise<{ readonly body: Buffer; readonly contentType: string } | null>;

function fromFolder(folder: string): Source {
  const resolved = path.resolve(folder);
  return async (address) => {
    const found = windowFile(resolved, address);
    const body = found === null ? null : await readFile(found.file).catch(() => null);
    return found === null || body === null ? null : { body, contentType: found.contentType };
  };
}

function fromServer({ origin }: DevelopmentServer): Source {
  return async (address) => {
    const { pathname, search } = new URL(address);
    const answer = await fetch(`${origin}${pathname}${search}`);
    if (!answer.ok) return null;
    const contentType = answer.headers.get('content-type') ?? 'application/octet-stream';
    return { body: Buffer.from(await answer.arrayBuffer()), contentType };
  };
}

export function serveWindow(folder: string, development: DevelopmentServer | null): void {
  const source = development === null ? fromFolder(folder) : fromServer(development);
  protocol.handle('app', async (request) => {
    const found = request.method === 'GET' ? await source(request.url) : null;
    if (found === null) return new Response(null, { status: 404 });
    const nonce = randomBytes(16).toString('base64');
    const isPage = found.contentType.startsWith('text/html');
    return new Response(isPage ? found.body.toString('utf8').replaceAll(nonceMark, nonce) : found.body, {
      headers: pageHeaders(found.contentType, contentPolicy(nonce, development)),
    });
  });
}
