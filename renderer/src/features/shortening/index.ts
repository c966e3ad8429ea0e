export { Shortening } from './Shortening';
export { ShortenOffer } from './ShortenOffer';
