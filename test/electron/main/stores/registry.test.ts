import { describe, expect, it } from 'vitest';
import { folderOf, openStore } from '../../../../electron/main/stores/registry';
import { direct } from '../../../support/direct';
import { appendOneByOne, readAll } from '../../../support/store-calls';
import { temporaryFolder } from '../../../support/temporary-folder';

const anything = { ledger: null, mayBeEmpty: true } as const;

function opened(address: string) {
  const opening = openStore(address, anything);
  if (!opening.ok) throw new Error(JSON.stringify(opening.failure));
  return { url: opening.value.url, store: direct(opening.value.store) };
}

describe('opening a store by its address', () => {
  it('finds the same folder by path, by file address and by folder address', async () => {
    const root = `${await temporaryFolder()}`;
    const byPath = opened(root);
    expect(byPath.store.info.kind).toBe('folder');
    await appendOneByOne(byPath.store, 1);
    for (const address of [`file://${root}`, `folder:${root}`, byPath.url]) {
      expect(opened(address).url).toBe(byPath.url);
      expect(await readAll(opened(address).store)).toHaveLength(1);
    }
  });

  it('keeps spaces and signs of a path through its address', () => {
    const path = '/tmp/My ledger #1? 100% ü';
    expect(opened(opened(path).url).url).toBe(opened(path).url);
    expect(opened(path).store.info.label).toBe('My ledger #1? 100% ü');
    expect(opened(opened(path).url).store.info.label).toBe('My ledger #1? 100% ü');
  });

  it('finds the same memory by its name', async () => {
    await appendOneByOne(opened('memory:registry-one').store, 1);
    expect(await readAll(opened('memory:registry-one').store)).toHaveLength(1);
    expect(await readAll(opened('memory:registry-two').store)).toHaveLength(0);
  });

  it('tells a server that only carries files from a folder that does, without a password', () => {
    const { url, store } = opened('kept:webdav+https://anna:secret@cloud.example.org/shared/Trellis');
    expect(url).toBe('kept:webdav+https://anna@cloud.example.org/shared/Trellis/');
    expect(store.info).toMatchObject({ kind: 'kept', label: 'Trellis · cloud.example.org', exclusive: false });
    expect(folderOf(url)).toBeNull();
    expect(opened('kept:/srv/shared').store.info).toMatchObject({ kind: 'kept', label: 'shared' });
    expect(folderOf('kept:/srv/shared')).toBe('/srv/shared');
  });

  it('says so when it knows no such kind of store', () => {
    expect(openStore('gopher://old.example/ledger', anything)).toMatchObject({
      ok: false,
      failure: { kind: 'defect' },
    });
  });
});
