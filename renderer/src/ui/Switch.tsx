import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';
import { givenProps } from './given-props';
import './field.css';

export interface SwitchProps {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean | undefined;
}

export function Switch({ label, hideLabel = false, isSelected, onChange, isDisabled }: SwitchProps): ReactNode {
  return (
    <AriaSwitch
      className="switch"
      isSelected={isSelected}
      onChange={onChange}
      {...givenProps({ isDisabled })}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      <span className="switch-track" />
      {hideLabel ? null : label}
    </AriaSwitch>
  );
}
