import { Journal } from '../../electron/main/ledger/journal';
import { CallFailed, direct } from './direct';
import { entriesAfter } from './ledger-entries';
import { intentCalled } from './pending-intents';

/**
 * A process that notes acts and keeps commits until it is killed: `node program.mjs FOLDER PREFIX COUNT`.
 * Writes a line for each one that was acknowledged, and one with the failure that ended it.
 */
async function run([folder = '', prefix = '', count = '0']: readonly string[]): Promise<void> {
  const journal = direct(await Journal.open(folder));
  const work: Promise<void>[] = [];
  for (let index = 0; index < Number(count); index += 1) {
    const id = `${prefix}-${index}`;
    work.push(
      journal
        .note([{ kind: 'intent', intent: intentCalled(id) }])
        .then(() => void process.stdout.write(`noted ${id}\n`)),
    );
    if (index % 3 === 0) {
      await journal.keepCommits(entriesAfter(journal.newest, 2, { noteLength: 200 }));
      process.stdout.write(`kept ${journal.newest?.seq ?? 0}\n`);
    }
    if (index % 7 === 0) await Promise.all(work.splice(0));
  }
  await Promise.all(work);
  await journal.close();
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stdout.write(`failed ${error instanceof CallFailed ? error.failure.kind : String(error)}\n`);
  process.exitCode = 1;
});
