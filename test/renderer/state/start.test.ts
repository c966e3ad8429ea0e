import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MemoryLedger } from '../../../electron/main/stores/memory';
import type { OpenAccount } from '../../../renderer/src/state/session-context';
import type { SampleAccount } from '../../../renderer/src/state/new-account';
import { createStart } from '../../../renderer/src/state/start';
import type { Start, StartState } from '../../../renderer/src/state/start-hooks';
import { aGroup, digestOf, groupNames } from '../data/session-world';
import { MainInMemory } from './main-in-memory';

const sample: SampleAccount = { name: 'Sample', ownerName: 'Sam', acts: [aGroup('Sunrise'), aGroup('Moonrise')] };

let folders: Map<string, MemoryLedger>;
let made = 0;
const starts: Start[] = [];

/** One computer whose window is opened, and opened again. */
class Computer {
  readonly main: MainInMemory;
  indexedDb = new IDBFactory();
  private readonly places = new Map<string, unknown>();

  constructor(name: string) {
    this.main = new MainInMemory(name, folders);
  }

  openWindow(): Start {
    window.trellis = this.main.bridge;
    Dexie.dependencies.indexedDB = this.indexedDb;
    const start = createStart({
      surroundings: {
        now: () => '2026-05-01T12:00:00.000Z',
        today: () => '2026-05-01',
        newCommitId: () => {
          made += 1;
          return `id-${made}`;
        },
      },
      keeper: {
        read: (key) => Promise.resolve(this.places.get(key) ?? null),
        write: (key, place) => Promise.resolve(void this.places.set(key, place)),
      },
      sample: () => Promise.resolve(sample),
      timeZone: 'UTC',
      chance: () => 0,
    });
    starts.push(start);
    return start;
  }
}

async function reached<K extends StartState['kind']>(
  start: Start,
  kind: K,
): Promise<StartState & { readonly kind: K }> {
  await vi.waitFor(() => expect(start.state.getState().kind).toBe(kind), { timeout: 5_000 });
  return start.state.getState() as StartState & { readonly kind: K };
}

async function opened(start: Start): Promise<OpenAccount> {
  return (await reached(start, 'open')).account;
}

function sessionOf(account: OpenAccount): Parameters<typeof digestOf>[0] {
  return account.session as Parameters<typeof digestOf>[0];
}

beforeEach(() => {
  folders = new Map();
});

afterEach(async () => {
  for (const start of starts.splice(0)) await start.closeAccount();
});

/** Tables that the system does not open: each try ends with an error of this kind. */
function brokenTables(name: string): IDBFactory {
  const broken = new IDBFactory();
  const fail = () => {
    const request = { error: new DOMException('no', name), onerror: null as null | ((event: unknown) => void) };
    setTimeout(() =>
      request.onerror?.({ target: request, preventDefault: () => undefined, stopPropagation: () => undefined }),
    );
    return Object.assign(request, { addEventListener: () => undefined });
  };
  return Object.assign(broken, { open: fail, deleteDatabase: fail });
}

