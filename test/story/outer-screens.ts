import { outside, type Screen } from './ways';

const peopleOfAJoinedAccount = [
  { id: 'a', name: 'Nora Winter', roleId: 'owner' },
  { id: 'b', name: 'Ruth Okonkwo', roleId: 'companyAdmin' },
  { id: 'c', name: 'Tomas Berg', roleId: 'technical' },
  { id: 'd', name: 'Marta Lindqvist', roleId: 'siteAdmin' },
  { id: 'e', name: 'Ada Albrecht', roleId: 'resident' },
];

const keptAccounts = [
  { ledger: 'harbour', name: 'Harbour Homes', place: 'Team drive', lastOpen: '2026-05-02T08:15:00.000Z', unsent: 2 },
  { ledger: 'meadow', name: 'Meadow Court', place: null, lastOpen: '2026-04-20T16:40:00.000Z', unsent: 0 },
];

const askingComputer = {
  key: '1f'.repeat(32),
  sealKey: '2e'.repeat(32),
  name: 'Site laptop',
  text: `${'1f'.repeat(32)}${'2e'.repeat(32)} Site laptop`,
  words: ['copper', 'ladder', 'violet', 'anchor', 'meadow', 'puzzle'],
};

const startProblems = [
  'not-for-protected',
  'nothing-there',
  'holds-another',
  'not-reachable',
  'not-readable',
  'no-room',
  'defect',
] as const;

/** Before an account is open. */
export const outerScreens: readonly Screen[] = [
  {
    name: 'first-start',
    show: (person) => outside(person, { kind: 'choosing', problem: null }),
    says: 'The first start: three ways to begin, none of them a form.',
    looks: ['light', 'german'],
  },
  ...startProblems.map((kind): Screen => ({
    name: `first-start-${kind}`,
    show: (person) => outside(person, { kind: 'choosing', problem: { kind, detail: '' } }),
  })),
  {
    name: 'unopened',
    says: 'An account that could not be opened: which, why, and what helps. Nothing was changed, and nothing else is begun by mistake.',
    looks: ['light', 'german'],
    show: (person) =>
      outside(person, {
        kind: 'unopened',
        ledger: 'harbour',
        problem: { kind: 'no-tables', detail: 'UnknownError' },
        accounts: keptAccounts,
      }),
  },
  {
    name: 'unopened-no-room',
    show: (person) =>
      outside(person, {
        kind: 'unopened',
        ledger: null,
        problem: { kind: 'no-room', detail: '' },
        accounts: [],
      }),
  },
  {
    name: 'joining',
    show: (person) => outside(person, { kind: 'opening', joining: { done: 42_000, of: 60_000 } }),
    says: 'An account that was joined is read for the first time, and can be given up.',
    looks: ['light', 'german'],
  },
  { name: 'opening', show: (person) => outside(person, { kind: 'opening' }) },
  {
    name: 'locked',
    hasHelp: false,
    show: async (person) => {
      await outside(person, { kind: 'locked' });
      await person.page.getByRole('dialog', { name: 'Locked' }).waitFor();
    },
    says: 'An account that is locked on this computer asks for the passphrase before anything of it is shown.',
    looks: ['light', 'dark', 'german'],
  },
  {
    name: 'locked-forgotten',
    hasHelp: false,
    show: async (person) => {
      await outside(person, { kind: 'locked' });
      await person.button('I have forgotten it').click();
    },
  },
  {
    name: 'not-let-in',
    show: (person) => outside(person, { kind: 'notLetIn', asking: askingComputer, problem: null, isTrying: false }),
    says: 'A computer that nobody has let in: the line and the six words with which it asks.',
    looks: ['light', 'german'],
  },
  {
    name: 'go-on-anew',
    show: async (person) => {
      await outside(person, {
        kind: 'notLetIn',
        asking: askingComputer,
        problem: null,
        isTrying: false,
        canGoOn: true,
      });
      await person.button('Go on in a new account…').click();
      await person.dialog.waitFor();
    },
    says: 'Every key is lost: what carries over into a new account, and what does not, before anything happens.',
    looks: ['light', 'german'],
  },
  {
    name: 'not-let-in-problem',
    show: (person) =>
      outside(person, { kind: 'notLetIn', asking: null, problem: { kind: 'put-back', detail: '' }, isTrying: false }),
  },
  {
    name: 'join-invited',
    show: async (person) => {
      await outside(person, { kind: 'choosing', problem: null });
      await person.button('I have an invitation…').click();
      await person.dialog.waitFor();
    },
  },
  { name: 'who-are-you', show: (person) => outside(person, { kind: 'whoAreYou', people: peopleOfAJoinedAccount }) },
];
