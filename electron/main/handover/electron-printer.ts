import { BrowserWindow, session, type Session } from 'electron';
import { randomUUID } from 'node:crypto';
import { escaped, type Paper } from './paper';
import type { PaperPrinter } from './handover-set';
import { letterFiles, lettersStyle } from './letters';

const paperOrigin = 'app://paper';
/** Nothing but its own looks and letters: no script, no picture, no form. */
const paperPolicy = `default-src 'none'; style-src 'unsafe-inline' ${paperOrigin}; font-src ${paperOrigin}`;

/** Prints papers by the window's own engine, in a window that is never shown, has no script and no network. */
export class ElectronPrinter implements PaperPrinter {
  private readonly session: Session;
  private window: BrowserWindow | null = null;
  private html = '';

  constructor() {
    this.session = session.fromPartition(`paper-${randomUUID()}`);
    this.session.protocol.handle('app', ({ url }) => this.answer(new URL(url).pathname));
    this.session.webRequest.onBeforeRequest(({ url }, decide) =>
      decide({ cancel: !url.startsWith(`${paperOrigin}/`) }),
    );
    this.session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  }

  async print({ html, footer }: Paper, signal: AbortSignal): Promise<Uint8Array | null> {
    if (signal.aborted) return null;
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: this.session,
        javascript: false,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
      },
    });
    this.window = window;
    this.html = html;
    const givenUp = new Promise<null>((resolve) => {
      signal.addEventListener('abort', () => resolve(null), { once: true });
      window.webContents.once('render-process-gone', () => resolve(null));
      window.once('closed', () => resolve(null));
    });
    try {
      return await Promise.race([givenUp, this.printed(window, footer)]);
    } finally {
      this.close();
    }
  }

  close(): void {
    if (this.window?.isDestroyed() === false) this.window.destroy();
    this.window = null;
    this.html = '';
  }

  private async printed(window: BrowserWindow, footer: string | null): Promise<Uint8Array | null> {
    try {
      await window.loadURL(`${paperOrigin}/`);
      return await window.webContents.printToPDF({
        printBackground: true,
        preferCSSPageSize: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
        displayHeaderFooter: footer !== null,
        headerTemplate: '<span></span>',
        footerTemplate: footerOf(footer ?? ''),
      });
    } catch (error) {
      // A window that was taken away in the middle says so by an error; whoever took it away knows.
      if (window.isDestroyed()) return null;
      throw error;
    }
  }

  private answer(pathname: string): Response {
    const headers = { 'content-security-policy': paperPolicy, 'x-content-type-options': 'nosniff' };
    if (pathname === '/')
      return new Response(this.html, { headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } });
    if (pathname === '/letters.css')
      return new Response(lettersStyle, { headers: { ...headers, 'content-type': 'text/css; charset=utf-8' } });
    const file = letterFiles.get(pathname);
    return file === undefined
      ? new Response(null, { status: 404 })
      : new Response(file, { headers: { ...headers, 'content-type': 'font/woff2' } });
  }
}

/** The line at the foot of each page: what it belongs to, and which page of how many it is. */
function footerOf(text: string): string {
  return `<div style="font: 7.5pt sans-serif; color: #5b6470; width: 100%; margin: 0 10.5mm; display: flex; justify-content: space-between"><span>${escaped(text)}</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`;
}
