import { randomUUID } from 'node:crypto';
import { withoutReferences } from '#core/kernel/xml-text';
import type { Abort } from '#core/ledger/store';
import { StoreError } from '../store-error';
import { failureOfReply, notTheServer } from './webdav-failure';
import type { WebDavClient, WebDavReply } from './webdav-client';

const xml = (text: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="utf-8"?>${text}`, 'utf8');
const listBody = xml('<D:propfind xmlns:D="DAV:"><D:prop><D:resourcetype/></D:prop></D:propfind>');
const lockBody = xml(
  '<D:lockinfo xmlns:D="DAV:"><D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/></D:locktype>' +
    '<D:owner>Trellis</D:owner></D:lockinfo>',
);
const responseShape = /<(?:[\w-]+:)?response\b[^>]*>([\s\S]*?)<\/(?:[\w-]+:)?response>/gi;
const hrefShape = /<(?:[\w-]+:)?href\b[^>]*>\s*([^<]*?)\s*<\/(?:[\w-]+:)?href>/i;
const collectionShape = /<(?:[\w-]+:)?collection\b/i;
/** Seconds that a lock is asked for: if this computer dies, others wait no longer. */
const lockSeconds = 30;

export interface WebDavEntry {
  readonly name: string;
  readonly isCollection: boolean;
}

export interface WebDavLock {
  readonly path: string;
  readonly token: string;
  /** Until when it is ours for certain, by this computer's own measure of time passing. */
  readonly until: number;
}

/** Files in a folder on a WebDAV server, and what can be done with them. Collections have paths that end in a slash. */
export class WebDavFolder {
  /** True when the server wants only the path of a destination, as behind some proxies. */
  private wantsPath = false;

  constructor(readonly client: WebDavClient) {}

  /** Names in a collection, `null` where there is none. */
  async list(path: string, signal: Abort): Promise<readonly string[] | null> {
    return (await this.entries(path, signal))?.map(({ name }) => name) ?? null;
  }

  /** What is in a collection, `null` where there is none. */
  async entries(path: string, signal: Abort): Promise<readonly WebDavEntry[] | null> {
    const reply = await this.client.call(
      { method: 'PROPFIND', path, headers: { depth: '1', 'content-type': 'application/xml' }, body: listBody },
      signal,
    );
    if (reply.status === 404) return null;
    if (reply.status !== 207) throw refused(reply, 'listing a folder');
    const text = reply.body.toString('utf8');
    if (!/<(?:[\w-]+:)?multistatus\b/i.test(text)) throw new StoreError(notTheServer(reply.headers['content-type']));
    return entriesBelow(text, this.client.pathOf(path));
  }

  /** Bytes of a file, `null` where there is none. */
  async get(path: string, signal: Abort, largest?: number): Promise<Buffer | null> {
    const headers = { 'cache-control': 'no-cache' };
    const reply = await this.client.call(
      { method: 'GET', path, headers, ...(largest === undefined ? {} : { largest }) },
      signal,
    );
    if (reply.status === 404) return null;
    if (reply.status !== 200) throw refused(reply, 'reading a file');
    return reply.body;
  }

  async put(path: string, bytes: Uint8Array, signal: Abort): Promise<void> {
    const headers = { 'content-type': 'application/octet-stream' };
    const reply = await this.client.call({ method: 'PUT', path, headers, body: bytes }, signal);
    if (![200, 201, 204].includes(reply.status)) throw refused(reply, 'an upload');
  }

  /** Makes a collection; whether it was not there before. */
  async makeCollection(path: string, signal: Abort): Promise<boolean> {
    const reply = await this.client.call({ method: 'MKCOL', path }, signal);
    if (reply.status === 405 || reply.status === 301) return false;
    if (reply.status !== 201) throw refused(reply, 'making a folder');
    return true;
  }

  /** Makes sure that a collection is there. Of several who make it at once some servers refuse all but one. */
  async ensureCollection(path: string, signal: Abort): Promise<void> {
    try {
      await this.makeCollection(path, signal);
    } catch (error) {
      if (!(error instanceof StoreError) || (await this.list(path, signal)) === null) throw error;
    }
  }

  /** Gives something its final name; whether that was free. */
  async move(from: string, to: string, signal: Abort): Promise<boolean> {
    let reply = await this.sendMove(from, to, signal);
    if (!this.wantsPath && (reply.status === 502 || reply.status === 400)) {
      this.wantsPath = true;
      reply = await this.sendMove(from, to, signal);
    }
    if (reply.status === 412) return false;
    if (![200, 201, 204].includes(reply.status)) throw refused(reply, 'giving a file its name');
    return true;
  }

  /** Puts a file in the place of another of its name, as a whole. */
  async replace(from: string, to: string, signal: Abort): Promise<void> {
    if (await this.move(from, to, signal)) return;
    await this.remove(to, signal);
    if (!(await this.move(from, to, signal)))
      throw new StoreError({ kind: 'offline', detail: 'The server gives a name that is free to nobody.' });
  }

  /** Removes a file or a collection; what is not there any more is no problem. */
  async remove(path: string, signal: Abort): Promise<void> {
    const reply = await this.client.call({ method: 'DELETE', path }, signal);
    if (![200, 204, 404].includes(reply.status)) throw refused(reply, 'removing a file');
  }

  /** Locks a file that is there, for nobody else to lock; `null` while somebody else has it. */
  async lock(path: string, signal: Abort, atHalf?: () => Promise<void>): Promise<WebDavLock | null> {
    const begun = performance.now();
    const headers = { timeout: `Second-${lockSeconds}`, depth: '0', 'content-type': 'application/xml' };
    const reply = await this.client.call(
      { method: 'LOCK', path, headers, body: lockBody, ...(atHalf === undefined ? {} : { atHalf }) },
      signal,
    );
    if (reply.status === 423) return null;
    const token = /<([^>]+)>/.exec(String(reply.headers['lock-token'] ?? ''))?.[1];
    if ((reply.status !== 200 && reply.status !== 201) || token === undefined) throw refused(reply, 'locking a file');
    const granted = Number(/Second-(\d+)/i.exec(reply.body.toString('utf8'))?.[1] ?? lockSeconds);
    return { path, token, until: begun + Math.min(granted, lockSeconds) * 1000 };
  }

  /** Gives a lock back; whether it was still ours. */
  async unlock({ path, token }: WebDavLock, signal: Abort): Promise<boolean> {
    const reply = await this.client.call({ method: 'UNLOCK', path, headers: { 'lock-token': `<${token}>` } }, signal);
    return reply.status === 204 || reply.status === 200;
  }

  /** A file in a collection of its own below `tmp/`, from where it is moved as a whole. Answers the collection. */
  async upload(name: string, bytes: Uint8Array, signal: Abort): Promise<string> {
    const collection = `tmp/${randomUUID()}/`;
    await this.makeCollection(collection, signal);
    await this.put(`${collection}${name}`, bytes, signal);
    return collection;
  }

  private sendMove(from: string, to: string, signal: Abort): Promise<WebDavReply> {
    const destination = this.wantsPath ? this.client.pathOf(to) : this.client.addressOf(to);
    return this.client.call({ method: 'MOVE', path: from, headers: { destination, overwrite: 'F' } }, signal);
  }
}

function refused(reply: WebDavReply, doing: string): StoreError {
  return new StoreError(failureOfReply(reply, doing));
}

/** The last names of the addresses in a listing, without the collection itself, and which are collections: all that matters here. */
export function entriesBelow(text: string, own: string): readonly WebDavEntry[] {
  const entries: WebDavEntry[] = [];
  for (const [, response = ''] of text.matchAll(responseShape)) {
    const [, href = ''] = hrefShape.exec(response) ?? [];
    const path = pathIn(withoutReferences(href));
    if (path === null || path.replace(/\/$/, '') === decodeURI(own).replace(/\/$/, '')) continue;
    const name = path.replace(/\/$/, '').split('/').at(-1);
    const isCollection = path.endsWith('/') || collectionShape.test(response);
    if (name !== undefined && name !== '') entries.push({ name, isCollection });
  }
  return entries;
}

function pathIn(href: string): string | null {
  try {
    return decodeURI(new URL(href, 'http://server/').pathname);
  } catch {
    return null;
  }
}
