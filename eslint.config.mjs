import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export it by its name.',
};
const rawSend = {
  selector: "CallExpression[callee.property.name='send']",
  message: 'Tell the window something through announceTo in electron/main/ipc/announce.ts.',
};
const localeText = [
  'localeCompare',
  'toLocaleString',
  'toLocaleUpperCase',
  'toLocaleLowerCase',
  'toLocaleDateString',
].map((name) => ({
  selector: `MemberExpression[property.name='${name}']`,
  message: 'shared/ gives the same answer on every machine, so text never depends on a locale.',
}));
const unrun = {
  selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|skipIf|runIf)$/]',
  message: 'Every test runs, everywhere.',
};
const sharedMock = {
  selector: 'CallExpression[callee.object.name="vi"][callee.property.name=/^(do)?[mM]ock$/]',
  message: 'The files share their modules: one that puts something in the place of a module is named *.apart.test.ts.',
};
const rawIpc = {
  name: 'electron',
  importNames: ['ipcMain', 'ipcRenderer', 'contextBridge'],
  message: 'Channels are declared in shared/ipc/channels.ts and opened in electron/main/ipc/register.ts.',
};

/** What `shared/` may not see, because replicas would differ by it: clocks, chance, the machine, a window. */
const impureGlobals = [
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'self',
  'globalThis',
  'process',
  'Buffer',
  'require',
  'global',
  '__dirname',
  'Intl',
  'Date',
  'performance',
  'crypto',
  'fetch',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
  'Temporal',
].map((name) => ({ name, message: 'shared/ has no clock, no chance and no machine: have it passed in.' }));

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.strict],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // In .oxlintrc.json, with the rules that need types.
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-restricted-syntax': ['error', noDefaultExport],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'max-lines': ['error', { max: 450, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'shared/ has no chance: have it passed in.' },
      ],
      'no-restricted-syntax': ['error', noDefaultExport, ...localeText],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^node:|^(fs|path|os|crypto|child_process)(/|$)|^electron(/|$)|^react',
              message: 'shared/ runs everywhere.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['electron/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { paths: [rawIpc] }],
      'no-restricted-syntax': ['error', noDefaultExport, rawSend],
    },
  },
  { files: ['electron/main/ipc/register.ts', 'electron/preload/index.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['electron/main/ipc/announce.ts'], rules: { 'no-restricted-syntax': ['error', noDefaultExport] } },
  { files: ['electron/headless/**/*.ts', 'test/{bench,demo,palette}/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: globals.browser },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'window', property: 'trellis', message: 'Only renderer/src/platform touches the bridge.' },
        { property: 'dangerouslySetInnerHTML', message: 'Text is shown as text.' },
      ],
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^node:|^electron(/|$)', message: 'The window has no Node.' }] },
      ],
    },
  },
  { files: ['renderer/src/platform/**/*.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': ['error', noDefaultExport, unrun],
    },
  },
  {
    files: ['test/{shared,electron,layering,frozen,properties}/**/*.test.ts'],
    ignores: ['test/**/*.apart.test.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, unrun, sharedMock] },
  },
  { files: ['*.config.{mts,mjs}'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: { globals: globals.node },
    rules: {
      'no-undef': 'error',
      'no-unused-vars': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
    },
  },
);
