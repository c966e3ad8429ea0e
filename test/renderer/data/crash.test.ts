import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { renewCheckpoint } from '../../../renderer/src/data/checkpoint-renewal';
import type { ActCall } from '../../../renderer/src/data/session';
import { MemoryJournal } from './memory-journal';
import {
  aGroup,
  Computer,
  digestOf,
  groupNames,
  ledger,
  openingEntry,
  Power,
  restorePower,
  usePower,
} from './session-world';

afterEach(restorePower);

const acts: readonly ActCall[] = [
  aGroup('One'),
  aGroup('Two'),
  { do: 'group.update', args: { groupId: 'one', set: { note: 'changed' } } },
  aGroup('Three', 'two'),
  {
    do: 'block.add',
    args: { id: 'purchase', groupId: 'root', typeId: 'ringover.smart', quantity: 5, source: 'purchase' },
  },
  {
    do: 'restriction.set',
    args: { groupId: 'one', mode: 'own', allocate: [{ typeId: 'ringover.smart', quantity: 2 }] },
  },
];

/** Opens what a computer holds once from its tables and journal, and once from its journal alone. */
async function compareWithJournal(computer: Computer): Promise<readonly string[]> {
  const { session } = await computer.open();
  const found = digestOf(session);
  const names = groupNames(session);
  const pending = session.pending();
  await session.close();
  computer.loseTables();
  const rebuilt = await computer.open();
  expect(rebuilt.origin).toBe('journal');
  expect(digestOf(rebuilt.session)).toEqual(found);
  expect(rebuilt.session.pending()).toEqual(pending);
  await rebuilt.session.close();
  expect(names.length).toBe(new Set(names).size);
  return pending;
}

describe('a computer that goes off', () => {
  it('between any two writes has lost nothing that was acknowledged, and done nothing twice', async () => {
    const whole = new Computer();
    const watched = new Power();
    whole.journal = whole.journal.survivor(watched);
    const { session } = await whole.open();
    usePower(watched);
    for (const call of acts) expect((await session.act(call)).ok).toBe(true);
    await session.close();
    restorePower();
    expect(watched.used).toBeGreaterThan(acts.length * 4);

    for (let uses = 1; uses <= watched.used; uses += 1) {
      const power = new Power();
      const computer = new Computer('laptop', new MemoryJournal(power), power);
      const opened = await computer.open();
      usePower(power);
      power.failAfter(uses);
      const acknowledged: string[] = [];
      for (const call of acts) {
        const outcome = await opened.session.act(call);
        if (!outcome.ok) break;
        acknowledged.push(outcome.commit);
      }
      expect(power.failed || acknowledged.length === acts.length).toBe(true);
      computer.startAgain();
      const pending = await compareWithJournal(computer);
      expect(pending.slice(0, acknowledged.length)).toEqual(acknowledged);
      expect(pending.length - acknowledged.length).toBeLessThanOrEqual(1);
      restorePower();
    }
  });

  it('while its checkpoint is made anew opens the old one with its steps, or the new one', async () => {
    for (let uses = 1; ; uses += 1) {
      const computer = new Computer();
      const { session } = await computer.open();
      for (const call of acts) await session.act(call);
      const before = digestOf(session);
      await session.close();
      const power = new Power();
      usePower(power);
      power.failAfter(uses);
      await renewCheckpoint(ledger).catch(() => undefined);
      restorePower();
      const again = await computer.open();
      expect(again.origin).toBe('tables');
      expect(digestOf(again.session)).toEqual(before);
      expect(again.session.steps().undoable).toHaveLength(acts.length);
      expect(await again.session.undo()).toMatchObject({ ok: true });
      await again.session.close();
      if (!power.failed) return;
    }
  });

  it('while it is being rebuilt is rebuilt again', async () => {
    const computer = new Computer();
    const { session } = await computer.open();
    for (const call of acts) await session.act(call);
    const before = digestOf(session);
    await session.close();
    computer.loseTables();
    const power = new Power();
    usePower(power);
    power.failAfter(5);
    await expect(computer.open()).rejects.toThrow();
    computer.startAgain();
    const again = await computer.open();
    expect(again.origin).toBe('journal');
    expect(digestOf(again.session)).toEqual(before);
    await again.session.close();
  });
});

