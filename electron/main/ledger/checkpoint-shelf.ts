import { sha256Hex } from '../files/sha256';
import { failed, succeeded } from '#core/kernel/result';
import { finish } from '#core/kernel/slices';
import { readCheckpoint, writeCheckpoint } from '#core/ledger/checkpoint';
import type { Head } from '#core/ledger/commit';
import { Replica } from '#core/ledger/replica';
import type { Abort, LedgerStore, StoreResult } from '#core/ledger/store';
import { z } from 'zod';

/** Several computers say what a checkpoint is, each in a slip of its own; a newcomer believes what two agree on. */
const slip = z.strictObject({ computer: z.string().min(1).max(200), checkpoint: z.string().regex(/^[0-9a-f]{64}$/) });
type Slip = z.output<typeof slip>;

/** Checkpoints stand at whole multiples of this, so that several computers make the same one and a newcomer finds it. */
const checkpointStep = 500;
/** At multiples of this they are looked for far back, too. */
const checkpointEvery = 5_000;
/** More slips than this are not looked at: a newcomer needs two that agree. */
const mostSlips = 12;
/** Number of whole thousands of five a newcomer goes back before it rather replays. */
const mostEvery = 20;

export interface FoundCheckpoint {
  readonly replica: Replica;
  readonly head: Head;
  readonly confirmedBy: readonly string[];
}

export interface WrittenCheckpoint {
  readonly seq: number;
  readonly bytes: number;
  /** True when another computer has said the same before. */
  readonly isConfirmed: boolean;
}

type BlobStore = Pick<LedgerStore, 'getBlob' | 'putBlob'>;

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
export function checkpointBefore(seq: number): number {
  return Math.floor(seq / checkpointStep) * checkpointStep;
}

/** Checkpoints of one ledger beside it in its store. They are written as blobs, never changed, and never needed. */
export class CheckpointShelf {
  constructor(
    private readonly store: BlobStore,
    private readonly ledger: string,
  ) {}

  /** Puts down a checkpoint that this computer has worked out itself, and its word that it is right. */
  async put(replica: Replica, computer: string, signal: Abort): Promise<StoreResult<WrittenCheckpoint>> {
    const { ledger, head, model, records } = replica;
    const bytes = finish(writeCheckpoint({ ledger, head, model, records }));
    const seq = head?.seq ?? 0;
    const hash = sha256Hex(bytes);
    const stored = await this.store.putBlob(checkpointName(seq, hash), bytes, signal);
    if (!stored.ok) return stored;
    for (let index = 1; index <= mostSlips; index += 1) {
      const there = await this.slipAt(seq, index, signal);
      if (!there.ok) return there;
      if (there.value?.computer === computer) break;
      if (there.value !== null) continue;
      const word = Buffer.from(JSON.stringify({ computer, checkpoint: hash } satisfies Slip));
      const put = await this.store.putBlob(slipName(seq, index), word, signal);
      // Another computer took this one at the same moment.
      if (!put.ok && put.failure.kind === 'corrupt') continue;
      if (!put.ok) return put;
      break;
    }
    const agreed = await this.agreedAt(seq, signal);
    if (!agreed.ok) return agreed;
    const isConfirmed = agreed.value.some((it) => it.hash === hash && it.computers.length > 1);
    return succeeded({ seq, bytes: bytes.length, isConfirmed });
  }

  /**
   * The newest checkpoint at or before a head that two computers agree on, or that `isSigned` vouches for. What is half
   * there, wrong or made by a newer version is passed over; `null` where there is none.
   */
  async newest(
    head: Head,
    signal: Abort,
    isSigned: (seq: number, hash: string) => boolean = () => false,
  ): Promise<StoreResult<FoundCheckpoint | null>> {
    for (const seq of candidates(head.seq)) {
      const agreed = await this.agreedAt(seq, signal);
      if (!agreed.ok) return agreed;
      for (const { hash, computers } of agreed.value) {
        if (computers.length < 2 && !isSigned(seq, hash)) continue;
        const bytes = await this.store.getBlob(checkpointName(seq, hash), signal);
        if (!bytes.ok) return bytes;
        if (bytes.value === null || sha256Hex(bytes.value) !== hash) continue;
        const reading = readCheckpoint(bytes.value);
        if (!reading.ok) continue;
        const { checkpoint } = reading;
        if (checkpoint.ledger !== this.ledger || checkpoint.head?.seq !== seq) continue;
        const replica = Replica.resume({ ...checkpoint, pending: [], attention: [] }, checkpoint.model);
        return succeeded({ replica, head: checkpoint.head, confirmedBy: computers });
      }
    }
    return succeeded(null);
  }

  /** Statements of computers on what stands at a seq, each content with who says so. */
  private async agreedAt(
    seq: number,
    signal: Abort,
  ): Promise<StoreResult<readonly { readonly hash: string; readonly computers: readonly string[] }[]>> {
    const said = new Map<string, Set<string>>();
    for (let index = 1; index <= mostSlips; index += 1) {
      const there = await this.slipAt(seq, index, signal);
      if (!there.ok) return there;
      if (there.value === null) break;
      const { checkpoint, computer } = there.value;
      said.set(checkpoint, (said.get(checkpoint) ?? new Set()).add(computer));
    }
    return succeeded([...said].map(([hash, computers]) => ({ hash, computers: [...computers] })));
  }

  /** A slip that cannot be read counts as one that says nothing. */
  private async slipAt(seq: number, index: number, signal: Abort): Promise<StoreResult<Slip | null>> {
    const bytes = await this.store.getBlob(slipName(seq, index), signal);
    if (!bytes.ok) return failed(bytes.failure);
    if (bytes.value === null) return succeeded(null);
    try {
      const parsed = slip.safeParse(JSON.parse(Buffer.from(bytes.value).toString('utf8')));
      return succeeded(parsed.success ? parsed.data : { computer: 'unreadable', checkpoint: '' });
    } catch {
      return succeeded({ computer: 'unreadable', checkpoint: '' });
    }
  }
}

/** Seqs at which a checkpoint may stand, newest first: every step back to the last one that is made by itself, then those. */
function candidates(seq: number): readonly number[] {
  const found: number[] = [];
  let at = checkpointBefore(seq);
  for (; at > 0 && at % checkpointEvery !== 0; at -= checkpointStep) found.push(at);
  for (let count = 0; at > 0 && count < mostEvery; count += 1, at -= checkpointEvery) found.push(at);
  return found;
}
