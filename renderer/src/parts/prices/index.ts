export { PriceFields } from './PriceFields';
export { PurchaseFields, type PurchaseValue } from './PurchaseFields';
