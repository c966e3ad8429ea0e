import { keyRegister, type KeyRegister } from '#core/intents/key-intents';
import { failed, succeeded } from '#core/kernel/result';
import { readCheckpoint } from '#core/ledger/checkpoint';
import type { Head } from '#core/ledger/commit';
import { hashEntry } from '#core/ledger/encoding';
import type { PassedOver } from '#core/ledger/joining';
import { Replica } from '#core/ledger/replica';
import { checkpointText } from '#core/ledger/signed-text';
import type { Abort, LedgerStore, StoreResult } from '#core/ledger/store';
import { z } from 'zod';
import { sha256Hex } from '../files/sha256';
import { beginningOf } from '../stores/expected-head';
import { isSignedBy } from '../trust/computer-keys';
import { OwnKeys } from '../trust/own-keys';
import { ProvedCopy } from '../trust/proved-copy';

/**
 * Several computers say what a checkpoint is, each in a slip of its own; a newcomer believes what two agree on. In a protected
 * account a slip counts by the signature of a computer that is let in, not by the name on it.
 */
const slip = z.strictObject({
  computer: z.string().min(1).max(200),
  checkpoint: z.string().regex(/^[0-9a-f]{64}$/),
  key: z.string().max(64).optional(),
  sig: z.string().max(200).optional(),
});
type Slip = z.output<typeof slip>;

/** Checkpoints stand at whole multiples of this, so that several computers make the same one and a newcomer finds it. */
export const checkpointStep = 500;
/** At multiples of this they are made without being asked for, and looked for far back, too. */
export const checkpointEvery = 5_000;
/** More slips than this are not looked at: a newcomer needs two that agree. */
const mostSlips = 12;
/** Number of whole thousands of five a newcomer goes back before it rather replays. */
const mostEvery = 20;
const tailPage = { entries: 2_000, bytes: 16 * 1024 * 1024 };

export interface FoundCheckpoint {
  readonly replica: Replica;
  readonly head: Head;
  readonly bytes: Uint8Array;
  readonly confirmedBy: readonly string[];
}

export interface NewestCheckpoint {
  readonly found: FoundCheckpoint | null;
  /** Those that stand later than what was found. */
  readonly passedOver: readonly PassedOver[];
}

export interface WrittenCheckpoint {
  readonly seq: number;
  readonly bytes: number;
  /** True when another computer has said the same before. */
  readonly isConfirmed: boolean;
  /** Computers that say something else of the same commit. */
  readonly contradictedBy: readonly string[];
}

/** A checkpoint that this computer has worked out itself, and its word that it is right. */
export interface OwnCheckpoint {
  readonly bytes: Uint8Array;
  readonly head: Head;
  readonly computer: string;
  /** Signature over `checkpointText`, where this computer has a key. */
  readonly signed?: { readonly key: string; readonly sig: string } | null;
}

type ShelfStore = Pick<LedgerStore, 'getBlob' | 'putBlob' | 'dropBlob' | 'read' | 'beginning'>;

/** Checkpoints that stay: where the newest is damaged or was made by a newer version, there is one before it. */
const mostKept = 2;
/** As many places are looked at for older ones: whoever makes a checkpoint comes by often enough. */
const mostLookedAt = 40;

function digits(seq: number): string {
  return String(seq).padStart(12, '0');
}

function checkpointName(seq: number, hash: string): string {
  return `checkpoint-${digits(seq)}-${hash.slice(0, 32)}`;
}

function slipName(seq: number, index: number): string {
  return `checkpoint-${digits(seq)}.${index}`;
}

/** The last place at or before a commit where a checkpoint may stand; 0 for none. */
export function checkpointBefore(seq: number, step = checkpointStep): number {
  return Math.floor(seq / step) * step;
}

/** Statement of some computers on what stands at a commit. */
interface Agreement {
  readonly hash: string;
  readonly slips: readonly Slip[];
  readonly computers: readonly string[];
}

const silent: Slip = { computer: 'unreadable', checkpoint: '' };

/** Checkpoints of one ledger beside it in its store. They are written as blobs, never changed, and never needed. */
export class CheckpointShelf {
  constructor(
    private readonly store: ShelfStore,
    private readonly ledger: string,
  ) {}

