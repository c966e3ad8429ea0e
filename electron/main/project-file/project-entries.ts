/** Commits of a ledger as the lines of a part. Stored bytes hold no line break, so that they are the same when they come back. */
export function linesOfEntries(entries: readonly Uint8Array[]): Uint8Array {
  const newline = Buffer.from('\n');
  return Buffer.concat(entries.flatMap((entry) => [entry, newline]));
}

export function entriesOfLines(lines: Uint8Array): readonly Uint8Array[] {
  const entries: Uint8Array[] = [];
  for (let start = 0; start < lines.length;) {
    const end = lines.indexOf(0x0a, start);
    entries.push(lines.subarray(start, end === -1 ? lines.length : end));
    start = end === -1 ? lines.length : end + 1;
  }
  return entries;
}
