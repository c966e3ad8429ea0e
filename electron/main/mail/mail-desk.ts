import { addDays, type Day } from '#core/kernel/day';
import { failed, succeeded, type Result } from '#core/kernel/result';
import { isCanonicalEmail } from '#core/kernel/clean-text';
import type { MailFailure, MailServer, MailSettings } from '#core/ipc/mail-channels';
import type { Coming, ComingEvent } from '#core/queries/coming';
import { dayIn } from '../calendar-day';
import { logEvent } from '../log';
import { dueEvents, type ToldReminders, withoutTold, withTold } from '../reminders/told-reminders';
import type { SecretKeeper } from '../servers/secret-keeper';
import type { MainTexts } from '../texts';
import { letterAbout, letterBytes, letterId } from './letter';
import type { KeptMail } from './mail-settings';
import { keepsPassword, postLetter, type PostedLetter, type PostingWay } from './post-letter';

type Reminder = Extract<ComingEvent, { readonly kind: 'reminder' }>;
type Secrets = Pick<SecretKeeper, 'passwordFor' | 'remember' | 'forget' | 'isKept'>;

export interface MailDeskParts {
  readonly now: () => number;
  readonly kept: { readonly read: () => Promise<KeptMail>; readonly write: (kept: KeptMail) => Promise<void> };
  readonly secrets: () => Secrets | null;
  /** What was mailed of each ledger, apart from what was shown. */
  readonly mailed: Pick<ToldReminders, 'read' | 'write'>;
  readonly post?: (way: PostingWay, letter: PostedLetter) => Promise<MailFailure | null>;
  readonly texts: () => MainTexts;
  /** Letters do not go any more; told once, until one goes again. */
  readonly onFailing: (failure: MailFailure) => void;
}

/** Name under which the password is kept: of this server and this person, so that another never gets it. */
function secretOf({ host, port, user }: MailServer): string {
  return `smtp://${encodeURIComponent(user)}@${host.toLowerCase()}:${String(port)}`;
}

/** A key that tells one reminder to one person from every other; its day comes first, as that of what is told. */
function mailedKey({ day, blockId }: Reminder, to: string): string {
  return `${day} mail ${blockId} ${to.toLowerCase()}`;
}

/** A key of a reminder that a server does not take for good: another server, or another sender, is asked again. */
function refusedKey(key: string, server: MailServer): string {
  return `${key} refused by ${secretOf(server)} from ${server.from.toLowerCase()}`;
}

/**
 * Mail of this installation: its server, and reminders that go to those they are meant for. A letter is noted on the disk before it is
 * given to the server, and only what surely did not go is taken back and tried again: sent twice is what must not happen. Nothing
 * goes before a person has switched it on, and nothing that was due before that day.
 */
export class MailDesk {
  private kept: KeptMail | null = null;

  constructor(private readonly parts: MailDeskParts) {}

  async settings(): Promise<MailSettings> {
    const { server, sendsSince, last } = await this.read();
    const secrets = this.parts.secrets();
    return {
      server,
      isPasswordKnown: server !== null && server.user !== '' && secrets?.passwordFor(secretOf(server)) != null,
      isPasswordKept: server !== null && secrets?.isKept(secretOf(server)) === true,
      sendsReminders: sendsSince !== null,
      last,
    };
  }

  async setServer(
    server: MailServer | null,
    password: string | undefined,
  ): Promise<Result<MailSettings, { readonly kind: 'not-an-address' | 'needs-encryption' }>> {
    if (server !== null && !isCanonicalEmail(server.from)) return failed({ kind: 'not-an-address' });
    if (server !== null && server.user !== '' && !keepsPassword(server)) return failed({ kind: 'needs-encryption' });
    const before = await this.read();
    const secrets = this.parts.secrets();
    if (before.server !== null && (server === null || secretOf(before.server) !== secretOf(server)))
      await secrets?.forget(secretOf(before.server));
    if (server !== null && server.user !== '' && password !== undefined && password !== '')
      await secrets?.remember(secretOf(server), password);
    await this.write({ server, sendsSince: server === null ? null : before.sendsSince, last: null });
    return succeeded(await this.settings());
  }

  async sendReminders(sends: boolean): Promise<Result<MailSettings, { readonly kind: 'no-server' }>> {
    const kept = await this.read();
    if (kept.server === null) return failed({ kind: 'no-server' });
    const sendsSince = sends ? (kept.sendsSince ?? dayIn('UTC', this.parts.now())) : null;
    await this.write({ ...kept, sendsSince });
    return succeeded(await this.settings());
  }

