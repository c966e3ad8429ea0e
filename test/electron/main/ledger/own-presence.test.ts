import { describe, expect, it } from 'vitest';
import type { StorePresence } from '#core/ledger/presence';
import { OwnPresence } from '../../../../electron/main/ledger/own-presence';
import { MemoryLedger, MemoryStore } from '../../../../electron/main/stores/memory';
import { patient } from '../../../support/store-calls';

const ledger = new MemoryLedger();
let minute = 0;
const clock = (): Date => new Date(Date.UTC(2026, 4, 1, 8, minute));

function aComputer(name: string): {
  readonly own: OwnPresence;
  readonly said: number[];
  readonly place: StorePresence;
} {
  const { presence } = new MemoryStore(ledger);
  const said: number[] = [];
  const place: StorePresence = {
    say: (computer, word, signal) => {
      said.push(minute);
      return presence.say(computer, word, signal);
    },
    all: (signal) => presence.all(signal),
  };
  return { own: new OwnPresence(name, clock, `${name}’s laptop`), said, place };
}

describe('a computer that says that it is here', () => {
  const anna = aComputer('anna');
  const ben = aComputer('ben');
  const at = (groupId: string | null) => ({ by: 'anna', groupId, seq: 7 });

  it('sees the others, with who they are and what they have in front of them, and not itself', async () => {
    expect(await anna.own.exchange(anna.place, at('sunrise'), patient())).toEqual({ ok: true, value: [] });
    expect(await ben.own.exchange(ben.place, { by: null, groupId: null, seq: 3 }, patient())).toEqual({
      ok: true,
      value: [
        {
          ...{ computer: 'anna', name: 'anna’s laptop', by: 'anna' },
          ...{ at: '2026-05-01T08:00:00.000Z', seq: 7, groupId: 'sunrise' },
        },
      ],
    });
  });

  it('says so when something has changed, and every few minutes, and not at each look', async () => {
    for (minute = 1; minute < 10; minute += 1) await anna.own.exchange(anna.place, at('sunrise'), patient());
    expect(anna.said).toEqual([0, 4, 8]);
    await anna.own.exchange(anna.place, at('meadow'), patient());
    expect(anna.said).toEqual([0, 4, 8, 10]);
  });

  it('passes over words that nobody can read, and whoever says nothing in a place that carries none', async () => {
    ledger.here.set('eve', Buffer.from('{"computer":7}'));
    ledger.here.set('old', Buffer.from('not json'));
    const seen = await ben.own.exchange(ben.place, { by: null, groupId: null, seq: 3 }, patient());
    expect(seen.ok && seen.value.map(({ computer }) => computer)).toEqual(['anna']);
    expect(await ben.own.exchange(undefined, at(null), patient())).toEqual({ ok: true, value: [] });
  });

  it('sees the others though it may not say anything', async () => {
    const mute: StorePresence = {
      ...ben.place,
      say: () => Promise.resolve({ ok: false, failure: { kind: 'forbidden', detail: '' } }),
    };
    minute = 30;
    const seen = await ben.own.exchange(mute, at(null), patient());
    expect(seen.ok && seen.value).toHaveLength(1);
  });
});
