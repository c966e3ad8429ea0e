import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ServerDialog, SignInDialog } from '../../../renderer/src/features/server';
import { serverProblem, type ServerLogin, type ServerProblem } from '../../../renderer/src/state/server-problem';
import { TextProvider } from '../../../renderer/src/text/text';
import { accessibilityProblems } from '../../support/renderer/accessible';

function aDialog(answer: ServerProblem | null) {
  const onGive = vi.fn((_login: ServerLogin) => Promise.resolve(answer));
  const onClose = vi.fn();
  render(
    <TextProvider>
      <ServerDialog purpose="join" isOpen onClose={onClose} onGive={onGive} />
    </TextProvider>,
  );
  return { onGive, onClose, user: userEvent.setup() };
}

describe('naming a server', () => {
  it('gives what was typed, and closes when the server lets one in', async () => {
    const { onGive, onClose, user } = aDialog(null);
    expect(screen.getByRole('button', { name: 'Join' })).toBeDisabled();
    await user.click(screen.getByRole('radio', { name: /PostgreSQL/ }));
    await user.type(screen.getByRole('textbox', { name: 'Address' }), 'db.example.org/trellis/garden');
    await user.type(screen.getByRole('textbox', { name: 'User' }), 'anna');
    await user.type(screen.getByLabelText('Password'), 'garden gate');
    await user.click(screen.getByRole('button', { name: 'Join' }));
    expect(onGive).toHaveBeenCalledWith({
      kind: 'postgres',
      address: 'db.example.org/trellis/garden',
      user: 'anna',
      password: 'garden gate',
    });
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  });

  it('hides the password, and nothing in it is out of reach', async () => {
    aDialog(null);
    expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'password');
    expect(await accessibilityProblems(document.body)).toEqual([]);
  });

  it.each([
    'not-an-address',
    'only-carries-files',
    'unauthorised',
    'forbidden',
    'offline',
    'nothing-there',
    'identity-changed',
    'full',
    'outdated',
    'defect',
  ] as const)('says what stands in the way when it is %s, and stays open', async (kind) => {
    const { onClose, user } = aDialog(serverProblem({ kind, detail: 'what the server said' } as never));
    await user.type(screen.getByRole('textbox', { name: 'Address' }), 'cloud.example.org');
    await user.click(screen.getByRole('button', { name: 'Join' }));
    const alert = await screen.findByRole('alert');
    expect(alert).not.toHaveTextContent('server.problem');
    expect(alert).toHaveTextContent('what the server said');
    expect(onClose).not.toHaveBeenCalled();
  });
});

describe('sharing through a server that only carries files', () => {
  const askFor = async (canBeCarried: boolean) => {
    const onClose = vi.fn();
    const onGive = vi.fn((login: ServerLogin) =>
      Promise.resolve(login.carries === true ? null : serverProblem({ kind: 'only-carries-files' })),
    );
    render(
      <TextProvider>
        <ServerDialog purpose="share" canBeCarried={canBeCarried} isOpen onClose={onClose} onGive={onGive} />
      </TextProvider>,
    );
    const user = userEvent.setup();
    await user.type(screen.getByRole('textbox', { name: 'Address' }), 'cloud.example.org');
    await user.click(screen.getByRole('button', { name: 'Share' }));
    await screen.findByText('This server cannot decide who comes first');
    return { onGive, onClose, user };
  };

  it('is offered after the test, and done with what was tested', async () => {
    const { onGive, onClose, user } = await askFor(true);
    await user.type(screen.getByRole('textbox', { name: 'Address' }), '/elsewhere');
    await user.click(screen.getByRole('button', { name: 'Share through it like that' }));
    expect(onGive).toHaveBeenLastCalledWith({
      kind: 'webdav',
      address: 'cloud.example.org',
      user: '',
      password: '',
      carries: true,
    });
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  });

  it('is not offered for a protected account', async () => {
    await askFor(false);
    expect(screen.getByRole('alert')).toHaveTextContent('a protected account cannot lie there');
    expect(screen.queryByRole('button', { name: 'Share through it like that' })).toBeNull();
  });
});

describe('signing in again', () => {
  it('asks for the password alone', async () => {
    const onGive = vi.fn(() => Promise.resolve(null));
    const onClose = vi.fn();
    render(
      <TextProvider>
        <SignInDialog place="Garden · cloud.example.org" isOpen onClose={onClose} onGive={onGive} />
      </TextProvider>,
    );
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('Password'), 'garden gate');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(onGive).toHaveBeenCalledWith('garden gate');
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  });
});
