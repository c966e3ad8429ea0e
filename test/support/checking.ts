import type {
  CheckedReplica,
  CheckRequest,
  ReplayOutcome,
  VoidedCommit,
} from '../../electron/main/ledger/ledger-check';
import { LedgerChecker } from '../../electron/main/ledger/ledger-check';
import type { CheckPort, CheckPortEvents } from '../../electron/main/ledger/ledger-check-service';
import { readChain } from '../../electron/main/stores/entry-envelope';
import type { Head } from '#core/ledger/commit';

/** Rules with a single sentence: acts of `mallory` are refused. */
export class StrictReplica implements CheckedReplica {
  head: Head | null = null;

  receive(entries: readonly Uint8Array[]): ReplayOutcome {
    const outcome = this.prepareReceive(entries);
    const reading = readChain(entries);
    if (outcome.ok && reading.ok) this.head = { seq: reading.chain.last, hash: reading.chain.hash };
    return outcome;
  }

  prepareReceive(entries: readonly Uint8Array[]): ReplayOutcome {
    const reading = readChain(entries);
    const first = (this.head?.seq ?? 0) + 1;
    if (!reading.ok || reading.chain.first !== first || (this.head !== null && reading.chain.prev !== this.head.hash)) {
      return { ok: false, failure: { kind: 'corrupt', place: `commit ${first}`, detail: 'The chain does not hold.' } };
    }
    const voided: VoidedCommit[] = entries.flatMap((entry) => {
      const { seq, id, by } = JSON.parse(Buffer.from(entry).toString()) as { seq: number; id: string; by: string };
      return by === 'mallory' ? [{ seq, id, refusals: [{ code: 'NOT_PERMITTED' }] }] : [];
    });
    return { ok: true, voided };
  }
}

/** Checking processes within this one, which can be ended at will. */
export class FakeProcesses {
  started = 0;
  /** Requests in the order in which they came, over all processes. */
  readonly requests: CheckRequest['kind'][] = [];
  private ends: (() => void)[] = [];
  private doomed: { readonly kind: CheckRequest['kind']; times: number } | null = null;

  constructor(private readonly makeReplica: (ledger: string) => CheckedReplica = () => new StrictReplica()) {}

  readonly spawn = (events: CheckPortEvents): CheckPort => {
    this.started += 1;
    const checker = new LedgerChecker(
      (ledger) => this.makeReplica(ledger),
      () => null,
      () => ({ ok: true, judged: [] }),
    );
    let alive = true;
    const end = (): void => {
      if (!alive) return;
      alive = false;
      queueMicrotask(() => events.onExit());
    };
    this.ends.push(end);
    return {
      post: ({ call, request }) => {
        this.requests.push(request.kind);
        if (this.doomed?.kind === request.kind && this.doomed.times > 0) {
          this.doomed.times -= 1;
          end();
          return;
        }
        setImmediate(() => void checker.answer(request).then((answer) => alive && events.onReply({ call, answer })));
      },
      kill: end,
    };
  };

  killAll(): void {
    for (const end of this.ends.splice(0)) end();
  }

  /** The process ends over the next so many such requests. */
  endOver(kind: CheckRequest['kind'], times: number): void {
    this.doomed = { kind, times };
  }
}
