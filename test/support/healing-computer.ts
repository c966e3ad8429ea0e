import { Journal } from '../../electron/main/ledger/journal';
import { LedgerCheckService } from '../../electron/main/ledger/ledger-check-service';
import { CheckedStore } from '../../electron/main/ledger/ledger-checked-store';
import { FolderStore } from '../../electron/main/stores/folder/folder';
import type { Healing } from '#core/ledger/healing';
import { openingIntent } from '#core/ledger/opening';
import { Replica } from '#core/ledger/replica';
import type { LedgerStore, StoreResult } from '#core/ledger/store';
import { synchronise, type SynchronisedCopy } from '#core/ledger/synchronise';
import type { JournalNote } from '#core/ipc/journal-channels';
import { FakeProcesses } from './checking';
import { patient } from './store-calls';

const at = { day: '2026-01-10', at: '2026-01-10T08:00:00.000Z', by: 'owner' } as const;
export const ledger = 'ledger-h';

/** Opens the store of a computer. */
type OpenPlace = () => LedgerStore;

/** One computer as main and the window make it up: a journal, the check, a store on the shared folder, and a replica. */
export class HealingComputer {
  readonly healed: Healing[] = [];
  /** Acts done so far: their ids go on after a restart. */
  acts = 0;

  private constructor(
    readonly name: string,
    readonly replica: Replica,
    readonly journal: Journal,
    readonly plain: LedgerStore,
    readonly store: CheckedStore,
    private readonly check: LedgerCheckService,
  ) {}

  /** `place` is a shared folder, or whatever else opens a store for a computer with that journal. */
  static async open(name: string, place: string | OpenPlace, profile: string, acts = 0): Promise<HealingComputer> {
    const journal = await Journal.open(profile);
    const check = new LedgerCheckService(ledger, journal, new FakeProcesses((id) => Replica.empty(id)).spawn);
    const isNew = journal.newest === null;
    const plain =
      typeof place === 'string'
        ? new FolderStore(place, { ledger, mayBeEmpty: isNew, known: journal, patience: 100 })
        : place();
    const healed: Healing[] = [];
    const store = new CheckedStore({
      store: plain,
      check,
      journal,
      device: name,
      now: () => at.at,
      onVoided: () => undefined,
      onHealed: (healing) => healed.push(healing),
    });
    const replica = Replica.empty(ledger);
    for (;;) {
      const entries = await journal.commits(replica.head?.seq ?? 0);
      if (!entries.ok) throw new Error(entries.failure.kind);
      if (entries.value.length === 0) break;
      replica.receive(entries.value);
    }
    const computer = new HealingComputer(name, replica, journal, plain, store, check);
    Object.defineProperty(computer, 'healed', { value: healed });
    computer.acts = acts;
    // Acts that wait are done again on top, as the window does from its journal.
    for (const intent of journal.summary().open) {
      const { id, day, at: moment, by, device, do: call, args } = intent;
      const prepared = replica.prepareAct({ do: call, args }, { day, at: moment, by, device, commit: id });
      if (prepared.ok) replica.accept(prepared.step);
    }
    return computer;
  }

  /** Opens an account here, which is shared with the first exchange. */
  async start(): Promise<void> {
    const opening = openingIntent({
      id: 'open',
      ...at,
      device: this.name,
      name: 'Account',
      timeZone: 'UTC',
      ownerName: 'Olga',
    });
    await this.act(opening.do, opening.args, opening.id);
  }

  async act(name: string, args: unknown, id?: string): Promise<string> {
    this.acts += 1;
    const commit = id ?? `${this.name}-${String(this.acts)}`;
    const prepared = this.replica.prepareAct({ do: name, args }, { ...at, device: this.name, commit });
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusals));
    const noted = await this.journal.note([{ kind: 'intent', intent: prepared.intent }]);
    if (!noted.ok) throw new Error(noted.failure.kind);
    this.replica.accept(prepared.step);
    return commit;
  }

  /** Makes a complex with a name of its own; each is one act. */
  complex(name: string): Promise<string> {
    return this.act('group.create', { id: name.replace(/[^A-Za-z]/g, ''), parentId: 'root', kind: 'complex', name });
  }

  synchronise(): Promise<StoreResult<null>> {
    const { replica, journal } = this;
    const copy: SynchronisedCopy = {
      get head() {
        return replica.head;
      },
      outgoing: (limit) => replica.outgoing(limit),
      receive: (entries) => {
        const received = replica.prepareReceive(entries);
        if (received.ok) replica.accept(received.step);
        return received;
      },
      rewind: async (common) => {
        const to = common ?? null;
        const step = replica.prepareRewind(to, journal.summary().open);
        const notes = step.attention.map((item): JournalNote => ({ kind: 'attention', item: { ...item } }));
        if (notes.length > 0) await journal.note(notes);
        replica.accept(step);
        return { ok: true };
      },
    };
    return synchronise(copy, this.store, patient());
  }

  /** Names of the complexes, in order. */
  complexes(): readonly string[] {
    const tree = this.replica.ask('tree', {}, { day: at.day, by: 'owner' }) as {
      readonly children?: readonly { readonly name: string }[];
    };
    return (tree.children ?? []).map(({ name }) => name).sort();
  }

  digest(): unknown {
    return this.replica.ask('digest', {}, { day: at.day, by: 'owner' });
  }

  async close(): Promise<void> {
    this.check.close();
    await this.store.close();
    await this.journal.close();
  }
}
