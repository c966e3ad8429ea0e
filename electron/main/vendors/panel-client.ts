import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { failed, succeeded } from '#core/kernel/result';
import {
  itemsACall,
  linkBody,
  panelEntries,
  readApartment,
  readInfo,
  readLinkResults,
  readManaged,
  type LinkResult,
  type PanelApartment,
  type PanelInfo,
  type PanelItem,
  type PanelReading,
} from '#core/vendors/panel';
import { saidIn } from '#core/vendors/ringover-answers';
import type { WrittenItem } from '#core/vendors/sent';
import type { VendorFailure, VendorProgress } from '#core/vendors/vendor-failure';
import type { Asked } from './ringover-client';
import { VendorHttp, type VendorReply } from './vendor-http';

const bounds = { patienceMs: 20_000, largestReply: 4 * 1024 * 1024 };
/** The largest page that every family of panels takes. */
const pageSize = 50;
const mostPages = 200;
const mostLostTries = 3;

/** Addresses of a building's own network. A password goes to a panel over plain HTTP, so it never leaves the site. */
function isOnSite(host: string): boolean {
  if (isIP(host) === 4) {
    const [a = 0, b = 0] = host.split('.').map(Number);
    return (
      a === 10 || a === 127 || (a === 192 && b === 168) || (a === 172 && b >= 16 && b < 32) || (a === 169 && b === 254)
    );
  }
  if (host.startsWith('[')) return /^\[(::1|f[cd][0-9a-f]{2}:|fe80:)/i.test(host);
  return host === 'localhost' || !host.includes('.') || /\.(local|lan|internal|home\.arpa)$/.test(host);
}

/** The base of a panel by what a person typed: a host, with a port where it has one. */
export function panelBase(typed: string): Asked<URL> {
  const written = typed.trim();
  let url: URL;
  try {
    url = new URL(/^[a-z]+:\/\//i.test(written) ? written : `http://${written}`);
  } catch {
    return failed({ kind: 'notAnAddress' });
  }
  const isPlain =
    ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.search === '' && url.hash === '';
  if (!isPlain || url.hostname === '' || url.pathname !== '/') return failed({ kind: 'notAnAddress' });
  return isOnSite(url.hostname) ? succeeded(url) : failed({ kind: 'notOnSite' });
}

export interface PanelLogin {
  readonly user: string;
  readonly password: string;
}

/** One panel on site. It forgets its tokens, so that a call which is told to log in does so and goes on. */
export class PanelClient {
  private readonly http: VendorHttp;
  private token: string | null = null;
  private api: PanelInfo['api'] = 'v1';

  constructor(
    private readonly base: URL,
    private readonly login: PanelLogin,
    patienceMs = bounds.patienceMs,
  ) {
    this.http = new VendorHttp(base.protocol === 'https:', { ...bounds, patienceMs });
  }

  close(): void {
    this.http.close();
  }

  /** Gives the token back, where there is one; what comes of it does not matter. */
  async leave(): Promise<void> {
    if (this.token !== null) await this.exchange('POST', `/api/${this.api}/logout`, null, new AbortController().signal);
    this.token = null;
  }

  /** Serial, model and firmware, which a panel tells anybody. */
  async info(signal: AbortSignal): Promise<Asked<PanelInfo>> {
    const answer = parsed(await this.exchange('GET', '/api/info', null, signal));
    if (!answer.ok)
      return answer.failure.kind === 'refused' || answer.failure.kind === 'unreadable'
        ? failed({ kind: 'notAPanel' })
        : answer;
    const info = readInfo(answer.value);
    if (info === null) return failed({ kind: 'notAPanel' });
    this.api = info.api;
    return succeeded(info);
  }

  /** Everything a comparison needs. */
  async read(signal: AbortSignal, onProgress: (progress: VendorProgress) => void): Promise<Asked<PanelReading>> {
    const info = await this.info(signal);
    if (!info.ok) return info;
    const managed = await this.call('GET', '/network/management/settings', null, signal);
    // Firmware without that page cannot be managed.
    if (!managed.ok && !(managed.failure.kind === 'refused' && managed.failure.status === 404)) return managed;
    const apartments = await this.apartments(signal, onProgress);
    if (!apartments.ok) return apartments;
    return succeeded({
      info: info.value,
      isManaged: managed.ok && readManaged(managed.value),
      apartments: apartments.value,
    });
  }

  /**
   * Every apartment, page by page, without a filter: families of panels have two languages for filters, and some ignore them. A page
   * of nothing new ends it.
   */
  async apartments(
    signal: AbortSignal,
    onProgress: (progress: VendorProgress) => void = () => undefined,
  ): Promise<Asked<readonly PanelApartment[]>> {
    const found = new Map<string, PanelApartment>();
    for (let page = 1; page <= mostPages; page += 1) {
      const answer = await this.call(
        'GET',
        `/apartment/items?limit=${String(pageSize)}&page_number=${String(page)}`,
        null,
        signal,
      );
      if (!answer.ok) return answer;
      const entries = panelEntries(answer.value);
      if (entries === null) return failed({ kind: 'unreadable', place: 'apartments' });
      const before = found.size;
      for (const entry of entries) {
        const apartment = readApartment(entry);
        // Some come without `uid`, so what tells them apart is all that there is.
        found.set(apartment.uid ?? apartment.linkId ?? JSON.stringify(apartment), apartment);
      }
      onProgress({ done: found.size, of: null });
      if (entries.length < pageSize || found.size === before) return succeeded([...found.values()]);
    }
    return failed({ kind: 'unreadable', place: 'apartments' });
  }

  /**
   * Writes apartments by our own ids, some at a time, and says of each what became of it. The same twice makes nothing twice, so what
   * was lost is sent again. Stopping leaves the rest as not sent.
   */
  async write(
    items: readonly PanelItem[],
    signal: AbortSignal,
    onProgress: (progress: VendorProgress) => void,
  ): Promise<readonly WrittenItem[]> {
    const written: WrittenItem[] = [];
    let ended: VendorFailure | null = null;
    for (let from = 0; from < items.length; from += itemsACall) {
      const some = items.slice(from, from + itemsACall);
      onProgress({ done: from, of: items.length });
      if (ended === null && signal.aborted) ended = { kind: 'stopped' };
      if (ended !== null) {
        const failure = ended;
        written.push(...some.map((item) => ({ item, state: 'notSent' as const, said: [], failure })));
        continue;
      }
      // What is under way is heard to its end, so that its fate is known.
      const answer = await this.call('POST', '/apartment/items/link', linkBody(some), new AbortController().signal);
      if (answer.ok) written.push(...fates(some, readLinkResults(answer.value)));
      else {
        const { failure } = answer;
        const isOpen = failure.kind === 'noAnswer' && failure.isOpen;
        written.push(
          ...some.map((item) => ({
            item,
            state: isOpen ? ('unknown' as const) : ('failed' as const),
            said: [],
            failure,
          })),
        );
        if (failure.kind !== 'refused') ended = failure;
      }
    }
    onProgress({ done: items.length, of: items.length });
    return written;
  }

  private async call(
    method: 'GET' | 'POST',
    path: string,
    body: unknown,
    signal: AbortSignal,
  ): Promise<Asked<unknown>> {
    for (let tries = 1; ; tries += 1) {
      if (this.token === null) {
        const entered = await this.enter(signal);
        if (!entered.ok) return entered;
      }
      const reply = await this.exchange(method, `/api/${this.api}${path}`, body, signal);
      if (reply.kind === 'answered' && reply.status === 401 && tries < mostLostTries) {
        this.token = null;
        continue;
      }
      if (reply.kind === 'noAnswer' && reply.reason === 'lost' && tries < mostLostTries) continue;
      return parsed(reply);
    }
  }

  private async enter(signal: AbortSignal): Promise<Asked<null>> {
    const { user, password } = this.login;
    const hash = createHash('md5').update(password, 'utf8').digest('hex').toUpperCase();
    const path = `/api/${this.api}/login?username=${encodeURIComponent(user)}&password=${hash}`;
    const reply = await this.exchange('GET', path, null, signal);
    if (reply.kind === 'answered' && (reply.status === 401 || reply.status === 403))
      return failed({ kind: 'wrongPassword' });
    const answer = parsed(reply);
    if (!answer.ok) return answer;
    const token = (answer.value as { readonly token?: unknown } | null)?.token;
    if (typeof token !== 'string' || !/^[\x21-\x7e]{1,2000}$/.test(token))
      return failed({ kind: 'unreadable', place: 'token' });
    this.token = token;
    return succeeded(null);
  }

  private exchange(method: 'GET' | 'POST', path: string, body: unknown, signal: AbortSignal): Promise<VendorReply> {
    return this.http.exchange(
      {
        method,
        url: new URL(path, this.base),
        headers: this.token === null ? {} : { authorization: `Bearer ${this.token}` },
        ...(body === null ? {} : { body: JSON.stringify(body) }),
      },
      signal,
    );
  }
}

function fates(items: readonly PanelItem[], results: readonly LinkResult[]): readonly WrittenItem[] {
  const byId = new Map(results.map((result) => [result.linkId, result]));
  return items.map((item) => {
    const result = byId.get(item.linkId);
    // A panel that says nothing of one is read back: only that tells.
    if (result === undefined) return { item, state: 'unknown', said: [] };
    return { item, state: result.isDone ? 'done' : 'failed', said: result.said };
  });
}

function parsed(reply: VendorReply): Asked<unknown> {
  if (reply.kind === 'stopped') return failed({ kind: 'stopped' });
  if (reply.kind === 'noAnswer') return failed({ kind: 'noAnswer', reason: reply.reason, isOpen: reply.isOpen });
  const { status, body } = reply;
  if (status < 200 || status >= 300) return failed({ kind: 'refused', status, said: saidIn(body) });
  if (body.trim() === '') return succeeded(null);
  try {
    return succeeded(JSON.parse(body) as unknown);
  } catch {
    return failed({ kind: 'unreadable', place: 'body' });
  }
}
