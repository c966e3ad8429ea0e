import { hostname } from 'node:os';
import { succeeded } from '#core/kernel/result';
import { readPresence, type Presence, type StorePresence } from '#core/ledger/presence';
import type { Abort, StoreResult } from '#core/ledger/store';

/** Milliseconds after which a computer says again that it is here, though nothing has changed. */
const againAfter = 240_000;
const longestName = 100;

type Said = Pick<Presence, 'by' | 'groupId' | 'seq'>;

/** Word of this computer on itself in a shared place: said when it changes, and now and then. */
export class OwnPresence {
  private said: { readonly what: string; readonly at: number } | null = null;

  constructor(
    private readonly computer: string,
    private readonly now: () => Date = () => new Date(),
    private readonly name = hostname().slice(0, longestName),
  ) {}

  /** Says what this computer is at, where others do not know yet; the words of the others, the one that was here last first. */
  async exchange(
    place: StorePresence | undefined,
    { by, groupId, seq }: Said,
    signal: Abort,
  ): Promise<StoreResult<readonly Presence[]>> {
    if (place === undefined) return succeeded([]);
    const now = this.now();
    const what = JSON.stringify([by, groupId]);
    if (this.said?.what !== what || now.getTime() - this.said.at >= againAfter) {
      const word: Presence = { computer: this.computer, name: this.name, by, at: now.toISOString(), seq, groupId };
      const said = await place.say(this.computer, Buffer.from(JSON.stringify(word)), signal);
      // Who may only read is not seen, and sees the others all the same.
      if (said.ok) this.said = { what, at: now.getTime() };
    }
    const words = await place.all(signal);
    if (!words.ok) return words;
    const newest = new Map<string, Presence>();
    for (const word of words.value) {
      const read = readPresence(Buffer.from(word).toString('utf8'));
      if (read !== null && read.computer !== this.computer && (newest.get(read.computer)?.at ?? '') < read.at)
        newest.set(read.computer, read);
    }
    return succeeded([...newest.values()].sort((one, other) => (one.at < other.at ? 1 : -1)));
  }
}
