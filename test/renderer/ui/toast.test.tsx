import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { TextProvider } from '../../../renderer/src/text/text';
import { ToastProvider, useToasts } from '../../../renderer/src/ui/Toast';
import type { ToastList } from '../../../renderer/src/ui/toasts';

let toasts: ToastList | null = null;

function Messages(): ReactNode {
  toasts = useToasts();
  return null;
}

it('messages are shown one at a time, the newest, and what must still be read comes back after it', async () => {
  const user = userEvent.setup();
  render(
    <TextProvider>
      <ToastProvider>
        <Messages />
      </ToastProvider>
    </TextProvider>,
  );
  act(() => {
    toasts?.show({ tone: 'refusal', title: 'That cannot be' });
    toasts?.show({ tone: 'success', title: 'Bought 40' });
  });
  expect(screen.getByText('Bought 40')).toBeVisible();
  expect(screen.queryByText('That cannot be')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.getByText('That cannot be')).toBeVisible();
});
