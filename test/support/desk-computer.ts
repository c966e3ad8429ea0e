import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Announcements } from '#core/ipc/announcements';
import type { Healing } from '#core/ledger/healing';
import { hashEntry } from '#core/ledger/encoding';
import { openingIntent } from '#core/ledger/opening';
import { currentKeyOf } from '#core/ledger/own-key';
import { Replica } from '#core/ledger/replica';
import type { StoreFailure } from '#core/ledger/store';
import { synchronise, type SynchronisedCopy } from '#core/ledger/synchronise';
import type { Refusal } from '#core/rules/refusals';
import { checkCheckpoints } from '../../electron/main/ledger/check-checkpoints';
import type { VoidedCommit } from '../../electron/main/ledger/ledger-check';
import { LedgerDesk } from '../../electron/main/ledger/ledger-desk';
import { LedgerFiles } from '../../electron/main/ledger/ledger-files';
import { LedgerPlaces } from '../../electron/main/ledger/ledger-places';
import { ShorteningDesk } from '../../electron/main/ledger/shortening-desk';
import { noLock, type KeyLock } from '../../electron/main/trust/key-file';
import { TrustDesk } from '../../electron/main/trust/trust-desk';
import { checkHere } from './check-here';
import { direct, type Direct } from './direct';
import { intentCalled } from './pending-intents';
import { temporaryFolder } from './temporary-folder';

export const deskLedger = 'ledger-t';
const day = '2026-06-01';
const never = new AbortController().signal;

/** One computer as main and the window make it up: main's desk with its keys, and a copy of the account that knows none. */
export class DeskComputer {
  readonly voided: VoidedCommit[] = [];
  readonly healed: Healing[] = [];
  readonly desk: LedgerDesk;
  readonly shortening: ShorteningDesk;
  /** Shares of the account that were worked out, as the window hears of them. */
  readonly progress: Announcements['history.progress'][] = [];
  readonly trust: Direct<TrustDesk>;
  replica = Replica.empty(deskLedger);
  /** The moment by which it is told what is long ago. */
  now = `${day}T18:00:00.000Z`;
  private acts = 0;

  private constructor(
    readonly name: string,
    readonly profile: string,
    /** This installation: what `device` of its commits says. */
    private readonly device: string,
    lock: KeyLock,
    places: readonly string[],
  ) {
    const allowed = new LedgerPlaces();
    for (const place of places) allowed.allow(place);
    const files = new LedgerFiles(profile);
    this.desk = new LedgerDesk({
      files,
      places: allowed,
      passwordFor: () => null,
      keyLock: () => lock,
      spawnCheck: checkHere,
      onHint: () => undefined,
      onVoided: (_ledger, voided) => this.voided.push(...voided),
      onHealed: (_ledger, healing) => this.healed.push(healing),
      onChanged: () => undefined,
    });
    this.shortening = new ShorteningDesk({
      ...{ files, spawnCheck: checkHere, now: () => this.now },
      trusted: (ledger) => this.desk.trusted(ledger),
      onProgress: (progress) => this.progress.push(progress),
    });
    this.trust = direct(new TrustDesk((ledger) => this.desk.trusted(ledger), name));
  }

  static async make(name: string, places: readonly string[], lock: KeyLock = noLock): Promise<DeskComputer> {
    const profile = await temporaryFolder();
    return new DeskComputer(name, profile, await new LedgerFiles(profile).device(), lock, places);
  }

  /** The same computer after it was started again: its copy is made anew from the journal. */
  async again(places: readonly string[], lock: KeyLock = noLock): Promise<DeskComputer> {
    await this.desk.close();
    const next = new DeskComputer(this.name, this.profile, this.device, lock, places);
    next.acts = this.acts + 100;
    valueOf(await next.desk.open());
    await next.rebuild();
    return next;
  }

  /** Makes the copy anew from the journal, as a window does that does not believe its tables: with what waits on top. */
  async rebuild(): Promise<this> {
    const bad = valueOf(await valueOf(this.desk.trusted(deskLedger)).check.bad());
    const journal = valueOf(this.desk.journalOf(deskLedger));
    const begun = await journal.checkpoint();
    this.replica = (begun && checkCheckpoints.open(deskLedger, begun.bytes)) ?? Replica.empty(deskLedger);
    for (;;) {
      const entries = valueOf(await journal.commits(this.replica.head?.seq ?? 0));
      if (entries.length === 0) break;
      const received = this.replica.receive(entries, undefined, { bad, appends: null });
      if (!received.ok) throw new Error(JSON.stringify(received.failure));
    }
    for (const intent of journal.summary().open) {
      if (this.replica.record(intent.id) !== undefined || intent.do === 'account.open') continue;
      const prepared = this.replica.prepareAgain(intent);
      if (prepared.ok) this.replica.accept(prepared.step);
    }
    return this;
  }

