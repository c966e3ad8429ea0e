import type { Language } from '#core/kernel/language';
import type { Day } from '#core/kernel/day';
import { isOwnTypeId, type LicenseTypeId, type VendorTypeId } from '#core/model/vocabulary';

/** Some units of a type in a group. */
export interface NamedBlock {
  readonly quantity: number;
  readonly typeId: LicenseTypeId;
  readonly typeName?: string;
  readonly groupName: string;
  readonly endsOn: Day;
}

/**
 * Texts that main itself says: in dialogs, notifications, the tray and calendar files. Everything else is said by the window,
 * from its own catalogue. Another language is one more object of this type.
 */
export interface MainTexts {
  readonly chooseFolder: string;
  /** The page in place of a window that keeps ending. */
  readonly trouble: { readonly title: string; readonly kept: string; readonly again: string; readonly send: string };
  /** Why a profile cannot be worked with. */
  readonly profile: {
    readonly title: string;
    readonly readOnly: (folder: string, code: string) => string;
    readonly inUse: (folder: string, host: string) => string;
  };
  readonly tray: { readonly tip: string; readonly open: string; readonly stay: string; readonly quit: string };
  /** The menu bar of a window without an account; the window says the rest itself. */
  readonly menu: {
    readonly edit: string;
    readonly cut: string;
    readonly copy: string;
    readonly paste: string;
    readonly selectAll: string;
    readonly window: string;
    readonly fullScreen: string;
    readonly minimise: string;
    readonly quit: string;
  };
  readonly calendar: {
    readonly saveTitle: string;
    readonly fileKind: string;
    readonly fileName: (accountName: string) => string;
    readonly name: (accountName: string) => string;
  };
  readonly invitation: { readonly saveTitle: string; readonly fileKind: string };
  /** Files for another account. */
  readonly grant: { readonly saveTitle: string; readonly fileKind: string };
  readonly table: {
    readonly saveTitle: string;
    readonly fileKind: string;
    readonly workbookKind: string;
    readonly phoneBookKind: string;
  };
  /** Saving an account as a file. */
  readonly project: {
    readonly saveTitle: string;
    readonly fileKind: string;
    /** Name of an account that was copied from another. */
    readonly copyName: (name: string, last: string | null) => string;
  };
  /** Title of the dialog that asks for the folder of backups. */
  readonly backupFolder: string;
  /** Title of the dialog that asks for the folder of the papers of a handover. */
  readonly handoverFolder: string;
  /** That a block ends or has ended, as seen on a day. */
  readonly ends: (block: NamedBlock, today: Day) => string;
  /** The same for a calendar, where the day is said already. */
  readonly endsThatDay: (block: NamedBlock) => string;
  readonly remind: (block: NamedBlock) => string;
  readonly lastDay: string;
  readonly inDays: (days: number) => string;
  /** That the contract of an account renews. */
  readonly contractRenews: (accountName: string) => string;
  readonly contractRenewsOn: (day: Day) => string;
  readonly recipients: (recipients: readonly string[], groupName: string) => string;
  /** More than is said one by one: how many have ended and how many will. */
  readonly summary: (ended: number, ending: number) => string;
  readonly more: (count: number) => string;
  /** Text of a letter that reminds of what ends, a line for each. */
  readonly letter: (accountName: string, ends: readonly string[]) => string;
  readonly mail: {
    readonly saveTitle: string;
    readonly fileKind: string;
    /** Subject and text of a letter by which a server is tried. */
    readonly tried: string;
    readonly triedText: string;
    /** Notification that reminders do not go by mail. */
    readonly failing: string;
    readonly failingText: string;
  };
}

/** Name of a block's type: of one's own as it was given. */
function typeIn(names: { readonly [T in VendorTypeId]: string }, { typeId, typeName }: NamedBlock): string {
  return typeName ?? (isOwnTypeId(typeId) ? typeId : names[typeId]);
}

const englishTypes: { readonly [T in VendorTypeId]: string } = {
  'link.trial': 'Link Trial',
  'link.basic': 'Link Basic',
  'link.basicPaid': 'Link Basic (paid)',
  'link.plus': 'Link Plus',
  'link.feature': 'Link Feature',
  'ringover.smart': 'Ringover Smart',
  'ringover.business': 'Ringover Business',
  'ringover.advanced': 'Ringover Advanced',
};
const englishDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

function englishBlock(block: NamedBlock): string {
  return `${block.quantity} × ${typeIn(englishTypes, block)} in ${block.groupName}`;
}

