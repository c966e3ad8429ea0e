import type { BrowserWindow } from 'electron';
import { logEvent } from '../log';
import { windowAddress } from '../security/scheme';
import type { MainTexts } from '../texts';

/** A window whose process ends more often than this within the time below is not tried again by itself. */
const mostInARow = 3;
const inARowMs = 60_000;

/** Tells whether a window is opened anew after its process has ended: not when that has happened too often shortly before. */
export function mayOpenAnew(endedBefore: readonly number[], now: number): boolean {
  return endedBefore.filter((at) => now - at < inARowMs).length < mostInARow;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A page of nothing but words: what happened, what was kept, and what to do. It needs none of the window's code. */
export function troublePage(
  { title, kept, again, send }: MainTexts['trouble'],
  language: string,
  logFile: string,
): string {
  const style =
    'body{font:16px/1.5 system-ui,sans-serif;max-width:38rem;margin:15vh auto;padding:0 2rem;color-scheme:light dark}code{user-select:all;overflow-wrap:anywhere}';
  const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Trellis</title><style>${style}</style>
    <main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(kept)}</p><p><a href="${windowAddress}">${escapeHtml(again)}</a></p><p>${escapeHtml(send)}<br><code>${escapeHtml(logFile)}</code></p></main></html>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
}

export interface RecoveryParts {
  readonly now: () => number;
  /** The page to show instead of the window, in the language that is spoken. */
  readonly troublePage: () => string;
}

/**
 * Opens the window anew when the process behind it has ended. Nothing is lost by that: what was done is in the journal.
 * The answer tells whether it has been opened anew since it was asked last.
 */
export function recoverWindow(window: BrowserWindow, { now, troublePage: page }: RecoveryParts): () => boolean {
  const ended: number[] = [];
  let isOpenedAnew = false;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const again = mayOpenAnew(ended, now());
    ended.push(now());
    logEvent('window process ended', { reason, again });
    isOpenedAnew = again;
    void window.loadURL(again ? windowAddress : page());
  });
  return () => {
    const wasOpenedAnew = isOpenedAnew;
    isOpenedAnew = false;
    return wasOpenedAnew;
  };
}
