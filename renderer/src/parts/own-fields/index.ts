export { useOwnFields } from './use-own-fields';
export { ownColumns, ownWords, ownValueWords } from './own-columns';
export { OwnFieldsSection } from './OwnFieldsSection';
