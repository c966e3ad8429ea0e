import { Turns } from '#core/kernel/turns';
import type { JournalFailure } from '#core/ipc/journal-channels';
import { failed, succeeded, type Result } from '#core/kernel/result';
import type { Head } from '#core/ledger/commit';
import type { JudgedActs } from '#core/ledger/kept/kept-computer';
import type { OpenActs } from '#core/ledger/kept/order-acts';
import type { KeyRegister } from '#core/intents/key-intents';
import type { AppendSignature, StoreFailure, StoreResult } from '#core/ledger/store';
import type { Coming } from '#core/queries/coming';
import { storeFailureOf } from './journal-failure';
import type { KeptCheckpoint } from './kept-checkpoint';
import { ProvedCommits, type KeptProofs } from './proved-commits';
import type { CheckAnswer, CheckRequest, ComingRequest, LetterRequest, LetterThere } from './ledger-check';

export interface CheckMessage {
  readonly call: number;
  readonly request: CheckRequest;
}

export interface CheckReply {
  readonly call: number;
  readonly answer: CheckAnswer;
}

/** A process that checks, as this side sees it. */
export interface CheckPort {
  readonly post: (message: CheckMessage) => void;
  readonly kill: () => void;
}

export interface CheckPortEvents {
  readonly onReply: (reply: CheckReply) => void;
  readonly onExit: () => void;
}

/** Port to the commits that have been checked before. */
export interface CheckedCommits {
  readonly newest: Head | null;
  commits(after: number): Promise<Result<readonly Uint8Array[], JournalFailure>>;
  /** The hash of a commit that is kept, else `null`. */
  hashAt(seq: number): string | null;
  /** The account behind which the commits begin, where they do not begin with the first. */
  checkpoint?(): Promise<{ readonly head: Head; readonly bytes: Uint8Array } | null>;
}

class ProcessEnded extends Error {}

const noKeys: KeyRegister = { isProtected: false, since: 0, recovery: null, computers: [], invitations: [] };
const nothingMore = (): Promise<CheckAnswer> => Promise.resolve({ ok: true, head: null, voided: [] });

/** Bytes of commits that are replayed once more before a checkpoint is worth its making. */
const leastBytesReplayed = 2 * 1024 * 1024;

/** Times a request is tried when the process ends over it: once may be chance, twice is the request. */
const tries = 2;

/**
 * Keeps a checking process at the state of the journal. A process that ends, for whatever reason, is started again
 * and replays the journal; whoever was waiting for it does not notice.
 */
export class LedgerCheckService {
  private readonly turns = new Turns();
  private readonly waiting = new Map<
    number,
    { readonly resolve: (answer: CheckAnswer) => void; readonly reject: (error: Error) => void }
  >();
  private port: CheckPort | null = null;
  private calls = 0;
  /** Last entry that the process has received; `null` where it must start from the beginning. */
  private reached: { readonly seq: number } | null = null;
  private closed = false;
  private readonly proved: ProvedCommits;

  constructor(
    private readonly ledger: string,
    private readonly journal: CheckedCommits,
    private readonly spawn: (events: CheckPortEvents) => CheckPort,
    private kept: KeptCheckpoint | null = null,
    private readonly leastBytes = leastBytesReplayed,
    keptProofs: KeptProofs | null = null,
  ) {
    this.proved = new ProvedCommits(journal, keptProofs);
  }

  /** Begins to replay the journal, so that the first check need not wait for it. Whoever checks next meets its failures. */
  warmUp(): void {
    void this.persevere(nothingMore);
  }

  /**
   * Entries that follow the journal and are in the ledger, with the signatures of their appends where the place has them. Keep them in
   * the journal right afterwards, up to the head that is answered, or call `forget`.
   */
  receive(entries: readonly Uint8Array[], appends: readonly AppendSignature[] | null = null): Promise<CheckAnswer> {
    return this.persevere(async () => {
      const answer = await this.ask({ kind: 'receive', entries, appends });
      if (!answer.ok) return answer;
      this.reached = { seq: answer.head?.seq ?? 0 };
      await this.proved.note(answer.head, answer.evidence);
      return answer;
    });
  }

  /** The keys that count after the journal. */
  async register(): Promise<StoreResult<KeyRegister>> {
    const answer = await this.persevere(() => this.ask({ kind: 'register' }));
    return answer.ok ? succeeded(answer.register ?? noKeys) : answer;
  }

  /** What the account says in a file for another one, after the journal and with own acts on top that wait. */
  async letter(request: LetterRequest): Promise<StoreResult<LetterThere>> {
    const answer = await this.persevere(() => this.ask({ kind: 'letter', ...request }));
    return answer.ok ? succeeded(answer.letter ?? { letter: null, register: noKeys }) : answer;
  }

  /** Places of commits in the journal whose signature is not their key's own, for whoever replays it. */
  async bad(): Promise<StoreResult<readonly number[]>> {
    const answer = await this.persevere(nothingMore);
    return answer.ok ? succeeded(this.proved.bad) : answer;
  }

  /** Tells whether entries that follow the journal may go out. */
  judge(entries: readonly Uint8Array[]): Promise<CheckAnswer> {
    return this.persevere(() => this.ask({ kind: 'judge', entries }));
  }

