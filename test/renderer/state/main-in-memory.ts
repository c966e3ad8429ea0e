import { MemoryLedger, MemoryStore } from '../../../electron/main/stores/memory';
import type { JournalNote } from '#core/ipc/journal-channels';
import type { LocalLedger } from '#core/ipc/ledger-channels';
import type { TrellisBridge } from '#core/ipc/bridge';
import type { PendingIntent } from '#core/ledger/commit';
import type { Abort, LedgerStore, StoreFailure } from '#core/ledger/store';
import { CallFailed, direct, type Direct } from '../../support/direct';
import { MemoryJournal } from '../data/memory-journal';

interface Kept {
  local: LocalLedger;
  readonly journal: Direct<MemoryJournal>;
  store: Direct<LedgerStore> | null;
}

/** What a profile keeps, and folders that several profiles reach. */
export class MainInMemory {
  private kept: Kept | null = null;
  private readonly hints = new Set<(hint: { readonly ledger: string }) => void>();
  private readonly shown = new Set<(asked: { readonly ledger: string; readonly groupId: string }) => void>();
  /** What the person chooses in the next folder dialog. */
  folder: string | null = null;
  invitation: string | null = null;
  opening: 'first-start' | 'sample' = 'first-start';
  wasOpenedAnew = false;
  readonly calls: string[] = [];

  constructor(
    private readonly device: string,
    private readonly folders: Map<string, MemoryLedger>,
  ) {}

  readonly bridge: TrellisBridge = {
    call: new Proxy(
      {},
      {
        get: (_target, name: string) => async (request: never) => {
          this.calls.push(name);
          try {
            return { ok: true, value: await this.answer(name, request) };
          } catch (error) {
            return {
              ok: false,
              failure:
                error instanceof CallFailed
                  ? error.failure
                  : { kind: error instanceof Error ? error.message : 'defect' },
            };
          }
        },
      },
    ) as TrellisBridge['call'],
    on: {
      'ledger.hint': (listener) => {
        this.hints.add(listener);
        return () => this.hints.delete(listener);
      },
      'window.showGroup': (listener) => {
        this.shown.add(listener);
        return () => this.shown.delete(listener);
      },
      'handover.progress': () => () => undefined,
      'history.progress': () => () => undefined,
      'project.given': () => () => undefined,
      'ledger.moved': () => () => undefined,
      'window.closing': () => () => undefined,
      'window.lock': () => () => undefined,
      'window.command': () => () => undefined,
      'vendors.progress': () => () => undefined,
    },
  };

  /** Somebody asks for a group outside of the window. */
  showGroup(ledger: string, groupId: string): void {
    for (const listener of this.shown) listener({ ledger, groupId });
  }

  private async answer(name: string, request: { readonly [key: string]: never }): Promise<unknown> {
    const never: Abort = new AbortController().signal;
    switch (name) {
      case 'app.info':
        return {
          version: '0',
          electron: '0',
          platform: 'linux',
          opening: this.opening,
          wasOpenedAnew: this.wasOpenedAnew,
          oldRuntime: false,
        };
      case 'app.chooseFolder':
        return this.folder;
      case 'ledger.invitation':
        return this.invitation;
      case 'ledger.open':
        return this.kept?.local ?? null;
      case 'ledger.shown':
        return null;
      case 'ledger.accounts':
        return this.kept === null
          ? []
          : [
              {
                ledger: this.kept.local.ledger,
                name: 'Kept',
                place: null,
                lastOpen: '2026-05-01T10:00:00.000Z',
                unsent: 0,
              },
            ];
      case 'ledger.create':
        return this.create(request['ledger'] ?? '', request['by'] ?? '', request['intents'] ?? []);
      case 'ledger.join':
        return this.join(request['place'] ?? '');
      case 'ledger.choosePerson':
        return this.change({ by: request['by'] ?? '' });
      case 'ledger.guess':
        return { kind: 'exclusive', because: null, isSettled: true };
      case 'ledger.connect':
        return this.connect(request['place'] ?? '');
      case 'ledger.disconnect':
        return this.change({ store: null }, null);
      case 'ledger.leave':
        this.kept = null;
        return null;
      case 'ledger.read':
        return this.store().read(request['after'] ?? 0, request['limit'] ?? { entries: 1, bytes: 1 }, never);
      case 'ledger.append':
        return this.store().append(request['entries'] ?? [], request['expected'] ?? null, never);
      case 'trust.own':
        return { ids: [], lock: 'none', failure: null, name: 'Test', headWords: [] };
      case 'journal.bad':
        return [];
      case 'ledger.abort':
        return null;
      case 'journal.summary':
        return this.journal().summary();
      case 'journal.commits':
        return this.journal().commits(request['after'] ?? 0);
      case 'journal.note':
        await this.journal().note(request['notes'] as unknown as readonly JournalNote[]);
        return null;
      case 'journal.keepCommits':
        await this.journal().keepCommits(request['entries'] ?? []);
        return null;
      default:
        throw new Error(`no such channel: ${name}`);
    }
  }

  private journal(): Direct<MemoryJournal> {
    if (this.kept === null) throw new Error('unknown-ledger');
    return this.kept.journal;
  }

  private store(): Direct<LedgerStore> {
    if (this.kept?.store == null) throw new Error('not-connected');
    return this.kept.store;
  }

  private async create(ledger: string, by: string, intents: readonly PendingIntent[]): Promise<LocalLedger> {
    const journal = direct(new MemoryJournal());
    await journal.note(intents.map((intent): JournalNote => ({ kind: 'intent', intent })));
    this.kept = { local: { ledger, by, device: this.device, store: null, head: null }, journal, store: null };
    return this.kept.local;
  }

  private async join(place: string): Promise<LocalLedger> {
    const store = this.at(place);
    const report = await store.check(new AbortController().signal);
    if (report.ledger === null) throw new Error('nothing-there');
    this.kept = {
      local: {
        ledger: report.ledger,
        by: null,
        device: this.device,
        store: { kind: 'folder', label: place },
        head: null,
      },
      journal: direct(new MemoryJournal()),
      store,
    };
    return this.kept.local;
  }

  private async connect(place: string): Promise<LocalLedger> {
    const store = this.at(place);
    const report = await store.check(new AbortController().signal);
    if (report.ledger !== null && report.ledger !== this.kept?.local.ledger)
      throw new CallFailed({
        kind: 'identity-changed',
        expected: this.kept?.local.ledger ?? '',
        actual: report.ledger,
      } as StoreFailure);
    return this.change({ store: { kind: 'folder', label: place } }, store);
  }

  private change(part: Partial<LocalLedger>, store: Direct<LedgerStore> | null | undefined = undefined): LocalLedger {
    if (this.kept === null) throw new Error('unknown-ledger');
    this.kept.local = { ...this.kept.local, ...part };
    if (store !== undefined) this.kept.store = store;
    return this.kept.local;
  }

  private at(place: string): Direct<LedgerStore> {
    const ledger = this.folders.get(place) ?? new MemoryLedger();
    this.folders.set(place, ledger);
    const store = direct(new MemoryStore(ledger));
    store.watch(() => {
      for (const hint of this.hints) if (this.kept !== null) hint({ ledger: this.kept.local.ledger });
    });
    return store;
  }
}
