import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReminderSection, Reminders } from '../../../renderer/src/features/reminders';
import { useCommands } from '../../../renderer/src/parts/commands';
import type { ActCall } from '../../../renderer/src/data/session';
import type { TrellisBridge } from '#core/ipc/bridge';
import type { MailServer, MailSettings } from '#core/ipc/mail-channels';
import { accessibilityProblems } from '../../support/renderer/accessible';
import { aWindowOn, sunrise } from '../../support/renderer/window-world';

/** What main was asked, and what it answers. */
class MainThatReminds {
  staysInTray = false;
  exported: unknown = { ok: true, value: { entries: 2 } };
  readonly asked: unknown[] = [];
  mail: MailSettings = {
    server: null,
    isPasswordKnown: false,
    isPasswordKept: false,
    sendsReminders: false,
    last: null,
  };
  tried: unknown = { ok: true, value: 'ruth@example.org' };
  written: unknown = { ok: true, value: 'saved' };

  readonly bridge = {
    call: {
      'reminders.settings': () => Promise.resolve({ ok: true, value: { staysInTray: this.staysInTray } }),
      'reminders.stayInTray': ({ stays }: { readonly stays: boolean }) => {
        this.staysInTray = stays;
        return Promise.resolve({ ok: true, value: { staysInTray: stays } });
      },
      'mail.settings': () => Promise.resolve({ ok: true, value: this.mail }),
      'mail.setServer': (request: { readonly server: MailServer | null }) => {
        this.asked.push(request);
        if (request.server?.from === 'ruth') return Promise.resolve({ ok: false, failure: { kind: 'not-an-address' } });
        this.mail = { ...this.mail, server: request.server, isPasswordKnown: true, sendsReminders: false };
        return Promise.resolve({ ok: true, value: this.mail });
      },
      'mail.sendReminders': ({ sends }: { readonly sends: boolean }) => {
        this.mail = { ...this.mail, sendsReminders: sends };
        return Promise.resolve({ ok: true, value: this.mail });
      },
      'mail.try': () => Promise.resolve(this.tried),
      'mail.write': (request: unknown) => {
        this.asked.push(request);
        return Promise.resolve(this.written);
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

type ReminderCommand = 'account.reminders' | 'account.exportReminders' | 'account.mail';

function RunCommand({ id }: { readonly id: ReminderCommand }) {
  const registry = useCommands();
  return <button onClick={() => registry.run(id)}>{id}</button>;
}

/** A window in which licenses end, and a command of the reminders was just given. */
async function aWindowAfter(command: ReminderCommand): ReturnType<typeof aWindowOn> {
  const world = await aWindowOn(ending);
  world.show(
    <>
      <RunCommand id={command} />
      <Reminders />
    </>,
  );
  await world.user.click(screen.getByText(command));
  return world;
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
      ['10 May 2026', '4 × Link Plus, on 20 May 2026', 'Account', 'Nobody', ''],
      ['17 May 2026', '4 × Link Plus, on 20 May 2026', 'Account', 'Nobody', ''],
    ]);
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await user.click(within(dialog).getAllByRole('button', { name: 'Account' })[0]!);
    expect(account.view.getState().groupId).toBe('root');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('go on in the tray when the switch says so', async () => {
    const { user } = await aWindowAfter('account.reminders');
    const stay = await screen.findByRole('switch', { name: 'Keep reminding when the window is closed' });
    await waitFor(() => expect(stay).toBeEnabled());
    await user.click(stay);
    await waitFor(() => expect(stay).toBeChecked());
    expect(main.staysInTray).toBe(true);
  });

  it('are exported as a table with the dealer and the day', async () => {
    const { user } = await aWindowAfter('account.reminders');
    await user.click(await screen.findByRole('button', { name: 'Export this table…' }));
    await waitFor(() => expect(main.asked).toHaveLength(1));
    expect(main.asked).toMatchObject([
      {
        rows: [
          ['Day', 'What ends', 'Group', 'Meant for', 'Dealer', 'As of'],
          ['10 May 2026', '4 × Link Plus, on 20 May 2026', 'Account', 'Nobody', 'Account', '1 May 2026'],
          ['17 May 2026', '4 × Link Plus, on 20 May 2026', 'Account', 'Nobody', 'Account', '1 May 2026'],
        ],
      },
    ]);
  });

  it('are exported by main, and what came of it is said', async () => {
    const { user, session } = await aWindowAfter('account.exportReminders');
    expect(await screen.findByText('2 events written for your calendar')).toBeInTheDocument();
    expect(main.asked).toEqual([{ what: 'calendar', ledger: session.ledger }]);
    main.exported = { ok: false, failure: { kind: 'full', detail: '' } };
    await user.click(screen.getByText('account.exportReminders'));
    expect(await screen.findByText('There is no room left on the disk.')).toBeInTheDocument();
  });
});

describe('mail', () => {
  it('about a reminder opens in one’s mail program, or is saved, and what stands in the way is said', async () => {
    const { user, session } = await aWindowAfter('account.reminders');
    expect(await screen.findByText(/Nobody is written to by itself/)).toBeVisible();
    const about = '4 × Link Plus';
    await user.click(screen.getAllByRole('button', { name: `Save a message about ${about} as a file` })[0]!);
    expect(await screen.findByText(/^Saved\. Mail programs open it/)).toBeInTheDocument();
    main.written = { ok: false, failure: { kind: 'no-program' } };
    await user.click(screen.getAllByRole('button', { name: `Write about ${about} in your mail program` })[1]!);
    expect(await screen.findByText(/This computer has no mail program/)).toBeInTheDocument();
    const block = [...session.model.rows('blocks')].find(({ quantity }) => quantity === 4);
    const reminder = { ledger: session.ledger, blockId: block?.id };
    expect(main.asked).toEqual([
      { ...reminder, day: '2026-05-10', by: 'file' },
      { ...reminder, day: '2026-05-17', by: 'program' },
    ]);
  });

  it('goes by a server that is named and tried, and only once somebody has switched it on', async () => {
    const { user } = await aWindowAfter('account.mail');
    const dialog = await screen.findByRole('dialog', { name: 'Mail' });
    const send = await within(dialog).findByRole('switch', { name: 'Send reminders by mail from this computer' });
    expect(send).toBeDisabled();
    await user.type(within(dialog).getByRole('textbox', { name: 'Mail server (SMTP)' }), 'smtp.example.org');
    await user.type(within(dialog).getByRole('textbox', { name: 'From (e-mail address)' }), 'ruth{Enter}');
    expect(await within(dialog).findByText('This is not an e-mail address.')).toBeVisible();
    await user.type(within(dialog).getByRole('textbox', { name: 'From (e-mail address)' }), '@example.org');
    await user.click(within(dialog).getByRole('button', { name: /Encryption/ }));
    await user.click(await screen.findByRole('option', { name: 'After the greeting (STARTTLS)' }));
    await user.type(within(dialog).getByLabelText('Password'), 'garden gate');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(send).toBeEnabled());
    expect(send).not.toBeChecked();
    expect(main.asked.at(-1)).toEqual({
      server: { host: 'smtp.example.org', port: 587, security: 'startTls', user: '', from: 'ruth@example.org' },
      password: 'garden gate',
    });
    main.tried = { ok: false, failure: { kind: 'sign-in', detail: '535 go away' } };
    await user.click(within(dialog).getByRole('button', { name: 'Send a test to myself' }));
    expect(await within(dialog).findByText('What was said: 535 go away')).toBeVisible();
    main.tried = { ok: true, value: 'ruth@example.org' };
    await user.click(within(dialog).getByRole('button', { name: 'Send a test to myself' }));
    expect(await within(dialog).findByText('The server has taken a test to ruth@example.org')).toBeVisible();
    await user.click(send);
    await waitFor(() => expect(send).toBeChecked());
    expect(await accessibilityProblems(dialog)).toEqual([]);
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
