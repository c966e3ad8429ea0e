import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { givenProps } from './given-props';
import './field.css';

export interface CheckboxProps {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly isSelected: boolean;
  /** Some of what it stands for, not all. */
  readonly isIndeterminate?: boolean | undefined;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean | undefined;
}

export function Checkbox({
  label,
  hideLabel = false,
  isSelected,
  isIndeterminate,
  onChange,
  isDisabled,
}: CheckboxProps): ReactNode {
  return (
    <AriaCheckbox
      className="check"
      isSelected={isSelected}
      onChange={onChange}
      {...givenProps({ isIndeterminate, isDisabled })}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      <span className="check-box">
        {isIndeterminate === true ? (
          <Minus size="0.9em" aria-hidden />
        ) : isSelected ? (
          <Check size="0.9em" aria-hidden />
        ) : null}
      </span>
      {hideLabel ? null : label}
    </AriaCheckbox>
  );
}
