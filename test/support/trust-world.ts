import { keyRegister } from '#core/intents/key-intents';
import { decodeCommit, encodeCommit, hashEntry, noHash } from '#core/ledger/encoding';
import { rulesVersion, type Commit } from '#core/ledger/commit';
import { openingIntent } from '#core/ledger/opening';
import { Replica } from '#core/ledger/replica';
import { acceptText, actText, rotateText } from '#core/ledger/signed-text';
import type { LedgerStore, StoreFailure } from '#core/ledger/store';
import { synchronise } from '#core/ledger/synchronise';
import type { Answer, Queries, QueryName } from '#core/queries/registry';
import type { Refusal } from '#core/rules/refusals';
import { protectedLedgerId } from '#core/kernel/keys';
import { ActProofs } from '../../electron/main/trust/act-proofs';
import { ComputerKeys, makeSecrets } from '../../electron/main/trust/computer-keys';
import { OwnKeys } from '../../electron/main/trust/own-keys';
import { memoryVault } from '../../electron/main/trust/epochs';
import { SealedStore } from '../../electron/main/trust/sealed-store';
import { ProvedCopy } from '../../electron/main/trust/proved-copy';

const never = new AbortController().signal;
export const nonce = '5a'.repeat(16);

/** A computer in a test: its keys, its copy of the account, and the place that it shares with others. */
export class TestComputer {
  readonly keys = new ComputerKeys(makeSecrets());
  readonly more: ComputerKeys[] = [];
  copy: ProvedCopy;
  private acts = 0;
  today = '2026-06-01';

  /** The vault of the computer: what it knows of the keys with which the place is encrypted. */
  readonly vault = memoryVault();
  private sealed: SealedStore | null = null;

  constructor(
    readonly name: string,
    readonly ledger: string,
    readonly store: LedgerStore,
    keys?: ComputerKeys,
  ) {
    if (keys !== undefined) this.keys = keys;
    this.copy = this.begin();
  }

  /** The copy from nothing, as a newcomer has it. */
  begin(): ProvedCopy {
    const list = this.more;
    const own = new OwnKeys([this.keys, ...list]);
    this.copy = new ProvedCopy(Replica.empty(this.ledger), own);
    return this.copy;
  }

  /** Takes one more key, which the next acts may use. */
  withKey(keys: ComputerKeys): this {
    this.more.push(keys);
    this.copy = new ProvedCopy(this.copy.replica, new OwnKeys([this.keys, ...this.more]));
    return this;
  }

  get replica(): Replica {
    return this.copy.replica;
  }

  tried(by: string, name: string, args: unknown): readonly Refusal[] {
    this.acts += 1;
    const prepared = this.replica.prepareAct(
      { do: name, args },
      {
        commit: `${this.name}-${String(this.acts)}`,
        by,
        day: this.today,
        at: `${this.today}T10:00:00Z`,
        device: this.name,
        key: this.copy.key,
      },
    );
    if (!prepared.ok) return prepared.refusals;
    this.replica.accept(prepared.step);
    return [];
  }

  /** Starts the account here, before any place has it. */
  openingAct(opening: ReturnType<typeof openingIntent>): this {
    const { id, day, at, by, device } = opening;
    const prepared = this.replica.prepareAct(opening, { commit: id, day, at, by, device, key: null });
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusals));
    this.replica.accept(prepared.step);
    return this;
  }

  done(by: string, name: string, args: unknown): this {
    const refusals = this.tried(by, name, args);
    if (refusals.length > 0) throw new Error(`${name}: ${JSON.stringify(refusals)}`);
    return this;
  }

  async sync(): Promise<this> {
    const failure = await this.trySync();
    if (failure !== null) throw new Error(JSON.stringify(failure));
    return this;
  }

  /** Why synchronising ended, or `null`. */
  async trySync(): Promise<StoreFailure | null> {
    const result = await synchronise(this.copy, this.sealed ?? this.store, never);
    return result.ok ? null : result.failure;
  }

  /** From now on the place is seen through envelopes, with the keys that this computer has. */
  sealing(): this {
    this.sealed = new SealedStore({
      store: this.store,
      ledger: this.ledger,
      own: new OwnKeys([this.keys, ...this.more]),
      vault: this.vault,
      register: () => this.copy.register,
    });
    return this;
  }

  /** The place as it is inside the envelopes. */
  get inside(): LedgerStore {
    if (this.sealed === null) throw new Error('nothing is sealed here');
    return this.sealed;
  }

  ask<Q extends QueryName>(query: Q, args: Queries[Q]['args'], by = 'owner'): Queries[Q]['answer'] {
    return this.replica.ask(query, args, { day: this.today, by }) as Answer<Q> as Queries[Q]['answer'];
  }

  get digest(): string {
    return this.ask('digest', {}).hash;
  }

  /** Arguments by which a newcomer takes up an invitation. */
  acceptance(invitation: ComputerKeys, name = this.name): unknown {
    const given = { inviteKey: invitation.public.key, ...this.keys.public, name };
    return { ...given, proof: invitation.sign(acceptText(this.ledger, given)) };
  }

  /** Arguments by which a computer changes its key. */
  rotation(from: ComputerKeys, to: ComputerKeys): unknown {
    const given = { key: from.id, newKey: to.public.key, sealKey: to.public.sealKey };
    return { ...given, proof: to.sign(rotateText(this.ledger, given)) };
  }
}

