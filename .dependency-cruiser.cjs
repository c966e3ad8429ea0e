// Who may import whom. Each rule's name is what a failing check prints, so it reads as a sentence.
const purePackages =
  '(^|/)node_modules/(@noble/hashes|canonicalize|fflate|fractional-indexing|libphonenumber-js|sorted-btree|zod)/';

/**
 * A folder of shared/ may run code of itself and of those listed. It may name types of the others: a rule answers
 * with a refusal, and a refusal is declared where the intents are.
 */
function sharedLayer(name, below) {
  return {
    name: `shared-${name}-imports-only-what-lies-below-it`,
    severity: 'error',
    from: { path: `^shared/${name}/` },
    to: { path: '^shared/', pathNot: `^shared/(${[name, ...below].join('|')})/`, dependencyTypesNot: ['type-only'] },
  };
}

/** The floors of the window, lowest first: a folder imports what stands on its own floor or on one below. */
const windowFloors = [['platform'], ['data', 'sync'], ['state'], ['text'], ['ui'], ['parts'], ['features'], ['shell']];
const windowFloorRules = windowFloors.slice(0, -1).map((names, floor) => ({
  name: `window-${names.join('-and-')}-imports-no-floor-above`,
  severity: 'error',
  from: { path: `^renderer/src/(${names.join('|')})/` },
  to: {
    path: `^renderer/src/(${windowFloors
      .slice(floor + 1)
      .flat()
      .join('|')})/`,
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'nothing-imports-in-a-circle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'every-import-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(raw|url|worker|inline)$' },
    },
    {
      name: 'shared-imports-only-itself-and-small-pure-packages',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: `^shared/|${purePackages}` },
    },
    sharedLayer('kernel', []),
    sharedLayer('model', ['kernel']),
    sharedLayer('catalogue', ['kernel', 'model']),
    sharedLayer('rules', ['kernel', 'model', 'catalogue']),
    sharedLayer('intents', ['kernel', 'model', 'catalogue', 'rules']),
    sharedLayer('queries', ['kernel', 'model', 'catalogue', 'rules', 'intents']),
    sharedLayer('sheets', ['kernel', 'model', 'catalogue', 'rules', 'intents']),
    sharedLayer('vendors', ['kernel', 'model', 'catalogue', 'rules']),
    sharedLayer('handover', ['kernel', 'model', 'catalogue', 'rules', 'intents', 'queries', 'sheets']),
    sharedLayer('ledger', ['kernel', 'model', 'catalogue', 'rules', 'intents', 'queries']),
    {
      name: 'renderer-does-not-import-electron',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/|(^|/)node_modules/electron/' },
    },
    {
      name: 'electron-does-not-import-renderer',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'renderer-does-not-use-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { path: '^test/' },
    },
    {
      name: 'product-does-not-import-development-packages',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '(^|/)node_modules/electron/' },
    },
    {
      name: 'headless-runs-without-electron',
      severity: 'error',
      from: { path: '^electron/headless/' },
      to: { path: '(^|/)node_modules/electron/', reachable: true },
    },
    {
      name: 'preload-has-no-logic-to-import',
      severity: 'error',
      from: { path: '^electron/preload/' },
      to: { pathNot: '^electron/preload/|^shared/ipc/|(^|/)node_modules/electron/' },
    },
    {
      name: 'only-data-imports-dexie',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/src/data/' },
      to: { path: '(^|/)node_modules/(dexie|dexie-react-hooks)/' },
    },
    {
      // Elsewhere the window sees a view of the account, and acts through the session.
      name: 'only-data-runs-what-changes-an-account',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/src/data/' },
      to: {
        path: '^shared/(model/model|rules/act|intents/(execute|judgement|[^/]+-intents)|ledger/replica)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-state-imports-zustand',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/src/state/' },
      to: { path: '(^|/)node_modules/zustand/' },
    },
    ...windowFloorRules,
    {
      name: 'features-meet-only-through-their-index',
      severity: 'error',
      from: { path: '^renderer/src/features/([^/]+)/' },
      to: { path: '^renderer/src/features/', pathNot: '^renderer/src/features/($1/|[^/]+/index\\.tsx?$)' },
    },
    {
      name: 'features-are-entered-through-their-index',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/src/features/' },
      to: { path: '^renderer/src/features/', pathNot: '^renderer/src/features/[^/]+/index\\.tsx?$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.d.ts', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
