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
