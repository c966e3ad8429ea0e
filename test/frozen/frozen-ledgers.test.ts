import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { textToBytes } from '#core/kernel/hash';
import { freeze, type FrozenDigests } from './frozen-ledgers';

const versions = readdirSync(import.meta.dirname).filter((name) => name.startsWith('rules-')).sort();

function entriesOf(file: string): readonly Uint8Array[] {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map(textToBytes);
}

describe.each(versions)('ledgers frozen with %s', (version) => {
  const folder = path.join(import.meta.dirname, version);
  const digests = JSON.parse(readFileSync(path.join(folder, 'digests.json'), 'utf8')) as FrozenDigests;

  it.each(Object.entries(digests))('replay to the state they had: %s', (file, expected) => {
    expect(freeze(entriesOf(path.join(folder, file)))).toEqual(expected);
  });

  it('are all accounted for', () => {
    expect(Object.keys(digests).sort()).toEqual(readdirSync(folder).filter((name) => name.endsWith('.jsonl')).sort());
  });
});

describe('frozen ledgers', () => {
  it('exist for every version of the rules there has been', () => {
    expect(versions).toEqual(expect.arrayContaining(['rules-1', 'rules-2']));
  });
});
