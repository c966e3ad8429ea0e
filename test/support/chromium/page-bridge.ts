/** Through what page and main speak with each other here; set in the page before anything else. */
export interface PageBridge {
  trellisAsk: (name: string, request: string) => Promise<string>;
  trellisHear: (name: string, announcement: string) => void;
}

/** Runs in the page: puts the bridge there that the preload puts into a window of Electron. Bytes go through text as base64. */
export function putBridge(calls: readonly string[]): void {
  const page = window as unknown as PageBridge & { trellis: unknown };
  const write = (value: unknown): string =>
    JSON.stringify(value, (_key, part: unknown) =>
      part instanceof Uint8Array
        ? { $bytes: btoa(Array.from(part, (byte) => String.fromCharCode(byte)).join('')) }
        : part,
    );
  const read = (text: string): unknown =>
    JSON.parse(text, (_key, part: unknown) => {
      const bytes = (part as { $bytes?: unknown } | null)?.$bytes;
      return typeof bytes === 'string' ? Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)) : part;
    });
  const listeners = new Map<string, Set<(announcement: unknown) => void>>();
  const listenersOf = (kind: string): Set<(announcement: unknown) => void> => {
    const known = listeners.get(kind) ?? new Set();
    listeners.set(kind, known);
    return known;
  };
  page.trellisHear = (name, announcement) => {
    for (const listener of listenersOf(name)) listener(read(announcement));
  };
  page.trellis = {
    call: Object.fromEntries(
      calls.map((name) => [name, async (request: unknown) => read(await page.trellisAsk(name, write(request)))]),
    ),
    on: new Proxy(
      {},
      {
        get: (_target, kind) => (listener: (announcement: unknown) => void) => {
          listenersOf(String(kind)).add(listener);
          return () => listenersOf(String(kind)).delete(listener);
        },
      },
    ),
  };
}

/** Writes what goes to the page, as the page reads it. */
export function writeForPage(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Uint8Array ? { $bytes: Buffer.from(part).toString('base64') } : part,
  );
}

/** Reads what the page has written. */
export function readFromPage(text: string): unknown {
  return JSON.parse(text, (_key, part: unknown) => {
    const bytes = (part as { $bytes?: unknown } | null)?.$bytes;
    return typeof bytes === 'string' ? new Uint8Array(Buffer.from(bytes, 'base64')) : part;
  });
}
