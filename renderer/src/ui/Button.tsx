import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import './Button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  /** `primary`: the one main act of a place; `danger`: takes something away; `quiet`: among many. */
  readonly tone?: 'normal' | 'primary' | 'danger' | 'quiet' | undefined;
  readonly size?: 'normal' | 'small' | 'large' | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

export function Button({
  children,
  tone = 'normal',
  size = 'normal',
  icon: Icon,
  ref,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <AriaButton {...rest} {...(ref === undefined ? {} : { ref })} className={`button button-${tone} button-${size}`}>
      {Icon === undefined ? null : <Icon size="1.1em" aria-hidden />}
      {children}
    </AriaButton>
  );
}
