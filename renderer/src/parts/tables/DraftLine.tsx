import { CornerDownLeft, X } from 'lucide-react';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import './table-tab.css';

export interface DraftLineProps {
  readonly label: string;
  readonly actName: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly isDisabled: boolean;
  /** What it would do, or why it was refused. */
  readonly below?: ReactNode | undefined;
  readonly children: ReactNode;
}

/** A line above a table in which the next row is written: Enter makes it, Escape stops. */
export function DraftLine({
  label,
  actName,
  onSubmit,
  onClose,
  isDisabled,
  below,
  children,
}: DraftLineProps): ReactNode {
  const { text } = useText();
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isDisabled) onSubmit();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  }
  return (
    <form className="draft-line" aria-label={label} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      <div className="draft-line-fields">
        {children}
        <Button type="submit" tone="primary" icon={CornerDownLeft} isDisabled={isDisabled}>
          {actName}
        </Button>
        <IconButton label={text('ui.close')} icon={X} onPress={onClose} />
      </div>
      {below}
    </form>
  );
}
