import { hostname } from 'node:os';
import { join } from 'node:path';
import { failed, succeeded, type Result } from '#core/kernel/result';
import type { ConnectedStore, LedgerFailure, PlaceReport } from '#core/ipc/ledger-channels';
import type { ChosenFolder, FolderWay } from '#core/ledger/folder-guess';
import type { Head } from '#core/ledger/commit';
import type { Abort, LedgerStore, StoreResult } from '#core/ledger/store';
import { accountThere } from './account-there';
import { CheckpointShelf } from './checkpoint-shelf';
import type { Journal } from './journal';
import type { LedgerCheckService } from './ledger-check-service';
import { notForCarrying } from './ledger-checked-store';
import type { LedgerFiles } from './ledger-files';
import { beginsAsNamed } from './named-beginning';
import { leastAppend, pageUpTo } from './ledger-healing';
import { openHere, type StoreOpener } from '../stores/apart/store-opener';
import type { TakingPart } from '../stores/kept/kept-place';
import { addressAs, folderOf, type OpenedStore } from '../stores/registry';
import type { StoreExpectation } from '../stores/store-kind';
import { type FolderToTurn, turnFolder } from '../stores/turn-folder';
import { valueOrThrow } from '../stores/store-error';
import type { LedgerKeys } from '../trust/key-desk';
import { sealedPlace } from '../trust/sealed-place';

/** Milliseconds after which a place that does not answer counts as out of reach. */
export const placePatienceMs = 30_000;

/** Ends what a folder does not answer. What a server is asked ends by itself, and may be much: an account that it only carries is many files. */
export function placePatience(url: string): AbortSignal {
  return folderOf(url) === null ? new AbortController().signal : AbortSignal.timeout(placePatienceMs);
}

/** Ledger whose confirmed commits are copied to another place, with the keys that seal what lies there. */
interface CopiedLedger {
  readonly ledger: string;
  readonly journal: Journal;
  readonly check: LedgerCheckService;
  readonly keys: LedgerKeys;
}

/** An open ledger whose folder may become one of the other way. */
interface LedgerInFolder extends Omit<CopiedLedger, 'keys'> {
  readonly url: string | null;
  readonly store: LedgerStore | null;
}

export interface ConnectionParts {
  readonly files: LedgerFiles;
  /** The password of a place on a server, as far as it is known. */
  readonly passwordFor: (url: string) => string | null;
  /** Left out, places are opened in this very process. */
  readonly stores?: StoreOpener;
}

/** Reaches the places at which ledgers are shared, as this computer. */
export class LedgerConnections {
  private readonly stores: StoreOpener;

  constructor(private readonly parts: ConnectionParts) {
    this.stores = parts.stores ?? openHere;
  }

  open(url: string, expectation: StoreExpectation): StoreResult<OpenedStore> {
    return this.stores.open(url, { ...expectation, password: () => this.parts.passwordFor(url) });
  }

  /** The address under which a folder is to be opened, by what it says of itself. */
  present(url: string): Promise<string> {
    return this.stores.present(url);
  }

  guess(folder: string): Promise<StoreResult<ChosenFolder>> {
    return this.stores.guess(folder);
  }

  /** The name of a place for people; `null` where no store knows the address. */
  labelOf(url: string): string | null {
    const opening = this.stores.open(url, { ledger: null, mayBeEmpty: true });
    return opening.ok ? nameOf(opening.value.store).label : null;
  }

  async inspect(url: string, signal: Abort): Promise<StoreResult<PlaceReport>> {
    const opening = this.open(await this.present(url), { ledger: null, mayBeEmpty: true });
    if (!opening.ok) return opening;
    const { store } = opening.value;
    const report = await store.check(signal);
    // A share that hangs is not waited for, neither with its answer nor with its end.
    const hasAnswered = report.ok || report.failure.kind !== 'aborted';
    if (hasAnswered) await store.close();
    else return failed({ kind: 'offline', detail: 'The place does not answer.' });
    return report.ok ? succeeded({ report: report.value, store: nameOf(store) }) : report;
  }

