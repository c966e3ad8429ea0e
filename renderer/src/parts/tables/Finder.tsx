import { useCallback, type ReactNode } from 'react';
import type { Choice } from '../../ui/choice';
import { bestMatches, TypedFinder, type TypedFinderProps } from '../search';

const mostShown = 50;

export interface FinderProps extends Omit<TypedFinderProps, 'find'> {
  /** Everything that could be chosen; only the best fitting are shown. Must be a stable value. */
  readonly choices: readonly Choice[];
}

/** One of thousands of choices, found by typing. */
export function Finder({ choices, ...shown }: FinderProps): ReactNode {
  const find = useCallback((typed: string) => bestMatches(choices, typed, mostShown), [choices]);
  return <TypedFinder {...shown} find={find} />;
}
