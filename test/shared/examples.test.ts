import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '..', '..');
/** Modules that everything else is built on: each opens with an example. */
const central = [
  'shared/ledger/replica.ts',
  'shared/ledger/synchronise.ts',
  'shared/intents/execute.ts',
  'shared/model/layers.ts',
  'shared/model/group-figures.ts',
  'shared/ledger/checkpoint.ts',
];
const expectation = /^(.*?);? \/\/ → (.*)$/;

function examplesIn(file: string): readonly string[] {
  const text = readFileSync(path.join(repository, file), 'utf8');
  return [...text.matchAll(/^ \* ```ts\n([\s\S]*?)^ \* ```$/gm)].map(([, code = '']) =>
    code.replaceAll(/^ \* ?/gm, ''),
  );
}

/** Makes a module of an example: what it imports is found from its file, and what stands behind an arrow must come out. */
function runnable(example: string, file: string): string {
  const folder = path.join(repository, path.dirname(file));
  const lines = example.split('\n').map((line) => {
    const [, expression, value] = expectation.exec(line) ?? [];
    return expression === undefined ? line : `said.push({ is: ${expression}, should: ${value ?? ''} });`;
  });
  const code = lines
    .join('\n')
    .replaceAll(/from '(\.[^']*)'/g, (_all, relative: string) => `from '${path.join(folder, relative)}'`);
  return `export const said = [];\n${code}`;
}

let folder = '';
beforeAll(() => {
  const out = path.join(repository, 'out');
  mkdirSync(out, { recursive: true });
  folder = mkdtempSync(path.join(out, 'examples-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(central)('%s opens with an example that comes to what it says', async (file) => {
  const examples = examplesIn(file);
  expect(examples.length).toBeGreaterThan(0);
  for (const [index, example] of examples.entries()) {
    const target = path.join(folder, `${path.basename(file, '.ts')}-${String(index)}.mjs`);
    writeFileSync(target, runnable(example, file));
    const { said } = (await import(/* @vite-ignore */ pathToFileURL(target).href)) as {
      readonly said: readonly { readonly is: unknown; readonly should: unknown }[];
    };
    expect(said.length).toBeGreaterThan(0);
    for (const { is, should } of said) expect(is).toEqual(should);
  }
});
