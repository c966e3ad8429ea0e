/** Headers that every file of the window is sent with. */
export function pageHeaders(contentType: string, policy: string): Readonly<Record<string, string>> {
  return {
    'content-type': contentType,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}
