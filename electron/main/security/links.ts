/** Pages outside that the window may ask the system's browser to open. */
const outsideOrigins: ReadonlySet<string> = new Set(['https://www.w3.org']);

/** Compared by parsed origin, so that `https://www.w3.org.evil.example` is not mistaken for the real one. */
export function mayOpenOutside(address: string, origins: ReadonlySet<string> = outsideOrigins): boolean {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' && url.username === '' && url.password === '' && origins.has(url.origin);
  } catch {
    return false;
  }
}