describe('a window that cannot open the tables', () => {
  it('says so on a page of its own, and opens the account once they can be opened', async () => {
    const computer = new Computer('one');
    const first = computer.openWindow();
    await reached(first, 'choosing');
    await first.openSample();
    const before = digestOf(sessionOf(await opened(first)));
    const whole = computer.indexedDb;
    computer.indexedDb = brokenTables('UnknownError');
    const again = computer.openWindow();
    expect(await reached(again, 'unopened')).toMatchObject({ problem: { kind: 'no-tables' } });
    await again.tryAgain();
    await reached(again, 'unopened');
    Dexie.dependencies.indexedDB = whole;
    await again.tryAgain();
    expect(digestOf(sessionOf(await opened(again)))).toEqual(before);
  });

  it('works from the journal meanwhile, which keeps what is done', async () => {
    const computer = new Computer('one');
    const first = computer.openWindow();
    await reached(first, 'choosing');
    await first.openSample();
    await opened(first);
    const whole = computer.indexedDb;
    computer.indexedDb = brokenTables('QuotaExceededError');
    const again = computer.openWindow();
    expect(await reached(again, 'unopened')).toMatchObject({ problem: { kind: 'no-room' } });
    await again.openFromJournal();
    const state = await reached(again, 'open');
    expect(state.problem?.kind).toBe('without-tables');
    expect(await state.account.session.act(aGroup('Later'))).toMatchObject({ ok: true });
    computer.indexedDb = whole;
    expect(groupNames(sessionOf(await opened(computer.openWindow())))).toContain('Later');
  });

  it('says when they were damaged and had to be made again, with nothing lost', async () => {
    const computer = new Computer('one');
    const first = computer.openWindow();
    await reached(first, 'choosing');
    await first.openSample();
    const session = sessionOf(await opened(first));
    const before = digestOf(session);
    const raw = await new Dexie(`trellis-account-${session.ledger}`).open();
    await raw.table('checkpoint').put({ key: 'checkpoint', bytes: Uint8Array.of(1, 2, 3), upTo: 0 });
    raw.close();
    const state = await reached(computer.openWindow(), 'open');
    expect(state.problem?.kind).toBe('tables-made-anew');
    expect(digestOf(sessionOf(state.account))).toEqual(before);
    expect((await reached(computer.openWindow(), 'open')).problem).toBeNull();
  });

  it('begins no account that it could not show', async () => {
    const computer = new Computer('one');
    computer.indexedDb = brokenTables('UnknownError');
    const start = computer.openWindow();
    await reached(start, 'choosing');
    await start.startAccount({ name: 'Harbour', ownerName: 'Olga' });
    expect(await reached(start, 'choosing')).toMatchObject({ problem: { kind: 'no-tables' } });
    expect(computer.main.calls).not.toContain('ledger.create');
  });
});

describe('a window that starts', () => {
  it('asks what to do when there is no account yet', async () => {
    const state = await reached(new Computer('one').openWindow(), 'choosing');
    expect(state.problem).toBeNull();
  });

  it('shows the group that was asked for outside of the window, where it is of the open account and still there', async () => {
    const computer = new Computer('one');
    const start = computer.openWindow();
    await reached(start, 'choosing');
    await start.openSample();
    const { session, view } = await opened(start);
    const sunrise = [...session.model.rows('groups')].find(({ name }) => name === 'Sunrise')?.id ?? '';
    computer.main.showGroup('another-ledger', sunrise);
    computer.main.showGroup(session.ledger, 'gone');
    expect(view.getState().groupId).toBe('root');
    computer.main.showGroup(session.ledger, sunrise);
    expect(view.getState()).toMatchObject({ groupId: sunrise, selection: { kind: 'group', ids: [sunrise] } });
  });

  it('opens a new account by its name, with its owner in front of it', async () => {
    const start = new Computer('one').openWindow();
    await reached(start, 'choosing');
    await start.startAccount({ name: 'Northside', ownerName: 'Nora' });
    const { session, synchroniser, view } = await opened(start);
    expect(session.ask('account', {}, '2026-05-01')).toMatchObject({ name: 'Northside' });
    expect(session.by).toBe('owner');
    expect(synchroniser.state()).toEqual({ kind: 'local' });
    expect(view.getState()).toMatchObject({ groupId: 'root', today: '2026-05-01', dayLookedAt: null });
    expect(session.steps().undoable).toEqual([]);
  });

  it('opens the sample when the command line asks for it', async () => {
    const computer = new Computer('one');
    computer.main.opening = 'sample';
    const account = await opened(computer.openWindow());
    expect(groupNames(sessionOf(account))).toEqual(['Sunrise', 'Moonrise']);
    expect(account.session.attention()).toEqual([]);
  });

  it('is where it was when it is opened again', async () => {
    const computer = new Computer('one');
    const first = computer.openWindow();
    await reached(first, 'choosing');
    await first.startAccount({ name: 'Northside', ownerName: 'Nora' });
    const account = await opened(first);
    await account.session.act(aGroup('Sunrise'));
    account.view.setState({ groupId: 'sunrise', tab: 'people', expanded: ['root', 'sunrise'] });
    dispatchEvent(new Event('pagehide'));
    await account.session.close();
    starts.splice(0);
    const again = await opened(computer.openWindow());
    expect(again.view.getState()).toMatchObject({ groupId: 'sunrise', tab: 'people', expanded: ['root', 'sunrise'] });
    expect(digestOf(sessionOf(again))).toEqual(digestOf(sessionOf(account)));
  });

  it('is at the root when the group it showed is gone', async () => {
    const computer = new Computer('one');
    const first = computer.openWindow();
    await reached(first, 'choosing');
    await first.startAccount({ name: 'Northside', ownerName: 'Nora' });
    const account = await opened(first);
    account.view.setState({ groupId: 'gone' });
    dispatchEvent(new Event('pagehide'));
    await account.session.close();
    starts.splice(0);
    expect((await opened(computer.openWindow())).view.getState().groupId).toBe('root');
  });
});

