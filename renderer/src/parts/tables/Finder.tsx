import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import type { Choice } from '../../ui/choice';
import { SearchList } from '../../ui/SearchList';
import { bestMatches } from '../search';

const mostShown = 50;

export interface FinderProps {
  readonly label: string;
  /** What the list is called. */
  readonly listLabel: string;
  /** Everything that could be chosen; only the best fitting are shown. Must be a stable value. */
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** One of thousands, found by typing. */
export function Finder({ label, listLabel, choices, chosen, onChoose }: FinderProps): ReactNode {
  const [typed, setTyped] = useState('');
  const searched = useDeferredValue(typed);
  const shown = useMemo(() => bestMatches(choices, searched, mostShown), [choices, searched]);
  return (
    <div className="search-list-boxed">
      <SearchList
        label={label}
        listLabel={listLabel}
        typed={typed}
        onType={setTyped}
        items={shown}
        chosenId={chosen}
        onChoose={onChoose}
      />
    </div>
  );
}
