import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components';
import type { ManualTarget } from '../text/manual-pages';
import './Popover.css';

export interface PopoverProps {
  /** Its name for the screen reader. */
  readonly label: string;
  /** What opens it. */
  readonly trigger: ReactElement;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'right' | undefined;
  /** Where the manual says more; F1 leads there. */
  readonly help?: ManualTarget | undefined;
  /** Given where something else than its trigger opens it, too. */
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** A small box beside what opened it. */
export function Popover({
  label,
  trigger,
  placement = 'bottom start',
  help,
  isOpen,
  onOpenChange,
  children,
}: PopoverProps): ReactNode {
  return (
    <DialogTrigger
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger}
      <AriaPopover className="popover" placement={placement} offset={6}>
        <AriaDialog className="popover-body" aria-label={label} data-help={help}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
