import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { toBase32 } from '#core/kernel/base32';
import { keyIdOf } from '#core/kernel/keys';
import { canonicalJson } from '#core/kernel/json';
import { failed, succeeded } from '#core/kernel/result';
import { lastShutOut, type KeyRegister } from '#core/intents/key-intents';
import type { KeyPair } from '#core/model/rows';
import type { Abort, LedgerStore, StoreResult } from '#core/ledger/store';
import { isSignedBy } from './computer-keys';
import type { OwnKeys } from './own-keys';
import { openSealed, sealFor } from './sealing';

/** A stretch of the ledger that is encrypted with one key, as it is told in the place. The key itself is told to each computer alone. */
interface EpochRecord {
  readonly epoch: string;
  readonly ledger: string;
  /** Up to which shutting out it goes: whoever was shut out later holds its key. */
  readonly covers: number;
  /** Hash of the key, so that nobody is told another. */
  readonly check: string;
  /** Id of the key of the computer that made it. */
  readonly by: string;
}

const recordShape = z.strictObject({
  epoch: z.string(),
  ledger: z.string(),
  covers: z.int().min(0),
  check: z.string(),
  by: z.string(),
  sig: z.string(),
});

/** Record of an epoch on this computer. */
export interface KnownEpoch {
  readonly epoch: string;
  /** 32 bytes in hex. */
  readonly key: string;
}

/** Place for the keys of epochs on a computer; behind the same lock as its own secrets. */
export interface EpochVault {
  readonly all: () => readonly KnownEpoch[];
  readonly keep: (known: KnownEpoch) => void | Promise<void>;
}

export function memoryVault(known: readonly KnownEpoch[] = []): EpochVault {
  const list = [...known];
  return { all: () => list, keep: (epoch) => void list.push(epoch) };
}

function recordText(record: EpochRecord): Uint8Array {
  return Buffer.from(`trellis-epoch-2\n${canonicalJson(record)}`);
}

function checkOf(epoch: string, key: Uint8Array): string {
  return createHash('sha256').update(`trellis-epoch-key-2\n${epoch}\n`).update(key).digest('hex');
}

function recordName(epoch: string): string {
  return `epoch-${epoch}`;
}

/** A name that only who knows the computer's key can find; in a listing it tells a count. */
function sealName(epoch: string, keyId: string): string {
  return `seal-${toBase32(createHash('sha256').update(`trellis-seal-name-2\n${epoch}\n${keyId}`).digest().subarray(0, 16))}`;
}

/** The keys with which a ledger's place is encrypted: made, told to each computer that counts, and found again. */
export class Epochs {
  private readonly told = new Set<string>();
  private readonly records = new Map<string, EpochRecord & { readonly sig: string }>();

  constructor(
    private readonly ledger: string,
    private readonly store: LedgerStore,
    private readonly own: OwnKeys,
    private readonly vault: EpochVault,
  ) {}

  /** The key of an epoch; `forbidden` where nobody has told it to this computer. */
  async keyOf(epoch: string, signal: Abort): Promise<StoreResult<Uint8Array>> {
    const known = this.vault.all().find((each) => each.epoch === epoch);
    if (known !== undefined) return succeeded(Buffer.from(known.key, 'hex'));
    const record = await this.record(epoch, signal);
    if (!record.ok) return record;
    for (const keys of this.own.all()) {
      const sealed = await this.store.getBlob(sealName(epoch, keys.id), signal);
      if (!sealed.ok) return sealed;
      if (sealed.value === null) continue;
      const key = openSealed(keys, sealed.value, `${this.ledger} ${epoch}`);
      if (key === null || record.value === null || checkOf(epoch, key) !== record.value.check)
        return failed({
          kind: 'corrupt',
          place: `blobs/${sealName(epoch, keys.id)}`,
          detail: 'What was told to this computer there is damaged, or was not told by a computer of this account.',
        });
      await this.vault.keep({ epoch, key: Buffer.from(key).toString('hex') });
      return succeeded(key);
    }
    return failed({
      kind: 'forbidden',
      detail: 'The account is protected, and this computer has not been let in.',
    });
  }

  /**
   * The epoch to write in: the present one while nobody was shut out since and its maker counts, else a new one. Everybody who
   * counts, and whoever is being let in, is told its key before anything is written with it.
   */
  async forWriting(
    present: string | null,
    register: KeyRegister,
    joining: readonly KeyPair[],
    signal: Abort,
  ): Promise<StoreResult<KnownEpoch>> {
    const members = membersOf(register, joining);
    const candidates = [
      ...(present === null ? [] : [present]),
      ...this.vault
        .all()
        .map(({ epoch }) => epoch)
        .reverse(),
    ];
    for (const epoch of candidates) {
      const usable = await this.isUsable(epoch, register, signal);
      if (!usable.ok) return usable;
      const known = this.vault.all().find((each) => each.epoch === epoch);
      if (!usable.value || known === undefined) continue;
      const told = await this.tellAll(members, signal);
      return told.ok ? succeeded(known) : told;
    }
    const made = await this.make(register, joining, signal);
    if (!made.ok) return made;
    const told = await this.tellAll(members, signal);
    return told.ok ? made : told;
  }

