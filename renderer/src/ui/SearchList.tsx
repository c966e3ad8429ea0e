import { Search } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '../text/text';
import { KeyCap } from './KeyCap';
import './SearchList.css';

/** One thing that was found. */
export interface FoundItem {
  readonly id: string;
  readonly name: string;
  readonly hint?: string | undefined;
  readonly icon?: ReactNode | undefined;
  readonly keys?: string | undefined;
}

export interface SearchListProps {
  readonly label: string;
  /** What the list is called. */
  readonly listLabel: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly items: readonly FoundItem[];
  /** Enter, or a click. */
  readonly onChoose: (id: string) => void;
  /** The one that has been chosen, where choosing does not end it. */
  readonly chosenId?: string | null | undefined;
}

/** A field, and below it what was found: typing narrows it down, arrows go through it while the focus stays in the field. */
export function SearchList({ label, listLabel, typed, onType, items, onChoose, chosenId }: SearchListProps): ReactNode {
  const { text } = useText();
  const id = useId();
  const [active, setActive] = useState(0);
  const at = Math.min(active, Math.max(0, items.length - 1));
  const optionId = (index: number): string => `${id}-${index}`;

  function onKeyDown(event: KeyboardEvent): void {
    const current = items[at];
    if (event.key === 'ArrowDown') setActive(Math.min(items.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, at - 1));
    else if (event.key === 'Enter' && current !== undefined) onChoose(current.id);
    else return;
    event.preventDefault();
  }

  return (
    <div className="search-list">
      <div className="search-list-field">
        <Search size="1.2em" aria-hidden />
        <input
          autoFocus
          value={typed}
          onChange={(event) => { onType(event.target.value); setActive(0); }}
          onKeyDown={onKeyDown}
          placeholder={label}
          aria-label={label}
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          spellCheck={false}
          {...(items.length === 0 ? {} : { 'aria-activedescendant': optionId(at) })}
        />
      </div>
      <ul id={`${id}-list`} className="search-list-items" role="listbox" aria-label={listLabel}>
        {items.map((item, index) => (
          <li
            key={item.id}
            id={optionId(index)}
            ref={index === at ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
            role="option"
            aria-selected={chosenId === undefined ? index === at : item.id === chosenId}
            className={index === at ? 'search-list-item search-list-active' : 'search-list-item'}
            onMouseMove={() => setActive(index)}
            onClick={() => onChoose(item.id)}
          >
            {item.icon}
            <span className="search-list-name">{item.name}</span>
            {item.hint === undefined ? null : <span className="search-list-hint">{item.hint}</span>}
            {item.keys === undefined ? null : <KeyCap keys={item.keys} />}
          </li>
        ))}
      </ul>
      {items.length === 0 ? <p className="search-list-empty" role="status">{text('ui.nothingFound')}</p> : null}
    </div>
  );
}
