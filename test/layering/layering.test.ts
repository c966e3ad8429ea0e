import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '..', '..');
const settings = [
  'package.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'eslint.config.mjs',
  '.oxlintrc.json',
  '.dependency-cruiser.cjs',
  ...['shared', 'electron', 'renderer', 'test'].map((layer) => `${layer}/tsconfig.json`),
];
const toolTimeoutMs = 120_000;

/** What keeps to the layers: each layer imports the one it may. */
const goodFiles: Readonly<Record<string, string>> = {
  'shared/kernel/sum.ts': 'export function sum(one: number, other: number): number {\n  return one + other;\n}\n',
  'shared/model/model.ts': 'export const model = 1;\n',
  'shared/rules/rule.ts': `export { sum } from '../kernel/sum';\n`,
  'electron/main/index.ts': `export { sum } from '../../shared/kernel/sum';\n`,
  'renderer/src/main.ts': `export { sum } from '../../shared/kernel/sum';\n`,
  'renderer/src/features/two/index.ts': `export { inner } from './inner';\n`,
  'renderer/src/features/two/inner.ts': 'export const inner = 1;\n',
  'test/sum.ts': `export { sum } from '../shared/kernel/sum';\n`,
};

const lintProbes: readonly (readonly [what: string, file: string, rule: string, text: string])[] = [
  [
    'Date.now() in shared/',
    'shared/rules/now.ts',
    'no-restricted-globals',
    'export const now = (): number => Date.now();',
  ],
  [
    'new Date() in shared/',
    'shared/rules/date.ts',
    'no-restricted-globals',
    'export const now = (): Date => new Date();',
  ],
  [
    'Math.random() in shared/',
    'shared/rules/random.ts',
    'no-restricted-properties',
    'export const chance = (): number => Math.random();',
  ],
  [
    'window in shared/',
    'shared/rules/window.ts',
    'no-restricted-globals',
    'export const width = (): unknown => window;',
  ],
  [
    'globalThis in shared/',
    'shared/rules/global.ts',
    'no-restricted-globals',
    'export const all: unknown = globalThis;',
  ],
  [
    'Intl in shared/',
    'shared/rules/intl.ts',
    'no-restricted-globals',
    `export const format = (): unknown => new Intl.NumberFormat('de');`,
  ],
  [
    'localeCompare in shared/',
    'shared/rules/locale.ts',
    'no-restricted-syntax',
    'export const order = (one: string, other: string): number => one.localeCompare(other);',
  ],
  ['node:fs in shared/', 'shared/rules/files.ts', 'no-restricted-imports', `export { readFileSync } from 'node:fs';`],
  ['a default export', 'shared/rules/default.ts', 'no-restricted-syntax', 'export default 1;'],
  [
    'any',
    'shared/rules/any.ts',
    '@typescript-eslint/no-explicit-any',
    'export const anything = (value: any): string => String(value);',
  ],
  [
    'ipcMain outside the one place that opens channels',
    'electron/main/ipc-main.ts',
    'no-restricted-imports',
    `export { ipcMain } from 'electron';`,
  ],
  [
    'a raw send to the window',
    'electron/main/send.ts',
    'no-restricted-syntax',
    `export const tell = (contents: { send: (name: string) => void }): void => contents.send('hello');`,
  ],
  [
    'the bridge outside renderer/src/platform',
    'renderer/src/bridge.ts',
    'no-restricted-properties',
    `export const bridge: unknown = Reflect.get(window, 'x') ?? (window as never as { trellis: unknown }, window.trellis);`,
  ],
  ['Node in the window', 'renderer/src/node.ts', 'no-restricted-imports', `export { join } from 'node:path';`],
  [
    'a promise nobody waits for',
    'electron/main/promise.ts',
    'typescript(no-floating-promises)',
    'export function forget(): void {\n  Promise.resolve(1);\n}',
  ],
  [
    'a promise where nobody looks at one',
    'electron/main/given.ts',
    'typescript(no-misused-promises)',
    'export const later = (tell: (done: () => void) => void): void => tell(async () => Promise.resolve());',
  ],
  [
    'waiting for what is no promise',
    'electron/main/waits.ts',
    'typescript(await-thenable)',
    'export async function wait(): Promise<void> {\n  await 1;\n}',
  ],
  [
    'a case that is left out',
    'shared/rules/cases.ts',
    'typescript(switch-exhaustiveness-check)',
    `export function name(kind: 'a' | 'b'): string {\n  switch (kind) {\n    case 'a':\n      return 'A';\n  }\n  return '';\n}`,
  ],
  [
    'what nobody uses',
    'shared/rules/unused.ts',
    'eslint(no-unused-vars)',
    `export function give(unused: number): void {}`,
  ],
  [
    'a skipped test',
    'test/skipped.ts',
    'no-restricted-syntax',
    `import { it } from 'vitest';\nit.skip('is never run', () => undefined);`,
  ],
  [
    'a module that is replaced for all tests',
    'test/shared/mocked.test.ts',
    'no-restricted-syntax',
    `import { vi } from 'vitest';\nvi.mock('node:fs');`,
  ],
];

const compileProbes = ['shared/rules/window.ts', 'shared/rules/files.ts', 'shared/rules/process.ts'] as const;