  async put(own: OwnCheckpoint, signal: Abort): Promise<StoreResult<WrittenCheckpoint>> {
    const { bytes, head, computer, signed } = own;
    const { seq } = head;
    const hash = sha256Hex(bytes);
    const stored = await this.store.putBlob(checkpointName(seq, hash), bytes, signal);
    if (!stored.ok) return stored;
    for (let index = 1; index <= mostSlips; index += 1) {
      const there = await this.slipAt(seq, index, signal);
      if (!there.ok) return there;
      if (there.value?.computer === computer && there.value.checkpoint === hash) break;
      if (there.value !== null) continue;
      const word: Slip = { computer, checkpoint: hash, ...(signed ?? {}) };
      const put = await this.store.putBlob(slipName(seq, index), Buffer.from(JSON.stringify(word)), signal);
      // Another computer took this one at the same moment.
      if (!put.ok && put.failure.kind === 'corrupt') continue;
      if (!put.ok) return put;
      // Not every server tells two who take one name at the same moment; the word counts where it stands.
      const stands = await this.slipAt(seq, index, signal);
      if (!stands.ok) return stands;
      if (stands.value?.computer === computer) break;
    }
    const agreed = await this.agreedAt(seq, signal);
    if (!agreed.ok) return agreed;
    const isConfirmed = agreed.value.some((it) => it.hash === hash && it.computers.length > 1);
    const contradictedBy = agreed.value.filter((it) => it.hash !== hash).flatMap(({ computers }) => computers);
    return succeeded({ seq, bytes: bytes.length, isConfirmed, contradictedBy });
  }

  /** Tells whether two computers, neither of them this one, have said the same of a commit already. */
  async isSettledAt(seq: number, computer: string, signal: Abort): Promise<StoreResult<boolean>> {
    const agreed = await this.agreedAt(seq, signal);
    if (!agreed.ok) return agreed;
    const [only, ...more] = agreed.value;
    return succeeded(
      only !== undefined && more.length === 0 && only.computers.filter((name) => name !== computer).length > 1,
    );
  }

  /**
   * The newest checkpoint at or before a head that two computers agree on, and that stands on this very history. What is half there,
   * wrong, forged or made by a newer version is passed over, and said.
   */
  async newest(head: Head, signal: Abort): Promise<StoreResult<NewestCheckpoint>> {
    const passedOver: PassedOver[] = [];
    const begins = await beginningOf(this.store, signal);
    if (!begins.ok) return begins;
    for (const seq of candidates(head.seq).filter((at) => at > (begins.value?.seq ?? 0))) {
      const agreed = await this.agreedAt(seq, signal);
      if (!agreed.ok) return agreed;
      for (const agreement of agreed.value) {
        if (agreement.computers.length < 2) {
          passedOver.push({ seq, because: 'unconfirmed' });
          continue;
        }
        const opened = await this.open(seq, agreement, signal);
        if (!opened.ok) return opened;
        if (!('because' in opened.value)) return succeeded({ found: opened.value, passedOver });
        passedOver.push({ seq, because: opened.value.because });
      }
    }
    if (begins.value === null) return succeeded({ found: null, passedOver });
    const first = await this.first(begins.value, signal);
    if (!first.ok) return first;
    return succeeded(
      'because' in first.value
        ? { found: null, passedOver: [...passedOver, { seq: begins.value.seq, because: first.value.because }] }
        : { found: first.value, passedOver },
    );
  }

  /**
   * The checkpoint with which a shortened ledger begins: the one that a commit behind it names, whoever has put it down, for what was before
   * it nobody else can look at any more.
   */
  async first(begins: Head, signal: Abort): Promise<StoreResult<FoundCheckpoint | Pick<PassedOver, 'because'>>> {
    const agreed = await this.agreedAt(begins.seq, signal);
    if (!agreed.ok) return agreed;
    let because: PassedOver['because'] = 'damaged';
    for (const agreement of agreed.value) {
      const opened = await this.open(begins.seq, agreement, signal, begins);
      if (!opened.ok || !('because' in opened.value)) return opened;
      because = opened.value.because;
    }
    return succeeded({ because });
  }

  /** Copies what lies where a shortened ledger begins to another place; `shortened` where that cannot be read without its keys. */
  async copyFirst(begins: Head, to: Pick<LedgerStore, 'putBlob'>, signal: Abort): Promise<StoreResult<null>> {
    const agreed = await this.agreedAt(begins.seq, signal);
    if (!agreed.ok) return agreed;
    if (agreed.value.length === 0) return failed({ kind: 'shortened', begins });
    let index = 0;
    for (const { hash, slips } of agreed.value) {
      const name = checkpointName(begins.seq, hash);
      const piece = await this.store.getBlob(name, signal);
      if (!piece.ok) return piece;
      if (piece.value === null) return failed({ kind: 'shortened', begins });
      const put = await to.putBlob(name, piece.value, signal);
      if (!put.ok) return put;
      for (const slip of slips) {
        index += 1;
        const said = await to.putBlob(slipName(begins.seq, index), Buffer.from(JSON.stringify(slip)), signal);
        if (!said.ok) return said;
      }
    }
    return succeeded(null);
  }

