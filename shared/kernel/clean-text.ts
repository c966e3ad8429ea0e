/**
 * Checks for a clean text (G5), by a table of characters that never changes: two programs with different
 * Unicode tables must not judge one text differently. Whoever makes an act cleans its texts first (`typed-text`).
 */

/** Invisible characters (general category Cf as of Unicode 15), as pairs of the first and the last. */
const formatCharacters: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad],
  [0x0600, 0x0605],
  [0x061c, 0x061c],
  [0x06dd, 0x06dd],
  [0x070f, 0x070f],
  [0x0890, 0x0891],
  [0x08e2, 0x08e2],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x206f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  [0x110bd, 0x110bd],
  [0x110cd, 0x110cd],
  [0x13430, 0x1343f],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0001, 0xe0001],
  [0xe0020, 0xe007f],
];

const space = 0x20;
const tab = 0x09;
const lineFeed = 0x0a;

/** Spaces and breaks other than the plain space. */
function isOtherSpace(point: number): boolean {
  return (
    point === 0xa0 ||
    point === 0x1680 ||
    (point >= 0x2000 && point <= 0x200a) ||
    point === 0x2028 ||
    point === 0x2029 ||
    point === 0x202f ||
    point === 0x205f ||
    point === 0x3000
  );
}

function isControl(point: number): boolean {
  return point < space || (point >= 0x7f && point <= 0x9f);
}

function isJoiner(point: number | undefined): boolean {
  return point === 0x200c || point === 0x200d;
}

function isFormat(point: number): boolean {
  return point >= 0xad && formatCharacters.some(([first, last]) => first <= point && point <= last);
}

/** Tells whether a joiner has something on both sides that it can join. */
function joins(point: number | undefined): boolean {
  return point !== undefined && point !== space && point !== tab && point !== lineFeed && !isJoiner(point);
}

function isClean(text: string, kind: 'line' | 'lines'): boolean {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return points.every((point, index) => {
    if (kind === 'line' && point === space) return points[index + 1] !== space;
    if (kind === 'lines' && (point === lineFeed || point === tab)) return true;
    if (isJoiner(point)) return joins(points[index - 1]) && joins(points[index + 1]);
    return !isControl(point) && !isOtherSpace(point) && !isFormat(point);
  });
}

const around = /^[ \n\t]|[ \n\t]$/;
const plain = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** Tells whether a text is a clean single line: no breaks, no control or invisible characters, no space too many. */
export function isCleanLine(text: string): boolean {
  return plain.test(text) || (!around.test(text) && isClean(text, 'line'));
}

/** Tells whether a text is clean where lines may break. */
export function isCleanNote(text: string): boolean {
  return plain.test(text) || (!around.test(text) && isClean(text, 'lines'));
}

const ascii = /^[\0-\x7f]*$/;

/** A text without what the table has and the author's engine may not know yet. */
export function withoutFormatCharacters(text: string): string {
  if (ascii.test(text)) return text;
  return Array.from(text)
    .filter((character) => {
      const point = character.codePointAt(0) ?? 0;
      return isJoiner(point) || !isFormat(point);
    })
    .join('');
}

/** Key by which serial numbers are compared (D8): without case, spaces, `:`, `-` and `.`; by the table, so letters of ASCII only. */
export function comparedSerial(serial: string): string {
  return serial.replace(/[ :.-]/g, '').replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** Tells whether a SIP address is written as it is stored (U6): scheme and host in lower case, no default port, no transport. */
export function isCanonicalSipAddress(value: string): boolean {
  const parts = /^(sips?):([^\s@:]+)@([^\s@;?]+)([;?][^\s@]*)?$/.exec(value);
  if (parts === null || !isCleanLine(value)) return false;
  const [, scheme, , host = '', rest = ''] = parts;
  return !/[A-Z]/.test(host) && !host.endsWith(scheme === 'sip' ? ':5060' : ':5061') && !/;transport=/i.test(rest);
}

/** Tells whether a text is one e-mail address as it is stored (G6). */
export function isCanonicalEmail(value: string): boolean {
  return isCleanLine(value) && /^[^\s@<>,;]+@[^\s@<>,;:]*[^\s@<>,;:.]$/.test(value) && !/^mailto:/i.test(value);
}
