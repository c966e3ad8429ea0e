import { failed, succeeded } from '#core/kernel/result';
import type { KeyRegister } from '#core/intents/key-intents';
import { joiningIn } from '#core/intents/key-intents';
import type { Head } from '#core/ledger/commit';
import { decodeCommit, noHash } from '#core/ledger/encoding';
import type {
  Abort,
  AppendSignature,
  LedgerStore,
  StoreBeginning,
  Repaired,
  ReadLimit,
  ReadPage,
  StoreFailure,
  StoreInfo,
  StoreRepair,
  StoreReport,
  StoreResult,
  Unsubscribe,
} from '#core/ledger/store';
import type { StorePresence } from '#core/ledger/presence';
import { sha256Hex } from '../files/sha256';
import { readEnvelope } from '../stores/entry-envelope';
import { openEntry, readSealed, sealEntry } from './entry-sealing';
import { Epochs, type EpochVault } from './epochs';
import type { OwnKeys } from './own-keys';
import { decrypt, encrypt } from './sealing';
import { epochOfWord, openWord, sealWord } from './sealed-words';

export interface SealedStoreParts {
  /** The place itself. */
  readonly store: LedgerStore;
  readonly ledger: string;
  readonly own: OwnKeys;
  readonly vault: EpochVault;
  /** View of the ledger on keys, without what is pending here. */
  readonly register: () => KeyRegister | StoreResult<KeyRegister> | Promise<StoreResult<KeyRegister>>;
}

/** An entry as it lies in the place, and as it is. */
interface Known {
  readonly outer: string;
  readonly inner: string;
  readonly epoch: string | null;
  readonly signature: AppendSignature | null;
}

const rememberedEntries = 20_000;
/** An append is read to its end, however long it is. */
const appendPage: ReadLimit = { entries: 500, bytes: 4 * 1024 * 1024 };

/**
 * A store whose place holds nothing but envelopes once the account is protected: entries, and whatever else is kept there. Outside it
 * is a store like any other; what lies in the place has a chain of its own, of envelopes. An unprotected account passes through as it is.
 */
export class SealedStore implements LedgerStore {
  readonly info: StoreInfo;
  readonly repair?: StoreRepair;
  readonly beginning?: StoreBeginning;
  readonly presence?: StorePresence;
  private readonly known = new Map<number, Known>();
  private readonly epochs: Epochs;
  private epoch: string | null = null;

  constructor(private readonly parts: SealedStoreParts) {
    this.info = parts.store.info;
    const { repair, presence, beginning } = parts.store;
    if (beginning !== undefined)
      this.beginning = {
        at: (signal) => this.beginsAt(beginning, signal),
        shorten: (to, signal) => this.shorten(beginning, to, signal),
      };
    if (presence !== undefined)
      this.presence = {
        say: (computer, word, signal) => this.sayHere(presence, computer, word, signal),
        all: (signal) => this.allHere(presence, signal),
      };
    if (repair !== undefined)
      this.repair = { ...repair, mend: (entries, signal) => this.mend(repair, entries, signal) };
    this.epochs = new Epochs(parts.ledger, parts.store, parts.own, parts.vault);
  }

  async check(signal: Abort): Promise<StoreResult<StoreReport>> {
    const report = await this.parts.store.check(signal);
    if (!report.ok || report.value.head === null) return report;
    const head = await this.innerHead(report.value.head, signal);
    return head.ok ? succeeded({ ...report.value, head: head.value }) : head;
  }

  async head(signal: Abort): Promise<StoreResult<Head | null>> {
    const head = await this.parts.store.head(signal);
    return !head.ok || head.value === null ? head : this.innerHead(head.value, signal);
  }