  /** Removes every checkpoint up to a commit but the one at which the ledger begins; `also` are commits at which others may stand. */
  async dropUpTo(seq: number, also: readonly number[], signal: Abort): Promise<StoreResult<null>> {
    const begins = await beginningOf(this.store, signal);
    if (!begins.ok) return begins;
    const places = new Set(also.filter((at) => at <= seq));
    for (let at = checkpointStep; at <= seq; at += checkpointStep) places.add(at);
    places.delete(begins.value?.seq ?? 0);
    for (const at of places) {
      const gone = await this.dropAt(at, signal);
      if (!gone.ok) return gone;
    }
    return succeeded(null);
  }

  /** Removes what lies at a commit: the pieces before the slips on them, so that what was broken off is found again. How many pieces. */
  private async dropAt(seq: number, signal: Abort): Promise<StoreResult<number>> {
    const slips = await this.slipsAt(seq, signal);
    if (!slips.ok) return slips;
    const agreed = agreementsOf(slips.value);
    const slipNames = slips.value.map((_, index) => slipName(seq, index + 1)).reverse();
    for (const name of [...agreed.map(({ hash }) => checkpointName(seq, hash)), ...slipNames]) {
      const gone = await this.store.dropBlob?.(name, signal);
      if (gone?.ok === false) return gone;
    }
    return succeeded(agreed.length);
  }

  /**
   * Removes what is older than the two newest checkpoints on which this computer and another agree, from a commit back, but not the one
   * with which the ledger begins; how many went.
   */
  async dropOld(seq: number, computer: string, signal: Abort, step = checkpointStep): Promise<StoreResult<number>> {
    const { store } = this;
    if (store.dropBlob === undefined) return succeeded(0);
    const begins = await beginningOf(this.store, signal);
    if (!begins.ok) return begins;
    let kept = 0;
    let dropped = 0;
    for (const at of placesBefore(seq, step).filter((place) => place !== begins.value?.seq)) {
      const slips = await this.slipsAt(at, signal);
      if (!slips.ok) return slips;
      const agreed = agreementsOf(slips.value);
      if (kept < mostKept) {
        if (agreed.some(({ computers }) => computers.length > 1 && computers.includes(computer))) kept += 1;
        continue;
      }
      const gone = await this.dropAt(at, signal);
      if (!gone.ok) return gone;
      dropped += gone.value;
    }
    return succeeded(dropped);
  }

  private async open(
    seq: number,
    { hash, slips, computers }: Agreement,
    signal: Abort,
    begins: Head | null = null,
  ): Promise<StoreResult<FoundCheckpoint | Pick<PassedOver, 'because'>>> {
    const got = await this.store.getBlob(checkpointName(seq, hash), signal);
    if (!got.ok && got.failure.kind !== 'corrupt') return got;
    const bytes = got.ok ? got.value : null;
    if (bytes === null || sha256Hex(bytes) !== hash) return succeeded({ because: 'damaged' });
    const reading = readCheckpoint(bytes);
    if (!reading.ok) return succeeded({ because: reading.problem === 'other-format' ? 'other' : 'damaged' });
    const { checkpoint } = reading;
    const { head } = checkpoint;
    if (checkpoint.ledger !== this.ledger || head?.seq !== seq) return succeeded({ because: 'other' });
    const stands = begins === null ? await this.hashAt(seq, signal) : succeeded(begins.hash);
    if (!stands.ok) return stands;
    if (stands.value !== head.hash) return succeeded({ because: 'other' });
    const open = (): Replica =>
      Replica.resume({ ...checkpoint, pending: [], attention: [], voided: [] }, checkpoint.model.fork());
    const isProtected = keyRegister(checkpoint.model).isProtected;
    if (begins !== null || isProtected) {
      // Who was let in since can give his word for it, and who was shut out since cannot.
      const end = await this.replayedToEnd(open(), signal);
      if (!end.ok) return end;
      if (begins !== null) {
        if (!isNamed(end.value.replica, head, hash)) return succeeded({ because: 'unconfirmed' });
      } else if (signersOf(slips, end.value.register, checkpointText(this.ledger, head, hash)) < 2)
        return succeeded({ because: 'forged' });
    }
    return succeeded({ replica: open(), head, bytes, confirmedBy: computers });
  }