/** An owner's computer with an account that is protected from its second commit on, in a place. */
export async function aProtectedAccount(
  store: LedgerStore,
  recovery?: ComputerKeys,
  how: { readonly sealed: boolean } = { sealed: false },
): Promise<{ readonly ledger: string; readonly office: TestComputer }> {
  const keys = new ComputerKeys(makeSecrets());
  const ledger = protectedLedgerId(keys.public.key, nonce);
  const opening = openingIntent({
    id: 'opening',
    day: '2026-06-01',
    at: '2026-06-01T09:00:00Z',
    device: 'office',
    name: 'Sunrise Services',
    timeZone: 'UTC',
    ownerName: 'Olga Owner',
  });
  const first = encodeCommit({ ...opening, ledger, seq: 1, prev: noHash, rules: rulesVersion });
  const office = new TestComputer('office', ledger, store, keys);
  if (how.sealed) office.openingAct(opening).sealing();
  else {
    const appended = await store.append([first], null, never);
    if (!appended.ok) throw new Error(JSON.stringify(appended.failure));
    await office.sync();
  }
  office.done('owner', 'account.protect', {
    ownerKey: keys.public.key,
    sealKey: keys.public.sealKey,
    name: 'Office',
    nonce,
    ...(recovery === undefined ? {} : { recovery: recovery.public }),
  });
  office.done('owner', 'user.create', {
    id: 'bob',
    groupId: 'root',
    name: 'Bob Builder',
    roleId: 'companyAdmin',
    email: 'bob@example.org',
  });
  office.done('owner', 'user.create', { id: 'rita', groupId: 'root', name: 'Rita Resident' });
  office.done('owner', 'group.create', { id: 'c', parentId: 'root', kind: 'complex', name: 'Sonnenhof' });
  await office.sync();
  return { ledger, office };
}

/** All stored entries of a place, as they lie there. */
export async function entriesOf(store: LedgerStore): Promise<readonly Uint8Array[]> {
  const page = await store.read(0, { entries: 10_000, bytes: 64 * 1024 * 1024 }, never);
  if (!page.ok) throw new Error(JSON.stringify(page.failure));
  return page.value.entries;
}

/**
 * Void commits of a place, as `SEQ CODE…`. Every reader must find the same ones and the same account: one that was there,
 * newcomers who read it in pages of several sizes, the last of which takes it in one piece.
 */
export async function voidsForAll(
  store: LedgerStore,
  ledger: string,
  wasThere: TestComputer,
  pages: readonly number[] = [1, 3, 10_000],
): Promise<readonly string[]> {
  const entries = await entriesOf(store);
  const found: string[][] = [];
  for (const size of pages) {
    const replica = Replica.empty(ledger);
    const proofs = new ActProofs(ledger);
    const codes: string[] = [];
    for (let start = 0; start < entries.length; start += size) {
      const page = entries.slice(start, start + size);
      const received = replica.receive(page, undefined, await proofs.evidenceOf(page, null));
      if (!received.ok) throw new Error(JSON.stringify(received.failure));
      for (const { seq, refusals } of received.voided)
        codes.push(`${String(seq)} ${refusals.map(({ code }) => code).join()}`);
    }
    found.push([
      (replica.ask('digest', {}, { day: '2026-06-01', by: 'owner' }) as { readonly hash: string }).hash,
      ...codes,
    ]);
  }
  await wasThere.sync();
  for (const other of found.slice(1))
    if (JSON.stringify(other) !== JSON.stringify(found[0])) throw new Error(`readers differ: ${JSON.stringify(found)}`);
  if (wasThere.digest !== found[0]?.[0]) throw new Error('who was there has another account than a newcomer');
  return found[0]?.slice(1) ?? [];
}

/** What somebody writes into the place with a program of his own: chained properly, proved or not. */
export async function forge(
  store: LedgerStore,
  ledger: string,
  act: Partial<Commit> & Pick<Commit, 'do' | 'args'>,
  signWith?: ComputerKeys,
): Promise<void> {
  const entries = await entriesOf(store);
  const last = entries.at(-1);
  const seq = entries.length + 1;
  const commit: Commit = {
    ledger,
    seq,
    prev: last === undefined ? noHash : hashEntry(last),
    id: `forged-${String(seq)}`,
    day: '2026-06-01',
    at: '2026-06-01T12:00:00Z',
    by: 'owner',
    device: 'forger',
    rules: rulesVersion,
    ...act,
  };
  const signed =
    signWith === undefined
      ? commit
      : {
          ...commit,
          key: act.key ?? signWith.id,
          sig: signWith.sign(actText({ ...commit, key: act.key ?? signWith.id })),
        };
  const expected = last === undefined ? null : { seq: seq - 1, hash: hashEntry(last) };
  const appended = await store.append([encodeCommit(signed)], expected, never);
  if (!appended.ok) throw new Error(JSON.stringify(appended.failure));
}

/** The commit at a place of a ledger. */
export async function commitAt(store: LedgerStore, seq: number): Promise<Commit> {
  const bytes = (await entriesOf(store))[seq - 1];
  const decoded = bytes === undefined ? null : decodeCommit(bytes);
  if (decoded?.ok !== true) throw new Error(`no commit ${String(seq)}`);
  return decoded.commit;
}

export { keyRegister };
