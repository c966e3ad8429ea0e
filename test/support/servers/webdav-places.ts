import { mkdir, chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { WebDavStore, type WebDavOptions } from '../../../electron/main/stores/webdav/webdav';
import { readWebDavAddress } from '../../../electron/main/stores/webdav/webdav-address';
import { WebDavCarrier } from '../../../electron/main/stores/webdav/webdav-carrier';
import type { WebDavLogin } from '../../../electron/main/stores/webdav/webdav-client';
import type { WebDavServer } from './webdav-servers';

/** An empty folder on a server, as whoever runs it would make it. */
export async function makeWebDavFolder(server: WebDavServer, folder: string): Promise<void> {
  const path = join(server.folder, folder);
  await mkdir(path);
  await chmod(path, 0o777);
}

/** Where a folder on a server is, and how to get in. */
export function loginAt(server: WebDavServer, folder: string): WebDavLogin {
  const reading = readWebDavAddress(`webdav+${server.url}${folder}`);
  if (reading === null) throw new Error('The address of the test cannot be read');
  return { address: reading.address, password: () => reading.password };
}

export function openWebDav(server: WebDavServer, folder: string, options: Partial<WebDavOptions> = {}): WebDavStore {
  return new WebDavStore({ ...loginAt(server, folder), ledger: null, ...options });
}

export function carrierAt(server: WebDavServer, folder: string): WebDavCarrier {
  return new WebDavCarrier(loginAt(server, folder));
}
