import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  FieldError,
  Label,
  ListBox,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components';
import { useText } from '../text/text';
import type { Choice } from './choice';
import { ChoiceOption } from './ChoiceOption';
import { givenProps } from './given-props';
import './field.css';

export interface SelectProps<Id extends string> {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly choices: readonly Choice<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  readonly placeholder?: string | undefined;
  readonly hint?: ReactNode | undefined;
  readonly error?: ReactNode | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** One of a few; for many, or to type, there is ComboBox. */
export function Select<Id extends string>(properties: SelectProps<Id>): ReactNode {
  const { label, hideLabel = false, choices, value, onChange, placeholder, hint, error, ...rest } = properties;
  const { text } = useText();
  return (
    <AriaSelect
      {...givenProps(rest)}
      className="field"
      value={value}
      onChange={(next) => {
        if (next !== null) onChange(next as Id);
      }}
      placeholder={placeholder ?? text('ui.choose')}
      isInvalid={error !== undefined && error !== null}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {hideLabel ? null : <Label className="field-label">{label}</Label>}
      <Button className="field-box select-button">
        <SelectValue className="select-value">
          {({ selectedText, defaultChildren, isPlaceholder }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <ChevronDown size="1em" aria-hidden />
      </Button>
      {hint === undefined || hint === null ? null : (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="list-popover" offset={4}>
        <ListBox className="list-box" items={choices}>
          {(choice) => <ChoiceOption choice={choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
