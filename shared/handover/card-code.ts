/** Beginning of what a card's code says, before the id of its group. */
const beginning = 'trellis:';

/** Text of a code that leads to a group: plain letters only, as readers take others for Chinese. */
export function codeOf(groupId: string): string {
  return `${beginning}${encodeURIComponent(groupId)}`;
}

/** Id of the group that a code leads to; `null` where a text is none. */
export function groupOfCode(text: string): string | null {
  const code = text.trim();
  if (!code.toLowerCase().startsWith(beginning)) return null;
  try {
    return decodeURIComponent(code.slice(beginning.length));
  } catch {
    return null;
  }
}
