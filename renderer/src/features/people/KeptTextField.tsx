import { useState, type ReactNode } from 'react';
import { TextField } from '../../ui/TextField';

export interface KeptTextFieldProps {
  readonly label: string;
  readonly type: 'text' | 'email' | 'tel';
  readonly value: string | null;
  readonly isRequired: boolean;
  readonly isDisabled: boolean;
  /** With what the field showed when typing began. Answers whether it was done. */
  readonly onCommit: (typed: string, seen: string | null) => Promise<boolean>;
}

/** A field that is done when it is left; Escape gives up what was typed. It keeps that while it is refused or others change the same value. */
export function KeptTextField({ label, type, value, isRequired, isDisabled, onCommit }: KeptTextFieldProps): ReactNode {
  const [typing, setTyping] = useState<{ readonly typed: string; readonly seen: string | null } | null>(null);

  async function commit(): Promise<void> {
    if (typing === null) return;
    const typed = typing.typed.trim();
    const isNothing = typed === (typing.seen ?? '') || (isRequired && typed === '');
    if (isNothing || (await onCommit(typed, typing.seen))) setTyping(null);
  }

  return (
    <div
      className="tried-field"
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyping(null);
      }}
    >
      <TextField
        label={label}
        type={type}
        value={typing?.typed ?? value ?? ''}
        onChange={(typed) => setTyping({ typed, seen: typing === null ? value : typing.seen })}
        isDisabled={isDisabled}
        onCommit={() => void commit()}
      />
    </div>
  );
}
