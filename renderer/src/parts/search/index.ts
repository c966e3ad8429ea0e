export { foldText } from './fold';
export { bestMatches, marksIn, needleOf, rankedMatches, type Needle } from './needle';
export { foundKinds, type FoundKind, type FoundOfKind } from './search-index';
export { useGroupFilter, usePreparedSearch, useSearch, type SearchResult } from './use-search';
export { EntityFinder } from './EntityFinder';
export { TypedFinder, type TypedFinderProps } from './TypedFinder';
