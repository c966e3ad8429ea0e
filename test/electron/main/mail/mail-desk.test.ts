import { beforeEach, describe, expect, it } from 'vitest';
import type { MailFailure, MailServer } from '#core/ipc/mail-channels';
import type { BlockEvent, Coming, ComingEvent } from '#core/queries/coming';
import { MailDesk } from '../../../../electron/main/mail/mail-desk';
import { readMail, writeMail } from '../../../../electron/main/mail/mail-settings';
import type { PostedLetter, PostingWay } from '../../../../electron/main/mail/post-letter';
import { ToldReminders } from '../../../../electron/main/reminders/told-reminders';
import { SecretKeeper } from '../../../../electron/main/servers/secret-keeper';
import { mainTextsIn } from '../../../../electron/main/texts';
import { temporaryFolder } from '../../../support/temporary-folder';

const server: MailServer = {
  host: 'smtp.example.org',
  port: 465,
  security: 'tls',
  user: 'ruth',
  from: 'ruth@example.org',
};
const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);

function reminder(day: string, blockId: string, recipients: readonly string[], endsOn = '2026-04-01'): BlockEvent {
  const about = { quantity: 4, typeId: 'link.plus', groupId: 'root', groupName: 'Sunrise', path: ['root'] } as const;
  return { kind: 'reminder', day, blockId, recipients, endsOn, ...about };
}

function coming(...events: readonly ComingEvent[]): Coming {
  return { accountName: 'Northside', timeZone: 'UTC', events };
}

/** A computer with mail, and a post that takes letters or says why not. */
class MailedComputer {
  readonly taken: { readonly to: string; readonly text: string; readonly password: string | null }[] = [];
  readonly failing: MailFailure[] = [];
  answers: (MailFailure | null)[] = [];
  today = '2026-03-01';
  desk: MailDesk;

  constructor(
    private readonly folder: string,
    private readonly secrets: SecretKeeper,
  ) {
    this.desk = this.aDesk();
  }

  restart(): void {
    this.desk = this.aDesk();
  }

  async switchOn(): Promise<void> {
    await this.desk.setServer(server, 'garden gate');
    await this.desk.sendReminders(true);
  }

  send(...events: readonly ComingEvent[]): Promise<void> {
    return this.desk.sendDue('ledger', coming(...events), this.today);
  }

  private aDesk(): MailDesk {
    return new MailDesk({
      now: () => noon(this.today),
      kept: { read: () => readMail(this.folder), write: (kept) => writeMail(this.folder, kept) },
      secrets: () => this.secrets,
      mailed: new ToldReminders(() => this.folder, 'mailed.json'),
      post: ({ password }: PostingWay, { to, bytes }: PostedLetter) => {
        const failure = this.answers.shift() ?? null;
        if (failure === null) this.taken.push({ to, text: Buffer.from(bytes).toString(), password });
        return Promise.resolve(failure);
      },
      texts: () => mainTextsIn.en,
      onFailing: (failure) => this.failing.push(failure),
    });
  }
}

let computer: MailedComputer;
beforeEach(async () => {
  const folder = await temporaryFolder();
  const box = {
    isEncryptionAvailable: () => true,
    encryptString: (text: string) => Buffer.from(text),
    decryptString: (bytes: Buffer) => bytes.toString(),
  };
  computer = new MailedComputer(folder, await SecretKeeper.open(folder, box));
});

const due = reminder('2026-03-01', 'plus', ['ann@example.org', 'ben@example.org']);

