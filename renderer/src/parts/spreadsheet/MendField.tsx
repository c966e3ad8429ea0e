import { useState, type ReactNode } from 'react';
import { TextField } from '../../ui/TextField';

export interface MendFieldProps {
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onMend: (value: string) => void;
}

/** A cell that can be written anew: done with Enter or when it is left; Escape gives up what was typed. */
export function MendField({ label, value, isWrong, onMend }: MendFieldProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  function commit(): void {
    if (typed !== null && typed !== value) onMend(typed);
    setTyped(null);
  }
  return (
    <div
      className={isWrong ? 'mend-field mend-field-wrong' : 'mend-field'}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || typed === null) return;
        // Only what was typed is given up, not the dialog.
        event.stopPropagation();
        setTyped(null);
      }}
    >
      <TextField label={label} hideLabel value={typed ?? value} onChange={setTyped} onCommit={commit} />
    </div>
  );
}
