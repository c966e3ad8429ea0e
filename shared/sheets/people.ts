import { storedPhoneNumber } from '../kernel/phone-number';
import { cleanLine, emailKey } from '../kernel/typed-text';
import type { LicenseTypeId } from '../model/vocabulary';
import type { UserRow } from '../model/rows';
import { folded, saysNothing, valueOfWord } from './cells';
import { numberByValue, readNumber } from './numbers';
import type { Found, Places } from './places';
import { numbersAsked } from './person-numbers';
import type { CellProblem, CellRemark, Cells, ColumnAnswers, SheetCall, SheetContext, SheetField, Wish } from './sheet';

type Match = { readonly user: UserRow | null } | { readonly problem: CellProblem };

function oneOf(found: readonly UserRow[], field: SheetField, typed: string): Match | null {
  const [only, ...more] = found;
  if (only === undefined) return null;
  return more.length === 0 ? { user: only } : { problem: { kind: 'severalThings', field, typed, count: found.length } };
}

/** Finds the person a row is about: by id, else by e-mail, else by the exact name in its group. */
function matchPerson(cells: Cells, groupId: string | null, { rows }: SheetContext, places: Places): Match {
  if (cells.id !== undefined) {
    const user = rows.row('users', cells.id);
    return user === undefined ? { problem: { kind: 'unknownThing', field: 'id', typed: cells.id } } : { user };
  }
  if (cells.email !== undefined) {
    const all = places.peopleByEmail(cells.email);
    const named = cells.name === undefined ? [] : all.filter((user) => folded(user.name) === folded(cells.name ?? ''));
    const found = oneOf(all.length > 1 && named.length > 0 ? named : all, 'email', cells.email);
    if (found !== null) return found;
  }
  return (
    (cells.name === undefined ? null : oneOf(places.peopleByName(cells.name, groupId), 'name', cells.name)) ?? {
      user: null,
    }
  );
}

type Licensing =
  | { readonly change: 'none' }
  | { readonly change: 'release' }
  | { readonly change: 'take'; readonly typeId: LicenseTypeId }
  | { readonly problem: CellProblem };

function licensing(cells: Cells, user: UserRow | null, context: SheetContext): Licensing {
  const { license } = cells;
  if (license === undefined || (user !== null && folded(license) === folded(context.written(user.id, 'license'))))
    return { change: 'none' };
  const held = user === null ? undefined : context.rows.seatOf(user.id)?.typeId;
  if (saysNothing(license, context)) return { change: held === undefined ? 'none' : 'release' };
  const typeId = valueOfWord(context.words.licenses, license);
  if (typeId === null) return { problem: { kind: 'unknownWord', field: 'license', typed: license } };
  return typeId === held ? { change: 'none' } : { change: 'take', typeId: typeId as LicenseTypeId };
}

/** A field that takes any text: a dash empties it, where it may be empty. */
function textOf(cell: string | undefined, context: SheetContext): string | undefined {
  return cell !== undefined && saysNothing(cell, context) ? '' : cell;
}

/** Contact of somebody: a number is stored as numbers are, anything else as it was typed. */
function contactOf(cell: string | undefined, context: SheetContext): string | undefined {
  const text = textOf(cell, context);
  if (text === undefined || text === '') return text;
  return storedPhoneNumber(text, context.country) ?? text;
}

function sameContact(one: string, other: string, context: SheetContext): boolean {
  if (one === other) return true;
  const [first, second] = [contactOf(one, context), contactOf(other, context)];
  // What was read once need not read the same again: a number that nobody can have loses a zero each time.
  return first === second || one === second || first === other;
}

