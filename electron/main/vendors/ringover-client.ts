import { failed, succeeded, type Result } from '#core/kernel/result';
import { requestOf, type RingoverCall } from '#core/vendors/ringover';
import { saidIn } from '#core/vendors/ringover-answers';
import type { VendorFailure, VendorRight } from '#core/vendors/vendor-failure';
import { VendorHttp, type VendorReply, type VendorRequest } from './vendor-http';
import { realWaiting, type Waiting } from './waiting';

export type Asked<Value> = Result<Value, VendorFailure>;

const hosts = { europe: 'https://public-api.ringover.com/v2', us: 'https://public-api-us.ringover.com/v2' } as const;
/** Two calls a second are allowed; a little more than half a second between two keeps below that. */
const vendorPaceMs = 520;
const mostTries = 5;
const mostLostTries = 3;
const bounds = { patienceMs: 30_000, largestReply: 16 * 1024 * 1024 };

export interface RingoverClientParts {
  readonly key: string;
  /** A stand-in on this computer in place of the vendor's host. */
  readonly standIn?: string | null;
  /** Milliseconds between two calls to the stand-in, the vendor's own when left out; the vendor's host always has its own. */
  readonly standInPaceMs?: number | null;
  readonly waiting?: Waiting;
  readonly patienceMs?: number;
}

/** True for an address of this computer: the only ones that may stand in for a vendor's host. */
export function isStandIn(address: string): boolean {
  try {
    const { protocol, hostname, username } = new URL(address);
    return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) && username === '';
  } catch {
    return false;
  }
}

/** A key as it can be: anything else could not stand in a header. */
export function isRingoverKey(key: string): boolean {
  return /^[\x21-\x7e]{8,200}$/.test(key);
}

/** The vendor's public API with one key: at most two calls a second, waiting when told to, reading again what was lost. */
export class RingoverClient {
  private readonly http: VendorHttp;
  private readonly base: string;
  private readonly waiting: Waiting;
  private readonly paceMs: number;
  private next = 0;

  constructor(private readonly parts: RingoverClientParts) {
    // A key of the other continent is told apart by its beginning; on the wrong host it is unknown.
    const standIn = parts.standIn ?? null;
    this.paceMs = standIn === null ? vendorPaceMs : (parts.standInPaceMs ?? vendorPaceMs);
    this.base = standIn ?? (parts.key.startsWith('US_') ? hosts.us : hosts.europe);
    this.http = new VendorHttp(this.base.startsWith('https:'), {
      ...bounds,
      ...(parts.patienceMs === undefined ? {} : { patienceMs: parts.patienceMs }),
    });
    this.waiting = parts.waiting ?? realWaiting;
  }

  close(): void {
    this.http.close();
  }

  /** Reads; `null` for an empty answer, with 204 as documented and with 200 as it happens. */
  async read(path: string, right: VendorRight, signal: AbortSignal): Promise<Asked<unknown>> {
    const { key } = this.parts;
    // Bare: with `Bearer` before it the vendor finds no key.
    const request: VendorRequest = {
      method: 'GET',
      url: new URL(`${this.base}${path}`),
      headers: { authorization: key },
    };
    for (let lost = 1; ; lost += 1) {
      const reply = await this.paced(request, signal, signal);
      // Reading changes nothing, so what was lost is asked again.
      if (reply.kind !== 'answered' && isLost(reply) && lost < mostLostTries) continue;
      return answerOf(reply, right);
    }
  }

  /**
   * Sends one call that changes something, once. Only a refusal for being too fast is tried again: then nothing was done. Giving it up
   * ends the waiting before it; a call that is under way is heard to its end, so that its fate is known.
   */
  async change(call: RingoverCall, signal: AbortSignal): Promise<Asked<unknown>> {
    const { method, path, body } = requestOf(call);
    const reply = await this.paced(
      {
        method,
        url: new URL(`${this.base}${path}`),
        headers: { authorization: this.parts.key },
        ...(body === null ? {} : { body: JSON.stringify(body) }),
      },
      signal,
      new AbortController().signal,
    );
    const right =
      call.call === 'addMembers' || call.call === 'removeMembers'
        ? 'usersWrite'
        : call.call === 'route'
          ? 'numbersRead'
          : 'none';
    // What was done is told by the status: a body that cannot be read does not make it undone.
    if (reply.kind === 'answered' && reply.status >= 200 && reply.status < 300) return succeeded(null);
    return answerOf(reply, right);
  }

  private async paced(request: VendorRequest, signal: AbortSignal, during: AbortSignal): Promise<VendorReply> {
    for (let tries = 1; ; tries += 1) {
      await this.waiting.wait(this.next - this.waiting.now(), signal);
      if (signal.aborted) return { kind: 'stopped', isOpen: false };
      this.next = this.waiting.now() + this.paceMs;
      const reply = await this.http.exchange(request, during);
      if (reply.kind !== 'answered' || reply.status !== 429 || tries >= mostTries) return reply;
      // No header says how long; a second is what the rate counts by.
      const seconds = reply.retryAfter ?? 2 ** (tries - 1);
      this.next = this.waiting.now() + seconds * 1_000;
    }
  }
}

function isLost(reply: Exclude<VendorReply, { readonly kind: 'answered' }>): boolean {
  return reply.kind === 'noAnswer' && reply.reason === 'lost';
}

function answerOf(reply: VendorReply, right: VendorRight): Asked<unknown> {
  if (reply.kind === 'stopped') return failed({ kind: 'stopped' });
  if (reply.kind === 'noAnswer') return failed({ kind: 'noAnswer', reason: reply.reason, isOpen: reply.isOpen });
  const { status, body } = reply;
  if (status === 429) return failed({ kind: 'tooMany' });
  // A missing right, missing Monitoring and a wrong key are all 401; a call that needs no right tells the last apart.
  if (status === 401)
    return failed(
      right === 'none' ? { kind: 'wrongKey', said: saidIn(body) } : { kind: 'rightMissing', right, said: saidIn(body) },
    );
  if (status < 200 || status >= 300) return failed({ kind: 'refused', status, said: saidIn(body) });
  if (status === 204 || body.trim() === '') return succeeded(null);
  try {
    return succeeded(JSON.parse(body) as unknown);
  } catch {
    return failed({ kind: 'unreadable', place: 'body' });
  }
}
