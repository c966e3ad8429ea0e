import type { LicenseTypeId } from '#core/model/vocabulary';
import { planTypesFor } from '#core/vendors/remembered-ids';
import { compareRingover, pullActs } from '#core/vendors/ringover-compare';
import type { RingoverAccount } from '#core/vendors/ringover';
import type { RingoverLine } from '#core/vendors/ringover-lines';
import type { RingoverQuestion } from '#core/vendors/ringover-world';
import type { VendorAct } from '#core/vendors/vendor-failure';
import { anAccount, type AccountBuilder } from '../an-account';

/** The vendor's account of the tests: two people, a free number, a menu, a ring group. */
export function anAccountThere(changes: Partial<RingoverAccount> = {}): RingoverAccount {
  return {
    team: { id: '77', name: 'Sunrise Office' },
    plans: [
      { id: '2', name: 'Smart', used: 1, bought: 3 },
      { id: '3', name: 'Business', used: 1, bought: 2 },
    ],
    users: [
      {
        id: '101',
        firstName: 'Ada',
        lastName: 'Albrecht',
        email: 'ada@office.example',
        numbers: ['+4930901801'],
        plan: { id: '3', name: 'Business' },
      },
      {
        id: '102',
        firstName: 'Ben',
        lastName: 'Baptiste',
        email: 'ben@office.example',
        numbers: ['+4930901802', '+4930901805'],
        plan: { id: '2', name: 'Smart' },
      },
    ],
    numbers: [
      { number: '+4930901800', label: 'Main', to: { kind: 'ivr', id: '7' } },
      { number: '+4930901801', label: '', to: { kind: 'user', id: '101' } },
      { number: '+4930901802', label: '', to: { kind: 'user', id: '102' } },
      { number: '+4930901804', label: 'Spare', to: null },
      { number: '+4930901805', label: '', to: { kind: 'user', id: '102' } },
    ],
    menus: [
      { id: '7', kind: 'ivr', name: 'Front door', numbers: ['+4930901800'], users: null },
      { id: '51', kind: 'queue', name: 'Reception', numbers: [], users: ['101', '102'] },
    ],
    gaps: [],
    ...changes,
  };
}

/** An account here with an office. */
export function anOffice(): AccountBuilder {
  return anAccount().withGroup('office', 'office');
}

let made = 0;

/** The question how an account there compares with the office here. */
export function asked(account: AccountBuilder, there: RingoverAccount, groupId = 'office'): RingoverQuestion {
  const ids = new Map<string, string>();
  return {
    there,
    view: account.replica.model,
    groupId,
    planTypes: planTypesFor(there.plans, new Map()),
    by: 'owner',
    available: (poolId, typeId: LicenseTypeId) =>
      account.ask('pool', { groupId: poolId }).types[typeId]?.available ?? 0,
    newId: (purpose) => {
      const id = ids.get(purpose) ?? `new-${String((made += 1))}`;
      ids.set(purpose, id);
      return id;
    },
    remembers: true,
  };
}

export function linesOf(account: AccountBuilder, there: RingoverAccount): readonly RingoverLine[] {
  return compareRingover(asked(account, there));
}

/** The line of a thing, by its kind and name. */
export function lineNamed(lines: readonly RingoverLine[], kind: RingoverLine['kind'], name: string): RingoverLine {
  const found = lines.find((line) => line.kind === kind && (line.name === name || line.there?.name === name));
  if (found === undefined) throw new Error(`no ${kind} ${name} among ${lines.map((line) => line.name).join(', ')}`);
  return found;
}

/** Pulls every line that is not careful, as one act. */
export function pull(account: AccountBuilder, there: RingoverAccount): readonly VendorAct[] {
  const question = asked(account, there);
  const acts = pullActs(
    compareRingover(question).filter(({ isCareful }) => !isCareful),
    question,
  );
  if (acts.length > 0) account.done('batch', { do: acts });
  return acts;
}
