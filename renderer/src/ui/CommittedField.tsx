import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { TextField, type TextFieldProps } from './TextField';

export interface CommittedFieldProps extends Omit<TextFieldProps, 'value' | 'defaultValue' | 'onChange' | 'onCommit'> {
  readonly value: string;
  /** When the field is left, or Enter is pressed in a single line. */
  readonly onCommit: (value: string) => void;
}

/**
 * A field for a value that is kept as soon as it is left. What was typed stays when it is not taken; another value, wherever it
 * comes from, takes its place. Escape gives up what was typed, and nothing else.
 */
export function CommittedField({ value, onCommit, ...rest }: CommittedFieldProps): ReactNode {
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string } | null>(null);
  const shown = typed?.over === value ? typed.text : value;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || shown === value) return;
    setTyped(null);
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="committed-field" onKeyDownCapture={onKeyDown}>
      <TextField {...rest} value={shown} onChange={(text) => setTyped({ text, over: value })} onCommit={onCommit} />
    </div>
  );
}
