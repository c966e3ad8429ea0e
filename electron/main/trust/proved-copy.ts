import { keyRegister, type KeyRegister } from '#core/intents/key-intents';
import type { Head } from '#core/ledger/commit';
import type { Replica } from '#core/ledger/replica';
import type { Reception, SynchronisedCopy } from '#core/ledger/synchronise';
import { ActProofs } from './act-proofs';
import type { OwnKeys } from './own-keys';

/** A replica whose acts are signed as they go out, and whose signatures are checked as they come in. */
export class ProvedCopy implements SynchronisedCopy {
  private readonly proofs: ActProofs;

  constructor(
    readonly replica: Replica,
    private readonly own: OwnKeys,
  ) {
    this.proofs = new ActProofs(replica.ledger);
    for (const { key } of [...this.register.computers, ...this.register.invitations]) this.proofs.learn([key]);
    if (this.register.recovery !== null) this.proofs.learn([this.register.recovery.key]);
  }

  /** What the ledger says of keys, without what is still pending here. */
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

  get head(): Head | null {
    return this.replica.head;
  }

  async receive(entries: readonly Uint8Array[]): Promise<Reception> {
    return this.replica.receive(entries, undefined, await this.proofs.evidenceOf(entries, null));
  }

  /** What this computer cannot sign stays pending: it is not let in, or not any more. */
  outgoing(limit: number): { readonly entries: readonly Uint8Array[]; readonly expected: Head | null } {
    const { entries, expected } = this.replica.outgoing(limit);
    return { entries: this.own.signActs(entries, this.register) ?? [], expected };
  }
}
