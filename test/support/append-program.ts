import { FolderStore } from '../../electron/main/stores/folder/folder';
import type { PublishMode } from '../../electron/main/stores/folder/folder-publish';
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
  const found = await store.head(patient());
  if (!found.ok) return fail(found.failure);
  let head = found.value;
  for (let done = 0; done < Number(count);) {
    const appended = await store.append(entriesAfter(head, 2, { author, noteLength: 400 }), head, patient());
    if (appended.ok) {
      head = appended.value;
      done += 1;
      process.stdout.write(`acknowledged ${head.seq} ${head.hash}\n`);
    } else if (appended.failure.kind === 'head-moved') head = appended.failure.head;
    else return fail(appended.failure);
  }
  await store.close();
}

function fail(failure: unknown): void {
  process.stdout.write(`failed ${JSON.stringify(failure)}\n`);
  process.exitCode = 1;
}

run(process.argv.slice(2)).catch((error: unknown) => fail(String(error)));