  /** Names the account that lies in a place instead of the one that was looked for; the failure as it is where that cannot be told. */
  async withNames(failure: LedgerFailure, url: string, signal: Abort): Promise<LedgerFailure> {
    if (failure.kind !== 'identity-changed') return failure;
    const opening = this.open(await this.present(url), { ledger: null, mayBeEmpty: true });
    if (!opening.ok) return failure;
    const { store } = opening.value;
    const there = await accountThere(store, signal);
    // A share that hangs is not waited for.
    if (!signal.aborted) await store.close();
    return there === null ? failure : { ...failure, there };
  }

  /** This computer in a kept place, with what it must not forget in the folder of the ledger. */
  async takingPart(ledger: string, check: LedgerCheckService): Promise<TakingPart> {
    const { files } = this.parts;
    return {
      computer: await files.device(),
      name: hostname().slice(0, 100),
      record: join(files.folderOf(ledger), 'kept'),
      now: () => new Date().toISOString(),
      judge: async (open, head) => valueOrThrow(await check.order(open, head)),
    };
  }

  /** Copies what is confirmed already into a place that holds nothing yet. Why it could not, or `null`. */
  async copy(url: string, { ledger, journal, check, keys }: CopiedLedger): Promise<LedgerFailure | null> {
    const here = await this.takingPart(ledger, check);
    const opening = this.open(url, { ledger, mayBeEmpty: true, here });
    if (!opening.ok) return opening.failure;
    const store = sealedPlace(opening.value.store, ledger, keys, check);
    try {
      const least = await leastAppend({ check, keys });
      if (!least.ok) return least.failure;
      // Nothing that such a place carries is encrypted.
      const register = await check.register();
      if (!register.ok) return register.failure;
      if (register.value.isProtected && store.order !== undefined) return notForCarrying;
      const begun = await this.beginCopy(store, { ledger, journal, computer: here.computer });
      if (!begun.ok) return begun.failure;
      let head: Head | null = begun.value;
      for (;;) {
        const done: number = head?.seq ?? 0;
        const entries = await journal.commits(done, pageUpTo(least.value - done));
        if (!entries.ok) return entries.failure;
        if (entries.value.length === 0) return null;
        const inTime = AbortSignal.timeout(placePatienceMs);
        const appended: StoreResult<Head> = await store.append(entries.value, head, inTime);
        if (!appended.ok) return appended.failure;
        head = appended.value;
      }
    } finally {
      await store.close();
    }
  }

  /** Lets an empty place begin where the journal does, with the checkpoint that an act of the account names; from there on it is copied. */
  private async beginCopy(
    store: LedgerStore,
    { ledger, journal, computer }: { readonly ledger: string; readonly journal: Journal; readonly computer: string },
  ): Promise<StoreResult<Head | null>> {
    const start = await journal.checkpoint();
    if (start === null) return succeeded(null);
    if (store.beginning === undefined || !(await beginsAsNamed(journal)))
      return failed({ kind: 'shortened', begins: start.head });
    const { signal } = new AbortController();
    const put = await new CheckpointShelf(store, ledger).put({ ...start, computer }, signal);
    if (!put.ok) return put;
    const begun = await store.beginning.shorten(start.head, signal);
    return begun.ok ? succeeded(start.head) : begun;
  }

  /** Makes the folder of an open ledger one of the other way; its address from then on. */
  async turn(
    { ledger, url, store, journal, check }: LedgerInFolder,
    way: FolderWay,
    signal: Abort,
  ): Promise<Result<string, LedgerFailure>> {
    const turned = url === null ? null : addressAs(way, url);
    if (url === null || store === null || turned === null) return failed({ kind: 'not-connected' });
    if (turned === url) return succeeded(url);
    // Nothing that such a place carries is encrypted.
    const register = await check.register();
    if (!register.ok) return register;
    if (register.value.isProtected && way === 'kept') return failed(notForCarrying);
    // What others did must be known here first: this computer's keeping of the order begins with it.
    const head = await store.head(signal);
    if (!head.ok) return head;
    if (head.value?.hash !== journal.newest?.hash) return failed({ kind: 'head-moved', head: head.value });
    const here = await this.takingPart(ledger, check);
    const open: FolderToTurn['open'] = (address, expectation) => this.open(address, expectation);
    const done = await turnFolder({ open, url, way, ledger, here }, signal);
    return done.ok ? succeeded(turned) : done;
  }

  close(): Promise<void> {
    return this.stores.close();
  }
}

export function nameOf(store: LedgerStore): ConnectedStore {
  return { kind: store.info.kind, label: store.info.label };
}