describe('reminders by mail', () => {
  it('go to nobody before a person has named a server and switched them on', async () => {
    await computer.send(due);
    expect(await computer.desk.sendReminders(true)).toEqual({ ok: false, failure: { kind: 'no-server' } });
    await computer.desk.setServer(server, 'garden gate');
    await computer.send(due);
    expect(computer.taken).toEqual([]);
    expect(await computer.desk.settings()).toMatchObject({ sendsReminders: false, isPasswordKnown: true });
  });

  it('go once to each they are meant for, however often is looked and after a restart', async () => {
    await computer.switchOn();
    await computer.send(due);
    computer.restart();
    await computer.send(due);
    expect(computer.taken.map(({ to, password }) => [to, password])).toEqual([
      ['ann@example.org', 'garden gate'],
      ['ben@example.org', 'garden gate'],
    ]);
    expect(await computer.desk.settings()).toMatchObject({ last: { kind: 'sent', to: ['ben@example.org'] } });
  });

  it('of one day to one person are one letter, the soonest end first', async () => {
    await computer.switchOn();
    await computer.send(
      reminder('2026-03-01', 'late', ['ann@example.org'], '2026-05-01'),
      reminder('2026-03-01', 'soon', ['ann@example.org'], '2026-03-31'),
    );
    expect(computer.taken).toHaveLength(1);
    expect(computer.taken[0]?.text).toMatch(/Subject: Licenses: 2 end soon[\s\S]*31 Mar 2026[\s\S]*1 May 2026/);
  });

  it('have the same id from two computers, and another where something else ends', async () => {
    await computer.switchOn();
    await computer.send(due);
    const other = new MailedComputer(await temporaryFolder(), await SecretKeeper.open(await temporaryFolder(), noBox));
    await other.desk.setServer({ ...server, user: '' }, undefined);
    await other.desk.sendReminders(true);
    await other.send(due);
    await other.send(reminder('2026-03-01', 'basic', ['ann@example.org']));
    const ids = [...computer.taken, ...other.taken].map(({ text }) => /Message-ID: (<.*>)/.exec(text)?.[1]);
    expect(ids[0]).toBe(ids[2]);
    expect(new Set(ids).size).toBe(3);
  });

  it('that were due before they were switched on, or while they were off, go to nobody', async () => {
    await computer.switchOn();
    await computer.send(reminder('2026-02-20', 'plus', ['ann@example.org']));
    await computer.desk.sendReminders(false);
    computer.today = '2026-03-10';
    await computer.send(reminder('2026-03-08', 'plus', ['ann@example.org']));
    computer.today = '2026-03-20';
    await computer.desk.sendReminders(true);
    await computer.send(reminder('2026-03-08', 'plus', ['ann@example.org']));
    expect(computer.taken).toEqual([]);
  });

  it('that were missed while the computer was off go when it is on again', async () => {
    await computer.switchOn();
    await computer.send();
    computer.today = '2026-03-10';
    await computer.send(reminder('2026-03-08', 'plus', ['ann@example.org']));
    expect(computer.taken.map(({ to }) => to)).toEqual(['ann@example.org']);
  });

  it('are tried again where they surely did not go, and what fails is told once', async () => {
    await computer.switchOn();
    computer.answers = [
      { kind: 'unreachable', detail: 'ECONNREFUSED' },
      { kind: 'later', detail: '451' },
    ];
    await computer.send(due);
    await computer.send(due);
    expect(computer.taken).toEqual([]);
    expect(computer.failing).toEqual([{ kind: 'unreachable', detail: 'ECONNREFUSED' }]);
    await computer.send(due);
    expect(computer.taken.map(({ to }) => to)).toEqual(['ann@example.org', 'ben@example.org']);
  });

  it.each(['unsure', 'refused'] as const)('are not sent again where the answer was: %s', async (kind) => {
    await computer.switchOn();
    computer.answers = [{ kind, detail: 'said' }];
    await computer.send(due);
    await computer.send(due);
    expect(computer.taken.map(({ to }) => to)).toEqual(['ben@example.org']);
  });

  it('that one server refuses for good are given to another that is named later', async () => {
    await computer.switchOn();
    computer.answers = [{ kind: 'refused', detail: '550 relay not permitted' }];
    await computer.send(due);
    await computer.desk.setServer({ ...server, host: 'mail.example.org' }, 'garden gate');
    await computer.send(due);
    await computer.send(due);
    expect(computer.taken.map(({ to }) => to)).toEqual(['ben@example.org', 'ann@example.org']);
  });
});

const noBox = {
  isEncryptionAvailable: () => false,
  encryptString: () => Buffer.alloc(0),
  decryptString: () => '',
};

describe('the server of mail', () => {
  it('is refused with a password that would go in the clear, and with an address that is none', async () => {
    expect(await computer.desk.setServer({ ...server, security: 'none' }, 'garden gate')).toEqual({
      ok: false,
      failure: { kind: 'needs-encryption' },
    });
    expect(await computer.desk.setServer({ ...server, from: 'ruth' }, 'garden gate')).toEqual({
      ok: false,
      failure: { kind: 'not-an-address' },
    });
    expect((await computer.desk.setServer({ ...server, security: 'none', user: '' }, undefined)).ok).toBe(true);
  });

  it('takes its password and the wish to send with it when it is forgotten', async () => {
    await computer.switchOn();
    await computer.desk.setServer(null, undefined);
    await computer.desk.setServer(server, undefined);
    expect(await computer.desk.settings()).toMatchObject({ isPasswordKnown: false, sendsReminders: false });
  });

  it('never gets the password of another', async () => {
    await computer.switchOn();
    await computer.desk.setServer({ ...server, host: 'other.example' }, undefined);
    await computer.send(due);
    expect(computer.taken.map(({ password }) => password)).toEqual([null, null]);
  });
});
