import { app, shell, type WebContents } from 'electron';
import { logEvent } from '../log';
import { mayOpenOutside } from './links';
import { windowAddress } from './scheme';

/** No contents of this application go anywhere: not the window, which may only begin anew where it is, and not what it might open. */
export function blockNavigation(): void {
  app.on('web-contents-created', (_event, contents) => guard(contents));
}

function guard(contents: WebContents): void {
  contents.on('will-navigate', (event, address) => {
    if (address !== windowAddress) refuse(event, 'navigation');
  });
  contents.on('will-redirect', (event) => refuse(event, 'redirect'));
  contents.on('will-attach-webview', (event) => refuse(event, 'webview'));
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenOutside(url)) void shell.openExternal(url);
    else logEvent('blocked', { what: 'new window' });
    return { action: 'deny' };
  });
}

function refuse(event: { preventDefault: () => void }, what: string): void {
  event.preventDefault();
  logEvent('blocked', { what });
}
