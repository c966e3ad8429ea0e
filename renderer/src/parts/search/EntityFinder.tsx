import { useCallback, useMemo, type ReactNode } from 'react';
import { useRows } from '../../state/model-hooks';
import { useChosenGroup } from '../../state/view-hooks';
import { nearestFirst } from '../groups';
import { writePath } from '#core/kernel/written-path';
import type { FoundItem } from '../../ui/SearchList';
import { bestMatches } from './needle';
import { TypedFinder, type TypedFinderProps } from './TypedFinder';

const mostFound = 40;

export interface EntityFinderProps extends Omit<TypedFinderProps, 'find'> {
  readonly kind: 'group' | 'user';
}

/** One group or person of the whole account, found by typing. */
export function EntityFinder({ kind, ...shown }: EntityFinderProps): ReactNode {
  const rows = useRows();
  const { groupId: chosenGroup } = useChosenGroup();
  const people = useMemo(
    () => (kind === 'user' ? nearestFirst(rows, chosenGroup, rows.rows('users')) : []),
    [rows, kind, chosenGroup],
  );
  const find = useCallback(
    (typed: string): readonly FoundItem[] => {
      const pathOf = (groupId: string): string =>
        writePath([...rows.ancestry(groupId)].reverse().map((group) => group.name));
      if (kind === 'group')
        return bestMatches(rows.subtree(rows.root.id), typed, mostFound).map(({ id, name, parentId }) => ({
          id,
          name,
          ...(parentId === null ? {} : { hint: pathOf(parentId) }),
        }));
      return bestMatches(people, typed, mostFound).map(({ id, name, groupId }) => ({
        id,
        name,
        hint: pathOf(groupId),
      }));
    },
    [rows, kind, people],
  );
  return <TypedFinder {...shown} find={find} />;
}