describe('an account shared through a folder', () => {
  async function shared(): Promise<{ readonly start: Start; readonly account: OpenAccount }> {
    const computer = new Computer('one');
    computer.main.folder = '/share';
    const start = computer.openWindow();
    await reached(start, 'choosing');
    await start.startAccount({ name: 'Northside', ownerName: 'Nora' });
    const before = await opened(start);
    await before.session.act(aGroup('Sunrise'));
    await start.shareThroughFolder();
    const account = await opened(start);
    await vi.waitFor(() => expect(account.synchroniser.state()).toEqual({ kind: 'upToDate' }));
    expect(account.session.pending()).toEqual([]);
    return { start, account };
  }

  it('is joined from there, by the one person there is', async () => {
    const { account } = await shared();
    const other = new Computer('two');
    other.main.folder = '/share';
    const start = other.openWindow();
    await reached(start, 'choosing');
    await start.joinFolder();
    const joined = await opened(start);
    expect(joined.session.by).toBe('owner');
    expect(digestOf(sessionOf(joined))).toEqual(digestOf(sessionOf(account)));
  });

  it('asks who sits there when there are several people', async () => {
    const { account } = await shared();
    await account.session.act({
      do: 'user.create',
      args: { id: 'bob', groupId: 'root', name: 'Bob', roleId: 'technical' },
    });
    await account.synchroniser.synchronise();
    const other = new Computer('two');
    other.main.invitation = '/share';
    const start = other.openWindow();
    const asking = await reached(start, 'whoAreYou');
    expect(asking.people.map((person) => person.name)).toEqual(['Bob', 'Nora']);
    await start.choosePerson('bob');
    expect((await opened(start)).session.by).toBe('bob');
  });

  it('is not joined where there is nothing, and the screen says why', async () => {
    const computer = new Computer('one');
    computer.main.folder = '/empty';
    const start = computer.openWindow();
    await reached(start, 'choosing');
    await start.joinFolder();
    expect((await reached(start, 'choosing')).problem).toMatchObject({ kind: 'nothing-there' });
  });

  it('is not shared through a folder that holds another', async () => {
    await shared();
    const other = new Computer('two');
    other.main.folder = '/share';
    const start = other.openWindow();
    await reached(start, 'choosing');
    await start.startAccount({ name: 'Southside', ownerName: 'Sara' });
    await opened(start);
    await start.shareThroughFolder();
    expect((await reached(start, 'open')).problem).toMatchObject({ kind: 'holds-another' });
  });

  it('is on this computer only after sharing has ended', async () => {
    const { start } = await shared();
    await start.stopSharing();
    const { account, store } = await reached(start, 'open');
    expect(store).toBeNull();
    expect(account.synchroniser.state()).toEqual({ kind: 'local' });
  });
});
