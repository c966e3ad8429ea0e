import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PhoneNumber } from '../../../renderer/src/ui/PhoneNumber';

function partsOf(value: string): readonly string[] {
  const { container } = render(<PhoneNumber value={value} />);
  const shown = container.querySelector('span');
  // Whoever copies it has it as it is stored.
  expect(shown?.textContent).toBe(value);
  return [...(shown?.childNodes ?? [])].flatMap((node) =>
    node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ''] : [],
  );
}

describe('a phone number', () => {
  it('is read in groups, with gaps that are to be seen only', () => {
    expect(partsOf('+4930555011')).toEqual(['+49', '30', '555011']);
    expect(partsOf('+41442681234')).toEqual(['+41', '44', '268', '12', '34']);
  });

  it('stays whole where nobody groups it: extensions, SIP addresses, numbers of no plan', () => {
    for (const value of ['3001', 'ada@sip.example', '+999123', '']) expect(partsOf(value).join('|')).toBe(value);
  });
});
