import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { describe, expect, it } from 'vitest';
import { TextProvider } from '../../../renderer/src/text/text';
import { NumberField } from '../../../renderer/src/ui/NumberField';

function Price() {
  const [value, setValue] = useState<number | null>(null);
  return (
    <>
      <NumberField label="Price" value={value} digits={2} least={0} onChange={setValue} />
      <output>{String(value)}</output>
    </>
  );
}

function priceField(locale: string): HTMLElement {
  render(
    <TextProvider>
      <I18nProvider locale={locale}>
        <Price />
      </I18nProvider>
    </TextProvider>,
  );
  return screen.getByRole('textbox', { name: 'Price' });
}

describe('a price', () => {
  it.each([
    ['de-DE', '4.90', '4.9'],
    ['de-DE', '4,90', '4.9'],
    ['de-DE', '12.5', '12.5'],
    ['de-DE', '1.234', '1234'],
    ['de-DE', '1.234,50', '1234.5'],
    ['en-GB', '4,90', '4.9'],
    ['en-GB', '4.90', '4.9'],
    ['en-GB', '1,234.50', '1234.5'],
  ])('in %s that is typed or pasted as %s is %s', async (locale, typed, meant) => {
    const user = userEvent.setup();
    const field = priceField(locale);
    await user.type(field, `${typed}{Enter}`);
    expect(screen.getByRole('status').textContent).toBe(meant);
    await user.clear(field);
    await user.tab();
    expect(screen.getByRole('status').textContent).toBe('null');
    await user.click(field);
    await user.paste(typed);
    await user.tab();
    expect(screen.getByRole('status').textContent).toBe(meant);
  });
});
