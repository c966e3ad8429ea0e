import { Fragment, type ReactNode } from 'react';
import { numberParts } from '#core/kernel/phone-number';
import './PhoneNumber.css';

/** A number in the groups that people read it by. The gaps are to be seen only: whoever copies it has the number as it is stored. */
export function PhoneNumber({ value }: { readonly value: string }): ReactNode {
  return (
    <span className="selectable figure">
      {numberParts(value).map((part, index) => (
        <Fragment key={index}>
          {index === 0 ? null : <i className="number-gap" aria-hidden />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
