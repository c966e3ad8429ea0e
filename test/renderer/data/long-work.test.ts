import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Pace } from '../../../renderer/src/data/long-work';
import type { ActCall } from '../../../renderer/src/data/session';
import { Computer, digestOf } from './session-world';

const plan = {
  kind: 'building',
  count: 8,
  name: 'Building {n}',
  children: {
    kind: 'floor',
    count: 5,
    name: 'Floor {n}',
    children: { kind: 'apartment', count: 12, name: '{n}', numbering: 'floorPrefix' },
  },
} as const;
const generating: ActCall = { do: 'group.generate', args: { parentId: 'root', plan } };
const generated = 8 + 8 * 5 + 8 * 5 * 12;

/** A computer so slow that every slice of work takes a second; `atRest` is called with the number of each rest. */
function aSlowPace(atRest: (rest: number) => void): Pace {
  let now = 0;
  let rests = 0;
  return {
    now: () => (now += 1_000),
    rest: () => {
      rests += 1;
      atRest(rests);
      return Promise.resolve();
    },
  };
}

describe('an act that takes long', () => {
  it('says what it is and how far it is, and nothing any more when it is done', async () => {
    const parts: number[] = [];
    const { session } = await new Computer().open(aSlowPace(() => undefined));
    session.longWork.subscribe(() => {
      const work = session.longWork.current();
      if (work !== null) parts.push(work.part);
    });
    const outcome = await session.act(generating);
    expect(outcome.ok).toBe(true);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts).toEqual([...parts].sort((one, other) => one - other));
    expect(parts.every((part) => part >= 0 && part <= 1)).toBe(true);
    expect(session.longWork.current()).toBeNull();
    expect(session.model.count('root').groups).toBe(1 + generated);
    await session.close();
  });

  it('is known to be under way until it is done or refused, so that idle work can wait for it', async () => {
    const seen: boolean[] = [];
    const { session } = await new Computer().open(aSlowPace(() => seen.push(session.longWork.isAtWork)));
    expect(session.longWork.isAtWork).toBe(false);
    await session.act(generating);
    expect(new Set(seen)).toEqual(new Set([true]));
    expect(session.longWork.isAtWork).toBe(false);
    await session.act({ do: 'group.delete', args: { groupId: 'nothing' } });
    expect(session.longWork.isAtWork).toBe(false);
    await session.close();
  });

  it('shows nothing of itself before it is done', async () => {
    const seen: number[] = [];
    const { session } = await new Computer().open(aSlowPace(() => seen.push(session.model.count('root').groups)));
    await session.act(generating);
    expect(new Set(seen)).toEqual(new Set([1]));
    await session.close();
  });

  it('leaves everything as it was, at whichever rest it is cancelled, and also after a restart', async () => {
    let cancelled = 0;
    for (let at = 1; ; at += 1) {
      const computer = new Computer();
      const { session } = await computer.open(
        aSlowPace((rest) => {
          if (rest > at) session.longWork.current()?.cancel();
        }),
      );
      const before = digestOf(session);
      const outcome = await session.act(generating);
      if (outcome.ok) {
        await session.close();
        break;
      }
      cancelled += 1;
      expect(outcome).toEqual({ ok: false, kind: 'cancelled' });
      expect(digestOf(session)).toEqual(before);
      expect(session.pending()).toEqual([]);
      expect(session.longWork.current()).toBeNull();
      await session.close();
      const again = await computer.open();
      expect(digestOf(again.session)).toEqual(before);
      await again.session.close();
    }
    // Both while it was worked out and while it was written out.
    expect(cancelled).toBeGreaterThan(6);
  });

  it('leaves everything as it was when it is cancelled while it is being stored', async () => {
    const computer = new Computer();
    const { session } = await computer.open(aSlowPace(() => undefined));
    const before = digestOf(session);
    const { journal } = computer;
    const note = journal.note.bind(journal);
    journal.note = async (notes) => {
      const noted = await note(notes);
      // The journal has it already: from here on only the tables are left.
      session.longWork.current()?.cancel();
      return noted;
    };
    expect(await session.act(generating)).toEqual({ ok: false, kind: 'cancelled' });
    expect(digestOf(session)).toEqual(before);
    await session.close();
    const again = await computer.open();
    expect(digestOf(again.session)).toEqual(before);
    expect(await again.session.act(generating)).toMatchObject({ ok: true });
    await again.session.close();
  });

  it('can be taken back like any other', async () => {
    const { session } = await new Computer().open(aSlowPace(() => undefined));
    const before = session.model.count('root');
    await session.act(generating);
    expect(await session.undo()).toMatchObject({ ok: true });
    expect(session.model.count('root')).toEqual(before);
    await session.close();
  });
});

describe('a preview that takes long', () => {
  it('comes when it is ready, and is the same as one that came at once', async () => {
    const slow = await new Computer().open(aSlowPace(() => undefined));
    const begun = slow.session.beginPreview(generating);
    expect(begun.preview).toBeNull();
    const preview = begun.preview === null ? await begun.rest(new AbortController().signal) : null;
    expect(preview).toEqual(slow.session.preview(generating));
    await slow.session.close();
  });

  it('is nothing when the account changes meanwhile, or when nobody wants it any more', async () => {
    const { session } = await new Computer().open(aSlowPace(() => undefined));
    const outdated = session.beginPreview(generating);
    await session.act({ do: 'group.create', args: { parentId: 'root', kind: 'complex', name: 'Sunrise' } });
    const unwanted = session.beginPreview(generating);
    const control = new AbortController();
    control.abort();
    expect(outdated.preview === null ? await outdated.rest(new AbortController().signal) : 'at once').toBeNull();
    expect(unwanted.preview === null ? await unwanted.rest(control.signal) : 'at once').toBeNull();
    await session.close();
  });
});
