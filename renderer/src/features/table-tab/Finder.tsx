import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { Autocomplete, ListBox, ListBoxItem, Text } from 'react-aria-components';
import { useText } from '../../text/text';
import type { Choice } from '../../ui/choice';
import { SearchField } from '../../ui/SearchField';
import { bestMatches } from '../commands';
import './table-tab.css';

const mostShown = 50;

export interface FinderProps {
  readonly label: string;
  /** Everything that could be chosen; only the best fitting are shown. Must be a stable value. */
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly autoFocus?: boolean | undefined;
}


/** One of thousands, found by typing. */
export function Finder({ label, choices, chosen, onChoose, autoFocus }: FinderProps): ReactNode {
  const { text } = useText();
  const [typed, setTyped] = useState('');
  const searched = useDeferredValue(typed);
  const shown = useMemo(() => bestMatches(choices, searched, mostShown), [choices, searched]);
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField label={label} value={typed} onChange={setTyped} autoFocus={autoFocus} />
      <ListBox
        className="finder-list list-box"
        aria-label={label}
        items={shown}
        selectionMode="single"
        disallowEmptySelection
        escapeKeyBehavior="none"
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [first] = keys === 'all' ? [] : [...keys];
          if (first !== undefined) onChoose(String(first));
        }}
        renderEmptyState={() => <div className="list-empty">{text('ui.nothingFound')}</div>}
      >
        {(choice) => (
          <ListBoxItem id={choice.id} textValue={choice.name} className="list-option">
            {choice.icon}
            <span className="list-option-text">
              <Text slot="label">{choice.name}</Text>
              {choice.hint === undefined ? null : <Text slot="description" className="list-option-hint">{choice.hint}</Text>}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}
