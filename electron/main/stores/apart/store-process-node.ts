import { fork } from 'node:child_process';
import type { FromStores, StoresPort, StoresPortEvents } from './store-messages';

/** Starts the process that reaches into folders from plain Node. It ends with whoever started it. */
export function spawnStoreProgram(program: string): (events: StoresPortEvents) => StoresPort {
  return (events) => {
    const child = fork(program, [], { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const toChild = child.send.bind(child);
    child.on('message', (message) => events.onMessage(message as FromStores));
    child.on('exit', () => events.onExit());
    return {
      // A process that has just ended takes no message: its end is told by itself.
      post: (message) => void toChild(message, () => undefined),
      kill: () => void child.kill('SIGKILL'),
    };
  };
}
