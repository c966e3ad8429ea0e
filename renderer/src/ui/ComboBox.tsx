import { ChevronDown } from 'lucide-react';
import { useContext, type ReactNode } from 'react';
import {
  Button,
  ComboBox as AriaComboBox,
  ComboBoxStateContext,
  FieldError,
  Group,
  Input,
  Label,
  ListBox,
  Popover,
  Text,
} from 'react-aria-components';
import { useText } from '../text/text';
import type { Choice } from './choice';
import { ChoiceOption } from './ChoiceOption';
import { givenProps } from './given-props';
import './field.css';

export interface ComboBoxProps<Id extends string> {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly choices: readonly Choice<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id | null) => void;
  readonly placeholder?: string | undefined;
  readonly hint?: ReactNode | undefined;
  readonly error?: ReactNode | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** The field of a list: a click on it opens the list too. */
function ComboInput({ placeholder }: { readonly placeholder: string | undefined }): ReactNode {
  const state = useContext(ComboBoxStateContext);
  return (
    <Input
      className="field-input"
      {...givenProps({ placeholder })}
      onClick={() => {
        if (state?.isOpen === false) state.open(null, 'manual');
      }}
    />
  );
}

/** One of many, found by typing. Whoever only passes by with Tab, where something is chosen, does not get the list over what is below. */
export function ComboBox<Id extends string>(properties: ComboBoxProps<Id>): ReactNode {
  const { label, hideLabel = false, choices, value, onChange, placeholder, hint, error, ...rest } = properties;
  const { text } = useText();
  return (
    <AriaComboBox
      {...givenProps(rest)}
      className="field"
      defaultItems={choices}
      value={value}
      onChange={(next) => onChange(next as Id | null)}
      menuTrigger={value === null ? 'focus' : 'input'}
      allowsEmptyCollection
      isInvalid={error !== undefined && error !== null}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {hideLabel ? null : <Label className="field-label">{label}</Label>}
      <Group className="field-box">
        <ComboInput placeholder={placeholder} />
        <Button className="field-button" aria-label={text('ui.showChoices')}>
          <ChevronDown size="1em" aria-hidden />
        </Button>
      </Group>
      {hint === undefined || hint === null ? null : (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="list-popover" offset={4}>
        <ListBox<Choice<Id>>
          className="list-box"
          renderEmptyState={() => <div className="list-empty">{text('ui.nothingFound')}</div>}
        >
          {(choice: Choice<Id>) => <ChoiceOption choice={choice} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
