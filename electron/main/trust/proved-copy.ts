import { keyRegister, type KeyRegister } from '#core/intents/key-intents';
import type { Evidence } from '#core/ledger/admission';
import type { Head } from '#core/ledger/commit';
import { failed } from '#core/kernel/result';
import type { Answers, Replica } from '#core/ledger/replica';
import type { ForeignAppend, Received } from '#core/ledger/steps';
import type { ReadPage, StoreFailure } from '#core/ledger/store';
import type { Reception, SynchronisedCopy } from '#core/ledger/synchronise';
import { ActProofs } from './act-proofs';
import { keysIn } from './check-signatures';
import type { OwnKeys } from './own-keys';
import type { ProofThreads } from './proof-threads';

/** A replica whose acts are signed as they go out, and whose signatures are checked as they come in. */
export class ProvedCopy implements SynchronisedCopy {
  private readonly proofs: ActProofs;

  constructor(
    readonly replica: Replica,
    private readonly own: OwnKeys,
    private readonly onVoided: (voided: Received['voided']) => void = () => undefined,
    threads: ProofThreads | null = null,
  ) {
    this.proofs = new ActProofs(replica.ledger, threads);
    this.proofs.learn(keysIn(this.register));
  }

  /** View of the ledger on keys, without what is still pending here. */
  get register(): KeyRegister {
    const { model, records, pending } = this.replica;
    return keyRegister(
      model,
      records.slice(records.length - pending.length).flatMap(({ changes }) => changes),
    );
  }

  /** Id of the key by which the next act is done here, pending ones counted; `null` where there is none. */
  get key(): string | null {
    return this.own.current(keyRegister(this.replica.model))?.id ?? null;
  }

  get waiting(): number {
    return this.replica.pending.length;
  }

  get head(): Head | null {
    return this.replica.head;
  }

  receive(entries: readonly Uint8Array[], answers?: Answers): Promise<Reception> {
    const page = { entries, head: null };
    return this.prove(page).then((evidence) => this.receiveProved(page, evidence, answers));
  }

  async receivePage(page: ReadPage): Promise<Reception> {
    return this.receiveProved(page, await this.prove(page));
  }

  /** What the signatures of the next page amount to; pages in their order. */
  prove({ entries, appends }: ReadPage): Promise<Evidence> {
    return this.proofs.evidenceOf(entries, appends ?? null);
  }

  receiveProved({ entries }: ReadPage, evidence: Evidence, answers?: Answers): Reception {
    const received = this.replica.receive(entries, answers, evidence);
    if (!received.ok) return received;
    this.onVoided(received.voided);
    return received.foreign === undefined ? received : failed(foreignFailure(received.foreign));
  }

  /** Leaves pending what this computer cannot sign: it is not let in, or not any more. */
  outgoing(limit: number): { readonly entries: readonly Uint8Array[]; readonly expected: Head | null } {
    const { entries, expected } = this.replica.outgoing(limit);
    return { entries: this.own.signActs(entries, this.register) ?? [], expected };
  }
}

/** Remark for a person about an append that nobody who counts has signed. */
export function foreignFailure({ first, last, key }: ForeignAppend): StoreFailure {
  const who = key === '' ? 'no computer' : `a computer (${key}) that does not count`;
  return {
    kind: 'corrupt',
    place: `entry ${String(first)}`,
    detail:
      first === last
        ? `Entry ${String(first)} was added by ${who}. It is no part of the account.`
        : `Entries ${String(first)} to ${String(last)} were added by ${who}. They are no part of the account.`,
    isForeign: true,
  };
}