/** A name out of its parts, where it does not stand whole in the sheet. */
function nameOf(cells: Cells): string | undefined {
  if (cells.name !== undefined) return cells.name;
  const parts = [cells.firstName, cells.lastName].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** The SIP number that a row asks for: added where it is new, and given to the person. */
function sipCalls(
  cell: string,
  user: UserRow | null,
  userId: string,
  row: number,
  context: SheetContext,
  problems: CellProblem[],
): readonly SheetCall[] {
  const reading = readNumber(cell, 'sip', context.country);
  if (!reading.ok) {
    problems.push({ kind: 'notANumberOfItsKind', field: 'sip', typed: cell, problem: reading.problem });
    return [];
  }
  const number = numberByValue(reading.value, 'sip', context.rows);
  if (number !== undefined && user !== null) {
    const isTheirs = number.userId === user.id || context.rows.seatOf(user.id)?.numberId === number.id;
    if (isTheirs) return [];
  }
  const numberId = number?.id ?? context.newId(`sip ${String(row)}`);
  return [
    ...(number === undefined
      ? [{ do: 'number.add' as const, args: { id: numberId, kind: 'sip' as const, value: reading.value } }]
      : []),
    { do: 'number.attach', args: { numberId, to: { userId } } },
  ];
}

function placeProblem(place: Found | null, field: SheetField, typed: string): CellProblem | null {
  if (place === null || 'id' in place) return null;
  return place.count === 0
    ? { kind: 'unknownThing', field, typed }
    : { kind: 'severalThings', field, typed, count: place.count };
}

function seatCall(userId: string, typeId: LicenseTypeId, numberId: string | null): SheetCall {
  return { do: 'seat.assign', args: { userId, typeId, ...(numberId === null ? {} : { numberId }) } };
}

export function personWish(
  row: number,
  given: Cells,
  context: SheetContext,
  places: Places,
  answers: ColumnAnswers = {},
): Wish {
  const problems: CellProblem[] = [];
  const remarks: CellRemark[] = [];
  const changed: SheetField[] = [];
  const calls: SheetCall[] = [];

  const joined = nameOf(given);
  const cells: Cells = joined === undefined ? given : { ...given, name: joined };
  const placeField: SheetField = cells.groupPath === undefined ? 'group' : 'groupPath';
  const typedPlace = cells.groupPath ?? cells.group;
  const known = typedPlace === undefined ? null : places.group(typedPlace);
  const match = matchPerson(cells, known !== null && 'id' in known ? known.id : null, context, places);
  const user = 'user' in match ? match.user : null;
  if ('problem' in match) problems.push(match.problem);
  const staysInPlace =
    user !== null && typedPlace !== undefined && folded(typedPlace) === folded(context.written(user.id, 'group'));
  const place = typedPlace === undefined || staysInPlace ? null : places.groupOrMaking(typedPlace);
  const noPlace = placeProblem(place, placeField, typedPlace ?? '');
  if (noPlace !== null) problems.push(noPlace);
  const needs = place !== null && 'id' in place ? (place.needs ?? []) : [];
  const groupId = staysInPlace
    ? user.groupId
    : place !== null && 'id' in place
      ? place.id
      : (user?.groupId ?? context.groupId);

  if (user === null && cells.name === undefined) problems.push({ kind: 'missing', field: 'name' });
  function chosen(field: 'role' | 'lifecycle', words: SheetContext['words']['roles']): string | undefined {
    const cell = cells[field];
    if (cell === undefined || (user !== null && folded(cell) === folded(context.written(user.id, field))))
      return undefined;
    const value = valueOfWord(words, cell);
    if (value === null) problems.push({ kind: 'unknownWord', field, typed: cell });
    return value ?? undefined;
  }
  const roleId = chosen('role', context.words.roles);
  const lifecycle = chosen('lifecycle', context.words.lifecycles);
  const license = licensing(cells, user, context);
  if ('problem' in license) problems.push(license.problem);
  const name = cells.name;
  const email = textOf(cells.email, context);
  const phone = contactOf(cells.phone ?? cells.mobile, context);
  if (cells.phone !== undefined && cells.mobile !== undefined && !sameContact(cells.phone, cells.mobile, context))
    remarks.push({ kind: 'secondPhone', field: 'mobile', value: cells.mobile });
  const key = user?.id ?? `${folded(cells.name ?? '')} ${folded(email ?? '')} ${groupId}`;

  if (user === null) {
    if (lifecycle === 'archived')
      problems.push({ kind: 'unknownWord', field: 'lifecycle', typed: cells.lifecycle ?? '' });
    const userId = context.newId(row);
    calls.push({
      do: 'user.create',
      args: {
        id: userId,
        groupId,
        name: name ?? '',
        ...(email === undefined ? {} : { email }),
        ...(phone === undefined ? {} : { phone }),
        ...(roleId === undefined ? {} : { roleId }),
        ...(lifecycle === 'planned' || lifecycle === 'invited' || lifecycle === 'active' ? { status: lifecycle } : {}),
      },
    });
    const numbers = numbersAsked(
      cells.numbers,
      { userId, user: null, takesSeat: 'typeId' in license },
      context,
      answers,
    );
    problems.push(...numbers.problems);
    calls.push(...numbers.added);
    if ('typeId' in license) calls.push(seatCall(userId, license.typeId, numbers.forSeat));
    calls.push(...numbers.given);
    if (cells.sip !== undefined && !saysNothing(cells.sip, context))
      calls.push(...sipCalls(cells.sip, null, userId, row, context, problems));
    return { thing: null, changed, problems, calls, key, needs, remarks };
  }

  const set: {
    name?: string;
    email?: string;
    phone?: string;
    roleId?: string;
    status?: 'planned' | 'invited' | 'active';
  } = {};
  const was: { [field: string]: string } = {};
  const isSame = {
    name: (one: string, other: string) => one === other || one === cleanLine(other),
    email: (one: string, other: string) => one === other || (one !== '' && emailKey(one) === emailKey(other)),
    phone: (one: string, other: string) => sameContact(one, other, context),
  };
  for (const [field, value] of [
    ['name', name],
    ['email', email],
    ['phone', phone],
  ] as const)
    if (value !== undefined && !isSame[field](value, user[field])) {
      changed.push(field);
      set[field] = value;
      was[field] = user[field];
    }
  if (roleId !== undefined && roleId !== user.roleId) {
    changed.push('role');
    set.roleId = roleId;
    was['roleId'] = user.roleId;
  }
  const isRestored = user.lifecycle === 'archived' && lifecycle !== undefined && lifecycle !== 'archived';
  if (lifecycle !== undefined && lifecycle !== user.lifecycle) {
    changed.push('lifecycle');
    const present = isRestored ? 'planned' : user.lifecycle;
    if ((lifecycle === 'planned' || lifecycle === 'invited' || lifecycle === 'active') && lifecycle !== present) {
      set.status = lifecycle;
      was['status'] = present;
    }
  }
  if (isRestored) calls.push({ do: 'user.restore', args: { userId: user.id } });
  if (Object.keys(set).length > 0) calls.push({ do: 'user.update', args: { userId: user.id, set, was } });
  if ('change' in license && license.change !== 'none') changed.push('license');
  if ('change' in license && license.change === 'release')
    calls.push({ do: 'seat.release', args: { userId: user.id } });
  if (groupId !== user.groupId) {
    changed.push('group');
    calls.push({ do: 'user.move', args: { userId: user.id, groupId } });
  }
  const isLicensed = context.rows.seatOf(user.id) !== undefined;
  const numbers = numbersAsked(
    cells.numbers,
    { userId: user.id, user, takesSeat: 'typeId' in license && !isLicensed },
    context,
    answers,
  );
  problems.push(...numbers.problems);
  calls.push(...numbers.added);
  if ('typeId' in license)
    calls.push(
      isLicensed
        ? { do: 'seat.changeType', args: { userId: user.id, typeId: license.typeId } }
        : seatCall(user.id, license.typeId, numbers.forSeat),
    );
  calls.push(...numbers.given);
  if (numbers.forSeat !== null || numbers.given.length > 0) changed.push('numbers');
  if (cells.sip !== undefined && !saysNothing(cells.sip, context)) {
    const asked = sipCalls(cells.sip, user, user.id, row, context, problems);
    if (asked.length > 0) changed.push('sip');
    calls.push(...asked);
  }
  if (lifecycle === 'archived' && user.lifecycle !== 'archived')
    calls.push({ do: 'user.archive', args: { userId: user.id } });
  return { thing: user.id, changed, problems, calls, key, needs, remarks };
}
