import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe } from 'vitest';
import { startApache, startLighttpd, startNginx, type WebDavServer } from '../support/servers/webdav-servers';
import { makeWebDavFolder, openWebDav } from '../support/servers/webdav-places';
import { describeLedgerStore } from './ledger-store.contract';
import type { StorePlace } from './store-place';
import { describeStoreBeginning } from './store-beginning.contract';

/** The servers whose locks and names hold; one that has neither is a kept place. */
const exclusive = { Apache: startApache, nginx: startNginx, lighttpd: startLighttpd };

for (const [name, start] of Object.entries(exclusive)) {
  describe(name, () => {
    let server: WebDavServer;
    beforeAll(async () => {
      server = await start();
    });
    afterAll(() => server.stop());

    const place = async (): Promise<StorePlace> => {
      const folder = `ledger-${randomUUID()}`;
      await makeWebDavFolder(server, folder);
      return {
        open: () => openWebDav(server, folder, { pollMilliseconds: 50 }),
        remove: () => Promise.resolve(),
      };
    };
    describeLedgerStore(`WebDAV on ${name}`, place);
    describeStoreBeginning(`WebDAV on ${name}`, place);
  });
}

describe('nginx', () => {
  let server: WebDavServer;
  beforeAll(async () => {
    server = await startNginx();
  });
  afterAll(() => server.stop());

  const place = async (): Promise<StorePlace> => {
    const folder = `ledger-${randomUUID()}`;
    await makeWebDavFolder(server, folder);
    return {
      open: () => openWebDav(server, folder, { pollMilliseconds: 50, pack: { from: 4, keep: 2, bytes: 2_000 } }),
      remove: () => Promise.resolve(),
    };
  };
  describeLedgerStore('WebDAV that packs all the time', place);
  describeStoreBeginning('WebDAV that packs all the time', place);
});