function verb(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

function writeEnglishDay(day: Day): string {
  return englishDay.format(new Date(`${day}T00:00:00Z`));
}

/** A moment that sorts by itself and needs no language. */
function asMoment(at: string): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`;
}

const english: MainTexts = {
  chooseFolder: 'Choose a folder',
  trouble: {
    title: 'Trellis cannot keep its window open',
    kept: 'Everything you have done is kept on this computer. Nothing is lost.',
    again: 'Try again',
    send: 'If it happens again, restart the computer. If that does not help, send us this log file; it holds no names and no numbers:',
  },
  profile: {
    title: 'Trellis cannot work with its folder',
    readOnly: (folder, code) =>
      `Trellis keeps everything in ${folder}, and cannot write there (${code}). Make room or give access, then start it again. Nothing was changed.`,
    inUse: (folder, host) =>
      `Trellis is open with ${folder} on the computer ${host}. Close it there first: two at once would overwrite each other.`,
  },
  tray: {
    tip: 'Trellis',
    open: 'Open Trellis',
    stay: 'Keep reminding when the window is closed',
    quit: 'Quit Trellis',
  },
  menu: {
    edit: 'Edit',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    window: 'Window',
    fullScreen: 'Full screen',
    minimise: 'Minimise',
    quit: 'Quit Trellis',
  },
  calendar: {
    saveTitle: 'Export reminders to a calendar',
    fileKind: 'Calendar',
    fileName: (accountName) => `${accountName} reminders`,
    name: (accountName) => `Trellis: ${accountName}`,
  },
  project: {
    saveTitle: 'Save a copy as a file',
    fileKind: 'Trellis project',
    copyName: (name, last) => `${name} (copy${last === null ? '' : ` of ${asMoment(last)}`})`,
  },
  backupFolder: 'Where do the backups go?',
  handoverFolder: 'Where do the papers of the handover go?',
  invitation: { saveTitle: 'Save an invitation', fileKind: 'Invitation' },
  grant: { saveTitle: 'Save a file for another account', fileKind: 'Licenses between accounts' },
  table: {
    saveTitle: 'Export a table',
    fileKind: 'For other systems (CSV)',
    workbookKind: 'For people and spreadsheets (XLSX)',
    phoneBookKind: 'Phone book',
  },
  ends: (block, today) => {
    if (block.endsOn < today) return `${englishBlock(block)} ended on ${writeEnglishDay(block.endsOn)}`;
    return `${englishBlock(block)} ${verb(block.quantity, 'ends', 'end')} ${block.endsOn === today ? 'today' : `on ${writeEnglishDay(block.endsOn)}`}`;
  },
  endsThatDay: (block) => `${englishBlock(block)} ${verb(block.quantity, 'ends', 'end')}`,
  remind: (block) =>
    `Reminder: ${englishBlock(block)} ${verb(block.quantity, 'ends', 'end')} on ${writeEnglishDay(block.endsOn)}`,
  lastDay: 'This is the last day on which they count.',
  inDays: (days) => verb(days, 'In 1 day.', `In ${days} days.`),
  contractRenews: (accountName) => `The contract of ${accountName} renews`,
  contractRenewsOn: (day) => `Its next term begins on ${writeEnglishDay(day)}.`,
  recipients: (recipients, groupName) =>
    recipients.length === 0
      ? `Nobody is named to be reminded for ${groupName}.`
      : `To be reminded: ${recipients.join(', ')}.`,
  summary: (ended, ending) => {
    const parts = [
      ...(ended === 0 ? [] : [`${ended} ${verb(ended, 'has', 'have')} ended`]),
      ...(ending === 0 ? [] : [`${ending} ${verb(ending, 'ends', 'end')} soon`]),
    ];
    return `Licenses: ${parts.join(', ')}`;
  },
  more: (count) => `and ${count} more`,
  letter: (accountName, ends) =>
    `${accountName}\n\n${ends.map((line) => `- ${line}`).join('\n')}\n\nTo be renewed, or left to end: in Trellis, Expiring in 30 days.`,
  mail: {
    saveTitle: 'Save a message',
    fileKind: 'E-mail',
    tried: 'Trellis can write to you',
    triedText: 'This message was sent from Trellis to try its mail server. Nobody else got it.',
    failing: 'Reminders do not go by mail',
    failingText: 'What the mail server said stands in Trellis, in Settings, Mail.',
  },
};

const germanTypes: { readonly [T in VendorTypeId]: string } = {
  ...englishTypes,
  'link.basicPaid': 'Link Basic (bezahlt)',
};
const germanDay = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

function germanBlock(block: NamedBlock): string {
  return `${block.quantity} × ${typeIn(germanTypes, block)} in ${block.groupName}`;
}

function writeGermanDay(day: Day): string {
  return germanDay.format(new Date(`${day}T00:00:00Z`));
}

const german: MainTexts = {
  chooseFolder: 'Ordner wählen',
  trouble: {
    title: 'Trellis kann sein Fenster nicht offen halten',
    kept: 'Alles, was Sie getan haben, ist auf diesem Computer gespeichert. Nichts ist verloren.',
    again: 'Erneut versuchen',
    send: 'Geschieht es wieder, starten Sie den Computer neu. Hilft das nicht, senden Sie uns diese Protokolldatei; sie enthält keine Namen und keine Nummern:',
  },
  profile: {
    title: 'Trellis kann mit seinem Ordner nicht arbeiten',
    readOnly: (folder, code) =>
      `Trellis bewahrt alles in ${folder} auf und kann dort nicht schreiben (${code}). Schaffen Sie Platz oder Zugriff und starten Sie es erneut. Es wurde nichts verändert.`,
    inUse: (folder, host) =>
      `Trellis ist mit ${folder} auf dem Computer ${host} geöffnet. Schließen Sie es zuerst dort: Zwei zugleich würden einander überschreiben.`,
  },
  tray: {
    tip: 'Trellis',
    open: 'Trellis öffnen',
    stay: 'Auch bei geschlossenem Fenster erinnern',
    quit: 'Trellis beenden',
  },
  menu: {
    edit: 'Bearbeiten',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    selectAll: 'Alles auswählen',
    window: 'Fenster',
    fullScreen: 'Vollbild',
    minimise: 'Minimieren',
    quit: 'Trellis beenden',
  },
  calendar: {
    saveTitle: 'Erinnerungen in einen Kalender exportieren',
    fileKind: 'Kalender',
    fileName: (accountName) => `${accountName} Erinnerungen`,
    name: (accountName) => `Trellis: ${accountName}`,
  },
  project: {
    saveTitle: 'Kopie als Datei speichern',
    fileKind: 'Trellis-Projekt',
    copyName: (name, last) => `${name} (Kopie${last === null ? '' : ` vom ${asMoment(last)}`})`,
  },
  backupFolder: 'Wohin mit den Sicherungen?',
  handoverFolder: 'Wohin mit den Unterlagen der Übergabe?',
  invitation: { saveTitle: 'Einladung speichern', fileKind: 'Einladung' },
  grant: { saveTitle: 'Datei für ein anderes Konto speichern', fileKind: 'Lizenzen zwischen Konten' },
  table: {
    saveTitle: 'Tabelle exportieren',
    fileKind: 'Für andere Systeme (CSV)',
    workbookKind: 'Für Menschen und Tabellenprogramme (XLSX)',
    phoneBookKind: 'Telefonbuch',
  },
  ends: (block, today) => {
    if (block.endsOn < today) return `${germanBlock(block)}: am ${writeGermanDay(block.endsOn)} abgelaufen`;
    return `${germanBlock(block)} ${verb(block.quantity, 'endet', 'enden')} ${block.endsOn === today ? 'heute' : `am ${writeGermanDay(block.endsOn)}`}`;
  },
  endsThatDay: (block) => `${germanBlock(block)} ${verb(block.quantity, 'endet', 'enden')}`,
  remind: (block) =>
    `Erinnerung: ${germanBlock(block)} ${verb(block.quantity, 'endet', 'enden')} am ${writeGermanDay(block.endsOn)}`,
  lastDay: 'Heute ist der letzte Tag, an dem sie zählen.',
  inDays: (days) => verb(days, 'In 1 Tag.', `In ${days} Tagen.`),
  contractRenews: (accountName) => `Der Vertrag von ${accountName} verlängert sich`,
  contractRenewsOn: (day) => `Die nächste Laufzeit beginnt am ${writeGermanDay(day)}.`,
  recipients: (recipients, groupName) =>
    recipients.length === 0
      ? `Für ${groupName} ist niemand genannt, der erinnert wird.`
      : `Zu erinnern: ${recipients.join(', ')}.`,
  summary: (ended, ending) => {
    const parts = [
      ...(ended === 0 ? [] : [`${ended} abgelaufen`]),
      ...(ending === 0 ? [] : [`${ending} ${verb(ending, 'endet', 'enden')} bald`]),
    ];
    return `Lizenzen: ${parts.join(', ')}`;
  },
  more: (count) => `und ${count} weitere`,
  letter: (accountName, ends) =>
    `${accountName}\n\n${ends.map((line) => `- ${line}`).join('\n')}\n\nVerlängern oder auslaufen lassen: in Trellis unter „Endet in 30 Tagen“.`,
  mail: {
    saveTitle: 'Nachricht speichern',
    fileKind: 'E-Mail',
    tried: 'Trellis kann Ihnen schreiben',
    triedText: 'Diese Nachricht kam von Trellis, um den Mailserver zu prüfen. Sonst hat sie niemand bekommen.',
    failing: 'Erinnerungen gehen nicht als Mail hinaus',
    failingText: 'Was der Mailserver gesagt hat, steht in Trellis unter Einstellungen, Mail.',
  },
};

export const mainTextsIn: { readonly [L in Language]: MainTexts } = { en: english, de: german };

/** The language of the window, which says it as soon as it is there. */
let spoken: Language = 'en';

/** Says whether that is another language than before. */
export function speakMain(language: Language): boolean {
  const isOther = language !== spoken;
  spoken = language;
  return isOther;
}

/** The texts in the language that is spoken now; ask anew each time, as it can change. */
export function mainTexts(): MainTexts {
  return mainTextsIn[spoken];
}

/** The language itself. */
export function mainLanguage(): Language {
  return spoken;
}
