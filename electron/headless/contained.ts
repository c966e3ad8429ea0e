/** First place at which an answer does not contain what is expected of it: objects by key, arrays by length and order. `null` when it does. */
export function firstDifference(actual: unknown, expected: unknown, place = ''): string | null {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return `${at(place)} is no list`;
    if (actual.length !== expected.length)
      return `${at(place)} has ${String(actual.length)} entries, expected ${String(expected.length)}`;
    for (const [index, element] of expected.entries()) {
      const difference = firstDifference(actual[index], element, `${place}[${String(index)}]`);
      if (difference !== null) return difference;
    }
    return null;
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return `${at(place)} is ${JSON.stringify(actual)}`;
    for (const [key, value] of Object.entries(expected)) {
      const difference = firstDifference(
        (actual as { readonly [key: string]: unknown })[key],
        value,
        place === '' ? key : `${place}.${key}`,
      );
      if (difference !== null) return difference;
    }
    return null;
  }
  return actual === expected
    ? null
    : `${at(place)} is ${JSON.stringify(actual) ?? 'missing'}, expected ${JSON.stringify(expected)}`;
}

function at(place: string): string {
  return place === '' ? 'the answer' : place;
}
