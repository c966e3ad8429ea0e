import { utilityProcess } from 'electron';
import path from 'node:path';
import type { ImportPort, ImportPortEvents } from './import-desk';

/** Starts the process that reads one file. */
export function spawnImportProcess(events: ImportPortEvents): ImportPort {
  const child = utilityProcess.fork(path.join(__dirname, 'import-worker.js'), [], { serviceName: 'Import' });
  child.on('message', (message: Parameters<ImportPortEvents['onReply']>[0]) => events.onReply(message));
  child.on('exit', () => events.onExit());
  return { post: (message) => child.postMessage(message), kill: () => child.kill() };
}