  async read(after: number, limit: ReadLimit, signal: Abort): Promise<StoreResult<ReadPage>> {
    const entries: Uint8Array[] = [];
    const appends: AppendSignature[] = [];
    let isSealed = false;
    const sealedSince = this.sealedSince();
    for (let size = limit; ; size = appendPage) {
      const page = await this.parts.store.read(after + entries.length, size, signal);
      if (!page.ok) return this.told(page.failure, signal);
      for (const bytes of page.value.entries) {
        const opened = await this.open(bytes, after + entries.length + 1, signal, sealedSince);
        // What can be read comes first: it may say why the rest cannot.
        if (!opened.ok) return readBefore(opened, after, entries, appends, page.value.head);
        isSealed = opened.value.known.epoch !== null;
        entries.push(opened.value.line);
        if (opened.value.known.signature !== null) appends.push(opened.value.known.signature);
      }
      const last = after + entries.length;
      const ended = !isSealed || appends.at(-1)?.last === last;
      if (!ended && page.value.entries.length > 0) continue;
      // Nobody has signed for the last of them.
      if (!ended) appends.push({ last, key: '', sig: '' });
      const { head, copies } = page.value;
      const inner = head === null ? succeeded(null) : await this.innerHead(head, signal);
      return inner.ok ? succeeded({ entries, head: inner.value, appends, copies }) : inner;
    }
  }

  async append(entries: readonly Uint8Array[], expected: Head | null, signal: Abort): Promise<StoreResult<Head>> {
    const { store, ledger, own } = this.parts;
    const known = await this.register();
    if (!known.ok) return known;
    const register = known.value;
    const joining = joiningIn(entries.flatMap((bytes) => decodedOf(bytes)));
    if (!register.isProtected && !joining.some(({ begins }) => begins)) return store.append(entries, expected, signal);
    const epoch = await this.epochs.forWriting(this.epoch, register, joining, signal);
    if (!epoch.ok) return epoch;
    const before = expected === null ? succeeded(noHash) : await this.outerHash(expected, signal);
    if (!before.ok) return before;
    const signature = own.signAppend(ledger, entries, register);
    if (signature === null) return failed({ kind: 'forbidden', detail: 'This computer is not let in (any more).' });
    const key = Buffer.from(epoch.value.key, 'hex');
    let prev = before.value;
    let seq = expected?.seq ?? 0;
    const made: [number, Known][] = [];
    const sealed = entries.map((line) => {
      seq += 1;
      const was = this.known.get(seq);
      // What the place had before is put back as it was.
      const isBack = was !== undefined && was.inner === sha256Hex(line) && was.epoch !== null;
      const ends = seq === (expected?.seq ?? 0) + entries.length;
      const signed = isBack ? was.signature : ends ? signature : null;
      const place = { ledger, seq, prev, epoch: isBack && was.epoch !== null ? was.epoch : epoch.value.epoch };
      const outer = sealEntry(
        line,
        place,
        (place.epoch === epoch.value.epoch ? null : this.keyFor(place.epoch)) ?? key,
        signed,
      );
      prev = sha256Hex(outer);
      made.push([seq, { outer: prev, inner: sha256Hex(line), epoch: place.epoch, signature: signed }]);
      return outer;
    });
    const appended = await store.append(
      sealed,
      expected === null ? null : { seq: expected.seq, hash: before.value },
      signal,
    );
    if (!appended.ok) return this.told(appended.failure, signal);
    for (const [at, known] of made) this.remember(at, known);
    this.epoch = epoch.value.epoch;
    return succeeded({ seq, hash: made.at(-1)?.[1].inner ?? '' });
  }

  async putBlob(name: string, bytes: Uint8Array, signal: Abort): Promise<StoreResult<null>> {
    const { store } = this.parts;
    const known = await this.register();
    if (!known.ok) return known;
    const register = known.value;
    if (!register.isProtected) return store.putBlob(name, bytes, signal);
    const there = await this.getBlob(name, signal);
    if (!there.ok) return there;
    if (there.value !== null)
      return Buffer.from(there.value).equals(bytes)
        ? succeeded(null)
        : failed({ kind: 'corrupt', place: name, detail: 'Another content has this name already.' });
    const epoch = await this.epochs.forWriting(this.epoch, register, [], signal);
    if (!epoch.ok) return epoch;
    const sealed = encrypt(Buffer.from(epoch.value.key, 'hex'), bytes, this.blobBoundTo(name, epoch.value.epoch));
    const head = Buffer.from(`trellis-blob-2 ${epoch.value.epoch}\n`);
    return store.putBlob(name, Buffer.concat([head, sealed]), signal);
  }

