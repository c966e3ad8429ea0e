import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { BackupKeeper } from '../../../electron/main/backups/backup-keeper';
import { ImportDesk, type ImportPort, type ImportPortEvents } from '../../../electron/main/imports/import-desk';
import { ImportService } from '../../../electron/main/imports/import-service';
import { answerCall, type AnyHandler } from '../../../electron/main/ipc/call';
import { exportHandlers } from '../../../electron/main/ipc/export-handlers';
import type { Handlers } from '../../../electron/main/ipc/handlers';
import { historyHandlers } from '../../../electron/main/ipc/history-handlers';
import { journalHandlers, ledgerHandlers } from '../../../electron/main/ipc/ledger-handlers';
import { menuHandlers } from '../../../electron/main/ipc/menu-handlers';
import { reminderHandlers } from '../../../electron/main/ipc/reminder-handlers';
import { trustHandlers } from '../../../electron/main/ipc/trust-handlers';
import type { AskedFile } from '../../../electron/main/ipc/export-handlers';
import type { LaunchOptions } from '../../../electron/main/launch-options';
import { LedgerCalls } from '../../../electron/main/ledger/ledger-calls';
import { LedgerDesk } from '../../../electron/main/ledger/ledger-desk';
import { LedgerFiles } from '../../../electron/main/ledger/ledger-files';
import { LedgerPlaces } from '../../../electron/main/ledger/ledger-places';
import { ShorteningDesk } from '../../../electron/main/ledger/shortening-desk';
import { type AskProject, ProjectDesk } from '../../../electron/main/project-file/project-desk';
import { answerProject } from '../../../electron/main/project-file/project-service';
import { noLock } from '../../../electron/main/trust/key-file';
import { TrustDesk } from '../../../electron/main/trust/trust-desk';
import { SecretKeeper } from '../../../electron/main/servers/secret-keeper';
import { VendorDesk } from '../../../electron/main/vendors/vendor-desk';
import { speakMain } from '../../../electron/main/texts';
import { succeeded } from '#core/kernel/result';
import type { AnnouncementName } from '#core/ipc/announcements';
import type { Channel } from '#core/ipc/channel';
import { channels, type ChannelName } from '#core/ipc/channels';
import { checkHere } from '../check-here';

/** What a person would choose in the dialogs of the system. */
export interface Choices {
  folder: string | null;
  file: string | null;
}

export interface MainInNodeParts {
  readonly profile: string;
  readonly options: LaunchOptions;
  /** Where the page comes from. */
  readonly origin: string;
  readonly choices: Choices;
  readonly announce: (name: AnnouncementName, announcement: unknown) => void;
  readonly onDefect: (channel: string, error: unknown) => void;
}

/** A system without a keychain: what is secret is known until the end. */
const noKeychain = {
  isEncryptionAvailable: () => false,
  encryptString: (): Buffer => Buffer.alloc(0),
  decryptString: () => '',
};

/** What main has read in a process of its own, read in this one. */
function readHere(events: ImportPortEvents): ImportPort {
  const service = new ImportService();
  return {
    post: ({ call, request }) => void service.answer(request).then((reply) => events.onReply({ call, reply })),
    kill: () => undefined,
  };
}
const askHere: AskProject = (request) => ({
  answer: answerProject(request) as Promise<never>,
  giveUp: () => undefined,
});

/**
 * Main without Electron: the same desk, journal, stores and handlers behind the same schemas, in plain Node. What only a desktop has
 * (dialogs, tray, notifications, the menu bar) is answered as a test has chosen.
 */
export class MainInNode {
  private readonly desk: LedgerDesk;
  private readonly calls = new LedgerCalls();
  private readonly vendors: VendorDesk;
  private readonly handlers: Partial<Handlers>;

  static async open(parts: MainInNodeParts): Promise<MainInNode> {
    mkdirSync(parts.profile, { recursive: true });
    return new MainInNode(parts, await SecretKeeper.open(parts.profile, noKeychain));
  }

