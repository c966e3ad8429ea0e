import { utilityProcess } from 'electron';
import path from 'node:path';
import type { CheckPort, CheckPortEvents, CheckReply } from './ledger-check-service';

/** Starts the checking process beside main, so that a long replay stops neither main nor the window. */
export function spawnCheckProcess(events: CheckPortEvents): CheckPort {
  const child = utilityProcess.fork(path.join(__dirname, 'ledger-check-worker.js'), [], {
    serviceName: 'Ledger check',
  });
  child.on('message', (reply: CheckReply) => events.onReply(reply));
  child.on('exit', () => events.onExit());
  return { post: (message) => child.postMessage(message), kill: () => child.kill() };
}
