/** Compares two texts by code unit, so that every machine sorts alike whatever its language. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A text as it is stored: trimmed, and in Unicode normal form C. */
export function normaliseText(text: string): string {
  return text.trim().normalize('NFC');
}
