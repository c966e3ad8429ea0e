import { useState, type ReactNode } from 'react';
import { TextField, type TextFieldProps } from './TextField';

export interface CommittedFieldProps extends Omit<TextFieldProps, 'value' | 'defaultValue' | 'onChange' | 'onCommit'> {
  readonly value: string;
  /** When the field is left, or Enter is pressed in a single line. */
  readonly onCommit: (value: string) => void;
}

/**
 * A field for a value that is kept as soon as it is left. What was typed stays when it is not taken; another value, wherever it
 * comes from, takes its place.
 */
export function CommittedField({ value, onCommit, ...rest }: CommittedFieldProps): ReactNode {
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string } | null>(null);
  const shown = typed?.over === value ? typed.text : value;
  return <TextField {...rest} value={shown} onChange={(text) => setTyped({ text, over: value })} onCommit={onCommit} />;
}
