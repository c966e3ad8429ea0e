import { randomUUID } from 'node:crypto';
import { asMeant, countryOfAccount } from '#core/intents/as-meant';
import type { Day } from '#core/kernel/day';
import { failed, succeeded, type Result } from '#core/kernel/result';
import { isSameContent } from '#core/ledger/acts';
import type { CommitRecord, Replica } from '#core/ledger/replica';
import type { LedgerStore, StoreFailure, StoreResult } from '#core/ledger/store';
import { synchronise } from '#core/ledger/synchronise';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { Answer } from '#core/queries/registry';
import { type Refusal, refuse, type Warning } from '#core/rules/refusals';
import { openStore, presentAddress } from './places';
import type { ComputerKeys } from '../main/trust/computer-keys';
import type { KeyFile } from '../main/trust/key-file';
import type { ProvedCopy } from '../main/trust/proved-copy';
import { keysFromEnvironment, openPlaceAtBeginning, type OpenPlace } from './protected-place';
import { takingPartIn } from './taking-part';

/** Mark of an act that no window made. */
const device = 'headless';

/** An act that was done. `waitsFor`: the computer that has yet to put it in order, by its name, where the place only carries files. */
export interface ActDone {
  readonly commit: string;
  readonly warnings: readonly Warning[];
  readonly waitsFor?: string;
}

/** Computer as which acts are done in a place that only carries files: that of a profile, else of this program's own. */
export interface ActingAs {
  readonly profile: string | null;
}

export type ActResult = Result<
  ActDone,
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'store'; readonly failure: StoreFailure }
>;

/** An account in its shared place, replayed from where that begins, on which acts can be tried and done without a window. */
export class SharedAccount {
  private constructor(
    private readonly copy: ProvedCopy,
    private readonly store: LedgerStore,
    private readonly keys: KeyFile | null,
    private readonly inner: LedgerStore,
  ) {}

  /** The place, with what lies in it opened where the account is protected. */
  get place(): LedgerStore {
    return this.store;
  }

  /** The account where its place begins, before anything that came since. */
  fromBeginning(): Promise<StoreResult<OpenPlace>> {
    return openPlaceAtBeginning(this.replica.ledger, this.inner, this.keys);
  }

  get replica(): Replica {
    return this.copy.replica;
  }

  /** Opens the account at an address; whoever opens it closes it. Without a computer to act as, a place that only carries files is only read. */
  static async open(given: string, acting: ActingAs | null = null): Promise<StoreResult<SharedAccount>> {
    // A folder says itself which way it is, whatever it is called by.
    const address = await presentAddress(given);
    const here = acting === null ? null : await takingPartIn(address, acting.profile);
    const opened = openStore(address, { ledger: null, mayBeEmpty: false, here });
    if (!opened.ok) return opened;
    const { store } = opened.value;
    const { signal } = new AbortController();
    const report = await store.check(signal);
    if (!report.ok || report.value.ledger === null) {
      await store.close();
      return report.ok ? failed({ kind: 'corrupt', place: address, detail: 'there is no ledger' }) : report;
    }
    const keys = await keysFromEnvironment(report.value.ledger);
    if (!keys.ok) {
      await store.close();
      return keys;
    }
    const begun = await openPlaceAtBeginning(report.value.ledger, store, keys.value);
    if (!begun.ok) {
      await store.close();
      return begun;
    }
    const place = begun.value;
    const fetched = await synchronise(place.copy, place.store, signal);
    if (!fetched.ok) {
      await store.close();
      return fetched;
    }
    return succeeded(new SharedAccount(place.copy, place.store, keys.value, place.inner));
  }

  /** The day it is in the account's time zone. */
  get today(): Day {
    return dayIn(this.replica.model.account.timeZone, new Date());
  }

  /** The key by which this computer speaks for the account; `null` where no file of keys is named, or none in it counts. */
  async signingKeys(): Promise<ComputerKeys | null> {
    if (this.keys === null) return null;
    const { register } = this.copy;
    return register.isProtected
      ? this.keys.own().counting(register)
      : (this.keys.own().all().at(-1) ?? (await this.keys.make()));
  }

