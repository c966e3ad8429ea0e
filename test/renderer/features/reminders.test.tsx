import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReminderSection, Reminders } from '../../../renderer/src/features/reminders';
import { useCommands } from '../../../renderer/src/parts/commands';
import type { ActCall } from '../../../renderer/src/data/session';
import type { TrellisBridge } from '#core/ipc/bridge';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../support/renderer/window-world';

/** What main was asked, and what it answers. */
class MainThatReminds {
  staysInTray = false;
  exported: unknown = { ok: true, value: { entries: 2 } };
  readonly asked: unknown[] = [];

  readonly bridge = {
    call: {
      'reminders.settings': () => Promise.resolve({ ok: true, value: { staysInTray: this.staysInTray } }),
      'reminders.stayInTray': ({ stays }: { readonly stays: boolean }) => {
        this.staysInTray = stays;
        return Promise.resolve({ ok: true, value: { staysInTray: stays } });
      },
      'exports.save': (request: unknown) => {
        this.asked.push(request);
        return Promise.resolve(this.exported);
      },
    },
  } as unknown as TrellisBridge;
}

let main = new MainThatReminds();
beforeEach(() => {
  main = new MainThatReminds();
  window.trellis = main.bridge;
});
afterEach(() => {
  Reflect.deleteProperty(window, 'trellis');
});

const ending: readonly ActCall[] = [
  ...sunrise,
  {
    do: 'block.add',
    args: { groupId: 'root', typeId: 'link.plus', quantity: 4, source: 'purchase', validUntil: '2026-05-20' },
  },
  { do: 'reminder.set', args: { groupId: 'root', policy: { daysBefore: 10, repeat: 'weekly' } } },
];

function RunCommand({ id }: { readonly id: 'account.reminders' | 'account.exportReminders' }) {
  const registry = useCommands();
  return <button onClick={() => registry.run(id)}>{id}</button>;
}

describe('the coming reminders', () => {
  it('say what ends when and whom nobody reminds, and lead to the group', async () => {
    const { show, user, account } = await aWindowOn(ending);
    account.view.setState({ groupId: 'sunrise' });
    show(
      <>
        <RunCommand id="account.reminders" />
        <Reminders />
      </>,
    );
    await user.click(screen.getByText('account.reminders'));
    const dialog = await screen.findByRole('dialog', { name: 'Coming reminders' });
    const rows = within(dialog)
      .getAllByRole('row')
      .slice(1)
      .map((row) =>
        within(row)
          .getAllByRole('cell')
          .map((cell) => cell.textContent),
      );
    expect(rows).toEqual([
      ['10 May 2026', '4 × Link Plus, on 20 May 2026', 'Account', 'Nobody'],
      ['17 May 2026', '4 × Link Plus, on 20 May 2026', 'Account', 'Nobody'],
    ]);
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await user.click(within(dialog).getAllByRole('button', { name: 'Account' })[0]!);
    expect(account.view.getState().groupId).toBe('root');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('go on in the tray when the switch says so', async () => {
    const { show, user } = await aWindowOn(ending);
    show(
      <>
        <RunCommand id="account.reminders" />
        <Reminders />
      </>,
    );
    await user.click(screen.getByText('account.reminders'));
    const stay = await screen.findByRole('switch', { name: 'Keep reminding when the window is closed' });
    await waitFor(() => expect(stay).toBeEnabled());
    await user.click(stay);
    await waitFor(() => expect(stay).toBeChecked());
    expect(main.staysInTray).toBe(true);
  });

  it('are exported by main, and what came of it is said', async () => {
    const { show, user, session } = await aWindowOn(ending);
    show(
      <>
        <RunCommand id="account.exportReminders" />
        <Reminders />
      </>,
    );
    await user.click(screen.getByText('account.exportReminders'));
    expect(await screen.findByText('2 events written for your calendar')).toBeInTheDocument();
    expect(main.asked).toEqual([{ what: 'calendar', ledger: session.ledger }]);
    main.exported = { ok: false, failure: { kind: 'full', detail: '' } };
    await user.click(screen.getByText('account.exportReminders'));
    expect(await screen.findByText('There is no room left on the disk.')).toBeInTheDocument();
  });
});

describe('the reminders of a group', () => {
  it('are inherited, can be set, and can be given back to inheriting', async () => {
    const { show, user, session } = await aWindowOn(ending);
    const { container } = show(<ReminderSection groupId="h1" />);
    const own = () => session.model.row('groups', 'h1')?.reminder;
    expect(screen.getByText('10 days before the end, every week')).toBeInTheDocument();
    expect(screen.getByText('Inherited from Account')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Set own' }));
    await waitFor(() => expect(own()).toEqual({ daysBefore: 10, repeat: 'weekly' }));
    const days = await screen.findByRole('textbox', { name: 'Days before the end' });
    await user.clear(days);
    await user.type(days, '45{Enter}');
    await waitFor(() => expect(own()?.daysBefore).toBe(45));
    await user.type(
      screen.getByRole('textbox', { name: 'Meant for (e-mail addresses)' }),
      'a@example.org; b@example.org{Enter}',
    );
    await waitFor(() =>
      expect(own()).toEqual({ daysBefore: 45, repeat: 'weekly', recipients: ['a@example.org', 'b@example.org'] }),
    );
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Back to inheriting from Account' }));
    await waitFor(() => expect(own()).toBeNull());
    expect(await screen.findByText('Inherited from Account')).toBeInTheDocument();
  });

  it('say that nobody is reminded where there is nothing to inherit', async () => {
    const { show, user, session } = await aWindowOn(sunrise);
    show(<ReminderSection groupId="sunrise" />);
    expect(screen.getByText('Nobody is reminded when licenses here end.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Set reminders' }));
    await waitFor(() =>
      expect(session.model.row('groups', 'sunrise')?.reminder).toEqual({ daysBefore: 30, repeat: 'once' }),
    );
    await user.click(await screen.findByRole('button', { name: 'No reminders' }));
    await waitFor(() => expect(session.model.row('groups', 'sunrise')?.reminder).toBeNull());
  });
});
