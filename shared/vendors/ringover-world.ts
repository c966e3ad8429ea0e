import type { View } from '../model/model';
import type { NumberRow, UserRow } from '../model/rows';
import type { LicenseTypeId } from '../model/vocabulary';
import { ringoverUserField, type PlanTypes } from './remembered-ids';
import type { RingoverAccount, RingoverUser } from './ringover';

/** Part of an account that a comparison reads. */
export type ComparedView = Pick<
  View,
  'row' | 'rows' | 'isWithin' | 'seatOf' | 'poolOf' | 'poolAbove' | 'root' | 'blocksOf'
>;

/** Everything that a comparison of the vendor's account with an office goes by. */
export interface RingoverQuestion {
  readonly there: RingoverAccount;
  readonly view: ComparedView;
  /** The office: its people, those of its subgroups included, are compared, and new ones come to be in it. */
  readonly groupId: string;
  readonly planTypes: PlanTypes;
  /** Who asks. */
  readonly by: string;
  /** Units of a type that a pool has left. */
  readonly available: (poolId: string, typeId: LicenseTypeId) => number;
  /** A new id, the same for the same purpose. */
  readonly newId: (purpose: string) => string;
  /** False where this person may not define fields: then nothing is remembered. */
  readonly remembers: boolean;
}

/** A person there and a person here, of whom one may be missing. */
export interface Pair {
  readonly there: RingoverUser | null;
  readonly here: UserRow | null;
}

/** A comparison's view of both sides, worked out once. */
export interface RingoverWorld extends RingoverQuestion {
  readonly pairs: readonly Pair[];
  readonly hereOf: ReadonlyMap<string, UserRow>;
  readonly thereOf: ReadonlyMap<string, RingoverUser>;
  /** Landline and mobile numbers here by their value. */
  readonly numbersHere: ReadonlyMap<string, NumberRow>;
  /** Landline and mobile numbers of each person here, that of the seat first. */
  readonly numbersOf: (userId: string) => readonly string[];
}

function sameText(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** The only person of several; `null` where there are none or more, so that nobody is taken for somebody else. */
function only<T>(found: readonly T[]): T | null {
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Both sides person by person: by the remembered id, then by e-mail, then by number; each matches once. */
export function matchPeople(
  there: readonly RingoverUser[],
  here: readonly UserRow[],
  numbersOf: (userId: string) => readonly string[],
): readonly Pair[] {
  const partner = new Map<string, UserRow>();
  const taken = new Set<string>();
  const ways: readonly ((user: RingoverUser, person: UserRow) => boolean)[] = [
    ({ id }, { fields }) => fields?.[ringoverUserField] === id,
    ({ email }, person) => email.trim() !== '' && sameText(email, person.email),
    ({ numbers }, person) => numbersOf(person.id).some((number) => numbers.includes(number)),
  ];
  for (const [step, isSame] of ways.entries()) {
    const people = here.filter(
      ({ id, fields }) => !taken.has(id) && (step === 0 || fields?.[ringoverUserField] === undefined),
    );
    const users = there.filter(({ id }) => !partner.has(id));
    const found = users.flatMap((user) => {
      const person = only(people.filter((one) => isSame(user, one)));
      return person === null ? [] : [{ user, person }];
    });
    for (const { user, person } of found) {
      if (only(found.filter((one) => one.person.id === person.id)) === null) continue;
      partner.set(user.id, person);
      taken.add(person.id);
    }
  }
  return [
    ...there.map((user) => ({ there: user, here: partner.get(user.id) ?? null })),
    ...here.filter(({ id }) => !taken.has(id)).map((person) => ({ there: null, here: person })),
  ];
}

/** Puts both sides side by side. */
export function ringoverWorld(question: RingoverQuestion): RingoverWorld {
  const { there, view, groupId } = question;
  const numbersHere = new Map<string, NumberRow>();
  const seats = new Map<string, string>();
  const further = new Map<string, string[]>();
  for (const number of view.rows('numbers')) {
    if (number.kind === 'sip') continue;
    numbersHere.set(number.value, number);
    const holder = number.seatId === null ? null : (view.row('seats', number.seatId)?.userId ?? null);
    if (holder !== null) seats.set(holder, number.value);
    else if (number.userId !== null) further.set(number.userId, [...(further.get(number.userId) ?? []), number.value]);
  }
  const numbersOf = (userId: string): readonly string[] => {
    const seat = seats.get(userId);
    return [...(seat === undefined ? [] : [seat]), ...[...(further.get(userId) ?? [])].sort()];
  };
  const known = new Set(there.users.map(({ id }) => id));
  const here = [...view.rows('users')].filter(({ groupId: place, fields }) => {
    const remembered = fields?.[ringoverUserField];
    return view.isWithin(place, groupId) || (typeof remembered === 'string' && known.has(remembered));
  });
  const pairs = matchPeople(there.users, here, numbersOf);
  const both = pairs.filter(
    (pair): pair is { there: RingoverUser; here: UserRow } => pair.there !== null && pair.here !== null,
  );
  return {
    ...question,
    pairs,
    hereOf: new Map(both.map((pair) => [pair.there.id, pair.here])),
    thereOf: new Map(both.map((pair) => [pair.here.id, pair.there])),
    numbersHere,
    numbersOf,
  };
}
