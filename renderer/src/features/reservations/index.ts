export { Reservations } from './Reservations';
export { TakeAlongDialog } from './TakeAlongDialog';
export { TakenAlongCard } from './TakenAlongCard';
