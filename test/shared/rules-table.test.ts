import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSteps } from '../../electron/headless/scenario-steps';
import { refusalTexts } from '../../renderer/src/text/english/refusals';
import { ruleOfCode, warningCodes } from '#core/rules/refusals';

const repository = path.resolve(import.meta.dirname, '..', '..');
const scenarioFolder = path.join(repository, 'test', 'scenarios');
const ruleIds = [
  ...Array.from({ length: 14 }, (_, index) => `D${String(index + 1)}`),
  ...Array.from({ length: 12 }, (_, index) => `U${String(index + 1)}`),
  ...Array.from({ length: 6 }, (_, index) => `X${String(index + 1)}`),
  ...['P1', 'P2', 'P3', 'P4'],
  ...Array.from({ length: 12 }, (_, index) => `G${String(index + 1)}`),
  ...['S1', 'S2', 'S3', 'S4'],
];
/** A defect is nothing that a story can bring about. */
const untold: readonly string[] = ['DEFECT'];

/** Codes of what nobody can do in the window or a scenario, only write into a ledger by other means. */
const toldOfOthersOnly: ReadonlySet<string> = new Set(['UNSIGNED', 'BAD_SIGNATURE']);

interface RuleRow {
  readonly rule: string;
  /** Functions by the file that is named before them. */
  readonly functions: readonly { readonly file: string; readonly name: string }[];
  readonly proofs: readonly string[];
  readonly codes: readonly string[];
}

function quoted(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}

function functionsIn(cell: string): RuleRow['functions'] {
  let file = '';
  return quoted(cell).flatMap((text) => {
    if (text.endsWith('.ts')) {
      file = `shared/${text}`;
      return [];
    }
    return [{ file, name: text }];
  });
}

/** The rows of the table in docs/rules.md. */
const rows: readonly RuleRow[] = readFileSync(path.join(repository, 'docs', 'rules.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| [A-Z]\d+ \|/.test(line))
  .map((line) => {
    const [rule = '', , source = '', proof = '', told = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return {
      rule,
      functions: functionsIn(source),
      proofs: quoted(proof),
      codes: told.split(/\s+/).filter((code) => code !== ''),
    };
  });

const scenarioFiles = readdirSync(scenarioFolder)
  .filter((file) => file.endsWith('.jsonl'))
  .sort();

describe('the table of rules', () => {
  it('has one row for every rule, in their order', () => {
    expect(
      rows.map((row) => row.rule),
      'the rows of docs/rules.md beside `ruleIds` of this test',
    ).toEqual(ruleIds);
  });

  it.each(rows)('names functions that decide $rule', ({ functions }) => {
    expect(functions.length, 'functions that the row in docs/rules.md names').toBeGreaterThan(0);
    const missing = functions.filter(({ file, name }) => {
      const place = path.join(repository, file);
      if (!existsSync(place)) return true;
      const declared = new RegExp(`(function\\*? |const |^  (private )?)${name}\\b[^\\n]*[(:=]`, 'm');
      return !declared.test(readFileSync(place, 'utf8'));
    });
    expect(missing, 'functions that are not in the file that docs/rules.md names before them').toEqual([]);
  });

  it.each(rows)('names tests that tell $rule', ({ rule, proofs }) => {
    expect(proofs.length, 'tests that the row in docs/rules.md names').toBeGreaterThan(0);
    expect(
      proofs.filter((file) => !existsSync(path.join(repository, 'test', file))),
      'tests of docs/rules.md that are not there',
    ).toEqual([]);
    const told = proofs.some((file) =>
      new RegExp(`\\b${rule}\\b`).test(readFileSync(path.join(repository, 'test', file), 'utf8')),
    );
    expect(told, `whether one of these tests names ${rule}: ${proofs.join(', ')}`).toBe(true);
  });

  it('has every refusal under the rule that its code stands for, and every warning', () => {
    const listed = rows.flatMap((row) => row.codes.map((code) => `${row.rule} ${code}`));
    const expected = Object.entries(ruleOfCode).map(([code, rule]) => `${rule} ${code}`);
    expect(
      expected.filter((entry) => !listed.includes(entry)),
      'codes that the rule’s row in docs/rules.md does not name (its last column)',
    ).toEqual([]);
    const codes = new Set(rows.flatMap((row) => row.codes));
    expect([...codes].sort()).toEqual([...Object.keys(ruleOfCode), ...warningCodes].sort());
  });

  it('has a message for every code', () => {
    const keys = [
      ...Object.keys(ruleOfCode).map((code) => `refusal.${code}`),
      ...warningCodes.map((code) => `warning.${code}`),
    ];
    expect(
      keys.filter((key) => !(key in refusalTexts)),
      'messages that renderer/src/text/english/refusals.ts does not have',
    ).toEqual([]);
  });

  it('has scenarios in which every code is expected', () => {
    const expected = new Set<string>();
    for (const file of scenarioFiles) {
      for (const { step } of readSteps(readFileSync(path.join(scenarioFolder, file), 'utf8'))) {
        if (step.kind !== 'intent') continue;
        for (const code of [...(step.step.expect?.refused ?? []), ...(step.step.expect?.warned ?? [])])
          expected.add(code);
      }
    }
    const codes = [...Object.keys(ruleOfCode), ...warningCodes].filter((code) => !toldOfOthersOnly.has(code));
    expect(
      codes.filter((code) => !expected.has(code) && !untold.includes(code)),
      'codes that no scenario in test/scenarios expects',
    ).toEqual([]);
  });
});

describe('the scenarios', () => {
  it.each(scenarioFiles)('%s can be read and opens an account first', (file) => {
    const steps = readSteps(readFileSync(path.join(scenarioFolder, file), 'utf8'));
    expect(steps[0]?.step.kind).toBe('opening');
    expect(steps.length).toBeGreaterThan(1);
  });
});
