import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import type { Choice } from './choice';
import { givenProps } from './given-props';
import './field.css';

export interface RadioGroupProps<Id extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Id>[];
  readonly value: Id;
  readonly onChange: (value: Id) => void;
  readonly isDisabled?: boolean | undefined;
}

/** One of two or three, all of them to be seen with what they mean. */
export function RadioGroup<Id extends string>({
  label,
  choices,
  value,
  onChange,
  isDisabled,
}: RadioGroupProps<Id>): ReactNode {
  return (
    <AriaRadioGroup
      className="field"
      value={value}
      onChange={(next) => onChange(next as Id)}
      {...givenProps({ isDisabled })}
    >
      <Label className="field-label">{label}</Label>
      <div className="radio-list">
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className="radio" {...givenProps({ isDisabled: choice.isDisabled })}>
            <span className="radio-dot" />
            <span>
              {choice.name}
              {choice.hint === undefined ? null : <span className="radio-hint">{choice.hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  );
}
