import { keyIdOf } from '#core/kernel/keys';
import type { KeyRegister } from '#core/intents/key-intents';
import { mayStandIn, ownKeyOf } from '#core/ledger/admission';
import type { Commit, Head } from '#core/ledger/commit';
import { decodeCommit, encodeCommit, hashEntry } from '#core/ledger/encoding';
import { actText, appendText, checkpointText } from '#core/ledger/signed-text';
import type { AppendSignature } from '#core/ledger/store';
import type { ComputerKeys } from './computer-keys';

/** The keys that this computer has in one ledger, the newest last. Which of them counts, the register of the ledger says. */
export class OwnKeys {
  /** A list that may grow is given as a function. */
  constructor(private readonly source: readonly ComputerKeys[] | (() => readonly ComputerKeys[])) {}

  private get list(): readonly ComputerKeys[] {
    return typeof this.source === 'function' ? this.source() : this.source;
  }

  all(): readonly ComputerKeys[] {
    return this.list;
  }

  /** The key by which this computer acts: the newest that counts, else the printed words, else the newest; `null` without any. */
  current(register: KeyRegister): ComputerKeys | null {
    return this.counting(register) ?? this.printed(register) ?? this.list.at(-1) ?? null;
  }

  /** The newest key that counts; `null` where this computer is not let in. */
  counting(register: KeyRegister): ComputerKeys | null {
    const counts = new Set(register.computers.filter(({ revoked }) => revoked === null).map(({ id }) => id));
    return [...this.list].reverse().find(({ id }) => counts.has(id)) ?? null;
  }

  /**
   * Own entries, signed and chained anew. An act that brings a key along is signed by that key; what follows a change of key, by the
   * new one. `null` where this computer has no key to sign one of them with.
   */
  signActs(entries: readonly Uint8Array[], register: KeyRegister): readonly Uint8Array[] | null {
    const signed: Uint8Array[] = [];
    let present = this.counting(register);
    let isProtected = register.isProtected;
    let prev: string | null = null;
    for (const bytes of entries) {
      const decoded = decodeCommit(bytes);
      if (!decoded.ok) return null;
      const commit: Commit = prev === null ? decoded.commit : { ...decoded.commit, prev };
      const brought = ownKeyOf(commit);
      const own = brought === undefined ? undefined : this.list.find(({ id }) => id === brought);
      const keys = own ?? (brought === undefined ? (present ?? this.standIn(register, commit)) : null);
      if (own !== undefined) isProtected = true;
      if (isProtected && keys === null) return null;
      const line = encodeCommit(isProtected && keys !== null ? signAct(commit, keys) : commit);
      signed.push(line);
      prev = hashEntry(line);
      present = this.after(commit, own ?? present);
    }
    return signed;
  }

  /** Signs an append that ends with an entry; `null` without a key that counts once its entries do. */
  signAppend(ledger: string, entries: readonly Uint8Array[], register: KeyRegister): AppendSignature | null {
    let keys = this.counting(register);
    let last: Commit | null = null;
    for (const bytes of entries) {
      const decoded = decodeCommit(bytes);
      if (!decoded.ok) return null;
      last = decoded.commit;
      const brought = ownKeyOf(last);
      keys = this.after(last, this.list.find(({ id }) => id === brought) ?? keys ?? this.standIn(register, last));
    }
    const line = entries.at(-1);
    if (last === null || line === undefined || keys === null) return null;
    return { last: last.seq, key: keys.id, sig: keys.sign(appendText(ledger, last.seq, hashEntry(line))) };
  }

  /** Signs what the ledger comes to at a commit; `null` without a key that counts. */
  signCheckpoint(
    ledger: string,
    head: Head,
    checkpoint: string,
    register: KeyRegister,
  ): { readonly key: string; readonly sig: string } | null {
    const keys = this.counting(register);
    return keys === null ? null : { key: keys.id, sig: keys.sign(checkpointText(ledger, head, checkpoint)) };
  }

  /** The key in use after an own act: another, where the act changed it. */
  private after(commit: Commit, present: ComputerKeys | null): ComputerKeys | null {
    if (commit.do !== 'key.rotate' || present === null) return present;
    const { key, newKey } = commit.args as { readonly key?: unknown; readonly newKey?: unknown };
    const next = this.list.find(({ public: { key: own } }) => own === newKey);
    return key === present.id && next !== undefined ? next : present;
  }

  /** The printed words, where they were typed in and may do this. */
  private standIn(register: KeyRegister, commit: Commit): ComputerKeys | null {
    return mayStandIn(commit) ? this.printed(register) : null;
  }

  private printed({ recovery }: KeyRegister): ComputerKeys | null {
    return recovery === null ? null : (this.list.find(({ id }) => id === keyIdOf(recovery.key)) ?? null);
  }
}

function signAct(commit: Commit, keys: ComputerKeys): Commit {
  const key = keys.id;
  return { ...commit, key, sig: keys.sign(actText({ ...commit, key })) };
}
