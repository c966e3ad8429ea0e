import { normaliseText } from './text';

/**
 * Readers that make what is meant out of what people type, paste or have in a file. Used where texts come in, never by the rules: what
 * counts as a space or as invisible follows the Unicode tables of the program that runs.
 */

const lineBreaksAndControls = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const invisible = /\p{Cf}/gu;
/** Joiners hold the parts of a letter or a picture together; anywhere else they are invisible rubbish. */
const joiners = new Set(['\u200C', '\u200D']);
/** A line that is clean already, as most are: letters and signs of ASCII with one space between words. */
const plainLine = /^[!-~]+(?: [!-~]+)*$/;
const plainEmail = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;
const partOfWord = /[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;

/** The whole character (of one or two units) that ends just before a place in a text. */
function characterBefore(text: string, place: number): string {
  const unit = text.charCodeAt(place - 1);
  return text.slice(unit >= 0xdc00 && unit <= 0xdfff ? place - 2 : place - 1, place);
}

function characterAt(text: string, place: number): string {
  const point = text.codePointAt(place);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function withoutInvisible(text: string): string {
  return text.replace(invisible, (found, place: number) =>
    joiners.has(found) &&
    place > 0 &&
    partOfWord.test(characterBefore(text, place)) &&
    partOfWord.test(characterAt(text, place + 1))
      ? found
      : '',
  );
}

/** A text of one line: breaks, tabs and other control characters are spaces, runs of spaces one, invisible characters gone. */
export function cleanLine(text: string): string {
  if (plainLine.test(text)) return text;
  return normaliseText(withoutInvisible(text.replace(lineBreaksAndControls, ' ')).replace(/\p{Zs}+/gu, ' '));
}

/** A text that may have several lines: the same, but breaks stay, written alike. */
export function cleanLines(text: string): string {
  return normaliseText(
    text
      .replace(/\r\n?|[\u0085\p{Zl}\p{Zp}]/gu, '\n')
      .split('\n')
      .map((line) => withoutInvisible(line.replace(/[^\S\n\t]/gu, ' ').replace(/(?!\t)\p{Cc}/gu, ' ')).trimEnd())
      .join('\n'),
  );
}

/** One e-mail address, without what mail programs put around it: `mailto:`, angle brackets, trailing punctuation. */
export function cleanEmail(text: string): string {
  if (plainEmail.test(text)) return text;
  const line = cleanLine(text);
  const bracketed = /^[^<>@]*<([^<>]*)>[\s.,;:]*$/.exec(line)?.[1];
  return (bracketed ?? line)
    .trim()
    .replace(/^mailto:\s*/i, '')
    .replace(/^<(.*)>$/, '$1')
    .replace(/^"(.*)"$/, '$1')
    .replace(/[\s.,;:>"]+$/, '')
    .trim();
}

/** Key by which serial numbers are compared: without regard to case, spaces, `:`, `-` and `.`. */
export function serialKey(serial: string): string {
  return cleanLine(serial)
    .replace(/[\s:.\p{Pd}\u2212]/gu, '')
    .toUpperCase();
}

/** Key by which e-mail addresses are compared. */
export function emailKey(email: string): string {
  return cleanEmail(email).toLowerCase();
}

/** The port that each scheme means when none is named. */
const defaultPorts: { readonly [scheme: string]: string } = { sip: '5060', sips: '5061' };

/** A SIP address: scheme and host in lower case, without default port and transport; everything else as typed. */
export function cleanSipAddress(text: string): string {
  const line = cleanLine(text);
  const parts = /^(sips?):([^@]*)@([^;?]*)([;?].*)?$/i.exec(line.replace(/^<(.*)>$/, '$1'));
  if (parts === null) return line;
  const scheme = (parts[1] ?? '').toLowerCase();
  const host = (parts[3] ?? '').toLowerCase();
  const port = `:${defaultPorts[scheme] ?? ''}`;
  const rest = (parts[4] ?? '').replace(/;transport=[^;?]*/gi, '');
  return `${scheme}:${parts[2] ?? ''}@${host.endsWith(port) ? host.slice(0, -port.length) : host}${rest}`;
}