  /** A letter to the address that mail comes from. */
  async try(): Promise<Result<string, MailFailure | { readonly kind: 'no-server' }>> {
    const way = await this.way();
    if (way === null) return failed({ kind: 'no-server' });
    const { from } = way.server;
    const { tried, triedText } = this.parts.texts().mail;
    const bytes = await letterBytes({ to: [from], subject: tried, text: triedText }, { from });
    const failure = await this.post(way, { to: from, bytes });
    return failure === null ? succeeded(from) : failed(failure);
  }

  /** Sends what is due in a ledger and was not sent: one letter a person, whatever number of reminders. */
  async sendDue(ledger: string, { events, accountName }: Coming, today: Day): Promise<void> {
    const { sendsSince } = await this.read();
    const way = await this.way();
    if (sendsSince === null || way === null) return;
    const read = await this.parts.mailed.read(ledger);
    let told = read ?? { since: today, keys: [] };
    if (told.since < sendsSince) told = { ...told, since: sendsSince };
    // A day's tolerance, as the day of switching on is that of no zone.
    const due = dueEvents(events, { since: addDays(told.since, -1), keys: [] }, today).filter(isReminder);
    if (read === null) await this.parts.mailed.write(ledger, told);
    for (const [to, reminders] of byPerson(due)) {
      const fresh = reminders.filter((reminder) => {
        const key = mailedKey(reminder, to);
        return !told.keys.includes(key) && !told.keys.includes(refusedKey(key, way.server));
      });
      if (fresh.length === 0) continue;
      const keys = fresh.map((reminder) => mailedKey(reminder, to));
      told = withTold(told, keys, today);
      await this.parts.mailed.write(ledger, told);
      const failure = await this.sendTo(to, fresh, { ledger, accountName, today, way });
      if (failure === null || failure.kind === 'unsure') continue;
      told = withoutTold(told, keys);
      // What a server refuses for good, it is not asked again: what came of it stands in the settings.
      const isRefused = failure.kind === 'refused';
      if (isRefused) {
        const refused = keys.map((key) => refusedKey(key, way.server));
        told = withTold(told, refused, today);
      }
      await this.parts.mailed.write(ledger, told);
      if (!isRefused) return;
    }
  }

  private async sendTo(
    to: string,
    reminders: readonly Reminder[],
    about: {
      readonly ledger: string;
      readonly accountName: string;
      readonly today: Day;
      readonly way: PostingWay;
    },
  ): Promise<MailFailure | null> {
    const { from } = about.way.server;
    const letter = letterAbout(reminders, { ...about, to: [to] }, this.parts.texts());
    const bytes = await letterBytes(letter, { from, messageId: letterId(about.ledger, reminders, to, from) });
    const failure = await this.post(about.way, { to, bytes });
    const before = await this.read();
    const at = this.parts.now();
    await this.write({
      ...before,
      last: failure === null ? { kind: 'sent', at, to: [to] } : { kind: 'failed', at, to: [to], failure },
    });
    logEvent('mail', { kind: failure?.kind ?? 'sent', reminders: reminders.length });
    if (failure !== null && before.last?.kind !== 'failed') this.parts.onFailing(failure);
    return failure;
  }

  private post(way: PostingWay, letter: PostedLetter): Promise<MailFailure | null> {
    return (this.parts.post ?? postLetter)(way, letter);
  }

  private async way(): Promise<PostingWay | null> {
    const { server } = await this.read();
    if (server === null) return null;
    return {
      server,
      password: server.user === '' ? null : (this.parts.secrets()?.passwordFor(secretOf(server)) ?? null),
    };
  }

  private async read(): Promise<KeptMail> {
    this.kept ??= await this.parts.kept.read();
    return this.kept;
  }

  private async write(kept: KeptMail): Promise<void> {
    await this.parts.kept.write(kept);
    this.kept = kept;
  }
}

function isReminder(event: ComingEvent): event is Reminder {
  return event.kind === 'reminder';
}

function byPerson(reminders: readonly Reminder[]): ReadonlyMap<string, readonly Reminder[]> {
  const people = new Map<string, Reminder[]>();
  for (const reminder of reminders)
    for (const to of new Set(reminder.recipients.filter(isCanonicalEmail)))
      people.set(to, [...(people.get(to) ?? []), reminder]);
  return people;
}
