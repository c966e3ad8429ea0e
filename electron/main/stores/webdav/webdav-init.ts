import type { StoreResult } from '#core/ledger/store';
import { neverAborted } from '../abort';
import { answering } from '../store-error';
import { readWebDavAddress } from './webdav-address';
import { WebDavClient } from './webdav-client';
import { examineServer, type WebDavVerdict } from './webdav-exam';
import { webDavFailureOf } from './webdav-failure';
import { WebDavFolder } from './webdav-folder';

/** Tests the server that an address names, in its folder, which is made where it is missing; `null` where it names none. */
export function examineAt(
  address: string,
  onProgress: (share: number) => void,
  password: () => string | null = () => null,
): Promise<StoreResult<WebDavVerdict> | null> {
  const reading = readWebDavAddress(address);
  if (reading === null) return Promise.resolve(null);
  const known = (): string | null => reading.password ?? password() ?? process.env['TRELLIS_PASSWORD'] ?? null;
  const client = new WebDavClient({ address: reading.address, password: known });
  return answering(async () => {
    const folder = new WebDavFolder(client);
    try {
      if ((await folder.list('', neverAborted)) === null) await folder.makeCollection('', neverAborted);
      return await examineServer(folder, neverAborted, onProgress);
    } finally {
      client.close();
    }
  }, webDavFailureOf);
}
