import { Search, X } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button, Group, Input, SearchField as AriaSearchField } from 'react-aria-components';
import { useText } from '../text/text';
import { givenProps } from './given-props';
import './field.css';
import './SearchField.css';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

export function SearchField({ label, value, onChange, placeholder, autoFocus, inputRef }: SearchFieldProps): ReactNode {
  const { text } = useText();
  return (
    <AriaSearchField
      className="field search-field"
      aria-label={label}
      value={value}
      onChange={onChange}
      {...givenProps({ autoFocus })}
    >
      <Group className="field-box">
        <Search size="1em" aria-hidden className="search-field-icon" />
        <Input className="field-input" placeholder={placeholder ?? label} {...givenProps({ ref: inputRef })} />
        {value === '' ? null : (
          <Button className="field-button" aria-label={text('ui.clearSearch')}>
            <X size="0.9em" aria-hidden />
          </Button>
        )}
      </Group>
    </AriaSearchField>
  );
}
