import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runScenarios } from '../../electron/headless/run-scenarios';
import { intentNames, intents } from '#core/intents/registry';
import { queries } from '#core/queries/registry';
import { ruleOfCode } from '#core/rules/refusals';

const docs = path.resolve(import.meta.dirname, '..', '..', 'docs');
const read = (page: string): string => readFileSync(path.join(docs, page), 'utf8');
/** What a page says in backticks, down to its first word: `group.move`, `NOT_FOUND {kind, id}`. */
const saidIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/`([A-Za-z_.]+)[^`]*`/g)].map(([, word = '']) => word));

/** Every word in the row of an intent or a query, which may stand there beside its relatives. */
function rowOf(page: string, name: string): ReadonlySet<string> {
  const row = page.split('\n').find((line) => line.startsWith('| ') && line.split(' | ')[0]?.includes(`\`${name}\``));
  return new Set(row?.match(/\w+/g) ?? []);
}

/** Names of arguments, and of the fields of a `set`, out of their shape. */
function argumentsOf(args: z.ZodType): readonly string[] {
  if (!(args instanceof z.ZodObject)) return [];
  return Object.entries(args.shape).flatMap(([name, type]): readonly string[] =>
    name === 'set' && type instanceof z.ZodObject ? [name, ...Object.keys(type.shape)] : [name],
  );
}

describe('the page of intents', () => {
  const page = read('intents.md');
  const said = saidIn(page);

  it('has every intent', () => {
    expect(
      intentNames.filter((name) => !said.has(name)),
      'intents without a row in docs/intents.md',
    ).toEqual([]);
  });

  it('has every query', () => {
    expect(
      queries.map(({ name }) => name).filter((name) => !said.has(name)),
      'queries without a row in docs/intents.md',
    ).toEqual([]);
  });

  it('names every argument of an intent, and every field that one sets, in its row', () => {
    const missing = intents.flatMap(({ name, args }) => {
      const row = rowOf(page, name);
      return argumentsOf(args).flatMap((argument) => (row.has(argument) ? [] : [`${name}: ${argument}`]));
    });
    expect(missing, 'arguments that the row in docs/intents.md does not name').toEqual([]);
  });

  it('names every argument of a query in its row', () => {
    const missing = queries.flatMap(({ name, args }) => {
      const row = rowOf(page, name);
      return argumentsOf(args).flatMap((argument) => (row.has(argument) ? [] : [`${name}: ${argument}`]));
    });
    expect(missing, 'arguments that the row in docs/intents.md does not name').toEqual([]);
  });

  it('has every code of a refusal', () => {
    expect(
      Object.keys(ruleOfCode).filter((code) => !said.has(code)),
      'codes that the table of steps in docs/intents.md does not name',
    ).toEqual([]);
  });

  it('shows a scenario that comes out as it is told', async () => {
    const [, scenario = ''] = /```jsonl\n([\s\S]*?)```/.exec(page) ?? [];
    const folder = mkdtempSync(path.join(tmpdir(), 'trellis-page-'));
    try {
      const file = path.join(folder, 'shown.jsonl');
      writeFileSync(file, scenario);
      const said: string[] = [];
      const { passed } = await runScenarios([file], null, (line) => said.push(line));
      expect(said.filter((line) => line.startsWith('not ok') || line.includes('cannot be read'))).toEqual([]);
      expect(passed).toBeGreaterThan(5);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the page of the law', () => {
  const page = read('domain.md');

  it('has every rule that a refusal stands under, and every row of the table of rules', () => {
    const rows = [...read('rules.md').matchAll(/^\| ([A-Z]\d+) \|/gm)].map(([, rule = '']) => rule);
    const rules = new Set([...Object.values(ruleOfCode), ...rows]);
    expect(
      [...rules].filter((rule) => !page.includes(`**${rule}`)),
      'rules without a paragraph in docs/domain.md',
    ).toEqual([]);
  });
});

describe('the pages', () => {
  const pages = readdirSync(docs).filter((file) => file.endsWith('.md'));

  it('are all in the index', () => {
    const index = read('README.md');
    expect(
      pages.filter((page) => page !== 'README.md' && !index.includes(`](${page})`)),
      'pages that docs/README.md does not lead to',
    ).toEqual([]);
  });

  it.each(pages)('%s leads only to what is there', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|mailto:)([^)#\s]+)/g)].map(([, link = '']) => link);
    expect(
      links.filter((link) => !existsSync(path.join(docs, link))),
      'links to files that are not there',
    ).toEqual([]);
  });
});
