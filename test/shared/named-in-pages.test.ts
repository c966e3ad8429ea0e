import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...readdirSync(path.join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];

/** What the pages on adding something make up, so that there is something to follow. */
const madeUp =
  /open-requests|OpenRequests|menu-kind|setMenuKind|text\/french|french\.ts|languageFrench|collapseSiblings|RestorableCell|isPinned|manual\/fr\b|ignoreRevsFile/;
const folders = ['shared', 'electron', 'renderer', 'test', 'scripts', 'docs', 'findings', 'resources'];

/** Everything in backticks on a page, but for longer code, with its line. */
function quoted(page: string): readonly { readonly line: number; readonly code: string }[] {
  const text = read(page).replace(/```[\s\S]*?```/g, (block) => block.replace(/[^\n]/g, ''));
  return text
    .split('\n')
    .flatMap((line, index) => [...line.matchAll(/`([^`]+)`/g)].map(([, code = '']) => ({ line: index + 1, code })));
}

function astray(page: string, wordsIn: (code: string) => readonly string[], isThere: (word: string) => boolean) {
  return quoted(page).flatMap(({ line, code }) =>
    wordsIn(code).flatMap((word) => (madeUp.test(word) || isThere(word) ? [] : [`${page}:${String(line)} ${word}`])),
  );
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(path.join(root, folder)).flatMap((name) => {
    const file = `${folder}/${name}`;
    return statSync(path.join(root, file)).isDirectory() ? filesBelow(file) : [file];
  });
}

/** Whether there is a file or folder, a file by its name without what it ends in, or several by a star or by `{a,b}`. */
function isPath(named: string): boolean {
  const [, before = '', choices, after = ''] = /^([^{]*)(?:\{([^}]*)\}(.*))?$/.exec(named) ?? [];
  if (choices !== undefined) return choices.split(',').every((choice) => isPath(`${before}${choice}${after}`));
  const parent = path.join(root, path.dirname(named));
  return (
    existsSync(path.join(root, named)) ||
    (existsSync(parent) && readdirSync(parent).some((name) => name.startsWith(path.basename(named))))
  );
}

describe('what the pages name', () => {
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

  it.each(pages)('can be run: commands of %s', (page) => {
    const asked = [...read(page).matchAll(/npm run (?:-s )?([a-z][a-z0-9:-]*)/g)].map(([, name = '']) => name);
    expect(asked.filter((name) => !(name in scripts))).toEqual([]);
  });

  it.each(pages)('is where it says: paths of %s', (page) => {
    const paths = new RegExp(`(?<![\\w./<-])(?:${folders.join('|')})/[\\w./{},-]+`, 'g');
    // A path with a part that stands for anything is one of many.
    const wordsIn = (code: string): readonly string[] =>
      [...code.matchAll(paths)].flatMap(([word]) => (/[<>*]/.test(code) || word.endsWith('-N') ? [] : [word]));
    // The table of rules names tests by where they are below `test/`, which a test of its own looks at.
    expect(astray(page, wordsIn, (word) => isPath(word) || isPath(`test/${word}`))).toEqual([]);
  });

  it.each(pages)('is called so: names of %s', (page) => {
    const wordsIn = (code: string): readonly string[] =>
      (code.match(/[A-Za-z_]\w*/g) ?? []).filter((word) => /[a-z][A-Z]/.test(word));
    expect(astray(page, wordsIn, (word) => known.has(word))).toEqual([]);
  });

  const known = new Set(
    folders
      .filter((folder) => folder !== 'docs')
      .flatMap(filesBelow)
      .concat('package.json', 'vitest.config.mts', '.gitattributes')
      .filter((file) => /\.(ts|tsx|mts|mjs|cjs|css|json|html|sh)$/.test(file))
      .flatMap((file) => [...(read(file).match(/[A-Za-z_]\w*/g) ?? []), ...file.split(/[/.]/)]),
  );
});
