import type { ReactNode, Ref } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField as AriaTextField } from 'react-aria-components';
import { givenProps } from './given-props';
import './field.css';

export interface TextFieldProps {
  readonly label: string;
  /** The label is read out but not shown: for fields in a row or a table. */
  readonly hideLabel?: boolean | undefined;
  readonly value?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly onChange?: ((value: string) => void) | undefined;
  /** When the field is left, or Enter is pressed in a single line. */
  readonly onCommit?: ((value: string) => void) | undefined;
  readonly placeholder?: string | undefined;
  readonly hint?: ReactNode | undefined;
  readonly error?: ReactNode | undefined;
  readonly lines?: 'one' | 'many' | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'password' | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isRequired?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly name?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

export function TextField(properties: TextFieldProps): ReactNode {
  const { label, hideLabel = false, onCommit, placeholder, hint, error, lines = 'one', inputRef, ...rest } = properties;
  const input = givenProps({ placeholder });
  return (
    <AriaTextField
      {...givenProps(rest)}
      className="field"
      isInvalid={error !== undefined && error !== null}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {hideLabel ? null : <Label className="field-label">{label}</Label>}
      {lines === 'many' ? (
        <TextArea
          className="field-box field-input"
          rows={3}
          {...input}
          onBlur={(event) => onCommit?.(event.currentTarget.value)}
        />
      ) : (
        <Input
          className="field-box field-input"
          {...input}
          {...givenProps({ ref: inputRef })}
          onBlur={(event) => onCommit?.(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && onCommit !== undefined) onCommit(event.currentTarget.value);
          }}
        />
      )}
      {hint === undefined || hint === null ? null : (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}
