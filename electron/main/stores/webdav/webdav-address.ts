/** A folder on a WebDAV server. Never a password. */
export interface WebDavAddress {
  /** Address of the folder itself, `http…`, ending in a slash, without user or password. */
  readonly base: string;
  readonly user: string | null;
  /** File with the certificates to trust instead of those the system trusts. */
  readonly ca: string | null;
}

export interface WebDavReading {
  readonly address: WebDavAddress;
  /** A password that stood in the address: for this process only, never written down. */
  readonly password: string | null;
}

/** Reads `webdav+https://user@host/folder` and `webdav+http://…`; `null` when it is something else. */
export function readWebDavAddress(text: string): WebDavReading | null {
  const [, rest] = /^(?:webdav\+)(https?:\/\/.*)$/is.exec(text.trim()) ?? [];
  if (rest === undefined) return null;
  try {
    const url = new URL(rest);
    const user = decodeURIComponent(url.username);
    const password = decodeURIComponent(url.password);
    const ca = url.searchParams.get('ca');
    if ([...url.searchParams.keys()].some((key) => key !== 'ca') || url.hash !== '') return null;
    url.username = '';
    url.password = '';
    url.search = '';
    if (!url.pathname.endsWith('/')) url.pathname += '/';
    return {
      address: { base: url.href, user: user === '' ? null : user, ca },
      password: password === '' ? null : password,
    };
  } catch {
    return null;
  }
}

/** Name of the folder for people: its last part, and the server. */
export function labelOf({ base }: WebDavAddress): string {
  const { hostname, pathname } = new URL(base);
  return `${decodeURI(pathname).split('/').filter(Boolean).at(-1) ?? '/'} · ${hostname}`;
}

/** The one written form of an address. It holds no password. */
export function writeWebDavAddress({ base, user, ca }: WebDavAddress): string {
  const url = new URL(base);
  if (user !== null) url.username = encodeURIComponent(user);
  if (ca !== null) url.searchParams.set('ca', ca);
  return `webdav+${url.href}`;
}
