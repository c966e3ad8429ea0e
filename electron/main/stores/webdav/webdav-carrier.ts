import { randomUUID } from 'node:crypto';
import type { Abort, StoreFailure } from '#core/ledger/store';
import { neverAborted } from '../abort';
import { type CarriedFile, type KeptCarrier, largestKeptFile } from '../kept/kept-carrier';
import { StoreError } from '../store-error';
import { labelOf } from './webdav-address';
import { NoReply, WebDavClient, type WebDavLogin } from './webdav-client';
import { notOnServer, webDavFailureOf } from './webdav-failure';
import { WebDavFolder, type WebDavEntry } from './webdav-folder';
import { webDavNames } from './webdav-layout';

/**
 * A folder on a WebDAV server that nobody is told to be first in: it needs no locks, and no name that only one can win. Files are uploaded below
 * `tmp/` and then given their names.
 */
export class WebDavCarrier implements KeptCarrier {
  readonly key: string;
  readonly label: string;
  readonly atOnce = 8;
  /** Each look asks for every folder of every computer. */
  readonly pollMilliseconds = 10_000;
  private readonly client: WebDavClient;
  private readonly folder: WebDavFolder;
  /** Collections that are known to be there. */
  private readonly made = new Set<string>();

  constructor(login: WebDavLogin) {
    const { base, user } = login.address;
    this.key = `${user ?? ''} ${base}`;
    this.label = labelOf(login.address);
    this.client = new WebDavClient(login);
    this.folder = new WebDavFolder(this.client);
  }

  async requireThere(signal: Abort): Promise<void> {
    await this.contents(signal);
  }

  /** Only an upload can tell, and it does. */
  isWritable(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async folders(signal: Abort): Promise<readonly string[]> {
    return (await this.contents(signal)).filter(({ isCollection }) => isCollection).map(({ name }) => name);
  }

  async names(folder: string, signal: Abort): Promise<readonly string[] | null> {
    const entries = await this.folder.entries(`${folder}/`, signal);
    return entries?.filter(({ isCollection }) => !isCollection).map(({ name }) => name) ?? null;
  }

  async read(path: string, _seen: string | null, signal: Abort): Promise<CarriedFile | null> {
    try {
      const bytes = await this.folder.get(path, signal, largestKeptFile);
      // Days of change count in seconds there, and tags are not to be relied on: what was no good is read again.
      return bytes === null ? null : { bytes: new Uint8Array(bytes), look: null };
    } catch (error) {
      if (error instanceof NoReply && error.code === 'EMSGSIZE') return null;
      throw error;
    }
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    const isFirst = this.made.size === 0;
    try {
      await this.layDown(path, bytes);
    } catch (error) {
      // The place may have been emptied or restored since: then its collections are to be made again.
      if (isFirst || !(error instanceof StoreError) || error.failure.kind !== 'offline') throw error;
      this.made.clear();
      await this.layDown(path, bytes);
    }
  }

  async remove(path: string): Promise<void> {
    await this.folder.remove(path, neverAborted).catch(() => undefined);
  }

  failureOf(error: unknown): StoreFailure {
    return webDavFailureOf(error);
  }

  close(): void {
    this.client.close();
  }

  /** What has begun is brought to its end, whoever has stopped waiting: a request that is broken off may have been done all the same. */
  private async layDown(path: string, bytes: Uint8Array): Promise<void> {
    const names = path.split('/');
    const parents = names.slice(0, -1).map((_, index) => `${names.slice(0, index + 1).join('/')}/`);
    for (const collection of [webDavNames.tmp, ...parents]) {
      if (this.made.has(collection)) continue;
      await this.folder.ensureCollection(collection, neverAborted);
      this.made.add(collection);
    }
    const temporary = `${webDavNames.tmp}${randomUUID()}`;
    await this.folder.put(temporary, bytes, neverAborted);
    try {
      await this.folder.replace(temporary, path, neverAborted);
    } catch (error) {
      await this.remove(temporary);
      throw error;
    }
  }

  private async contents(signal: Abort): Promise<readonly WebDavEntry[]> {
    const entries = await this.folder.entries('', signal);
    if (entries === null) throw new StoreError(notOnServer);
    return entries;
  }
}