  async getBlob(name: string, signal: Abort): Promise<StoreResult<Uint8Array | null>> {
    const found = await this.parts.store.getBlob(name, signal);
    if (!found.ok || found.value === null) return found;
    const bytes = Buffer.from(found.value);
    const [, epoch] = /^trellis-blob-2 ([a-z2-7]{26})\n/.exec(bytes.subarray(0, 42).toString('latin1')) ?? [];
    if (epoch === undefined) {
      const register = await this.register();
      if (!register.ok) return register;
      return register.value.isProtected
        ? failed({ kind: 'corrupt', place: name, detail: 'It is not encrypted.' })
        : found;
    }
    const key = await this.epochs.keyOf(epoch, signal);
    if (!key.ok) return key;
    const opened = decrypt(key.value, bytes.subarray(bytes.indexOf(0x0a) + 1), this.blobBoundTo(name, epoch));
    return opened === null
      ? failed({ kind: 'corrupt', place: name, detail: 'The envelope is damaged, or was made for another place.' })
      : succeeded(Uint8Array.from(opened));
  }

  /** Its name is in the open, and it is removed as it is. */
  async dropBlob(name: string, signal: Abort): Promise<StoreResult<null>> {
    return (await this.parts.store.dropBlob?.(name, signal)) ?? succeeded(null);
  }

  private async sayHere(
    presence: StorePresence,
    computer: string,
    word: Uint8Array,
    signal: Abort,
  ): Promise<StoreResult<null>> {
    const register = await this.register();
    if (!register.ok) return register;
    if (!register.value.isProtected) return presence.say(computer, word, signal);
    const epoch = await this.epochs.forWriting(this.epoch, register.value, [], signal);
    if (!epoch.ok) return epoch;
    return presence.say(computer, sealWord(this.parts.ledger, epoch.value, word), signal);
  }

  /** In a protected account only what its own computers can have written. */
  private async allHere(presence: StorePresence, signal: Abort): Promise<StoreResult<readonly Uint8Array[]>> {
    const [register, words] = [await this.register(), await presence.all(signal)];
    if (!register.ok || !words.ok) return register.ok ? words : register;
    const opened: Uint8Array[] = [];
    for (const word of words.value) {
      const epoch = epochOfWord(word);
      if (epoch === null) {
        if (!register.value.isProtected) opened.push(word);
        continue;
      }
      const key = await this.epochs.keyOf(epoch, signal);
      const open = key.ok ? openWord(this.parts.ledger, epoch, key.value, word) : null;
      if (open !== null) opened.push(open);
    }
    return succeeded(opened);
  }

  /** What lies in a protected place is bound to what lies before it: it is put back from the first wrong entry on, or not at all. */
  private async mend(
    repair: StoreRepair,
    entries: Parameters<StoreRepair['mend']>[0],
    signal: Abort,
  ): Promise<StoreResult<readonly Repaired[]>> {
    const register = await this.register();
    if (!register.ok) return register;
    return register.value.isProtected
      ? failed({ kind: 'defect', detail: 'Envelopes of a protected account cannot be put back one by one.' })
      : repair.mend(entries, signal);
  }

  private async beginsAt(beginning: StoreBeginning, signal: Abort): Promise<StoreResult<Head | null>> {
    const begins = await beginning.at(signal);
    return !begins.ok || begins.value === null ? begins : this.innerBeginning(begins.value, signal);
  }

