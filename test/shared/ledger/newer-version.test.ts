import { describe, expect, it } from 'vitest';
import { rulesVersion } from '#core/ledger/commit';
import { encodeCommit, noHash } from '#core/ledger/encoding';
import { openingIntent } from '#core/ledger/opening';
import { Replica } from '#core/ledger/replica';

const intent = openingIntent({
  id: 'open',
  day: '2026-01-10',
  at: '2026-01-10T08:00:00.000Z',
  device: 'office',
  name: 'Account',
  timeZone: 'UTC',
  ownerName: 'Olga',
});
const opening = encodeCommit({ ...intent, ledger: 'ledger-a', seq: 1, prev: noHash, rules: rulesVersion });

function changed(change: object): Uint8Array {
  const value = JSON.parse(Buffer.from(opening).toString()) as object;
  return Buffer.from(JSON.stringify({ ...value, ...change }));
}

describe('a commit of a newer version', () => {
  it.each([
    ['alone', {}],
    ['with a field that nobody here knows', { mood: 'good' }],
    ['with fields of another shape', { id: 7, chosen: 'later', day: null }],
  ])('is known as one: %s', (_how, change) => {
    const entry = changed({ ...change, rules: rulesVersion + 1 });
    expect(Replica.empty('ledger-a').receive([entry])).toEqual({
      ok: false,
      failure: { kind: 'outdated', rules: rulesVersion + 1 },
    });
  });

  it('is damaged when it only pretends: of this version, with a field that this version does not have', () => {
    expect(Replica.empty('ledger-a').receive([changed({ mood: 'good' })])).toMatchObject({
      ok: false,
      failure: { kind: 'corrupt' },
    });
  });
});
