import { Agent as PlainAgent, request as plainRequest, type ClientRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { NoAnswerReason } from '#core/vendors/vendor-failure';

export interface VendorRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: URL;
  readonly headers: { readonly [name: string]: string };
  /** JSON. */
  readonly body?: string;
}

/** An answer, or why there is none. `isOpen`: the request may have been carried out all the same. */
export type VendorReply =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string; readonly retryAfter: number | null }
  | { readonly kind: 'noAnswer'; readonly reason: NoAnswerReason; readonly isOpen: boolean }
  | { readonly kind: 'stopped'; readonly isOpen: boolean };

export interface VendorBounds {
  /** From the first byte sent to the last one received. */
  readonly patienceMs: number;
  readonly largestReply: number;
}

/** Errors that come before anything was sent. */
const notReached: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
]);
const longestWait = 60;

/** Seconds that a server asks to wait; its date form is not known of any vendor. */
function retryAfterOf(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,5}$/.test(header.trim()) ? Math.min(Number(header), longestWait) : null;
}

/**
 * Calls to one host, one connection at a time. A redirect is never followed: the key would go along to whoever it names.
 * Nothing of a request or an answer is logged.
 */
export class VendorHttp {
  private readonly agent: PlainAgent | SecureAgent;

  constructor(
    private readonly isSecure: boolean,
    private readonly bounds: VendorBounds,
  ) {
    this.agent = isSecure ? new SecureAgent({ maxSockets: 1 }) : new PlainAgent({ maxSockets: 1 });
  }

  close(): void {
    this.agent.destroy();
  }

  exchange(asked: VendorRequest, signal: AbortSignal): Promise<VendorReply> {
    return new Promise((resolve) => {
      if (signal.aborted) {
        resolve({ kind: 'stopped', isOpen: false });
        return;
      }
      const { method, url, headers, body } = asked;
      const options = {
        method,
        agent: this.agent,
        headers: {
          'user-agent': 'trellis',
          accept: 'application/json',
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
          ...headers,
        },
      } as const;
      const request: ClientRequest = this.isSecure ? secureRequest(url, options) : plainRequest(url, options);
      let hasConnected = false;
      let isSettled = false;
      const settle = (reply: VendorReply): void => {
        if (isSettled) return;
        isSettled = true;
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        resolve(reply);
        request.destroy();
      };
      const lose = (reason: NoAnswerReason): void => settle({ kind: 'noAnswer', reason, isOpen: hasConnected });
      const timer = setTimeout(() => lose(hasConnected ? 'lost' : 'notReached'), this.bounds.patienceMs);
      const onAbort = (): void => settle({ kind: 'stopped', isOpen: hasConnected });
      signal.addEventListener('abort', onAbort);
      request.on('socket', (socket) => {
        const connected = this.isSecure ? 'secureConnect' : 'connect';
        if (socket.connecting) socket.once(connected, () => (hasConnected = true));
        else hasConnected = true;
      });
      request.on('error', (error: NodeJS.ErrnoException) => {
        const code = error.code ?? '';
        if (notReached.has(code)) lose('notReached');
        else if (!hasConnected && this.isSecure && /CERT|SSL|TLS|SELF_SIGNED|ALTNAME/.test(code)) lose('certificate');
        else lose(hasConnected ? 'lost' : 'notReached');
      });
      request.on('response', (response) => {
        const status = response.statusCode ?? 0;
        if (status >= 300 && status < 400) {
          lose('redirected');
          return;
        }
        const parts: Buffer[] = [];
        let size = 0;
        response.on('data', (part: Buffer) => {
          size += part.length;
          if (size > this.bounds.largestReply) lose('tooLarge');
          else parts.push(part);
        });
        response.on('error', () => lose('lost'));
        response.on('close', () => lose('lost'));
        response.on('end', () => {
          if (!response.complete) lose('lost');
          else
            settle({
              kind: 'answered',
              status,
              body: Buffer.concat(parts).toString('utf8'),
              retryAfter: retryAfterOf(response.headers['retry-after']),
            });
        });
      });
      request.end(body);
    });
  }
}
