import { dayNumber, type Day } from '#core/kernel/day';
import { textToBytes } from '#core/kernel/hash';
import type { BlockEvent } from '#core/queries/coming';
import { sha256Hex } from '../files/sha256';
import { keyOf } from '../reminders/notices';
import type { MainTexts } from '../texts';

/** One letter, before it is sent or handed to another program. */
export interface Letter {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

type Reminder = Extract<BlockEvent, { readonly kind: 'reminder' }>;

/** The most letters of an address with its text that every system hands to a program. */
const mostInAddress = 1_900;

/** Letter about licenses that end, to those it is meant for: one line for each, the soonest first. */
export function letterAbout(
  reminders: readonly BlockEvent[],
  { to, accountName, today }: { readonly to: readonly string[]; readonly accountName: string; readonly today: Day },
  texts: MainTexts,
): Letter {
  const sorted = [...reminders].sort((one, other) => dayNumber(one.endsOn) - dayNumber(other.endsOn));
  const ended = sorted.filter(({ endsOn }) => endsOn < today).length;
  const [only] = sorted;
  return {
    to,
    subject:
      only !== undefined && sorted.length === 1 ? texts.ends(only, today) : texts.summary(ended, sorted.length - ended),
    text: texts.letter(
      accountName,
      sorted.map((reminder) => {
        const days = dayNumber(reminder.endsOn) - dayNumber(today);
        return [texts.ends(reminder, today), ...(days > 0 ? [texts.inDays(days)] : [])].join('. ').replace(/\.$/, '');
      }),
    ),
  };
}

/**
 * The same id for the same reminders to the same person of the same ledger: where two computers send them all the same, servers and
 * mail programs that know an id show one.
 */
export function letterId(ledger: string, reminders: readonly Reminder[], to: string, from: string): string {
  const named = [ledger, to.toLowerCase(), ...reminders.map(keyOf).sort()].join('\n');
  return `<${sha256Hex(textToBytes(named)).slice(0, 40)}@${domainOf(from)}>`;
}

function domainOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return /^[a-z0-9.-]+$/.test(domain) ? domain : 'localhost';
}

/** Address by which the system opens a letter in the person's mail program; what is too long for one ends with three dots. */
export function mailtoOf({ to, subject, text }: Letter): string {
  const address = (body: string): string =>
    `mailto:${to.map(encodeURIComponent).join(',').replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  const lines = text.split('\n').join('\r\n');
  if (address(lines).length <= mostInAddress) return address(lines);
  let letters = [...lines];
  while (letters.length > 0 && address(`${letters.join('')}…`).length > mostInAddress)
    letters = letters.slice(0, Math.floor(letters.length * 0.9));
  return address(`${letters.join('')}…`);
}

/** A letter as bytes, as servers take it and mail programs open it. `draft`: opened to be sent, where a program knows the sign. */
export async function letterBytes(
  { to, subject, text }: Letter,
  more: { readonly from?: string; readonly messageId?: string; readonly draft?: boolean },
): Promise<Uint8Array> {
  // Loaded only where somebody writes: the window comes first.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composed = new MailComposer({
    to: [...to],
    subject,
    text,
    ...(more.from === undefined ? {} : { from: more.from }),
    ...(more.messageId === undefined ? {} : { messageId: more.messageId }),
    headers: more.draft === true ? { 'X-Unsent': '1' } : { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: '\r\n',
  }).compile();
  return new Uint8Array(await composed.build());
}