  /** Judges acts of a kept place on top of a commit; `null` where the journal does not stand there. */
  async order(open: readonly OpenActs[], head: Head | null): Promise<StoreResult<readonly JudgedActs[] | null>> {
    const answer = await this.persevere(() => this.ask({ kind: 'order', open }));
    if (!answer.ok) return answer;
    return succeeded(answer.head?.hash === head?.hash ? (answer.judged ?? null) : null);
  }

  /** Reminders and ends to come in the account as the journal knows it, with acts that wait for their place on top. */
  async coming(request: ComingRequest): Promise<StoreResult<Coming | null>> {
    const answer = await this.persevere(() => this.ask({ kind: 'coming', ...request }));
    return answer.ok ? succeeded(answer.coming ?? null) : answer;
  }

  /**
   * The account after the journal, as a checkpoint, with nothing of its history where that is to begin there; `null` where the process
   * makes none.
   */
  async checkpoint(
    isBeginning = false,
  ): Promise<StoreResult<{ readonly head: Head; readonly bytes: Uint8Array } | null>> {
    const answer = await this.persevere(() => this.ask({ kind: 'checkpoint', isBeginning }));
    if (!answer.ok) return answer;
    const { head, checkpoint } = answer;
    return succeeded(head === null || checkpoint === undefined ? null : { head, bytes: checkpoint });
  }

  /** Gives up entries that were received and not kept after all: the next check starts from the journal. */
  forget(): void {
    this.reached = null;
    this.proved.cut();
  }

  close(): void {
    this.closed = true;
    this.port?.kill();
  }

  /** Does work on top of the journal, in its turn, and once more when the process ended over it. */
  private persevere(work: () => Promise<CheckAnswer>): Promise<CheckAnswer> {
    return this.turns.take(async () => {
      for (let count = 1; ; count += 1) {
        try {
          const behind = await this.catchUp();
          return behind === null ? await work() : failed(behind);
        } catch (error) {
          if (!(error instanceof ProcessEnded)) throw error;
          // Should the checkpoint be what ends it, the next try begins with the first commit.
          this.kept = null;
          if (this.closed) return failed({ kind: 'aborted' });
          if (count >= tries)
            return failed({ kind: 'defect', detail: 'The check of these entries ends without a result.' });
        }
      }
    });
  }

  /** Replays what the journal has and the process has not. Why that is not possible, or `null`. */
  private async catchUp(): Promise<StoreFailure | null> {
    if (this.reached === null || this.reached.seq > (this.journal.newest?.seq ?? 0)) {
      this.reached = { seq: await this.begin() };
    }
    let replayed = 0;
    while (this.reached.seq < (this.journal.newest?.seq ?? 0)) {
      const entries = await this.journal.commits(this.reached.seq);
      if (!entries.ok) return storeFailureOf(entries.failure);
      if (entries.value.length === 0) return { kind: 'defect', detail: 'The journal begins later than its check can.' };
      const to: number = this.reached.seq + entries.value.length;
      const bad = await this.proved.known(this.reached.seq, to);
      const answer = await this.ask({ kind: 'receive', entries: entries.value, ...(bad === null ? {} : { bad }) });
      if (!answer.ok) return answer.failure;
      this.reached = { seq: to };
      if (bad === null) await this.proved.note(answer.head, answer.evidence);
      replayed += entries.value.reduce((sum, { length }) => sum + length, 0);
    }
    if (replayed >= this.leastBytes) await this.keepCheckpoint();
    return null;
  }

  /** Starts the process anew, with the checkpoint where the journal has its commits. The seq that it has reached. */
  private async begin(): Promise<number> {
    const kept = await this.kept?.read();
    const fits = kept != null && this.journal.hashAt(kept.head.seq) === kept.head.hash;
    const from = fits ? kept : ((await this.journal.checkpoint?.()) ?? null);
    const start = { kind: 'start', ledger: this.ledger } as const;
    const answer = await this.ask(from === null ? start : { ...start, checkpoint: from.bytes });
    return answer.ok ? (answer.head?.seq ?? 0) : 0;
  }

  /** Has a checkpoint written, so that the next start need not replay what this one did. Without one it takes longer, that is all. */
  private async keepCheckpoint(): Promise<void> {
    const { kept } = this;
    if (kept === null) return;
    const answer = await this.ask({ kind: 'checkpoint' });
    if (answer.ok && answer.checkpoint !== undefined && answer.head !== null)
      await kept.write(answer.head, answer.checkpoint).catch(() => undefined);
  }

  private ask(request: CheckRequest): Promise<CheckAnswer> {
    if (this.closed) return Promise.reject(new ProcessEnded());
    this.port ??= this.start();
    const { port } = this;
    const call = (this.calls += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(call, { resolve, reject });
      port.post({ call, request });
    });
  }

  private start(): CheckPort {
    const port = this.spawn({
      onReply: ({ call, answer }) => {
        this.waiting.get(call)?.resolve(answer);
        this.waiting.delete(call);
      },
      onExit: () => {
        if (this.port !== port) return;
        this.port = null;
        this.reached = null;
        for (const { reject } of this.waiting.values()) reject(new ProcessEnded());
        this.waiting.clear();
      },
    });
    return port;
  }
}
