import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '..', '..');
const notOurs: ReadonlySet<string> = new Set(['node_modules', 'dist', 'out', '.git']);
/** Endings that an import leaves out. */
const leftOut = /\.(ts|tsx|mts|cts|mjs|cjs|js|jsx)$/;

function foldersIn(folder: string): readonly string[] {
  const inside = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !notOurs.has(entry.name),
  );
  return [folder, ...inside.flatMap((entry) => foldersIn(path.join(folder, entry.name)))];
}

/** Files of one folder that cannot be told apart where names ignore case and imports have no endings. */
function alike(names: readonly string[]): readonly (readonly string[])[] {
  const byName = new Map<string, string[]>();
  for (const name of names) {
    // Two endings that are both written out, such as the two of a picture, are told apart.
    const key = (leftOut.test(name) ? name.replace(leftOut, '') : name).toLowerCase();
    byName.set(key, [...(byName.get(key) ?? []), name]);
  }
  return [...byName.values()].filter((same) => same.length > 1);
}

describe('the names of files', () => {
  it('are told apart in every folder without regard to case and to endings that imports leave out', () => {
    const found = foldersIn(repository).flatMap((folder) => {
      const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
      return alike(files.map(({ name }) => name)).map(
        (same) => `${path.relative(repository, folder)}: ${same.join(', ')}`,
      );
    });
    expect(found).toEqual([]);
  });

  it('would not be told apart as Consequences.tsx and consequences.ts', () => {
    expect(alike(['Consequences.tsx', 'consequences.ts', 'list.ts', 'List.css'])).toEqual([
      ['Consequences.tsx', 'consequences.ts'],
    ]);
  });
});