  private async hashAt(seq: number, signal: Abort): Promise<StoreResult<string | null>> {
    const page = await this.store.read(seq - 1, { entries: 1, bytes: 1 }, signal);
    if (!page.ok) return page;
    const [entry] = page.value.entries;
    return succeeded(entry === undefined ? null : hashEntry(entry));
  }

  /** The account once everything after a checkpoint has been replayed on top of it. */
  private async replayedToEnd(replica: Replica, signal: Abort): Promise<StoreResult<ProvedCopy>> {
    const copy = new ProvedCopy(replica, new OwnKeys([]));
    for (;;) {
      const page = await this.store.read(copy.head?.seq ?? 0, tailPage, signal);
      if (!page.ok) return page;
      if (page.value.entries.length === 0) return succeeded(copy);
      const received = await copy.receivePage(page.value);
      if (!received.ok) return received;
    }
  }

  /** Statements of computers on what stands at a seq, each content with who says so. */
  private async agreedAt(seq: number, signal: Abort): Promise<StoreResult<readonly Agreement[]>> {
    const slips = await this.slipsAt(seq, signal);
    return slips.ok ? succeeded(agreementsOf(slips.value)) : slips;
  }

  private async slipsAt(seq: number, signal: Abort): Promise<StoreResult<readonly Slip[]>> {
    const slips: Slip[] = [];
    for (let index = 1; index <= mostSlips; index += 1) {
      const there = await this.slipAt(seq, index, signal);
      if (!there.ok) return there;
      if (there.value === null) break;
      slips.push(there.value);
    }
    return succeeded(slips);
  }

  /** A slip that cannot be read counts as one that says nothing. */
  private async slipAt(seq: number, index: number, signal: Abort): Promise<StoreResult<Slip | null>> {
    const bytes = await this.store.getBlob(slipName(seq, index), signal);
    if (!bytes.ok) return bytes.failure.kind === 'corrupt' ? succeeded(silent) : failed(bytes.failure);
    if (bytes.value === null) return succeeded(null);
    try {
      return succeeded(slip.safeParse(JSON.parse(Buffer.from(bytes.value).toString('utf8'))).data ?? silent);
    } catch {
      return succeeded(silent);
    }
  }
}

function agreementsOf(slips: readonly Slip[]): readonly Agreement[] {
  const said = new Map<string, Slip[]>();
  for (const each of slips)
    if (each !== silent) said.set(each.checkpoint, [...(said.get(each.checkpoint) ?? []), each]);
  return [...said].map(([hash, alike]) => ({
    hash,
    slips: alike,
    computers: [...new Set(alike.map(({ computer }) => computer))],
  }));
}

/** Tells whether an act of the account names a checkpoint as what its history begins with. */
function isNamed({ records }: Replica, { seq, hash }: Head, checkpoint: string): boolean {
  return records.some((record) => {
    if (record.do !== 'history.shorten') return false;
    const args = record.args as { readonly seq: number; readonly hash: string; readonly checkpoint: string };
    return args.seq === seq && args.hash === hash && args.checkpoint === checkpoint;
  });
}

/** Number of computers that count and have signed a statement. */
function signersOf(slips: readonly Slip[], { computers }: KeyRegister, text: Uint8Array): number {
  const counting = new Map(computers.flatMap(({ id, key, revoked }) => (revoked === null ? [[id, key] as const] : [])));
  const signers = slips.filter(({ key = '', sig = '' }) => {
    const known = counting.get(key);
    return known !== undefined && isSignedBy(known, text, sig);
  });
  return new Set(signers.map(({ key }) => key)).size;
}

/** Seqs at which a checkpoint may stand, newest first: every step back to the last one that is made by itself, then those. */
function candidates(seq: number): readonly number[] {
  const found: number[] = [];
  let at = checkpointBefore(seq);
  for (; at > 0 && at % checkpointEvery !== 0; at -= checkpointStep) found.push(at);
  for (let count = 0; at > 0 && count < mostEvery; count += 1, at -= checkpointEvery) found.push(at);
  return found;
}

/** Seqs at which a checkpoint may stand, newest first: at every step for a while, then where they are made without being asked for. */
function placesBefore(seq: number, step: number): readonly number[] {
  const found: number[] = [];
  const near = checkpointBefore(seq) - mostLookedAt * checkpointStep;
  for (let at = checkpointBefore(seq, step); at > 0 && at > near; at -= step) found.push(at);
  let at = checkpointBefore(Math.max(0, near), checkpointEvery);
  for (let count = 0; at > 0 && count < mostEvery; count += 1, at -= checkpointEvery) found.push(at);
  return found;
}
