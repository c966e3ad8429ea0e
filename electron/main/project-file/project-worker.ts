import { answerProject, type ProjectRequest } from './project-service';

/** The utility process that answers one request about a project file: however large it is, neither main nor the window waits. */
const port = process.parentPort;

port.on('message', ({ data }: { readonly data: ProjectRequest }) => {
  void answerProject(data).then((answer) => port.postMessage(answer));
});