  /** Starts the account here. */
  async start(): Promise<this> {
    valueOf(await this.desk.create(deskLedger, 'owner', [intentCalled('opening')]));
    const opening = openingIntent({
      ...{ id: 'opening', day, at: `${day}T09:00:00Z`, device: this.device },
      ...{ name: 'Sunrise Services', timeZone: 'UTC', ownerName: 'Olga Owner' },
    });
    const prepared = this.replica.prepareAct(opening, { ...opening, commit: opening.id });
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusals));
    this.replica.accept(prepared.step);
    this.done('owner', 'user.create', { id: 'bob', groupId: 'root', name: 'Bob Builder', roleId: 'companyAdmin' });
    this.done('owner', 'user.create', { id: 'rita', groupId: 'root', name: 'Rita Resident' });
    return this;
  }

  get key(): string | null {
    const own = this.trust.own(deskLedger);
    return currentKeyOf(this.replica.model, own.ids);
  }

  tried(by: string, name: string, args: unknown): readonly Refusal[] {
    this.acts += 1;
    const commit = `${this.name}-${String(this.acts)}`;
    const context = { commit, by, day, at: `${day}T10:00:00Z`, device: this.device, key: this.key };
    const prepared = this.replica.prepareAct({ do: name, args }, context);
    if (!prepared.ok) return prepared.refusals;
    this.replica.accept(prepared.step);
    return [];
  }

  done(by: string, name: string, args: unknown): this {
    const refusals = this.tried(by, name, args);
    if (refusals.length > 0) throw new Error(`${name}: ${JSON.stringify(refusals)}`);
    return this;
  }

  /** Protects the account, as the window does; answers the words. */
  async protect(): Promise<readonly string[]> {
    const { key: ownerKey, sealKey, name, recovery, words } = await this.trust.protect(deskLedger);
    const { entries, expected } = this.replica.outgoing(Number.MAX_SAFE_INTEGER);
    const last = entries.at(-1);
    const seq = (expected?.seq ?? 0) + entries.length;
    const hash = last === undefined ? (expected?.hash ?? '') : hashEntry(last);
    this.done('owner', 'keys.enable', { ownerKey, sealKey, name, recovery, seq, hash });
    return words;
  }

  /** Makes an invitation and sends it. */
  async invite(userId: string, by = 'owner'): Promise<string> {
    const { inviteKey, sealKey } = this.trust.invite(deskLedger);
    this.done(by, 'key.invite', { userId, inviteKey, sealKey });
    await this.sync();
    return this.trust.invitation(deskLedger, inviteKey);
  }

  async accept(text: string, userId: string): Promise<this> {
    const args = await this.trust.accept(deskLedger, text);
    await this.sync();
    this.done(userId, 'key.accept', args);
    await this.sync();
    this.trust.giveBack(deskLedger);
    return this;
  }

  async share(place: string, way: 'exclusive' | 'kept' = 'exclusive'): Promise<this> {
    valueOf(await this.desk.connect(deskLedger, place, way));
    return this;
  }

  async join(place: string): Promise<this> {
    valueOf(await this.desk.join(place));
    return this;
  }

  async sync(): Promise<this> {
    const failure = await this.trySync();
    if (failure !== null) throw new Error(JSON.stringify(failure));
    return this;
  }

  /** Why synchronising ended, or `null`. */
  async trySync(): Promise<StoreFailure | null> {
    const { replica } = this;
    const copy: SynchronisedCopy = {
      get head() {
        return replica.head;
      },
      receive: (entries, answers) => replica.receive(entries, answers),
      receivePage: ({ entries, evidence }) => replica.receive(entries, undefined, evidence),
      outgoing: (limit) => replica.outgoing(limit),
    };
    const store = this.desk.storeOf(deskLedger);
    const result = await synchronise(copy, valueOf(store), never);
    return result.ok ? null : result.failure;
  }

  digest(): string {
    return (this.replica.ask('digest', {}, { day, by: 'owner' }) as { readonly hash: string }).hash;
  }

  roleOf(userId: string): string | undefined {
    return this.replica.model.row('users', userId)?.roleId;
  }
}

function valueOf<Value, Failure>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failure },
): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** Everything in a folder as one text, names of files counted. */
export async function bytesIn(folder: string): Promise<string> {
  let all = '';
  for (const name of await readdir(folder, { recursive: true })) {
    const file = join(folder, name);
    all += `${name}\n`;
    if ((await stat(file)).isFile()) all += `${await readFile(file, 'latin1')}\n`;
  }
  return all;
}