  /** A beginning as it is: the entry itself is gone, and the one behind it names it. */
  private async innerBeginning(outer: Head, signal: Abort): Promise<StoreResult<Head>> {
    const known = this.known.get(outer.seq);
    if (known?.outer === outer.hash) return succeeded({ seq: outer.seq, hash: known.inner });
    const page = await this.parts.store.read(outer.seq, { entries: 1, bytes: 1 }, signal);
    if (!page.ok) return page;
    const [bytes] = page.value.entries;
    if (bytes === undefined) return succeeded(outer);
    const opened = await this.open(bytes, outer.seq + 1, signal);
    if (!opened.ok) return opened;
    const inner = readEnvelope(opened.value.line)?.prev ?? outer.hash;
    this.remember(outer.seq, { outer: outer.hash, inner, epoch: null, signature: null });
    return succeeded({ seq: outer.seq, hash: inner });
  }

  private async shorten(beginning: StoreBeginning, to: Head, signal: Abort): Promise<StoreResult<null>> {
    const begins = await beginning.at(signal);
    if (!begins.ok) return begins;
    // What was removed already cannot be looked up any more, nor need it be.
    if (begins.value !== null && begins.value.seq >= to.seq) return beginning.shorten(begins.value, signal);
    const hash = await this.outerHash(to, signal);
    return hash.ok ? beginning.shorten({ seq: to.seq, hash: hash.value }, signal) : hash;
  }

  watch(onHint: () => void): Unsubscribe {
    return this.parts.store.watch?.(onHint) ?? (() => undefined);
  }

  close(): Promise<void> {
    return this.parts.store.close();
  }

  /** Place from which on everything lies in envelopes, whatever was read here before; asked once. */
  private sealedSince(): () => Promise<StoreResult<number>> {
    let asked: Promise<StoreResult<number>> | null = null;
    return () =>
      (asked ??= this.register().then((register) =>
        register.ok
          ? succeeded(register.value.isProtected ? register.value.since : Number.POSITIVE_INFINITY)
          : register,
      ));
  }

  private async register(): Promise<StoreResult<KeyRegister>> {
    const answer = await this.parts.register();
    return 'ok' in answer ? answer : succeeded(answer);
  }

  private blobBoundTo(name: string, epoch: string): string {
    return `trellis-blob-2\n${this.parts.ledger}\n${name}\n${epoch}`;
  }

  private keyFor(epoch: string): Uint8Array | null {
    const known = this.parts.vault.all().find((each) => each.epoch === epoch);
    return known === undefined ? null : Buffer.from(known.key, 'hex');
  }

  private async open(
    bytes: Uint8Array,
    seq: number,
    signal: Abort,
    sealedSince = this.sealedSince(),
  ): Promise<StoreResult<{ readonly line: Uint8Array; readonly known: Known }>> {
    const outer = sha256Hex(bytes);
    // The file around it is whole: whoever wrote this there did not hold the key.
    const foreign = (detail: string): StoreResult<never> =>
      failed({ kind: 'corrupt', place: `entry ${String(seq)}`, detail, isForeign: true });
    const sealed = readSealed(bytes);
    if (sealed === null) {
      const isFollowing = (this.known.get(seq - 1)?.epoch ?? null) !== null;
      const since = await sealedSince();
      if (!since.ok) return since;
      if (isFollowing || seq >= since.value)
        return foreign('It is not encrypted, although the account is protected: somebody else has written it.');
      const known = { outer, inner: outer, epoch: null, signature: null };
      this.remember(seq, known);
      return succeeded({ line: bytes, known });
    }
    if (sealed.seq !== seq || sealed.ledger !== this.parts.ledger) return foreign('The envelope belongs elsewhere.');
    const key = await this.epochs.keyOf(sealed.epoch, signal);
    if (!key.ok)
      return key.failure.kind === 'forbidden' && (await this.isUnannounced(sealed.epoch, signal))
        ? foreign('It is encrypted with a key that no computer of the account has announced.')
        : key;
    const opened = openEntry(sealed, key.value);
    if (opened === null) return foreign('The envelope is damaged, or was made for another place.');
    const known = { outer, inner: sha256Hex(opened.line), epoch: sealed.epoch, signature: opened.signature };
    this.remember(seq, known);
    this.epoch = sealed.epoch;
    return succeeded({ line: opened.line, known });
  }

