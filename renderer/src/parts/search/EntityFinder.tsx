import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useModelVersion } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { SearchList, type FoundItem } from '../../ui/SearchList';
import { bestMatches } from './needle';

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
  const { model } = useSession();
  const version = useModelVersion();
  const [typed, setTyped] = useState('');
  const searched = useDeferredValue(typed);
  const found = useMemo((): readonly FoundItem[] => {
    const pathOf = (groupId: string): string =>
      [...model.ancestry(groupId)]
        .reverse()
        .map((group) => group.name)
        .join(' › ');
    if (kind === 'group')
      return bestMatches(model.subtree(model.root.id), searched, mostFound).map(({ id, name, parentId }) => ({
        id,
        name,
        ...(parentId === null ? {} : { hint: pathOf(parentId) }),
      }));
    return bestMatches(model.rows('users'), searched, mostFound).map(({ id, name, groupId }) => ({
      id,
      name,
      hint: pathOf(groupId),
    }));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the version stands for the rows
  }, [model, version, kind, searched]);
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
