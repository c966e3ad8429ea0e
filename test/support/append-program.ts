import { FolderStore } from '../../electron/main/stores/folder/folder';
import type { PublishMode } from '../../electron/main/stores/folder/folder-publish';
import { StoreError } from '#core/ledger/store';
import { entriesAfter } from './ledger-entries';
import { patient } from './store-calls';

/**
 * A computer of its own that appends to a folder: `node program.mjs FOLDER AUTHOR COUNT link|exclusive`.
 * Writes one line for each append that was acknowledged, and one with the failure that ended it.
 */
async function run([folder = '', author = '', count = '0', publish = 'link']: readonly string[]): Promise<void> {
  const store = new FolderStore(folder, {
    ledger: null,
    mayBeEmpty: true,
    publish: publish as PublishMode,
    patience: 300,
    pack: { from: 40, keep: 5, bytes: 1_000_000 },
  });
  let head = await store.head(patient());
  for (let done = 0; done < Number(count);) {
    try {
      head = await store.append(entriesAfter(head, 2, { author, noteLength: 400 }), head, patient());
      done += 1;
      process.stdout.write(`acknowledged ${head.seq} ${head.hash}\n`);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      if (error.failure.kind !== 'head-moved') throw error;
      head = error.failure.head;
    }
  }
  await store.close();
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stdout.write(`failed ${error instanceof StoreError ? JSON.stringify(error.failure) : String(error)}\n`);
  process.exitCode = 1;
});
