import type { Session } from 'electron';
import type { DevelopmentServer } from './development';
import { windowOrigin } from './scheme';

/** The window has no network: whatever is not our own page is cancelled before it leaves the process. */
export function cutNetwork(session: Session, development: DevelopmentServer | null): void {
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !mayLoad(details.url, development) }));
  session.on('will-download', (event) => event.preventDefault());
}

/** `data:` carries its content with it; what may use it is the content policy's business. `devtools:` is the inspector. */
export function mayLoad(address: string, development: DevelopmentServer | null = null): boolean {
  return (
    address.startsWith(`${windowOrigin}/`) ||
    address.startsWith('data:') ||
    address.startsWith('devtools://') ||
    (development !== null && address.startsWith(`${development.socket}/`))
  );
}
