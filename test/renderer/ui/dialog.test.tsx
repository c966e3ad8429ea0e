import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { CommandProvider, useCommandHandlers } from '../../../renderer/src/parts/commands';
import { TextProvider } from '../../../renderer/src/text/text';
import { Dialog } from '../../../renderer/src/ui/Dialog';

it('a dialog stays with what was typed in it when somebody clicks beside it, and goes with Escape', async () => {
  const user = userEvent.setup();
  const onClose = vi.fn();
  render(
    <TextProvider>
      <Dialog title="Paste rows" isOpen onClose={onClose}>
        <textarea aria-label="Rows" />
      </Dialog>
    </TextProvider>,
  );
  await user.type(screen.getByRole('textbox', { name: 'Rows' }), 'Ann');
  const scrim = document.querySelector('.dialog-scrim');
  if (scrim === null) throw new Error('there is no scrim');
  await user.click(scrim);
  expect(onClose).not.toHaveBeenCalled();
  expect(screen.getByRole('textbox', { name: 'Rows' })).toHaveProperty('value', 'Ann');
  await user.type(screen.getByRole('textbox', { name: 'Rows' }), '{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});

it.each(['{Control>}y{/Control}', '{Control>}{Shift>}z{/Shift}{/Control}'])('%s does again', async (keys) => {
  const user = userEvent.setup();
  const redo = vi.fn();
  function Redo(): null {
    useCommandHandlers({ 'edit.redo': { run: redo } });
    return null;
  }
  render(
    <CommandProvider>
      <Redo />
    </CommandProvider>,
  );
  await user.keyboard(keys);
  expect(redo).toHaveBeenCalledOnce();
});
