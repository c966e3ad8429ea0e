import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writePath } from '../../../shared/kernel/written-path';

describe('a path', () => {
  it('isolates the names that are written from right to left, and no others', () => {
    expect(writePath(['Sunrise', 'בית 3', 'Floor 1', 'مبنى'])).toBe(
      'Sunrise › \u2068בית 3\u2069 › Floor 1 › \u2068مبنى\u2069',
    );
  });

  it('isolates letters beyond the first plane too', () => {
    expect(writePath(['\u{1e900}\u{1e901}', 'Floor 1'])).toBe('\u2068\u{1e900}\u{1e901}\u2069 › Floor 1');
  });

  it('writes every path that is shown: nowhere are names joined by hand', () => {
    const joined = ['shared', 'electron', 'renderer/src'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('written-path.ts'))
        .map((file) => path.join(folder, file))
        .filter((file) => /\.join\([`'"]\s*[›>»]\s*[`'"]\)|\}\s*›\s*\$\{/.test(readFileSync(file, 'utf8'))),
    );
    expect(joined).toEqual([]);
  });
});
