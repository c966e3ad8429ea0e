import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { KeptAnswers } from '../../../renderer/src/data/kept-answers';
import { aGroup, Computer, today } from './session-world';

async function aHouse() {
  const { session } = await new Computer().open();
  await session.act(aGroup('Sunrise'));
  await session.act({ do: 'user.create', args: { id: 'mia', groupId: 'sunrise', name: 'Mia' } });
  const people = () => session.ask('users', { groupId: 'root', subgroups: true }, today);
  return { session, people };
}

describe('the list of all people', () => {
  it('stays the same object while nothing changes that it follows from', async () => {
    const { session, people } = await aHouse();
    const before = people();
    await session.act({
      do: 'group.update',
      args: { groupId: 'sunrise', set: { name: 'Sunset' }, was: { name: 'Sunrise' } },
    });
    await session.act(aGroup('Moon'));
    expect(people()).toBe(before);
    await session.close();
  });

  it('follows people, groups that go or move, and what pools have', async () => {
    const { session, people } = await aHouse();
    let asked = 0;
    const kept = new KeptAnswers();
    const keptPeople = () =>
      kept.get('users', 'all', () => {
        asked += 1;
        return people();
      });
    session.watchRows((changes) => kept.forget(changes));
    keptPeople();
    const acts = [
      { do: 'user.update', args: { userId: 'mia', set: { name: 'Mia B.' }, was: { name: 'Mia' } } },
      { do: 'block.add', args: { groupId: 'root', typeId: 'link.plus', quantity: 5, source: 'purchase' } },
      { do: 'group.update', args: { groupId: 'sunrise', set: { status: 'locked' }, was: { status: 'draft' } } },
    ] as const;
    for (const call of acts) {
      const before = asked;
      expect(await session.act(call)).toMatchObject({ ok: true });
      keptPeople();
      expect(asked).toBe(before + 1);
    }
    await session.close();
  });

  it('is refused no longer once its group is there', async () => {
    const { session } = await aHouse();
    const ofMoon = () => session.ask('users', { groupId: 'moon' }, today);
    expect(ofMoon()).toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
    await session.act(aGroup('Moon'));
    expect(ofMoon()).toEqual([]);
    await session.close();
  });
});

describe('an answer that says the same as before', () => {
  it('is the same object, so that nothing is drawn for it', async () => {
    const { session } = await aHouse();
    const pool = () => session.ask('pool', { groupId: 'root' }, today);
    const before = pool();
    await session.act({ do: 'user.update', args: { userId: 'mia', set: { name: 'Mia B.' }, was: { name: 'Mia' } } });
    expect(pool()).toBe(before);
    await session.act({
      do: 'block.add',
      args: { groupId: 'root', typeId: 'link.plus', quantity: 5, source: 'purchase' },
    });
    expect(pool()).not.toBe(before);
    await session.close();
  });
});

describe('the tree as a value', () => {
  it('is another object when groups come, go or change places, and with nothing else', async () => {
    const { session } = await aHouse();
    const changes = async (call: Parameters<typeof session.act>[0]) => {
      const before = session.tree();
      expect(await session.act(call)).toMatchObject({ ok: true });
      return session.tree() !== before;
    };
    expect(
      await changes({
        do: 'group.update',
        args: { groupId: 'sunrise', set: { name: 'Sunset' }, was: { name: 'Sunrise' } },
      }),
    ).toBe(false);
    expect(await changes({ do: 'user.create', args: { groupId: 'sunrise', name: 'Ben' } })).toBe(false);
    expect(await changes(aGroup('Moon'))).toBe(true);
    expect(await changes({ do: 'group.move', args: { groupId: 'moon', parentId: 'root', before: 'sunrise' } })).toBe(
      true,
    );
    await session.close();
  });
});

describe('what lies ahead', () => {
  it('stays the same object when groups come or get other names, and follows people and licenses', async () => {
    const { session } = await aHouse();
    const ahead = () => session.ask('forecast', { from: today, to: '2099-12-31', groupId: 'root' }, today);
    const before = ahead();
    expect(before).toEqual([]);
    await session.act({ do: 'group.update', args: { groupId: 'sunrise', set: { name: 'Sunset' } } });
    await session.act(aGroup('Moon'));
    expect(ahead()).toBe(before);
    await session.act({ do: 'user.update', args: { userId: 'mia', set: { until: '2098-05-01' } } });
    expect(ahead()).toEqual([{ day: '2098-05-02', kind: 'leaves', userId: 'mia' }]);
    const block = {
      groupId: 'root',
      typeId: 'link.plus',
      quantity: 5,
      source: 'purchase',
      validFrom: '2098-06-01',
    } as const;
    await session.act({ do: 'block.add', args: { id: 'b', ...block } });
    expect(ahead()).toContainEqual({ day: '2098-06-01', kind: 'blockStarts', blockId: 'b' });
    await session.act({ do: 'group.update', args: { groupId: 'sunrise', set: { status: 'locked' } } });
    expect(ahead()).toHaveLength(2);
    await session.close();
  });
});
