import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Tooltip } from './Tooltip';
import './Button.css';

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  /** Its name, for the screen reader and as the tip. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly size?: 'normal' | 'small' | undefined;
  /** The keys that do the same, shown in the tip. */
  readonly keys?: string | undefined;
  /** True when what it switches is on. */
  readonly isActive?: boolean | undefined;
}

export function IconButton({
  label,
  icon: Icon,
  size = 'normal',
  keys,
  isActive,
  ...rest
}: IconButtonProps): ReactNode {
  return (
    <Tooltip text={label} keys={keys}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={`icon-button icon-button-${size}`}
        data-active={isActive ?? false}
      >
        <Icon size={size === 'small' ? '1.1em' : '1.25em'} aria-hidden />
      </AriaButton>
    </Tooltip>
  );
}
