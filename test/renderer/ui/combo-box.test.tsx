import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { TextProvider } from '../../../renderer/src/text/text';
import { ComboBox } from '../../../renderer/src/ui/ComboBox';
import { giveElementsSize } from '../../support/renderer/layout';

const choices = ['Euro', 'Franc', 'Pound'].map((name) => ({ id: name, name }));

function Money({ initial }: { readonly initial: string | null }): ReactNode {
  const [value, setValue] = useState(initial);
  return (
    <TextProvider>
      <ComboBox label="Currency" choices={choices} value={value} onChange={setValue} />
      <button type="button">Apply</button>
    </TextProvider>
  );
}

beforeEach(() => giveElementsSize());

describe('a field that finds one of many by typing', () => {
  it('lays no list over the rest when somebody passes by who has chosen', async () => {
    render(<Money initial="Euro" />);
    await userEvent.tab();
    expect(screen.getByRole('combobox', { name: 'Currency' })).toHaveFocus();
    expect(screen.queryByRole('listbox')).toBeNull();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Apply' })).toHaveFocus();
  });

  it('shows all choices by a click and by the arrow down, and those that fit while one types', async () => {
    render(<Money initial="Euro" />);
    const field = screen.getByRole('combobox', { name: 'Currency' });
    await userEvent.click(field);
    expect(screen.getAllByRole('option')).toHaveLength(3);
    await userEvent.keyboard('{Escape}{ArrowDown}');
    expect(screen.getAllByRole('option')).toHaveLength(3);
    await userEvent.clear(field);
    await userEvent.type(field, 'Fr');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Franc']);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(field).toHaveValue('Franc');
  });

  it('offers its choices at once while nothing is chosen', async () => {
    render(<Money initial={null} />);
    await userEvent.tab();
    expect(screen.getAllByRole('option')).toHaveLength(3);
  });
});
