import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a stand-in sees it. */
export interface StandInRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** An answer. `ends`: the connection breaks after half of it, or before any of it though everything was done. */
export interface StandInReply {
  readonly status: number;
  readonly body?: unknown;
  readonly text?: string;
  readonly headers?: { readonly [name: string]: string };
  readonly ends?: 'cutOff' | 'lost' | 'never';
}

/** A real HTTP server on loopback which answers as a vendor's system was seen to. */
export class StandInServer {
  private server: Server | null = null;
  /** Every request, in order: its method and path, never its headers. */
  readonly seen: string[] = [];

  constructor(private readonly answer: (request: StandInRequest) => StandInReply) {}

  async listen(port = 0): Promise<string> {
    const server = createServer((request, response) => void this.serve(request, response));
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    const { server } = this;
    if (server === null) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const method = request.method ?? 'GET';
    this.seen.push(`${method} ${url.pathname}`);
    const text = Buffer.concat(parts).toString('utf8');
    const reply = this.answer({
      method,
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: text === '' ? null : (JSON.parse(text) as unknown),
    });
    if (reply.ends === 'never') return;
    if (reply.ends === 'lost') {
      request.socket.destroy();
      return;
    }
    const body = reply.text ?? (reply.body === undefined ? '' : JSON.stringify(reply.body));
    const bytes = Buffer.from(body, 'utf8');
    response.writeHead(reply.status, {
      ...(bytes.length === 0 || reply.status === 204 ? {} : { 'content-type': 'application/json' }),
      ...(reply.status === 204 ? {} : { 'content-length': String(bytes.length) }),
      ...reply.headers,
    });
    if (reply.ends === 'cutOff')
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => request.socket.destroy());
    else response.end(reply.status === 204 ? undefined : bytes);
  }
}

/** Faults that are to happen to the next requests of a kind, each so many times. */
export class Faults<Kind extends string> {
  private planned: { readonly at: RegExp; readonly kind: Kind; times: number }[] = [];

  /** `at` is compared with `METHOD /path`. */
  plan(at: RegExp, kind: Kind, times = 1): void {
    this.planned.push({ at, kind, times });
  }

  take(at: string): Kind | null {
    const found = this.planned.find((one) => one.times > 0 && one.at.test(at));
    if (found === undefined) return null;
    found.times -= 1;
    return found.kind;
  }
}
