export { Gone } from './Gone';
export { useWentByMyself } from './use-removal';
