import { app } from 'electron';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { declareScheme } from '../security/scheme';
import { blockNavigation } from '../security/navigation';
import { ElectronPrinter } from './electron-printer';
import { makeHandoverSet } from './handover-set';
import { jobFile, type HandoverJob, type JobLine } from './job-format';

/**
 * The program that prints a handover for `trellis handover`: no window is shown, no account is opened. What it is to print
 * stands in a file beside it; how far it is and what came of it goes to its output, a line each.
 */
function say(line: JobLine): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const folder = app.getAppPath();
app.setPath('userData', path.join(folder, 'profile'));
declareScheme();
blockNavigation();
// The window of one paper closes before that of the next opens.
app.on('window-all-closed', () => undefined);

void app.whenReady().then(async () => {
  const job = JSON.parse(readFileSync(path.join(folder, jobFile), 'utf8')) as HandoverJob;
  const giving = new AbortController();
  process.once('SIGTERM', () => giving.abort());
  process.once('SIGINT', () => giving.abort());
  const made = await makeHandoverSet(
    { ...job, onProgress: (progress) => say({ progress }), signal: giving.signal },
    new ElectronPrinter(),
  );
  say(made.ok ? { made: made.value } : { failure: made.failure });
  app.exit(0);
});