  /** Who is let in can tell a key that was kept from him from one that nobody of the account has made. */
  private async isUnannounced(epoch: string, signal: Abort): Promise<boolean> {
    const register = await this.register();
    if (!register.ok || this.parts.own.counting(register.value) === null) return false;
    const announced = await this.epochs.isAnnounced(epoch, register.value, signal);
    return announced.ok && !announced.value;
  }

  private remember(seq: number, known: Known): void {
    this.known.set(seq, known);
    if (this.known.size > rememberedEntries)
      for (const oldest of [...this.known.keys()].slice(0, 5_000)) this.known.delete(oldest);
  }

  /** The head as it is, of a head as it lies in the place. */
  private async innerHead(outer: Head, signal: Abort): Promise<StoreResult<Head>> {
    const known = this.known.get(outer.seq);
    if (known?.outer === outer.hash) return succeeded({ seq: outer.seq, hash: known.inner });
    const page = await this.parts.store.read(outer.seq - 1, { entries: 1, bytes: 1 }, signal);
    if (!page.ok) return beginsWith(page.failure, outer.seq) ? this.innerBeginning(outer, signal) : page;
    const [bytes] = page.value.entries;
    if (bytes === undefined) return failed({ kind: 'offline', detail: 'The place changed while it was read.' });
    const opened = await this.open(bytes, outer.seq, signal);
    return opened.ok ? succeeded({ seq: outer.seq, hash: opened.value.known.inner }) : opened;
  }

  /** Hash in the place of an entry that is known here; its own where another stands there, which the place will say. */
  private async outerHash(head: Head, signal: Abort): Promise<StoreResult<string>> {
    const known = this.known.get(head.seq);
    if (known?.inner === head.hash) return succeeded(known.outer);
    const page = await this.parts.store.read(head.seq - 1, { entries: 1, bytes: 1 }, signal);
    if (!page.ok && page.failure.kind === 'shortened') {
      const begins = await this.innerBeginning(page.failure.begins, signal);
      if (!begins.ok) return begins;
      const isThere = begins.value.seq === head.seq && begins.value.hash === head.hash;
      return succeeded(isThere ? page.failure.begins.hash : head.hash);
    }
    if (!page.ok) return page;
    const [bytes] = page.value.entries;
    if (bytes === undefined) return succeeded(head.hash);
    const opened = await this.open(bytes, head.seq, signal);
    if (!opened.ok) return opened;
    return succeeded(opened.value.known.inner === head.hash ? opened.value.known.outer : head.hash);
  }

  /** A failure of the place with its heads as they are. */
  private async told(failure: StoreFailure, signal: Abort): Promise<StoreResult<never>> {
    if (failure.kind === 'shortened') {
      const begins = await this.innerBeginning(failure.begins, signal);
      return begins.ok ? failed({ kind: 'shortened', begins: begins.value }) : begins;
    }
    if (failure.kind !== 'head-moved' && failure.kind !== 'behind') return failed(failure);
    if (failure.head === null) return failed(failure);
    const head = await this.innerHead(failure.head, signal);
    return head.ok ? failed({ ...failure, head: head.value }) : head;
  }
}

function beginsWith(failure: StoreFailure, seq: number): boolean {
  return failure.kind === 'shortened' && failure.begins.seq === seq;
}

/** The whole appends before something that cannot be read; the failure itself where there are none. */
function readBefore(
  failure: StoreResult<never> & { readonly ok: false },
  after: number,
  entries: readonly Uint8Array[],
  appends: readonly AppendSignature[],
  head: Head | null,
): StoreResult<ReadPage> {
  const last = appends.at(-1)?.last ?? after;
  return last === after ? failure : succeeded({ entries: entries.slice(0, last - after), head, appends });
}

function decodedOf(bytes: Uint8Array): readonly { readonly do: string; readonly args: unknown }[] {
  const decoded = decodeCommit(bytes);
  return decoded.ok ? [decoded.commit] : [];
}
