import { app, powerMonitor } from 'electron';
import type { ReminderSettings } from '#core/ipc/reminder-channels';
import type { Language } from '#core/kernel/language';
import type { Handlers } from '../ipc/handlers';
import { reminderHandlers } from '../ipc/reminder-handlers';
import type { LedgerDesk } from '../ledger/ledger-desk';
import type { LedgerFiles } from '../ledger/ledger-files';
import { logDefect, logEvent } from '../log';
import { MailDesk } from '../mail/mail-desk';
import { readMail, writeMail } from '../mail/mail-settings';
import type { SecretKeeper } from '../servers/secret-keeper';
import { mainTexts, speakMain } from '../texts';
import { TrayIcon } from '../window/tray';
import { electronNotifier } from './electron-notifier';
import { ReminderKeeper } from './reminder-keeper';
import { firstReminderSettings, readReminderSettings, writeReminderSettings } from './reminder-settings';
import { ToldReminders } from './told-reminders';

export interface RemindingParts {
  readonly profile: string;
  readonly files: LedgerFiles;
  readonly desk: Pick<LedgerDesk, 'coming' | 'isLocked'>;
  readonly showWindow: () => void;
  readonly showGroup: (ledger: string, groupId: string) => void;
  readonly quit: () => void;
  /** `null` until the application is ready. */
  readonly secrets: () => SecretKeeper | null;
}

/** As in electron-builder.yml. */
const applicationId = 'io.trellis.app';

/** Notifications, mail and the tray: what goes on without the window. */
export class Reminding {
  readonly mail: MailDesk;
  private readonly keeper: ReminderKeeper;
  private readonly tray: TrayIcon;
  private settings = firstReminderSettings;

  constructor(private readonly parts: RemindingParts) {
    const { desk, files, profile, secrets, showGroup, showWindow, quit } = parts;
    const notifier = electronNotifier();
    this.mail = new MailDesk({
      now: () => Date.now(),
      kept: { read: () => readMail(profile), write: (kept) => writeMail(profile, kept) },
      secrets,
      mailed: new ToldReminders((ledger) => files.folderOf(ledger), 'mailed.json'),
      texts: mainTexts,
      onFailing: () => {
        const { failing, failingText } = mainTexts().mail;
        if (notifier.isAvailable())
          notifier.show({ title: failing, body: failingText, groupId: '', keys: [] }, showWindow);
      },
    });
    this.keeper = new ReminderKeeper({
      now: () => Date.now(),
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
      coming: async (from, to) => {
        const found = await desk.coming(from, to);
        if (found.ok) return found.value;
        logEvent('nothing to remind of', { kind: found.failure.kind });
        return null;
      },
      told: new ToldReminders((ledger) => files.folderOf(ledger)),
      // A notice would tell of the account on a screen that is locked; it comes when the account is open again.
      notifier: { ...notifier, isAvailable: () => !desk.isLocked && notifier.isAvailable() },
      mail: (ledger, coming, today) => this.mail.sendDue(ledger, coming, today),
      texts: mainTexts,
      onTakenUp: showGroup,
      onDefect: (error) => logDefect('reminders', error),
    });
    this.tray = new TrayIcon({ open: showWindow, stopStaying: () => void this.stopStaying(), quit });
  }

  /** Tells whether closing the window leaves the program in the tray. */
  get staysInTray(): boolean {
    return this.settings.staysInTray;
  }

  /** Once the application is ready. */
  async start(): Promise<void> {
    // Windows shows notifications only of programs that say which of the installed ones they are.
    if (process.platform === 'win32') app.setAppUserModelId(applicationId);
    powerMonitor.on('resume', () => void this.keeper.look());
    this.take(await readReminderSettings(this.parts.profile));
  }

  /** From now on main speaks as the window does. */
  speak(language: Language): void {
    if (speakMain(language)) this.tray.writeAgain();
  }

  notice(what: 'opened' | 'kept'): void {
    this.keeper.notice(what);
  }

  /** Tells what is due now, as something about telling has changed. */
  look(): Promise<void> {
    return this.keeper.look();
  }

  handlers(): Handlers<'reminders.'> {
    return reminderHandlers({ settings: () => this.settings, stayInTray: (stays) => this.stayInTray(stays) });
  }

  close(): void {
    this.keeper.close();
    this.tray.hide();
  }

  private async stayInTray(stays: boolean): Promise<ReminderSettings> {
    await writeReminderSettings(this.parts.profile, { staysInTray: stays });
    this.take({ staysInTray: stays });
    return this.settings;
  }

  /** Said in the tray, where the window may be closed: it comes back, or nobody could find the program. */
  private async stopStaying(): Promise<void> {
    await this.stayInTray(false);
    this.parts.showWindow();
  }

  private take(settings: ReminderSettings): void {
    this.settings = settings;
    if (settings.staysInTray) this.tray.show();
    else this.tray.hide();
  }
}
