import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { CommandProvider } from '../../../renderer/src/parts/commands';
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

function DialogAtWork(): ReactNode {
  usePaneFocus();
  const [isWorking, setWorking] = useState(false);
  return (
    <Dialog title="Write" isOpen onClose={onClose}>
      <button
        onClick={({ currentTarget }) => {
          setWorking(true);
          // A browser takes the keyboard from what cannot be used any more, and fires no event.
          currentTarget.blur();
        }}
      >
        Read the panel
      </button>
      {isWorking ? <p>Reading…</p> : null}
    </Dialog>
  );
}

it('a dialog hears Escape when the button that had the keyboard cannot be used while it works', async () => {
  onClose.mockClear();
  const user = userEvent.setup();
  render(
    <TextProvider>
      <CommandProvider>
        <DialogAtWork />
      </CommandProvider>
    </TextProvider>,
  );
  await user.click(screen.getByRole('button', { name: 'Read the panel' }));
  await screen.findByText('Reading…');
  await waitFor(() => expect(screen.getByRole('dialog')).toHaveFocus());
  await user.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});
