import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { ActOutcome } from '../../../renderer/src/data/session';
import { aGroup, Computer, digestOf, groupNames, Power, restorePower, usePower } from './session-world';
import { MemoryJournal } from './memory-journal';

afterEach(restorePower);

function commitOf(outcome: ActOutcome): string {
  if (!outcome.ok) throw new Error(`not done: ${JSON.stringify(outcome)}`);
  return outcome.commit;
}

describe('an act', () => {
  it('is visible, pending and in the journal when its promise settles', async () => {
    const computer = new Computer();
    const { session } = await computer.open();
    const commit = commitOf(await session.act(aGroup('Sunrise')));
    expect(groupNames(session)).toEqual(['Sunrise']);
    expect(session.pending()).toEqual([commit]);
    expect(computer.journal.notes).toEqual([
      { kind: 'intent', intent: expect.objectContaining({ id: commit, do: 'group.create' }) as unknown },
    ]);
    await session.close();
  });

  it('that is refused leaves nothing behind, and says why', async () => {
    const computer = new Computer();
    const { session } = await computer.open();
    const outcome = await session.act(aGroup('Lost', 'nowhere'));
    expect(outcome).toMatchObject({ ok: false, kind: 'refused', refusals: [{ code: 'NOT_FOUND', rule: 'G2' }] });
    expect(computer.journal.notes).toEqual([]);
    expect(session.pending()).toEqual([]);
    await session.close();
  });

  it('is told to whoever listens only after it has been stored', async () => {
    const computer = new Computer();
    const { session } = await computer.open();
    const seen: number[] = [];
    session.subscribe(() => seen.push(computer.journal.notes.length));
    await session.act(aGroup('Sunrise'));
    expect(seen).toEqual([1]);
    await session.close();
  });

  it('never interleaves with another that is asked for at the same moment', async () => {
    const computer = new Computer();
    const { session } = await computer.open();
    const outcomes = await Promise.all([
      session.act(aGroup('One')),
      session.act(aGroup('Two', 'one')),
      session.act(aGroup('One')),
      session.undo(),
    ]);
    expect(outcomes.map((outcome) => outcome?.ok)).toEqual([true, true, false, true]);
    expect(groupNames(session)).toEqual(['One']);
    await session.close();
    const again = await computer.open();
    expect(digestOf(again.session)).toEqual(digestOf(session));
    await again.session.close();
  });

  it('that cannot be stored changes neither memory nor tables, and does not come back', async () => {
    const computer = new Computer();
    const power = new Power();
    const { session } = await computer.open();
    await session.act(aGroup('Before'));
    const before = digestOf(session);
    usePower(power);
    power.failAfter(1);
    expect(await session.act(aGroup('Never'))).toMatchObject({ ok: false, kind: 'not-stored' });
    restorePower();
    expect(digestOf(session)).toEqual(before);
    expect(session.pending()).toHaveLength(1);
    expect((await session.act(aGroup('After'))).ok).toBe(true);
    await session.close();
    const again = await computer.open();
    expect(again.origin).toBe('tables');
    expect(groupNames(again.session)).toEqual(['Before', 'After']);
    await again.session.close();
  });

  it('that the journal cannot keep is not done', async () => {
    const power = new Power();
    const computer = new Computer('laptop', new MemoryJournal(power), power);
    const { session } = await computer.open();
    power.failAfter(1);
    expect(await session.act(aGroup('Never'))).toMatchObject({ ok: false, kind: 'not-stored' });
    expect(groupNames(session)).toEqual([]);
    await session.close();
  });

  it('can be looked at before it is done', async () => {
    const { session } = await new Computer().open();
    const preview = session.preview(aGroup('Sunrise'));
    expect(preview).toMatchObject({ ok: true, changes: [{ table: 'groups', id: 'sunrise', before: undefined }] });
    expect(session.preview(aGroup('Lost', 'nowhere'))).toMatchObject({ ok: false, refusals: [{ code: 'NOT_FOUND' }] });
    expect(groupNames(session)).toEqual([]);
    await session.close();
  });

  it('is taken back and done again, also after a restart', async () => {
    const computer = new Computer();
    const first = await computer.open();
    await first.session.act(aGroup('One'));
    await first.session.act(aGroup('Two'));
    await first.session.undo();
    expect(groupNames(first.session)).toEqual(['One']);
    await first.session.close();
    const { session } = await computer.open();
    expect(session.steps().redoable).toHaveLength(1);
    await session.redo();
    expect(groupNames(session)).toEqual(['One', 'Two']);
    await session.undo();
    await session.undo();
    expect(groupNames(session)).toEqual([]);
    expect(await session.undo()).toBeNull();
    await session.close();
  });
});

describe('an answer', () => {
  it('is the same object until something changes', async () => {
    const { session } = await new Computer().open();
    const first = session.ask('tree', {}, '2026-05-01');
    expect(session.ask('tree', {}, '2026-05-01')).toBe(first);
    await session.act(aGroup('One'));
    expect(session.ask('tree', {}, '2026-05-01')).not.toBe(first);
    await session.close();
  });
});
