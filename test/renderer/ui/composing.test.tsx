import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leaveKeysToInputMethod } from '../../../renderer/src/ui/composing';
import { SearchList } from '../../../renderer/src/ui/SearchList';
import { TextProvider } from '../../../renderer/src/text/text';
import { giveElementsSize } from '../../support/renderer/layout';

let stop = (): void => undefined;
beforeEach(() => {
  giveElementsSize();
  stop = leaveKeysToInputMethod();
});
afterEach(() => stop());

const candidates: readonly (readonly [string, KeyboardEventInit])[] = [
  ['while it composes', { isComposing: true }],
  ['after it composed, by its key code', { keyCode: 229 }],
];

describe('a key that belongs to a candidate of an input method', () => {
  it.each(candidates)('chooses nothing in a list: %s', (_when, init) => {
    const onChoose = vi.fn();
    render(
      <TextProvider>
        <SearchList
          label="Search"
          listLabel="Found"
          typed=""
          onType={() => undefined}
          items={[{ id: 'one', name: 'One' }]}
          onChoose={onChoose}
        />
      </TextProvider>,
    );
    const field = screen.getByRole('combobox');
    fireEvent.keyDown(field, { key: 'Enter', ...init });
    expect(onChoose).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onChoose).toHaveBeenCalledWith('one');
  });

  it.each(candidates)('reaches nothing that listens for Escape in the window: %s', (_when, init) => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    fireEvent.keyDown(document.body, { key: 'Escape', ...init });
    expect(heard).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(heard).toHaveBeenCalledOnce();
    document.removeEventListener('keydown', heard);
  });
});
