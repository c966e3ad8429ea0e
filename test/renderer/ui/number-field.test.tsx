import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { describe, expect, it } from 'vitest';
import { TextProvider } from '../../../renderer/src/text/text';
import { NumberField } from '../../../renderer/src/ui/NumberField';

function Field({ digits }: { readonly digits?: number }) {
  const [value, setValue] = useState<number | null>(null);
  return (
    <>
      <NumberField label="Field" value={value} digits={digits} least={0} most={100_000} onChange={setValue} />
      <output>{String(value)}</output>
    </>
  );
}

function shown(locale: string, digits?: number): HTMLElement {
  render(
    <TextProvider>
      <I18nProvider locale={locale}>
        <Field {...(digits === undefined ? {} : { digits })} />
      </I18nProvider>
    </TextProvider>,
  );
  return screen.getByRole('textbox', { name: 'Field' });
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
    const field = shown(locale, 2);
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

describe('a whole number', () => {
  it.each([
    ['de-DE', '12.5', '13'],
    ['en-GB', '12,5', '13'],
    ['de-DE', '4.90', '5'],
    ['de-DE', '9999.99', '10000'],
    ['de-DE', '1.234', '1234'],
    ['en-GB', '1,234', '1234'],
    ['de-DE', '12', '12'],
  ])('in %s that is typed or pasted as %s is never ten times as much: %s', async (locale, typed, meant) => {
    const user = userEvent.setup();
    const field = shown(locale);
    await user.type(field, `${typed}{Enter}`);
    expect(screen.getByRole('status').textContent).toBe(meant);
    await user.clear(field);
    await user.tab();
    await user.click(field);
    await user.paste(typed);
    await user.tab();
    expect(screen.getByRole('status').textContent).toBe(meant);
  });
});
