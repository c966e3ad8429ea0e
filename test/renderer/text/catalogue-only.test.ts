import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { english } from '../../../renderer/src/text/english';

const root = path.join('renderer', 'src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => path.join(root, name));
/** What a person reads or hears of an element. */
const readAttributes = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'label',
  'placeholder',
  'alt',
  'hint',
  'description',
  'emptyText',
]);

function isWords(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}

/** Words in JSX that do not come from the catalogue: as text, as a literal between braces, or in an attribute that is read. */
function wordsOutside(file: string, source: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && isWords(node.text)) found.push(`${file}: ${node.text.trim()}`);
    if (ts.isJsxAttribute(node) && readAttributes.has(node.name.getText())) {
      const value =
        node.initializer !== undefined && ts.isJsxExpression(node.initializer)
          ? node.initializer.expression
          : node.initializer;
      if (value !== undefined && ts.isStringLiteralLike(value) && isWords(value.text))
        found.push(`${file}: ${node.getText()}`);
    }
    if (
      ts.isJsxExpression(node) &&
      !ts.isJsxAttribute(node.parent) &&
      node.expression !== undefined &&
      ts.isStringLiteralLike(node.expression) &&
      isWords(node.expression.text)
    )
      found.push(`${file}: ${node.getText()}`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

describe('text in components', () => {
  it('comes from the catalogue, in every component', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => wordsOutside(file, readFileSync(file, 'utf8')))).toEqual([]);
  });

  it.each(['<p>Some words</p>', '<p>{"Some words"}</p>', '<Field label="Some words" />', "<img alt={'Some words'} />"])(
    'is found when it is written into one: %s',
    (source) => {
      expect(wordsOutside('a.tsx', source)).toHaveLength(1);
    },
  );
});

/** Sources that may say something: everything but the catalogues themselves. */
function sources(): string {
  const text = path.join('renderer', 'src', 'text');
  // A language is a folder with its refusals, and a file beside it that puts its parts together.
  const names = readdirSync(text).filter((name) => existsSync(path.join(text, name, 'refusals.ts')));
  const isCatalogue = (file: string): boolean =>
    names.some((name) => file === path.join(text, `${name}.ts`) || file.startsWith(path.join(text, name) + path.sep));
  return ['renderer', 'electron', 'shared']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
    )
    .filter((name) => /\.tsx?$/.test(name) && !isCatalogue(name))
    .map((name) => readFileSync(name, 'utf8'))
    .join('\n');
}

describe('the catalogue', () => {
  it('has nothing that is never said', () => {
    const source = sources();
    // Names that are put together: `userStatus.${status}` says all that begin so, `${tab}.title` all that end so.
    const beginnings = [...source.matchAll(/`(\w[\w.]*\.)\$\{/g)].map(([, beginning = '']) => beginning);
    const endings = [...source.matchAll(/\(`\$\{[^}`]*\}(\.[\w.]+)`\)/g)].map(([, ending = '']) => ending);
    const isSaid = (key: string): boolean =>
      ["'", '"', '`'].some((quote) => source.includes(`${quote}${key}${quote}`)) ||
      beginnings.some((beginning) => key.startsWith(beginning)) ||
      endings.some((ending) => key.endsWith(ending));
    expect(Object.keys(english).filter((key) => !isSaid(key))).toEqual([]);
  });
});