  private async isUsable(epoch: string, register: KeyRegister, signal: Abort): Promise<StoreResult<boolean>> {
    const record = await this.record(epoch, signal);
    if (!record.ok || record.value === null) return record.ok ? succeeded(false) : record;
    const { sig, ...said } = record.value;
    const maker = register.computers.find(({ id, revoked }) => id === said.by && revoked === null);
    const own = this.own.all().find(({ id }) => id === said.by)?.public.key;
    const key = maker?.key ?? own;
    const isMade = key !== undefined && said.ledger === this.ledger && isSignedBy(key, recordText(said), sig);
    return succeeded(isMade && said.covers >= lastShutOut(register));
  }

  /** Tells whether a computer that was ever let in has announced an epoch. What is encrypted with another is nobody's. */
  async isAnnounced(epoch: string, register: KeyRegister, signal: Abort): Promise<StoreResult<boolean>> {
    const record = await this.record(epoch, signal);
    if (!record.ok || record.value === null) return record.ok ? succeeded(false) : record;
    const { sig, ...said } = record.value;
    const maker = register.computers.find(({ id }) => id === said.by);
    return succeeded(maker !== undefined && isSignedBy(maker.key, recordText(said), sig));
  }

  private async make(
    register: KeyRegister,
    joining: readonly KeyPair[],
    signal: Abort,
  ): Promise<StoreResult<KnownEpoch>> {
    const brought = new Set(joining.map(({ key }) => key));
    const maker = this.own.counting(register) ?? this.own.all().find(({ public: { key } }) => brought.has(key));
    if (maker === undefined)
      return failed({ kind: 'forbidden', detail: 'This computer has not been let in, so it cannot write here.' });
    const epoch = toBase32(randomBytes(16));
    const key = randomBytes(32);
    const said = {
      epoch,
      ledger: this.ledger,
      covers: lastShutOut(register),
      check: checkOf(epoch, key),
      by: maker.id,
    };
    const record = { ...said, sig: maker.sign(recordText(said)) };
    const put = await this.store.putBlob(recordName(epoch), Buffer.from(JSON.stringify(record)), signal);
    if (!put.ok) return put;
    this.records.set(epoch, record);
    const known = { epoch, key: key.toString('hex') };
    await this.vault.keep(known);
    return succeeded(known);
  }

  /** Tells every key that is known here to everybody who counts and has not been told yet. */
  private async tellAll(members: readonly KeyPair[], signal: Abort): Promise<StoreResult<null>> {
    for (const { epoch, key } of this.vault.all())
      for (const member of members) {
        const name = sealName(epoch, keyIdOf(member.key));
        if (this.told.has(name)) continue;
        const there = await this.store.getBlob(name, signal);
        if (!there.ok) return there;
        if (there.value === null) {
          const sealed = sealFor(member.sealKey, Buffer.from(key, 'hex'), `${this.ledger} ${epoch}`);
          const put = await this.store.putBlob(name, sealed, signal);
          // Somebody else told it at the same moment: the same key in another envelope.
          if (!put.ok && put.failure.kind !== 'corrupt') return put;
        }
        this.told.add(name);
      }
    return succeeded(null);
  }

  private async record(
    epoch: string,
    signal: Abort,
  ): Promise<StoreResult<(EpochRecord & { readonly sig: string }) | null>> {
    const known = this.records.get(epoch);
    if (known !== undefined) return succeeded(known);
    const bytes = await this.store.getBlob(recordName(epoch), signal);
    if (!bytes.ok || bytes.value === null) return bytes.ok ? succeeded(null) : bytes;
    try {
      const parsed = recordShape.parse(JSON.parse(Buffer.from(bytes.value).toString('utf8')));
      if (parsed.epoch === epoch) this.records.set(epoch, parsed);
      return succeeded(parsed.epoch === epoch ? parsed : null);
    } catch {
      return failed({ kind: 'corrupt', place: `blobs/${recordName(epoch)}`, detail: 'The file cannot be read.' });
    }
  }
}

/** Everybody who may read what is written from now on. */
function membersOf(register: KeyRegister, joining: readonly KeyPair[]): readonly KeyPair[] {
  return [
    ...register.computers.filter(({ revoked }) => revoked === null),
    ...register.invitations.filter(({ state }) => state === 'open'),
    ...(register.recovery === null ? [] : [register.recovery]),
    ...joining,
  ];
}
