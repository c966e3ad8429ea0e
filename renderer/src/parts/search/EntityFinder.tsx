import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useRows } from '../../state/model-hooks';
import { SearchList, type FoundItem } from '../../ui/SearchList';
import { bestMatches } from './needle';
import { writePath } from '../../text/path';

const mostFound = 40;

export interface EntityFinderProps {
  readonly kind: 'group' | 'user';
  readonly label: string;
  readonly listLabel: string;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** One group or person of the whole account, found by typing. */
export function EntityFinder({ kind, label, listLabel, chosen, onChoose }: EntityFinderProps): ReactNode {
  const rows = useRows();
  const [typed, setTyped] = useState('');
  const searched = useDeferredValue(typed);
  const found = useMemo((): readonly FoundItem[] => {
    const pathOf = (groupId: string): string =>
      writePath([...rows.ancestry(groupId)].reverse().map((group) => group.name));
    if (kind === 'group')
      return bestMatches(rows.subtree(rows.root.id), searched, mostFound).map(({ id, name, parentId }) => ({
        id,
        name,
        ...(parentId === null ? {} : { hint: pathOf(parentId) }),
      }));
    return bestMatches(rows.rows('users'), searched, mostFound).map(({ id, name, groupId }) => ({
      id,
      name,
      hint: pathOf(groupId),
    }));
  }, [rows, kind, searched]);
  return (
    <div className="search-list-boxed">
      <SearchList
        label={label}
        listLabel={listLabel}
        typed={typed}
        onType={setTyped}
        items={found}
        chosenId={chosen}
        onChoose={onChoose}
      />
    </div>
  );
}
