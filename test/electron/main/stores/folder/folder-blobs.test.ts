import { expect, it } from 'vitest';
import { FolderStore } from '../../../../../electron/main/stores/folder/folder';
import { entriesAfter } from '../../../../support/ledger-entries';
import { patient } from '../../../../support/store-calls';
import { temporaryFolder } from '../../../../support/temporary-folder';

it('gives a name to whoever of several was first, and tells the others', async () => {
  const root = await temporaryFolder();
  const stores = [1, 2, 3, 4].map(() => new FolderStore(root, { ledger: null, mayBeEmpty: true }));
  await stores[0]?.append(entriesAfter(null, 1), null, patient());
  for (let round = 0; round < 10; round += 1) {
    const name = `word-${String(round)}`;
    const put = await Promise.all(stores.map((store, at) => store.putBlob(name, Uint8Array.of(at), patient())));
    const winners = put.flatMap(({ ok }, at) => (ok ? [at] : []));
    expect(winners).toHaveLength(1);
    expect(await stores[0]?.getBlob(name, patient())).toEqual({ ok: true, value: Uint8Array.of(winners[0] ?? 9) });
  }
  for (const store of stores) await store.close();
});
