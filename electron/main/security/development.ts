/** Set by the build of `npm run dev` alone; in every other build the code that depends on it is not even there. */
declare const TRELLIS_DEVELOPMENT: boolean | undefined;

/** The server of `npm run dev`, from which the window comes while it is worked on. */
export interface DevelopmentServer {
  /** Such as `http://127.0.0.1:5173`; always this computer. */
  readonly origin: string;
  /** Through which it says that something has changed. */
  readonly socket: string;
}

/** Reads the server's address from what electron-vite sets; `null` in a built application, whatever its surroundings say. */
export function developmentServer(address: string | undefined): DevelopmentServer | null {
  if (typeof TRELLIS_DEVELOPMENT === 'undefined' || !TRELLIS_DEVELOPMENT) return null;
  return serverAt(address);
}

/** Only a server of this computer is one. */
export function serverAt(address: string | undefined): DevelopmentServer | null {
  const url = address === undefined ? null : parsed(address);
  if (url === null || url.protocol !== 'http:' || url.hostname !== '127.0.0.1' || url.username !== '') return null;
  return { origin: url.origin, socket: `ws://${url.host}` };
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
