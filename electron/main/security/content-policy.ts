import type { DevelopmentServer } from './development';

/**
 * Builds the policy for what a page of ours may load: itself from `app://trellis`, and nothing else from anywhere. `nonce` lets the
 * component kit add the one style sheet it makes at run time. While the window is worked on, it also lets the server's one script in the
 * page run, and the page hear from the server what has changed.
 */
export function contentPolicy(nonce: string, development: DevelopmentServer | null = null): string {
  return [
    `default-src 'none'`,
    development === null ? `script-src 'self'` : `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    development === null ? `connect-src 'self'` : `connect-src 'self' ${development.socket}`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
  ].join('; ');
}
