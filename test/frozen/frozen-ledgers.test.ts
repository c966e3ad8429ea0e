import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { textToBytes } from '#core/kernel/hash';
import { newestRules, rulesVersions } from '#core/rules/version';
import { freeze, type FrozenDigests } from './frozen-ledgers';

const versions = readdirSync(import.meta.dirname).filter((name) => name.startsWith('rules-')).sort();

function entriesOf(file: string): readonly Uint8Array[] {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map(textToBytes);
}

/** The newest version that was frozen; a version in the making is frozen when a build with it goes out (`npm run freeze`). */
const newestKept = 2;

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
    const kept = rulesVersions.filter((version) => version <= newestKept || version < newestRules);
    expect(versions).toEqual(expect.arrayContaining(kept.map((version) => `rules-${String(version)}`)));
  });
});
