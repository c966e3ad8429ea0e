import type { View } from '../model/model';
import type { NumberRow, UserRow } from '../model/rows';
import type { LicenseTypeId } from '../model/vocabulary';
import { ringoverUserField, type PlanTypes } from './remembered-ids';
import type { RingoverAccount, RingoverNumber, RingoverUser } from './ringover';

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
  /** Numbers that the vendor's account lists, by their value. */
  readonly numbersThere: ReadonlyMap<string, RingoverNumber>;
  /** Every number that the vendor knows, those that only stand with a person included. */
  readonly knownThere: ReadonlySet<string>;
}

/** What somebody can be known by on both sides, the surest first. */
interface Way {
  readonly there: (user: RingoverUser) => readonly string[];
  readonly here: (person: UserRow) => readonly string[];
}

function emailKey(email: string): readonly string[] {
  const plain = email.trim().toLowerCase();
  return plain === '' ? [] : [plain];
}

function rememberedId({ fields }: UserRow): string | null {
  const id = fields?.[ringoverUserField];
  return typeof id === 'string' ? id : null;
}

/** Both sides person by person: by the remembered id, then by e-mail, then by number. Each matches once, and nobody is guessed between two. */
export function matchPeople(
  there: readonly RingoverUser[],
  here: readonly UserRow[],
  numbersOf: (userId: string) => readonly string[],
): readonly Pair[] {
  // Who has a remembered id is known by it alone.
  const unknown = (keys: (person: UserRow) => readonly string[]) => (person: UserRow) =>
    rememberedId(person) === null ? keys(person) : [];
  const ways: readonly Way[] = [
    {
      there: ({ id }) => [id],
      here: (person) => {
        const id = rememberedId(person);
        return id === null ? [] : [id];
      },
    },
    { there: ({ email }) => emailKey(email), here: unknown(({ email }) => emailKey(email)) },
    { there: ({ numbers }) => numbers, here: unknown(({ id }) => numbersOf(id)) },
  ];
  const partner = new Map<string, UserRow>();
  const taken = new Set<string>();
  for (const way of ways) {
    const byKey = new Map<string, UserRow[]>();
    for (const person of here)
      if (!taken.has(person.id))
        for (const key of way.here(person)) byKey.set(key, [...(byKey.get(key) ?? []), person]);
    const claims = new Map<UserRow, RingoverUser[]>();
    for (const user of there) {
      if (partner.has(user.id)) continue;
      const [person, another] = new Set(way.there(user).flatMap((key) => byKey.get(key) ?? []));
      if (person !== undefined && another === undefined) claims.set(person, [...(claims.get(person) ?? []), user]);
    }
    for (const [person, [user, another]] of claims) {
      if (user === undefined || another !== undefined) continue;
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
    numbersThere: new Map(there.numbers.map((one) => [one.number, one])),
    knownThere: new Set([
      ...there.numbers.map(({ number }) => number),
      ...there.users.flatMap(({ numbers }) => numbers),
    ]),
  };
}
