import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { LocalAccountSession } from '../../../renderer/src/data/account-session';
import type { OpenAccount } from '../../../renderer/src/state/session-context';
import { SmartListCounter } from '../../../renderer/src/state/smart-list-counter';
import { createViewStore } from '../../../renderer/src/state/view-store';
import { noSynchroniser } from '../../../renderer/src/sync/ledger-synchroniser';
import { Computer, today } from '../data/session-world';

async function anOffice(): Promise<OpenAccount> {
  const { session } = await new Computer().open();
  await session.act({
    do: 'group.create',
    args: { id: 'office', parentId: 'root', kind: 'office', name: 'Office', status: 'confirmed' },
  });
  await session.act({
    do: 'block.add',
    args: { groupId: 'root', typeId: 'ringover.smart', quantity: 1, source: 'purchase' },
  });
  await session.act({ do: 'user.create', args: { id: 'ada', groupId: 'office', name: 'Ada', status: 'invited' } });
  await session.act({ do: 'number.add', args: { id: 'n', kind: 'landline', value: '+4930555010' } });
  return { session, synchroniser: noSynchroniser, view: createViewStore(today) };
}

describe('counting what still has to be done', () => {
  it('counts nothing while nobody looks', async () => {
    const account = await anOffice();
    const walks = vi.spyOn(account.session, 'stepsOfSmartList');
    const counter = new SmartListCounter(account);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(walks).not.toHaveBeenCalled();
    expect(counter.state().counts.notConfirmed).toBeNull();
  });

  it('leaves out free numbers for whoever looks after a part only: they are of the account’s stock', async () => {
    const account = await anOffice();
    await account.session.act({
      do: 'user.create',
      args: { id: 'sue', groupId: 'office', name: 'Sue', roleId: 'siteAdmin', status: 'active' },
    });
    await account.session.act({ do: 'user.setAdmin', args: { userId: 'sue', groupId: 'office', admin: true } });
    const hers: OpenAccount = { ...account, session: (account.session as LocalAccountSession).as('sue') };
    for (const [whose, free] of [
      [account, 2],
      [hers, 0],
    ] as const) {
      const counter = new SmartListCounter(whose);
      const stop = counter.subscribe(() => undefined);
      await vi.waitFor(() => expect(counter.state().counts.free).toBe(free));
      stop();
    }
  });

  it('never counts inside of an act: what was known stays until there is time', async () => {
    const account = await anOffice();
    const counter = new SmartListCounter(account);
    const stop = counter.subscribe(() => undefined);
    await vi.waitFor(() => expect(counter.state().counts.notConfirmed).toBe(1));
    const seen: (number | null)[] = [];
    account.session.subscribe(() => seen.push(counter.state().counts.notConfirmed));
    await account.session.act({ do: 'user.update', args: { userId: 'ada', set: { status: 'active' } } });
    expect(seen).toEqual([1]);
    await vi.waitFor(() => expect(counter.state().counts.notConfirmed).toBe(0));
    stop();
  });

  it('leaves what it goes through when the account changes, and counts what is there now', async () => {
    const account = await anOffice();
    const walks = vi.spyOn(account.session, 'stepsOfSmartList');
    const counter = new SmartListCounter(account);
    const stop = counter.subscribe(() => undefined);
    await account.session.act({
      do: 'user.create',
      args: { id: 'ben', groupId: 'office', name: 'Ben', status: 'invited' },
    });
    await account.session.act({
      do: 'user.create',
      args: { id: 'clara', groupId: 'office', name: 'Clara', status: 'invited' },
    });
    await vi.waitFor(() =>
      expect(counter.state().counts).toEqual({ withoutLicense: 4, free: 2, expiring: 0, short: 0, notConfirmed: 3 }),
    );
    stop();
    walks.mockClear();
    await account.session.act({ do: 'user.create', args: { id: 'david', groupId: 'office', name: 'David' } });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(walks).not.toHaveBeenCalled();
  });

  it('has the list that is shown at once in an account of ordinary size, and the same rows while nothing on it changes', async () => {
    const account = await anOffice();
    const counter = new SmartListCounter(account);
    const stop = counter.subscribe(() => undefined);
    account.view.setState({ shownList: 'notConfirmed' });
    const { shown } = counter.state();
    expect(shown?.entries.map(({ id }) => id)).toEqual(['ada']);
    await account.session.act({ do: 'group.update', args: { groupId: 'office', set: { note: 'painted' } } });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(counter.state().shown?.entries).toBe(shown?.entries);
    await account.session.act({
      do: 'user.create',
      args: { id: 'ben', groupId: 'office', name: 'Ben', status: 'invited' },
    });
    await vi.waitFor(() => expect(counter.state().shown?.entries.map(({ id }) => id)).toEqual(['ada', 'ben']));
    account.view.setState({ shownList: 'none' });
    expect(counter.state().shown).toBeNull();
    stop();
  });
});
