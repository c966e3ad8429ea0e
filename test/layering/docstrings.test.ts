import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '..', '..');
/** A docstring with the export that it belongs to. */
const ofExport = /^\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n(export [^\n]*)/gm;
/** Words with which a sentence has to be read to its end before one knows what is spoken of. */
const indirect = /^(What|Where|Who|Whose|Whether|Which|How)\b/;

function indirectDocstrings(source: string): readonly string[] {
  return [...source.matchAll(ofExport)]
    .map(([, text = '', declared = '']) => ({ text: text.replaceAll(/^\s*\* ?/gm, '').trim(), declared }))
    .filter(({ text }) => indirect.test(text))
    .map(({ text, declared }) => `${declared} — ${text.split('\n')[0] ?? ''}`);
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(path.join(repository, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

describe('the docstring of an export', () => {
  it.each(['shared', 'electron', 'renderer'])('begins with a noun or a verb in %s', (folder) => {
    const found = sourcesIn(folder).flatMap((file) =>
      indirectDocstrings(readFileSync(file, 'utf8')).map((one) => `${path.relative(repository, file)}: ${one}`),
    );
    expect(found).toEqual([]);
  });

  it('is found where it begins otherwise, on one line or on several', () => {
    const source = [
      '/** What it is. */\nexport const one = 1;',
      '/**\n * Whether it is.\n * And more.\n */\nexport function two(): void {}',
      '/** Number of something. */\nexport const three = 3;',
      '/** How it is meant. */\nconst inside = 4;',
    ].join('\n\n');
    expect(indirectDocstrings(source)).toHaveLength(2);
  });
});