  /** Finds the person that is meant by an id, an e-mail address or a name; `null` where nobody or several are. */
  personNamed(written: string): string | null {
    const users = [...this.replica.model.rows('users')];
    const meant = [
      users.filter(({ id }) => id === written),
      users.filter(({ email }) => email !== '' && email.toLowerCase() === written.toLowerCase()),
      users.filter(({ name }) => name.toLowerCase() === written.toLowerCase()),
    ].find((found) => found.length > 0);
    return meant?.length === 1 ? (meant[0]?.id ?? null) : null;
  }

  /** Units of a type that a pool has left today. */
  availableIn(poolId: string, typeId: LicenseTypeId, by: string): number {
    const { day } = this.context(by);
    const answer = this.replica.ask('pool', { groupId: poolId }, { day, by }) as Answer<'pool'>;
    return 'types' in answer ? (answer.types[typeId]?.available ?? 0) : 0;
  }

  /** Judgement of the rules on each of several acts, one after the other; nothing is done. */
  tryEach(
    calls: readonly { readonly do: string; readonly args: unknown }[],
    by: string,
  ): readonly (readonly Refusal[])[] {
    return this.replica.tryEach(calls, this.context(by));
  }

  /**
   * Does one act and sends it. `id` is that of its commit: done again under the same one it stays one act, and this says how it
   * stands. Under the id of another act it is refused (G11).
   */
  async act(
    call: { readonly do: string; readonly args: unknown },
    by: string,
    id: string = randomUUID(),
  ): Promise<ActResult> {
    const earlier = this.replica.record(id);
    if (earlier !== undefined) {
      return this.isThatAct(earlier, call, by)
        ? succeeded({ commit: id, warnings: [] })
        : failed({ kind: 'refused', refusals: [refuse('ID_TAKEN', { id })] });
    }
    const context = this.context(by, id);
    const prepared = this.replica.prepareAct(call, context);
    if (!prepared.ok) return failed({ kind: 'refused', refusals: prepared.refusals });
    this.replica.accept(prepared.step);
    const sent = await synchronise(this.copy, this.store, new AbortController().signal);
    if (!sent.ok) return failed({ kind: 'store', failure: sent.failure });
    // Others may have come first, and the act may not hold any more on top of theirs.
    const lost = this.replica.attention.find((item) => item.id === id && item.refusals !== undefined);
    if (lost !== undefined) return failed({ kind: 'refused', refusals: lost.refusals ?? [] });
    const waitsFor = await this.waitedFor(id);
    return succeeded({ commit: id, warnings: prepared.warnings, ...(waitsFor === null ? {} : { waitsFor }) });
  }

  /** Tells whether a call is what was done before, on whatever day. */
  private isThatAct(earlier: CommitRecord, call: { readonly do: string; readonly args: unknown }, by: string): boolean {
    const meant = asMeant(call, countryOfAccount(this.replica.model));
    return meant.ok && isSameContent({ ...earlier, ...meant.call, by }, earlier);
  }

  /** The computer that has yet to put an act in order; `null` where the act has its place. */
  private async waitedFor(commit: string): Promise<string | null> {
    if (!this.replica.pending.some(({ id }) => id === commit)) return null;
    const office = await this.store.order?.office(new AbortController().signal);
    const keeper = office?.ok === true ? office.value.keeper : null;
    return keeper === null ? '' : keeper.name || keeper.id;
  }

  close(): Promise<void> {
    return this.store.close();
  }

  private context(
    by: string,
    commit: string = randomUUID(),
  ): {
    readonly commit: string;
    readonly by: string;
    readonly day: string;
    readonly at: string;
    readonly device: string;
    readonly key: string | null;
  } {
    const at = new Date().toISOString();
    return {
      key: this.copy.key,
      commit,
      by,
      day: this.today,
      at,
      device,
    };
  }
}

/** The day it is in a time zone; UTC's where the zone is not known here. */
export function dayIn(timeZone: string, now: Date): string {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
  } catch {
    return now.toISOString().slice(0, 10);
  }
}
