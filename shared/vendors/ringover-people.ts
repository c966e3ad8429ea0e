import { readPhoneNumber } from '../kernel/phone-number';
import type { UserRow } from '../model/rows';
import type { LicenseTypeId } from '../model/vocabulary';
import { ringoverUserField } from './remembered-ids';
import { nameOf, nameParts, type RingoverUser } from './ringover';
import {
  nothingToPull,
  stateOf,
  type Difference,
  type LineSide,
  type PullPart,
  type PushPart,
  type RingoverLine,
} from './ringover-lines';
import type { Pair, RingoverWorld } from './ringover-world';
import type { VendorAct } from './vendor-failure';

function typeThere({ planTypes }: RingoverWorld, user: RingoverUser): LicenseTypeId | null {
  return user.plan === null ? null : (planTypes.get(user.plan.id) ?? null);
}

/** A name that is shown for somebody without one. */
function shownName(user: RingoverUser): string {
  return nameOf(user) || user.email || `Ringover ${user.id}`;
}

function sideThere(world: RingoverWorld, user: RingoverUser): LineSide {
  return {
    name: shownName(user),
    email: user.email,
    ...(user.plan === null ? {} : { plan: user.plan.name }),
    typeId: typeThere(world, user),
    numbers: user.numbers,
  };
}

function sideHere(world: RingoverWorld, person: UserRow): LineSide {
  return {
    name: person.name,
    email: person.email,
    typeId: world.view.seatOf(person.id)?.typeId ?? null,
    numbers: world.numbersOf(person.id),
    isArchived: person.lifecycle === 'archived',
  };
}

/** Numbers are alike when the first, which is that of the seat, is the same, and the others in any order. */
function sameNumbers(one: readonly string[], other: readonly string[]): boolean {
  const rest = new Set(other.slice(1));
  return one.length === other.length && one[0] === other[0] && one.slice(1).every((number) => rest.has(number));
}

function differences({ there, here }: { readonly there: LineSide; readonly here: LineSide }): readonly Difference[] {
  const found: Difference[] = [];
  if (here.isArchived === true) return ['archived'];
  if (there.name !== here.name && there.name !== there.email) found.push('name');
  if ((there.email ?? '').toLowerCase() !== (here.email ?? '').toLowerCase()) found.push('email');
  if ((there.typeId ?? null) !== (here.typeId ?? null)) found.push('license');
  if (!sameNumbers(there.numbers ?? [], here.numbers ?? [])) found.push('numbers');
  return found;
}

/** Acts that make a number known here, where it is not yet. */
export function knowNumber(
  world: RingoverWorld,
  value: string,
): { readonly id: string; readonly acts: readonly VendorAct[] } {
  const known = world.numbersHere.get(value);
  if (known !== undefined) return { id: known.id, acts: [] };
  const id = world.newId(`number ${value}`);
  const reading = readPhoneNumber(value, '');
  const kind = reading.ok && reading.kind === 'mobile' ? 'mobile' : 'landline';
  return { id, acts: [{ do: 'number.add', args: { id, kind, value } }] };
}

function remember(world: RingoverWorld, userId: string, vendorUser: string): readonly VendorAct[] {
  return world.remembers
    ? [{ do: 'user.update', args: { userId, set: { fields: { [ringoverUserField]: vendorUser } } } }]
    : [];
}

/** License and numbers of somebody as they are there. */
function pullNumbers(world: RingoverWorld, userId: string, user: RingoverUser, person: UserRow | null): PullPart {
  const frees: VendorAct[] = [];
  const takes: VendorAct[] = [];
  const typeId = typeThere(world, user);
  const seat = person === null ? undefined : world.view.seatOf(person.id);
  const [first, ...others] = user.numbers;
  const now = person === null ? [] : world.numbersOf(person.id);
  const seatNumber = seat === undefined ? undefined : now[0];
  const further = seat === undefined ? now : now.slice(1);
  const wanted = typeId === null ? user.numbers : others;
  if (typeId === null && seat !== undefined) frees.push({ do: 'seat.release', args: { userId } });
  for (const number of further) {
    const row = world.numbersHere.get(number);
    // A number that the vendor does not know is none of its business.
    if (row !== undefined && world.knownThere.has(number) && !wanted.includes(number))
      frees.push({ do: 'number.detach', args: { numberId: row.id } });
  }
  const know = (value: string): string => {
    const { id, acts } = knowNumber(world, value);
    takes.push(...acts);
    return id;
  };
  if (typeId !== null && seat === undefined)
    takes.push({
      do: 'seat.assign',
      args: { userId, typeId, ...(first === undefined ? {} : { numberId: know(first) }) },
    });
  else if (typeId !== null && seat !== undefined) {
    if (seat.typeId !== typeId) takes.push({ do: 'seat.changeType', args: { userId, typeId } });
    if (first !== undefined && first !== seatNumber)
      takes.push({ do: 'seat.changeNumber', args: { userId, numberId: know(first) } });
  }
  for (const number of wanted)
    if (!further.includes(number))
      takes.push({ do: 'number.attach', args: { numberId: know(number), to: { userId } } });
  return { frees, takes };
}

function pullNew(world: RingoverWorld, user: RingoverUser): PullPart {
  const userId = world.newId(`user ${user.id}`);
  const numbers = pullNumbers(world, userId, user, null);
  return {
    frees: numbers.frees,
    takes: [
      {
        do: 'user.create',
        args: {
          id: userId,
          groupId: world.groupId,
          name: shownName(user),
          ...(user.email === '' ? {} : { email: user.email }),
          status: 'active',
        },
      },
      ...remember(world, userId, user.id),
      ...numbers.takes,
    ],
  };
}

