import { utilityProcess } from 'electron';
import path from 'node:path';
import type { AskProject } from './project-desk';

/** Has a request about a project file answered in a process of its own, which ends with it. */
export const askProjectProcess: AskProject = (request) => {
  const child = utilityProcess.fork(path.join(__dirname, 'project-worker.js'), [], { serviceName: 'Project file' });
  const answer = new Promise<never>((resolve) => {
    child.once('message', (given) => {
      resolve(given as never);
      child.kill();
    });
    child.once('exit', () => resolve(null as never));
  });
  child.postMessage(request);
  return { answer, giveUp: () => void child.kill() };
};
