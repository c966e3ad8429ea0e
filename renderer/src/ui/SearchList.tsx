import { Search } from 'lucide-react';
import {
  useId,
  useLayoutEffect,
  useMemo,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useText } from '../text/text';
import { KeyCap } from './KeyCap';
import { useLinesInView } from './use-lines-in-view';
import { useSteady } from './use-steady';
import { Marked, type MarkedProps } from './Marked';
import './SearchList.css';

/** One line of what was found. */
export interface FoundKey {
  readonly id: string;
  /** Lines of one section stand together, under its name. */
  readonly section?: string | undefined;
}

/** One thing that was found. */
export interface FoundItem extends FoundKey {
  readonly name: string;
  /** What of the name was meant. */
  readonly marks?: MarkedProps['marks'] | undefined;
  /** Something else that is written on it, where that is what was meant. */
  readonly more?: MarkedProps | undefined;
  readonly hint?: string | undefined;
  readonly icon?: ReactNode | undefined;
  readonly keys?: string | undefined;
}

export interface SearchListProps<Item extends FoundKey> {
  readonly label: string;
  /** What the list is called. */
  readonly listLabel: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly items: readonly Item[];
  /** What a line shows; asked for those in view only. */
  readonly show: (item: Item) => FoundItem | null;
  /** Enter, or a click. */
  readonly onChoose: (id: string) => void;
  /** The one that has been chosen, where choosing does not end it. */
  readonly chosenId?: string | null | undefined;
  /** Enter, where the items are not yet those for what was typed; answers the one to choose. */
  readonly onHurry?: (() => string | null) | undefined;
  /** Stands between the field and the list. */
  readonly filters?: ReactNode | undefined;
  /** What stands there while nothing is found. */
  readonly empty?: ReactNode | undefined;
}

type Line<Item> =
  | { readonly kind: 'section'; readonly name: string }
  | { readonly kind: 'item'; readonly item: Item; readonly index: number };

/** Beyond so many lines only those in view exist. */
const mostDrawn = 80;
const lineHeightRem = 2.286;

function linesOf<Item extends FoundKey>(items: readonly Item[]): readonly Line<Item>[] {
  const lines: Line<Item>[] = [];
  for (const [index, item] of items.entries()) {
    if (item.section !== undefined && item.section !== items[index - 1]?.section)
      lines.push({ kind: 'section', name: item.section });
    lines.push({ kind: 'item', item, index });
  }
  return lines;
}

function same(item: FoundItem): FoundItem {
  return item;
}

/** The same where every line is known beforehand. */
export function SearchList(properties: Omit<SearchListProps<FoundItem>, 'show'>): ReactNode {
  return <SearchLines {...properties} show={same} />;
}

/** A field, and below it what was found: typing narrows it down, arrows go through it while the focus stays in the field. */
export function SearchLines<Item extends FoundKey>({
  label,
  listLabel,
  typed,
  onType,
  items,
  show,
  onChoose,
  chosenId,
  onHurry,
  filters,
  empty,
}: SearchListProps<Item>): ReactNode {
  const { text } = useText();
  const id = useId();
  const [active, setActive] = useState(0);
  const at = Math.min(active, Math.max(0, items.length - 1));
  const optionId = (index: number): string => `${id}-${index}`;
  const lines = useMemo(() => linesOf(items), [items]);
  const activeLine = lines.findIndex((line) => line.kind === 'item' && line.index === at);
  const isVirtual = lines.length > mostDrawn;
  // The screen reader reads the active one, wherever the person scrolls.
  const {
    scroller,
    lines: places,
    totalHeight,
    lineHeight,
    scrollTo,
  } = useLinesInView({
    count: isVirtual ? lines.length : 0,
    heightRem: lineHeightRem,
    activeIndex: activeLine,
    margin: 8,
  });

  const showActive = useSteady(() => {
    // The name of the first section comes with its first item.
    const line = activeLine === 1 ? 0 : activeLine;
    if (line === -1) return;
    if (isVirtual) scrollTo(line);
    else scroller.current?.querySelector(`[data-line="${String(line)}"]`)?.scrollIntoView({ block: 'nearest' });
  });
  // When another one is active, not whenever the person scrolls away from it.
  useLayoutEffect(() => showActive(), [showActive, activeLine, isVirtual, typed]);

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / lineHeight) - 1);
    if (event.key === 'ArrowDown') setActive(Math.min(items.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, at - 1));
    else if (event.key === 'PageDown') setActive(Math.min(items.length - 1, at + page));
    else if (event.key === 'PageUp') setActive(Math.max(0, at - page));
    else if (event.key === 'Enter') {
      const hurried = onHurry?.() ?? null;
      const current = hurried ?? items[at]?.id;
      if (current === undefined) return;
      onChoose(current);
    } else return;
    event.preventDefault();
  }

  function draw(line: Line<Item>, index: number, style?: CSSProperties): ReactNode {
    if (line.kind === 'section')
      return (
        <div
          key={`section ${line.name}`}
          role="presentation"
          data-line={index}
          className="search-list-section"
          style={style}
        >
          {line.name}
        </div>
      );
    const item = show(line.item);
    if (item === null) return null;
    return (
      <div
        key={item.id}
        id={optionId(line.index)}
        data-line={index}
        role="option"
        aria-selected={chosenId === undefined ? line.index === at : item.id === chosenId}
        aria-setsize={items.length}
        aria-posinset={line.index + 1}
        className={line.index === at ? 'search-list-item search-list-active' : 'search-list-item'}
        style={style}
        onMouseMove={() => setActive(line.index)}
        onClick={() => onChoose(item.id)}
      >
        {item.icon}
        <span className="search-list-name">
          {item.marks === undefined ? item.name : <Marked text={item.name} marks={item.marks} />}
        </span>
        {item.more === undefined ? null : (
          <span className="search-list-more">
            <Marked {...item.more} />
          </span>
        )}
        {item.hint === undefined ? null : <span className="search-list-hint">{item.hint}</span>}
        {item.keys === undefined ? null : <KeyCap keys={item.keys} />}
      </div>
    );
  }

  return (
    <div className="search-list">
      <div className="search-list-field">
        <Search size="1.2em" aria-hidden />
        <input
          autoFocus
          value={typed}
          onChange={(event) => {
            onType(event.target.value);
            setActive(0);
          }}
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
      {filters}
      <div id={`${id}-list`} ref={scroller} className="search-list-items" role="listbox" aria-label={listLabel}>
        {isVirtual ? (
          <div role="presentation" className="search-list-sheet" style={{ height: totalHeight }}>
            {places.map((place) => {
              const line = lines[place.index];
              return line === undefined
                ? null
                : draw(line, place.index, {
                    position: 'absolute',
                    top: 0,
                    left: 0,
                    right: 0,
                    height: place.size,
                    transform: `translateY(${place.start}px)`,
                  });
            })}
          </div>
        ) : (
          lines.map((line, index) => draw(line, index))
        )}
      </div>
      {items.length === 0 ? (
        <div className="search-list-empty" role="status">
          {empty ?? text('ui.nothingFound')}
        </div>
      ) : null}
    </div>
  );
}
