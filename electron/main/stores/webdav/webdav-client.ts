import { readFileSync } from 'node:fs';
import { Agent as PlainAgent, type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { Abort } from '#core/ledger/store';
import { aborted } from '../abort';
import { StoreError } from '../store-error';
import type { WebDavAddress } from './webdav-address';

export interface WebDavReply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface WebDavCall {
  readonly method: string;
  /** Below the folder; empty for the folder itself. */
  readonly path: string;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: Uint8Array;
  /** Bytes of the largest answer that is taken; `NoReply` with the code `EMSGSIZE` for a larger one. */
  readonly largest?: number;
  /** Called when half of the body is on its way; the rest follows when it settles. */
  readonly atHalf?: () => Promise<void>;
}

export interface WebDavLogin {
  readonly address: WebDavAddress;
  /** Asked at each request: it may have been given anew. */
  readonly password: () => string | null;
  /** Milliseconds after which a server that says nothing counts as gone. */
  readonly patience?: number;
}

const ordinaryPatience = 20_000;
/** More than any file of ours; what answers with more is no server of ours. */
const largestReply = 256 * 1024 * 1024;
/** May be asked again when a kept connection turns out to have been closed by the server. */
const repeatable = new Set(['GET', 'PROPFIND', 'OPTIONS', 'PUT']);

/** No answer, or a broken one: what became of the request is not known. */
export class NoReply extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
    this.name = 'NoReply';
  }
}

/**
 * Speaks HTTP with one folder of a WebDAV server. On Node's own client, because testing a server takes requests that
 * are sent by halves, and a server of one's own may have a certificate of one's own.
 */
export class WebDavClient {
  private readonly agent: PlainAgent | SecureAgent;
  private readonly base: URL;
  private readonly isSecure: boolean;

  constructor(private readonly login: WebDavLogin) {
    const { base, ca } = login.address;
    this.base = new URL(base);
    this.isSecure = this.base.protocol === 'https:';
    const options = { keepAlive: true, maxSockets: 8 };
    this.agent = this.isSecure
      ? new SecureAgent({ ...options, ...(ca === null ? {} : { ca: readFileSync(ca, 'utf8') }) })
      : new PlainAgent(options);
  }

  /** The whole address of something in the folder. */
  addressOf(path: string): string {
    return new URL(path.split('/').map(encodeURIComponent).join('/'), this.base).href;
  }

  /** Path of something in the folder as the server sees it. */
  pathOf(path: string): string {
    return new URL(this.addressOf(path)).pathname;
  }

  async call(call: WebDavCall, signal: Abort): Promise<WebDavReply> {
    try {
      return await this.ask(call, signal, true);
    } catch (error) {
      const isStale = error instanceof NoReply && error.code === 'ECONNRESET' && call.atHalf === undefined;
      if (!isStale || !repeatable.has(call.method)) throw error;
      return this.ask(call, signal, false);
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private credentials(): { readonly authorization?: string } {
    const { user } = this.login.address;
    if (user === null) return {};
    const both = Buffer.from(`${user}:${this.login.password() ?? ''}`, 'utf8');
    return { authorization: `Basic ${both.toString('base64')}` };
  }

  private ask(call: WebDavCall, signal: Abort, reuse: boolean): Promise<WebDavReply> {
    const { method, path, body } = call;
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(new StoreError(aborted));
        return;
      }
      const options = {
        method,
        agent: reuse ? this.agent : false,
        headers: {
          'user-agent': 'trellis',
          ...this.credentials(),
          ...(body === undefined ? {} : { 'content-length': String(body.length) }),
          ...call.headers,
        },
      } as const;
      const url = this.addressOf(path);
      const request: ClientRequest = this.isSecure ? secureRequest(url, options) : plainRequest(url, options);
      const timer = setTimeout(
        () => fail(new NoReply('The server did not answer in time.', 'ETIMEDOUT')),
        this.login.patience ?? ordinaryPatience,
      );
      const onAbort = (): void => fail(new StoreError(aborted));
      const settle = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
      };
      const fail = (error: Error): void => {
        settle();
        reject(error);
        request.destroy();
      };
      signal.addEventListener('abort', onAbort);
      request.on('error', (error: NodeJS.ErrnoException) => fail(new NoReply(error.message, error.code ?? '')));
      request.on('response', (response) => {
        const parts: Buffer[] = [];
        const largest = call.largest ?? largestReply;
        const tooLarge = (): void => fail(new NoReply('The answer is larger than anything of ours.', 'EMSGSIZE'));
        if (Number(response.headers['content-length'] ?? 0) > largest) {
          tooLarge();
          return;
        }
        let size = 0;
        response.on('data', (part: Buffer) => {
          size += part.length;
          if (size > largest) tooLarge();
          else parts.push(part);
        });
        response.on('error', (error: NodeJS.ErrnoException) => fail(new NoReply(error.message, error.code ?? '')));
        response.on('end', () => {
          settle();
          if (!response.complete) reject(new NoReply('The answer was cut off.', 'ECONNRESET'));
          else resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
        });
      });
      if (call.atHalf === undefined || body === undefined) {
        request.end(body);
        return;
      }
      const half = body.length >>> 1;
      request.write(body.subarray(0, half), () => {
        call.atHalf?.().then(
          () => request.end(body.subarray(half)),
          (error: unknown) => fail(error instanceof Error ? error : new Error(String(error))),
        );
      });
    });
  }
}