  private constructor(
    private readonly parts: MainInNodeParts,
    secrets: SecretKeeper,
  ) {
    const { profile, options, choices, announce } = parts;
    const places = new LedgerPlaces();
    if (options.join !== null) places.allow(options.join);
    const files = new LedgerFiles(profile);
    this.desk = new LedgerDesk({
      files,
      places,
      keyLock: () => noLock,
      spawnCheck: checkHere,
      onHint: (ledger) => announce('ledger.hint', { ledger }),
      onVoided: () => undefined,
      onHealed: () => undefined,
      passwordFor: () => null,
      onChanged: () => undefined,
    });
    this.vendors = new VendorDesk({
      secrets,
      standIn: options.ringoverStandIn,
      standInPaceMs: options.standInPaceMs,
      tell: (progress) => announce('vendors.progress', progress),
    });
    const askForFile = ({ extension }: AskedFile): Promise<string | null> =>
      Promise.resolve(
        choices.file === null || path.extname(choices.file) !== '' ? choices.file : `${choices.file}.${extension}`,
      );
    const shortening = new ShorteningDesk({
      ...{ files, spawnCheck: checkHere, now: () => new Date().toISOString() },
      trusted: (ledger) => this.desk.trusted(ledger),
      onProgress: (progress) => announce('history.progress', progress),
    });
    const projects = new ProjectDesk({ desk: this.desk, ask: askHere, askForFile, onGiven: () => undefined });
    const backups = new BackupKeeper({
      ...{ profile, files, desk: this.desk, ask: askHere, now: Date.now },
      askForFolder: () => Promise.resolve(choices.folder),
      // Nobody is here for as long as it takes until a backup makes itself.
      after: () => () => undefined,
      onTrouble: (kind) => parts.onDefect('backups', kind),
    });
    let settings = { staysInTray: false };
    this.handlers = {
      'app.info': () =>
        succeeded({
          version: '0.1.0',
          electron: 'none',
          platform: 'linux' as const,
          opening: options.sample ? ('sample' as const) : ('first-start' as const),
          wasOpenedAnew: false,
          oldRuntime: false,
        }),
      'app.chooseFolder': () => {
        if (choices.folder !== null) places.allow(choices.folder);
        return succeeded(choices.folder);
      },
      'app.openLog': () => succeeded(null),
      'app.openLink': () => succeeded(null),
      'window.ready': () => succeeded(null),
      'window.setTheme': () => succeeded(null),
      'window.defect': ({ error, places: where }) => {
        parts.onDefect('window', `${error} ${where.join(' ')}`);
        return succeeded(null);
      },
      'window.setLanguage': ({ language }) => {
        speakMain(language);
        return succeeded(null);
      },
      ...menuHandlers(() => undefined),
      ...ledgerHandlers({ desk: this.desk, calls: this.calls, invitation: options.join }),
      ...journalHandlers(this.desk),
      ...historyHandlers(shortening, this.calls),
      ...trustHandlers({ desk: this.desk, trust: new TrustDesk((ledger) => this.desk.trusted(ledger)), askForFile }),
      ...reminderHandlers({
        settings: () => settings,
        stayInTray: (staysInTray) => Promise.resolve((settings = { staysInTray })),
      }),
      ...this.vendors.handlers(),
      ...new ImportDesk(readHere).handlers(),
      ...projects.handlers(),
      ...backups.handlers(),
      ...exportHandlers({
        coming: (from, to) => this.desk.coming(from, to),
        askForFile,
      }),
    };
  }

  /** Answers a call of the page as Electron's main does: the sender is checked, the request parsed, no exception let through. */
  answer(name: string, frameUrl: string, isMainFrame: boolean, request: unknown): Promise<unknown> {
    const definition: Channel<unknown, unknown, unknown> | undefined = channels[name as ChannelName];
    const handler = this.handlers[name as ChannelName] as AnyHandler | undefined;
    if (definition === undefined || handler === undefined)
      return Promise.resolve({ ok: false, failure: { kind: 'not-allowed' } });
    return answerCall(
      { definition, handler, sender: { contentsId: 1, frameUrl, isMainFrame }, request },
      { isOurWindow: () => true, origin: this.parts.origin },
      (error) => this.parts.onDefect(name, error),
    );
  }

  async close(): Promise<void> {
    this.calls.abortAll();
    this.vendors.stopAll();
    await this.desk.close();
  }
}
