import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Office } from '#core/ledger/kept-order';
import { openingIntent } from '#core/ledger/opening';
import { Replica } from '#core/ledger/replica';
import { synchronise } from '#core/ledger/synchronise';
import type { StoreFailure } from '#core/ledger/store';
import { FolderCarrier } from '../../../electron/main/stores/kept/folder-carrier';
import type { KeptCarrier } from '../../../electron/main/stores/kept/kept-carrier';
import { KeptStore } from '../../../electron/main/stores/kept/kept-store';
import { replicaJudge } from '../../../electron/main/stores/kept/replica-judge';
import { patient } from '../store-calls';

const ledger = 'ledger-k';
/** No two installations give one id to two acts, not even copies of one profile. */
let installations = 0;

/** A computer with its copy of an account, its profile, and its copy of a folder that some program copies. */
export class KeptComputerOnDisk {
  readonly folder: string;
  readonly profile: string;
  replica = Replica.empty(ledger);
  store: KeptStore;
  private acts = 0;
  private readonly installation = (installations += 1);

  private constructor(
    private readonly root: string,
    readonly name: string,
    private readonly mayBeEmpty: boolean,
    folder: string | null,
    private readonly carrier: (folder: string) => KeptCarrier,
  ) {
    this.folder = folder ?? join(root, name, 'folder');
    this.profile = join(root, name, 'profile');
    this.store = this.open();
  }

  /** `folder` is where somebody else copies to; otherwise it has one of its own. `carrier` is how the computer gets at its files. */
  static async at(
    root: string,
    name: string,
    mayBeEmpty: boolean,
    folder: string | null = null,
    carrier: (folder: string) => KeptCarrier = (path) => new FolderCarrier(path),
  ): Promise<KeptComputerOnDisk> {
    await mkdir(folder ?? join(root, name, 'folder'), { recursive: true });
    return new KeptComputerOnDisk(root, name, mayBeEmpty, folder, carrier);
  }

  private open(): KeptStore {
    const now = (): string => new Date().toISOString();
    return new KeptStore(this.carrier(this.folder), {
      ledger,
      mayBeEmpty: this.mayBeEmpty,
      pollMilliseconds: 100,
      here: {
        computer: this.name,
        name: this.name,
        record: join(this.profile, 'kept'),
        now,
        judge: replicaJudge(),
      },
    });
  }

  /** Starts an account. */
  begin(): void {
    const opening = openingIntent({
      id: 'opening',
      day: '2026-01-05',
      at: '2026-01-05T08:00:00.000Z',
      device: this.name,
      name: 'Account',
      timeZone: 'UTC',
      ownerName: 'Owner',
    });
    const context = { ...opening, commit: opening.id };
    const prepared = this.replica.prepareAct({ do: opening.do, args: opening.args }, context);
    if (!prepared.ok) throw new Error('An account could not be started');
    this.replica.accept(prepared.step);
  }

  /** Does an act as the owner; its id tells the computer and how many acts it has done. */
  act(name: string, args: unknown): string {
    this.acts += 1;
    const commit = `${this.name}-${String(this.installation)}-act-${String(this.acts)}`;
    const context = { commit, by: 'owner', day: '2026-01-05', at: '2026-01-05T08:00:00.000Z', device: this.name };
    const prepared = this.replica.prepareAct({ do: name, args }, context);
    if (!prepared.ok) throw new Error(`${name} was refused: ${JSON.stringify(prepared.refusals)}`);
    this.replica.accept(prepared.step);
    return commit;
  }

  addGroup(id: string, parentId = 'root'): string {
    return this.act('group.create', { id, parentId, kind: 'office', name: id });
  }

  /** One exchange with its copy of the folder; why it did not go well, or `null`. */
  async exchange(): Promise<StoreFailure | null> {
    const outcome = await synchronise(this.replica, this.store, patient());
    return outcome.ok ? null : outcome.failure;
  }

  async office(): Promise<Office> {
    const office = await this.store.order.office(patient());
    if (!office.ok) throw new Error(`No office: ${JSON.stringify(office.failure)}`);
    return office.value;
  }

  hasGroup(id: string): boolean {
    return [...this.replica.model.rows('groups')].some((group) => group.id === id);
  }

  async restart(): Promise<void> {
    await this.store.close();
    this.store = this.open();
  }

  /** Keeps profile and folder as they are now, for `restore`. */
  async backUp(): Promise<void> {
    await this.store.close();
    await rm(join(this.root, `${this.name}-backup`), { recursive: true, force: true });
    await cp(join(this.root, this.name), join(this.root, `${this.name}-backup`), { recursive: true });
    this.store = this.open();
  }

  /** The disk is replaced by its backup. The account is read from its folder again. */
  async restore(): Promise<void> {
    await this.store.close();
    await rm(join(this.root, this.name), { recursive: true });
    await cp(join(this.root, `${this.name}-backup`), join(this.root, this.name), { recursive: true });
    this.replica = Replica.empty(ledger);
    this.store = this.open();
  }

  async close(): Promise<void> {
    await this.store.close();
  }
}
