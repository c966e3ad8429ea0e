import { outside, type Screen } from './ways';

const peopleOfAJoinedAccount = [
  { id: 'a', name: 'Nora Winter', roleId: 'owner' },
  { id: 'b', name: 'Ruth Okonkwo', roleId: 'companyAdmin' },
  { id: 'c', name: 'Tomas Berg', roleId: 'technical' },
  { id: 'd', name: 'Marta Lindqvist', roleId: 'siteAdmin' },
  { id: 'e', name: 'Ada Albrecht', roleId: 'resident' },
];

const startProblems = ['nothing-there', 'holds-another', 'not-reachable', 'not-readable', 'no-room', 'defect'] as const;

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
  { name: 'opening', show: (person) => outside(person, { kind: 'opening' }) },
  { name: 'who-are-you', show: (person) => outside(person, { kind: 'whoAreYou', people: peopleOfAJoinedAccount }) },
];
