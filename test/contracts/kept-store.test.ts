import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { FolderCarrier } from '../../electron/main/stores/kept/folder-carrier';
import type { KeptCarrier } from '../../electron/main/stores/kept/kept-carrier';
import { KeptStore } from '../../electron/main/stores/kept/kept-store';
import { carrierAt, makeWebDavFolder } from '../support/servers/webdav-places';
import { startLighttpd, startSabre, type WebDavServer } from '../support/servers/webdav-servers';
import { describeLedgerStore } from './ledger-store.contract';
import type { StorePlace } from './store-place';

/** The stores of one computer: whoever keeps the order appends as to any other place. */
async function keptPlace(carrier: () => KeptCarrier, remove: () => Promise<void>): Promise<StorePlace> {
  const profile = await mkdtemp(join(tmpdir(), 'trellis-kept-profile-'));
  const here = {
    computer: 'anna-1',
    name: 'Anna',
    record: join(profile, 'kept'),
    now: () => new Date().toISOString(),
    judge: null,
  };
  return {
    open: () => new KeptStore(carrier(), { ledger: null, mayBeEmpty: true, here, pollMilliseconds: 50 }),
    remove: async () => {
      await remove();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

describeLedgerStore('kept', async () => {
  const root = await mkdtemp(join(tmpdir(), 'trellis-kept-'));
  return keptPlace(
    () => new FolderCarrier(root),
    () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  );
});

/** One that could decide who comes first, and one whose locks do not hold. */
for (const [name, start] of Object.entries({ lighttpd: startLighttpd, 'sabre/dav': startSabre })) {
  describe(name, () => {
    let server: WebDavServer;
    beforeAll(async () => {
      server = await start();
    });
    afterAll(() => server.stop());

    describeLedgerStore(`kept on ${name}`, async () => {
      const folder = `kept-${randomUUID()}`;
      await makeWebDavFolder(server, folder);
      return keptPlace(
        () => carrierAt(server, folder),
        () => Promise.resolve(),
      );
    });
  });
}
