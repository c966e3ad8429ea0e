import type { UserEvent } from '@testing-library/user-event';
import { render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../../renderer/src/shell/App';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { startOf } from '../../support/renderer/start-of';
import { aWindowOn, sunrise } from '../../support/renderer/window-world';

async function aWindow() {
  const world = await aWindowOn(sunrise);
  const start = startOf(world.account);
  const show = () =>
    render(
      <App
        start={start}
        onReady={() => undefined}
        onDefect={(error) => {
          throw error;
        }}
      />,
    );
  return { ...world, show };
}

async function speakGerman(user: UserEvent): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Settings' }));
  await user.click(await screen.findByRole('radio', { name: /^Deutsch/ }));
  await user.keyboard('{Escape}');
}

describe('the language of the window', () => {
  const silent = window.trellis;
  beforeEach(() => {
    const answer = { ok: true, value: { staysInTray: false } } as const;
    window.trellis = {
      ...silent,
      call: new Proxy(silent.call, {
        get: (call, name) =>
          name === 'reminders.settings' ? () => Promise.resolve(answer) : (Reflect.get(call, name) as unknown),
      }),
    };
  });
  afterEach(() => {
    localStorage.clear();
    vi.restoreAllMocks();
    window.trellis = silent;
  });

  it('changes at once, with the history that was written before, and back', async () => {
    const { user, account, show } = await aWindow();
    account.view.setState({ tab: 'history' });
    show();
    expect(await screen.findByText('Created building “House 2” in Sunrise')).toBeInTheDocument();
    await speakGerman(user);
    expect(await screen.findByText('Gebäude „House 2“ in Sunrise angelegt')).toBeInTheDocument();
    expect(screen.queryByText('Created building “House 2” in Sunrise')).toBeNull();
    expect(screen.getByRole('tab', { name: 'Verlauf' })).toHaveAttribute('aria-selected', 'true');
    expect(document.documentElement.lang).toBe('de-DE');
    expect(screen.getByRole('button', { name: /^Suchen oder etwas tun/ })).toHaveTextContent('StrgK');
    expect(await accessibilityProblems(document.body)).toEqual([]);

    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('english{Enter}');
    expect(await screen.findByText('Created building “House 2” in Sunrise')).toBeInTheDocument();
    expect(document.documentElement.lang).toBe('en-GB');
  });

  it('is also that of the keys: each is called as the keyboard prints it', async () => {
    const { user, show } = await aWindow();
    show();
    await speakGerman(user);
    await screen.findByRole('tab', { name: 'Verlauf' });
    await user.keyboard('?');
    const help = await screen.findByRole('dialog', { name: 'Tasten' });
    for (const key of ['Umschalt', 'Entf', 'Pos1 Ende', 'Leertaste']) expect(help).toHaveTextContent(key);
  });

  it('is still there at the next start', async () => {
    const { user, show } = await aWindow();
    const first = show();
    await speakGerman(user);
    await screen.findByRole('tab', { name: 'Lizenzen' });
    first.unmount();
    show();
    expect(await screen.findByRole('tab', { name: 'Lizenzen' })).toBeInTheDocument();
  });

  it('follows the system until one is chosen, also while the window is open', async () => {
    const { show } = await aWindow();
    const system = vi.spyOn(navigator, 'language', 'get').mockReturnValue('de-AT');
    show();
    expect(await screen.findByRole('tab', { name: 'Lizenzen' })).toBeInTheDocument();
    system.mockReturnValue('en-US');
    dispatchEvent(new Event('languagechange'));
    await waitFor(() => expect(screen.getByRole('tab', { name: 'Licenses' })).toBeInTheDocument());
  });
});
