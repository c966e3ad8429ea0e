export { useActing, type Acting } from './use-acting';
