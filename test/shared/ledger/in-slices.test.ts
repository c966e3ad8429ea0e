import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { textToBytes } from '#core/kernel/hash';
import { finish } from '#core/kernel/slices';
import { decodeCommit } from '#core/ledger/encoding';
import { Replica } from '#core/ledger/replica';

const folder = path.join(import.meta.dirname, '..', '..', 'frozen', 'rules-1');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .sort();

function commitOf(entry: Uint8Array) {
  const decoded = decodeCommit(entry);
  if (!decoded.ok) throw new Error(decoded.problem);
  return decoded.commit;
}

function digest(replica: Replica): unknown {
  return replica.model.isOpen ? replica.ask('digest', {}, { day: '2026-01-01', by: 'owner' }) : null;
}

describe('work in slices', () => {
  it.each(files)('comes to the same as work in one go, and changes nothing before it is accepted: %s', (file) => {
    const entries = readFileSync(path.join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map(textToBytes);
    const ledger = commitOf(entries[0] ?? new Uint8Array()).ledger;
    const atOnce = Replica.empty(ledger);
    const sliced = Replica.empty(ledger);
    for (const entry of entries) {
      const { id, day, at, by, device, do: name, args } = commitOf(entry);
      const context = { commit: `${id}-again`, day, at, by, device };
      const before = digest(sliced);
      // Given up after a rest: nothing of it stays.
      sliced.prepareReceiveInSlices([entry]).next();
      expect(finish(sliced.prepareActInSlices({ do: name, args }, context))).toEqual(
        atOnce.prepareAct({ do: name, args }, context),
      );
      const received = finish(sliced.prepareReceiveInSlices([entry]));
      expect(digest(sliced)).toEqual(before);
      expect(received).toEqual(atOnce.prepareReceive([entry]));
      if (!received.ok) throw new Error(JSON.stringify(received.failure));
      sliced.accept(received.step);
      atOnce.receive([entry]);
      expect(digest(sliced)).toEqual(digest(atOnce));
    }
    expect(entries.length).toBeGreaterThan(0);
  });
});
