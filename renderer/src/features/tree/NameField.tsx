import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';

export interface NameFieldProps {
  readonly label: string;
  readonly initial: string;
  /** `null`: given up. `again`: another one of the same after this. */
  readonly onDone: (name: string | null, again: boolean) => void;
}

/** A name that is written in its place in the tree. Leaving the field keeps what was written. */
export function NameField({ label, initial, onDone }: NameFieldProps): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  function finish(name: string | null, again: boolean): void {
    if (isDone.current) return;
    isDone.current = true;
    onDone(name, again);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    event.stopPropagation();
    if (event.key === 'Enter') finish(event.currentTarget.value, event.shiftKey);
    else if (event.key === 'Escape') finish(null, false);
    else return;
    event.preventDefault();
  }

  return (
    <input
      ref={field}
      className="tree-name-field"
      aria-label={label}
      defaultValue={initial}
      maxLength={200}
      spellCheck={false}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        // Going to the kind beside it is not leaving.
        if (event.currentTarget.parentElement?.contains(event.relatedTarget) !== true)
          finish(event.currentTarget.value, false);
      }}
      onClick={(event) => event.stopPropagation()}
    />
  );
}
