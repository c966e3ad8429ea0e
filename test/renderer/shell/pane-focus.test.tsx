import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { CommandProvider } from '../../../renderer/src/parts/commands';
import { emptyPaneMemory, isFocusLost, rememberFocus, returnFocus } from '../../../renderer/src/shell/pane-focus';
import { usePaneFocus } from '../../../renderer/src/shell/use-pane-focus';
import { TextProvider } from '../../../renderer/src/text/text';
import { Dialog } from '../../../renderer/src/ui/Dialog';

const onClose = vi.fn();

function DialogWithReport(): ReactNode {
  usePaneFocus();
  const [isWritten, setWritten] = useState(false);
  return (
    <Dialog title="Write" isOpen onClose={onClose}>
      {isWritten ? <p>144 written</p> : <button onClick={() => setWritten(true)}>Write 144 apartments</button>}
    </Dialog>
  );
}

it('a dialog hears Escape when the button that had the keyboard is gone', async () => {
  const user = userEvent.setup();
  render(
    <TextProvider>
      <CommandProvider>
        <DialogWithReport />
      </CommandProvider>
    </TextProvider>,
  );
  await user.click(screen.getByRole('button', { name: 'Write 144 apartments' }));
  await screen.findByText('144 written');
  await waitFor(() => expect(screen.getByRole('dialog')).toHaveFocus());
  await user.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});

it('the keyboard is lost when what had it cannot be used while it works: a browser tells nobody', () => {
  const memory = emptyPaneMemory();
  const read = document.createElement('button');
  document.body.append(read);
  rememberFocus(read, memory);
  expect(isFocusLost(memory)).toBe(false);
  read.disabled = true;
  expect(isFocusLost(memory)).toBe(true);
  read.remove();
});

it('the keyboard is lost when a dialog is open and nothing has it: beside a dialog there is nothing', () => {
  const memory = emptyPaneMemory();
  const read = document.createElement('button');
  const scrim = document.createElement('div');
  scrim.className = 'dialog-scrim';
  scrim.innerHTML = '<section role="dialog" tabindex="-1"></section>';
  document.body.append(read, scrim);
  rememberFocus(read, memory);
  expect(isFocusLost(memory)).toBe(true);
  returnFocus(memory);
  expect(scrim.firstElementChild).toHaveFocus();
  scrim.remove();
  read.remove();
});