describe('an account that is opened', () => {
  it('keeps the number that was chosen for a waiting seat, although a better one has come up since', async () => {
    const other = (await new Computer('other').open()).session;
    const computer = new Computer();
    const { session } = await computer.open();
    const numberOf = (read: typeof session): unknown => read.ask('user', { userId: 'ada' }, '2026-05-01');
    const share = async (): Promise<void> => {
      const { entries } = other.outgoing(1_000);
      for (const one of [other, session]) expect(await one.receive(entries)).toEqual({ ok: true, value: null });
    };
    const byOther: readonly ActCall[] = [
      { do: 'block.add', args: { groupId: 'root', typeId: 'ringover.smart', quantity: 5, source: 'purchase' } },
      { do: 'number.range', args: { from: '200', to: '299' } },
      { do: 'user.create', args: { id: 'ada', groupId: 'root', name: 'Ada' } },
      { do: 'user.create', args: { id: 'ben', groupId: 'root', name: 'Ben' } },
      { do: 'seat.assign', args: { userId: 'ben', typeId: 'ringover.smart' } },
    ];
    for (const call of byOther) expect(await other.act(call)).toMatchObject({ ok: true });
    await share();
    const given = await session.act({ do: 'seat.assign', args: { userId: 'ada', typeId: 'ringover.smart' } });
    expect(given).toMatchObject({ ok: true });
    const before = numberOf(session);
    expect(await other.act({ do: 'seat.release', args: { userId: 'ben' } })).toMatchObject({ ok: true });
    await share();
    expect(numberOf(session)).toEqual(before);
    await session.close();
    computer.loseTables();
    const again = await computer.open();
    expect(again.origin).toBe('journal');
    expect(numberOf(again.session)).toEqual(before);
    expect(again.session.attention()).toEqual([]);
    await again.session.close();
  });

  it('comes from its tables when nothing has happened to them', async () => {
    const computer = new Computer();
    const first = await computer.open();
    for (const call of acts) await first.session.act(call);
    await first.session.close();
    const { session, origin } = await computer.open();
    expect(origin).toBe('tables');
    expect(digestOf(session)).toEqual(digestOf(first.session));
    expect(session.pending()).toEqual(first.session.pending());
    await session.close();
  });

  it('is completed by what only the journal knows', async () => {
    const computer = new Computer();
    const first = await computer.open();
    await first.session.act(aGroup('One'));
    await first.session.close();
    computer.journal.notes.push({
      kind: 'intent',
      intent: {
        id: 'noted-only',
        day: '2026-05-01',
        at: '',
        by: 'owner',
        device: 'laptop',
        do: 'group.create',
        args: { id: 'two', parentId: 'root', kind: 'complex', name: 'Two' },
      },
    });
    const { session, origin } = await computer.open();
    expect(origin).toBe('completed');
    expect(groupNames(session)).toEqual(['One', 'Two']);
    expect(session.pending()).toContain('noted-only');
    await session.close();
    expect((await computer.open()).origin).toBe('tables');
  });

  it('brings to its author what was noted but does not hold any more', async () => {
    const computer = new Computer();
    computer.journal.notes.push({
      kind: 'intent',
      intent: {
        id: 'impossible',
        day: '2026-05-01',
        at: '',
        by: 'owner',
        device: 'laptop',
        do: 'group.delete',
        args: { groupId: 'gone' },
      },
    });
    const { session } = await computer.open();
    expect(session.attention()).toMatchObject([
      { id: 'impossible', do: 'group.delete', refusals: [{ code: 'NOT_FOUND' }] },
    ]);
    await session.dropAttention('impossible');
    await session.close();
    const again = await computer.open();
    expect(again.session.attention()).toEqual([]);
    await again.session.close();
  });

  it('completes a journal that is behind its tables', async () => {
    const computer = new Computer();
    const first = await computer.open();
    for (const call of acts) await first.session.act(call);
    await first.session.close();
    computer.journal = new MemoryJournal();
    computer.journal.entries.push(openingEntry());
    const { session } = await computer.open();
    expect(digestOf(session)).toEqual(digestOf(first.session));
    await session.close();
    await compareWithJournal(computer);
  });

  it('is rebuilt when its tables stand on another history than the journal', async () => {
    const computer = new Computer();
    const first = await computer.open();
    await first.session.act(aGroup('One'));
    await first.session.close();
    const other = new Computer('other');
    const otherTables = other.indexedDb;
    other.journal.entries = [];
    const { session } = await other.open();
    await session.close();
    expect(otherTables).not.toBe(computer.indexedDb);
    computer.indexedDb = otherTables;
    const again = await computer.open();
    expect(groupNames(again.session)).toEqual(['One']);
    await again.session.close();
  });
});