function pullChanges(
  world: RingoverWorld,
  user: RingoverUser,
  person: UserRow,
  differs: readonly Difference[],
): PullPart {
  const isRemembered = person.fields?.[ringoverUserField] === user.id;
  const rememberIt = isRemembered ? [] : remember(world, person.id, user.id);
  if (differs.includes('archived')) return nothingToPull;
  const set = {
    ...(differs.includes('name') ? { name: shownName(user) } : {}),
    ...(differs.includes('email') ? { email: user.email } : {}),
  };
  const was = {
    ...(differs.includes('name') ? { name: person.name } : {}),
    ...(differs.includes('email') ? { email: person.email } : {}),
  };
  const numbers = pullNumbers(world, person.id, user, person);
  return {
    frees: numbers.frees,
    takes: [
      ...(Object.keys(set).length === 0 ? [] : [{ do: 'user.update', args: { userId: person.id, set, was } }]),
      ...rememberIt,
      ...numbers.takes,
    ],
  };
}

/** Who invites: whoever asks, as the vendor knows them, else the first person there. */
function inviter(world: RingoverWorld): string | null {
  return world.thereOf.get(world.by)?.id ?? world.there.users[0]?.id ?? null;
}

/** The vendor's plan for a type: one with a unit left, else any. */
function planOf(world: RingoverWorld, typeId: LicenseTypeId): { readonly id: string; readonly isFree: boolean } | null {
  const plans = world.there.plans.filter(({ id }) => world.planTypes.get(id) === typeId);
  const free = plans.find(({ used, bought }) => used < bought);
  const plan = free ?? plans[0];
  return plan === undefined ? null : { id: plan.id, isFree: free !== undefined };
}

function pushNew(world: RingoverWorld, person: UserRow): readonly PushPart[] {
  if (world.there.gaps.includes('someUsers')) return [{ by: 'hand', what: 'listNotWhole' }];
  if (person.fields?.[ringoverUserField] !== undefined) return [{ by: 'hand', what: 'unarchive' }];
  const typeId = world.view.seatOf(person.id)?.typeId ?? null;
  if (typeId === null) return [{ by: 'hand', what: 'noSeat' }];
  if (person.email.trim() === '') return [{ by: 'hand', what: 'noEmail' }];
  if (person.lifecycle === 'invited') return [{ by: 'hand', what: 'invitedBefore' }];
  const plan = planOf(world, typeId);
  if (plan === null) return [{ by: 'vendor', what: 'noPlan' }];
  if (!plan.isFree) return [{ by: 'vendor', what: 'noUnitLeft' }];
  const number = world.numbersOf(person.id)[0] ?? null;
  const known = world.numbersThere.get(number ?? '');
  const knowsNumbers = !world.there.gaps.includes('numbers');
  if (number !== null && knowsNumbers && (known === undefined || known.to !== null))
    return [{ by: 'vendor', what: 'number' }];
  const invitedBy = inviter(world);
  if (invitedBy === null) return [{ by: 'hand', what: 'listNotWhole' }];
  return [
    {
      by: 'trellis',
      call: {
        call: 'invite',
        userId: person.id,
        ...nameParts(person.name),
        email: person.email,
        number,
        planId: plan.id,
        invitedBy,
      },
    },
  ];
}

function pushChanges(
  world: RingoverWorld,
  user: RingoverUser,
  person: UserRow,
  differs: readonly Difference[],
): readonly PushPart[] {
  if (differs.includes('archived')) return [{ by: 'trellis', call: { call: 'archive', vendorUser: user.id } }];
  const parts: PushPart[] = [];
  if (differs.includes('name') || differs.includes('email')) parts.push({ by: 'hand', what: 'editPerson' });
  if (differs.includes('license')) parts.push({ by: 'vendor', what: 'plan' });
  if (differs.includes('numbers'))
    for (const number of world.numbersOf(person.id)) {
      if (user.numbers.includes(number)) continue;
      const known = world.numbersThere.has(number);
      if (!known && !world.there.gaps.includes('numbers')) parts.push({ by: 'vendor', what: 'number' });
      else parts.push({ by: 'trellis', call: { call: 'route', number, to: { kind: 'user', id: user.id } } });
    }
  return parts;
}

function lineOf(world: RingoverWorld, { there: user, here: person }: Pair): RingoverLine | null {
  // Somebody archived here whom the vendor does not know is nobody's business.
  if (user === null && person?.lifecycle === 'archived') return null;
  const there = user === null ? null : sideThere(world, user);
  const here = person === null ? null : sideHere(world, person);
  const differs = there === null || here === null ? [] : differences({ there, here });
  const isGone = user === null && person?.fields?.[ringoverUserField] !== undefined;
  const isWhole = !world.there.gaps.includes('someUsers');
  const pull =
    user === null
      ? isGone && isWhole && person !== null
        ? { frees: [{ do: 'user.archive', args: { userId: person.id } }], takes: [] }
        : nothingToPull
      : person === null
        ? pullNew(world, user)
        : pullChanges(world, user, person, differs);
  const push =
    person === null ? [] : user === null ? pushNew(world, person) : pushChanges(world, user, person, differs);
  return {
    id: user === null ? `here ${person?.id ?? ''}` : `user ${user.id}`,
    kind: 'user',
    name: here?.name ?? there?.name ?? '',
    there,
    here,
    differs,
    state: stateOf(there, here, differs),
    pull,
    push,
    isCareful: isGone || differs.includes('archived'),
  };
}

/** The people of both sides, line by line. */
export function peopleLines(world: RingoverWorld): readonly RingoverLine[] {
  return world.pairs.flatMap((pair) => {
    const line = lineOf(world, pair);
    return line === null ? [] : [line];
  });
}
