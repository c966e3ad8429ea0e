import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { ListBoxItem } from 'react-aria-components';
import type { Choice } from './choice';
import { givenProps } from './given-props';

/** A choice as a line of a list. */
export function ChoiceOption({ choice }: { readonly choice: Choice }): ReactNode {
  return (
    <ListBoxItem
      id={choice.id}
      textValue={choice.name}
      className="list-option"
      {...givenProps({ isDisabled: choice.isDisabled })}
    >
      {({ isSelected }) => (
        <>
          {choice.icon}
          <span className="list-option-text">
            <span>{choice.name}</span>
            {choice.hint === undefined ? null : <span className="list-option-hint">{choice.hint}</span>}
          </span>
          <span className="list-option-check">{isSelected ? <Check size="1.1em" aria-hidden /> : null}</span>
        </>
      )}
    </ListBoxItem>
  );
}
