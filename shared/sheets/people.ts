import type { LicenseTypeId } from '../model/vocabulary';
import type { UserRow } from '../model/rows';
import { folded, saysNothing, valueOfWord } from './cells';
import type { Places } from './places';
import type { CellProblem, Cells, SheetCall, SheetContext, SheetField, Wish } from './sheet';

type Match = { readonly user: UserRow | null } | { readonly problem: CellProblem };

function oneOf(found: readonly UserRow[], field: SheetField, typed: string): Match | null {
  const [only, ...more] = found;
  if (only === undefined) return null;
  return more.length === 0 ? { user: only } : { problem: { kind: 'severalThings', field, typed, count: found.length } };
}

/** Who a row is about: by id, else by e-mail, else by the exact name in its group. */
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

export function personWish(row: number, cells: Cells, context: SheetContext, places: Places): Wish {
  const problems: CellProblem[] = [];
  const changed: SheetField[] = [];
  const calls: SheetCall[] = [];

  const place = cells.group === undefined ? null : places.group(cells.group);
  const match = matchPerson(cells, place !== null && 'id' in place ? place.id : null, context, places);
  const user = 'user' in match ? match.user : null;
  if ('problem' in match) problems.push(match.problem);
  const staysInPlace =
    user !== null && cells.group !== undefined && folded(cells.group) === folded(context.written(user.id, 'group'));
  if (place !== null && !('id' in place) && !staysInPlace)
    problems.push(
      place.count === 0
        ? { kind: 'unknownThing', field: 'group', typed: cells.group ?? '' }
        : { kind: 'severalThings', field: 'group', typed: cells.group ?? '', count: place.count },
    );
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
  const [name, email, phone] = [cells.name, textOf(cells.email, context), textOf(cells.phone, context)];
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
    if ('typeId' in license) calls.push({ do: 'seat.assign', args: { userId, typeId: license.typeId } });
    return { thing: null, changed, problems, calls, key };
  }

  const set: {
    name?: string;
    email?: string;
    phone?: string;
    roleId?: string;
    status?: 'planned' | 'invited' | 'active';
  } = {};
  const was: { [field: string]: string } = {};
  for (const [field, value] of [
    ['name', name],
    ['email', email],
    ['phone', phone],
  ] as const)
    if (value !== undefined && value !== user[field]) {
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
  if ('typeId' in license)
    calls.push({
      do: context.rows.seatOf(user.id) === undefined ? 'seat.assign' : 'seat.changeType',
      args: { userId: user.id, typeId: license.typeId },
    });
  if (lifecycle === 'archived' && user.lifecycle !== 'archived')
    calls.push({ do: 'user.archive', args: { userId: user.id } });
  return { thing: user.id, changed, problems, calls, key };
}
