import { CornerDownLeft, X } from 'lucide-react';
import { useEffect, useRef, type FormEvent, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useCommands } from '../commands';
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
  /** Counts how often it was asked for: each time the keyboard goes into it, also when it is open already. */
  readonly time: number;
  /** The field that is typed into first; left out, the first one. */
  readonly focus?: RefObject<HTMLInputElement | null> | undefined;
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
  time,
  focus,
  below,
  children,
}: DraftLineProps): ReactNode {
  const { text } = useText();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    (focus?.current ?? form.current?.querySelector('input'))?.focus();
  }, [time, focus]);
  const commands = useCommands();
  // Whether nothing was typed since the last one was made: then taking back means that act, not the letters of an empty field.
  const isFresh = useRef(false);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isDisabled) return;
    isFresh.current = true;
    onSubmit();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (isFresh.current && event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey)
      commands.run('edit.undo');
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  }
  return (
    <form
      ref={form}
      className="draft-line"
      aria-label={label}
      onSubmit={submit}
      onKeyDown={onKeyDown}
      onInput={() => {
        isFresh.current = false;
      }}
      noValidate
    >
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