const importProbes: readonly (readonly [rule: string, file: string, text: string])[] = [
  [
    'shared-imports-only-itself-and-small-pure-packages',
    'shared/rules/files.ts',
    `export { readFileSync } from 'node:fs';`,
  ],
  ['shared-imports-only-itself-and-small-pure-packages', 'shared/rules/react.ts', `export { useState } from 'react';`],
  [
    'shared-imports-only-itself-and-small-pure-packages',
    'shared/rules/electron.ts',
    `export { sum } from '../../electron/main/index';`,
  ],
  ['shared-kernel-imports-only-what-lies-below-it', 'shared/kernel/upwards.ts', `export { sum } from '../rules/rule';`],
  [
    'renderer-does-not-import-electron',
    'renderer/src/main-code.ts',
    `export { sum } from '../../electron/main/index';`,
  ],
  ['renderer-does-not-import-electron', 'renderer/src/electron-package.ts', `export type { App } from 'electron';`],
  [
    'electron-does-not-import-renderer',
    'electron/main/window-code.ts',
    `export { sum } from '../../renderer/src/main';`,
  ],
  ['renderer-does-not-use-node', 'renderer/src/node.ts', `export { join } from 'node:path';`],
  ['only-data-imports-dexie', 'renderer/src/shell/dexie.ts', `export { Dexie } from 'dexie';`],
  [
    'only-data-runs-what-changes-an-account',
    'renderer/src/parts/groups/model.ts',
    `export { model } from '../../../../shared/model/model';`,
  ],
  ['only-state-imports-zustand', 'renderer/src/shell/zustand.ts', `export { create } from 'zustand';`],
  [
    'features-meet-only-through-their-index',
    'renderer/src/features/one/inner.ts',
    `export { inner } from '../two/inner';`,
  ],
  [
    'features-are-entered-through-their-index',
    'renderer/src/shell/feature.ts',
    `export { inner } from '../features/two/inner';`,
  ],
  ['preload-has-no-logic-to-import', 'electron/preload/index.ts', `export { sum } from '../../shared/kernel/sum';`],
  ['headless-runs-without-electron', 'electron/headless/main.ts', `export { app } from 'electron';`],
  ['product-does-not-import-tests', 'renderer/src/tests.ts', `export { sum } from '../../test/sum';`],
  ['product-does-not-import-development-packages', 'electron/main/tool.ts', `export { build } from 'vite';`],
  [
    'nothing-imports-in-a-circle',
    'shared/kernel/back.ts',
    `import { there } from './there';\nexport const back: unknown = there;`,
  ],
  ['every-import-resolves', 'shared/kernel/missing.ts', `export { nothing } from './nothing';`],
];

/** A small project of its own under our settings, so that probes can be judged without touching the real sources. */
function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'trellis-layers-'));
  for (const file of settings) cpSync(path.join(repository, file), path.join(folder, file), { recursive: true });
  symlinkSync(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

function judge(
  folder: string,
  program: string,
  args: readonly string[],
): { readonly code: number | null; readonly said: string } {
  const result = spawnSync(process.execPath, [path.join(repository, 'node_modules', program), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: result.status, said: result.stdout };
}

const types = (folder: string) => judge(folder, 'typescript-native/bin/tsc', ['-b', '--pretty', 'false']);

function lint(folder: string): readonly string[] {
  const { said } = judge(folder, 'eslint/bin/eslint.js', ['.', '--max-warnings', '0', '--format', 'json']);
  const files = JSON.parse(said) as { filePath: string; messages: { ruleId: string | null }[] }[];
  const typed = JSON.parse(judge(folder, 'oxlint/bin/oxlint', ['--type-aware', '--format', 'json']).said) as {
    diagnostics: { filename: string; code: string }[];
  };
  return [
    ...files.flatMap((file) =>
      file.messages.map((message) => `${path.relative(folder, file.filePath)} ${String(message.ruleId)}`),
    ),
    ...typed.diagnostics.map(({ filename, code }) => `${filename} ${code}`),
  ];
}

function imports(folder: string): readonly string[] {
  const args = [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'shared',
    'electron',
    'renderer',
    'test',
  ];
  const { summary } = JSON.parse(judge(folder, 'dependency-cruiser/bin/dependency-cruise.mjs', args).said) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return summary.violations.map((violation) => `${violation.from} ${violation.rule.name}`);
}

describe('the layers', () => {
  let good: string;
  let bad: string;
  let linted: readonly string[];
  let compiled: string;
  let cruised: readonly string[];

  beforeAll(() => {
    good = project(goodFiles);
    bad = project({
      ...goodFiles,
      'shared/rules/process.ts': 'export const where = (): unknown => process;\n',
      'shared/kernel/there.ts': `import { back } from './back';\nexport const there = back;\n`,
      ...Object.fromEntries(lintProbes.map(([, file, , text]) => [file, `${text}\n`])),
      ...Object.fromEntries(importProbes.map(([, file, text]) => [file, `${text}\n`])),
    });
    linted = lint(bad);
    compiled = types(bad).said;
    cruised = imports(bad);
  }, toolTimeoutMs);

  afterAll(() => {
    rmSync(good, { recursive: true, force: true });
    rmSync(bad, { recursive: true, force: true });
  });

  it('let code through that keeps to them', { timeout: toolTimeoutMs }, () => {
    expect(types(good)).toEqual({ code: 0, said: '' });
    expect(lint(good)).toEqual([]);
    expect(imports(good)).toEqual([]);
  });

  it.each(lintProbes)('stop %s', (_what, file, rule) => {
    expect(linted).toContain(`${file} ${rule}`);
  });

  it.each(compileProbes)('make it a compile error as well: %s', (file) => {
    expect(compiled).toContain(`${file}(`);
  });

  it.each(importProbes)('say %s of %s', (rule, file) => {
    expect(cruised).toContain(`${file} ${rule}`);
  });

  it('find nothing wrong with the good files beside the bad ones', () => {
    const accused = [...linted, ...cruised].map((finding) => finding.split(' ')[0]);
    expect(Object.keys(goodFiles).filter((file) => accused.includes(file))).toEqual([]);
  });
});
