import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { TableHandle } from '../../ui/DataTable';

/** Filter of a table: what is typed into it, and the keys between the field and the rows. */
export interface FilterField {
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /**
   * For the element that holds the field and the table. Ctrl+F leads into the field from anywhere in it; Enter and the arrow down
   * lead from the field to the rows. A key that was one of these is marked as done.
   */
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

export function useFilterField(table: RefObject<TableHandle | null>): FilterField {
  const [typed, setTyped] = useState('');
  const inputRef = useRef<HTMLInputElement>(null);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    // A dialog that belongs to the table hands its keys on to here, although it stands elsewhere in the window.
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
    const field = inputRef.current;
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'f') {
      if (field === null) return;
      field.focus();
      field.select();
    } else if (event.target === field && (event.key === 'Enter' || event.key === 'ArrowDown')) {
      table.current?.focusRows();
    } else return;
    event.preventDefault();
  }

  return { typed, setTyped, inputRef, onKeyDown };
}
