import { utilityProcess } from 'electron';
import path from 'node:path';
import type { FromStores, StoresPort, StoresPortEvents } from './store-messages';

/** Starts the process that reaches into folders, so that a share that hangs holds up neither main nor its end. */
export function spawnStoreProcess(events: StoresPortEvents): StoresPort {
  const child = utilityProcess.fork(path.join(__dirname, 'store-worker.js'), [], { serviceName: 'Folders' });
  child.on('message', (message: FromStores) => events.onMessage(message));
  child.on('exit', () => events.onExit());
  return {
    post: (message) => child.postMessage(message),
    kill: () => {
      // The system's own signal: one that asks politely waits for the share.
      if (child.pid === undefined) child.kill();
      else process.kill(child.pid, 'SIGKILL');
    },
  };
}
