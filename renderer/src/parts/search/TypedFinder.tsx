import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { SearchList, type FoundItem } from '../../ui/SearchList';

export interface TypedFinderProps {
  readonly label: string;
  /** Name of the list. */
  readonly listLabel: string;
  /** What fits best to what was typed, best first. Must be a stable value. */
  readonly find: (typed: string) => readonly FoundItem[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** One of many, found by typing; the field never waits for the list. */
export function TypedFinder({ label, listLabel, find, chosen, onChoose }: TypedFinderProps): ReactNode {
  const [typed, setTyped] = useState('');
  const searched = useDeferredValue(typed);
  const found = useMemo(() => find(searched), [find, searched]);
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
