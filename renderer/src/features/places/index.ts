export { PlaceDialog } from './PlaceDialog';
