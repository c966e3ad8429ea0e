export { OpenProjectDialog, type TakeProject } from './OpenProjectDialog';
export { ProjectFiles } from './ProjectFiles';
