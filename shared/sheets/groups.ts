import type { GroupKind, GroupRow, GroupStatus } from '../model/rows';
import { folded, saysNothing, valueOfWord } from './cells';
import type { Found, Places } from './places';
import type { CellProblem, Cells, SheetCall, SheetContext, SheetField, Wish } from './sheet';
import { groupKindByName } from './words';

/** Kinds of groups for the levels of a building's bus: main groups are floors, the ranges in them rooms. */
const kindOfLevel: readonly GroupKind[] = ['floor', 'custom'];

/** The names of a row that has one column a level, from the top down. */
function levelsOf(cells: Cells): readonly string[] {
  return [cells.level1, cells.level2, cells.level3].filter((name) => name !== undefined);
}

/** Place of a group: what its cell says, else the levels above it, else the place that is looked at. */
function parentOf(cells: Cells, known: GroupRow | undefined, context: SheetContext, places: Places): Found {
  if (cells.parent !== undefined) {
    if (known !== undefined && folded(cells.parent) === folded(context.written(known.id, 'parent')))
      return { id: known.parentId ?? context.groupId };
    return places.groupOrMaking(cells.parent);
  }
  return { id: known?.parentId ?? context.groupId };
}

/** Groups of a place: a row is a group, known by id, else by its name where it lies, else by its code there. */
export function groupWish(row: number, given: Cells, context: SheetContext, places: Places): Wish {
  const { rows } = context;
  const problems: CellProblem[] = [];
  const changed: SheetField[] = [];
  const levels = levelsOf(given);
  const name = given.name ?? levels.at(-1);

  const named = given.id === undefined ? undefined : rows.row('groups', given.id);
  if (given.id !== undefined && named === undefined)
    problems.push({ kind: 'unknownThing', field: 'id', typed: given.id });
  if (name === undefined && named === undefined) problems.push({ kind: 'missing', field: 'name' });

  let place: Found = parentOf(given, named, context, places);
  if (levels.length > 1 && 'id' in place)
    for (const level of levels.slice(0, -1)) {
      const inside: string | null = 'id' in place ? places.child(place.id, level) : null;
      place = inside === null ? { count: 0 } : { id: inside };
    }
  if (!('id' in place))
    problems.push(
      place.count === 0
        ? { kind: 'unknownThing', field: 'parent', typed: given.parent ?? levels.slice(0, -1).join(' / ') }
        : { kind: 'severalThings', field: 'parent', typed: given.parent ?? '', count: place.count },
    );
  const parentId = 'id' in place ? place.id : null;
  const needs = 'id' in place ? (place.needs ?? []) : [];
  const there = parentId === null || name === undefined ? null : places.child(parentId, name);
  const group = named ?? (there === null ? undefined : rows.row('groups', there)) ?? byCode(given, parentId, context);

  const word = given.kind === undefined ? null : valueOfWord(context.words.groupKinds, given.kind);
  if (given.kind !== undefined && word === null)
    problems.push({ kind: 'unknownWord', field: 'kind', typed: given.kind });
  if (group !== undefined && word !== null && word !== group.kind)
    problems.push({ kind: 'cannotChange', field: 'kind' });
  const status = given.status === undefined ? null : valueOfWord(context.words.statuses, given.status);
  if (given.status !== undefined && status === null)
    problems.push({ kind: 'unknownWord', field: 'status', typed: given.status });
  const emptied = (cell: string | undefined): string | undefined =>
    cell !== undefined && saysNothing(cell, context) ? '' : cell;
  const code = emptied(given.code);
  const note = emptied(given.note);
  const key = group?.id ?? `${parentId ?? ''}/${folded(name ?? '')}`;

  if (group === undefined) {
    if (parentId === null || name === undefined || problems.length > 0)
      return { thing: null, changed, problems, calls: [], key, needs };
    const id = context.newId(row);
    const kind = (word ??
      (levels.length > 0 ? (kindOfLevel[levels.length - 1] ?? 'custom') : undefined) ??
      groupKindByName(name) ??
      'custom') as GroupKind;
    const isRepeated = there !== null;
    if (!isRepeated) places.addMade({ id, parentId, name, code: code ?? '' });
    return {
      thing: null,
      changed,
      problems,
      key,
      needs,
      calls: [
        {
          do: 'group.create',
          args: {
            id,
            parentId,
            kind,
            name,
            ...(code === undefined ? {} : { code }),
            ...(note === undefined ? {} : { note }),
            ...(status === null ? {} : { status: status as GroupStatus }),
          },
        },
      ],
    };
  }

  const set: { name?: string; code?: string; note?: string; status?: GroupStatus } = {};
  const was: { [field: string]: string } = {};
  for (const [field, value] of [
    ['name', name],
    ['code', code],
    ['note', note],
    ['status', (status ?? undefined) as GroupStatus | undefined],
  ] as const)
    if (value !== undefined && value !== group[field]) {
      changed.push(field);
      was[field] = group[field];
      if (field === 'status') set.status = value as GroupStatus;
      else set[field] = value;
    }
  const calls: SheetCall[] = [];
  if (changed.length > 0) calls.push({ do: 'group.update', args: { groupId: group.id, set, was } });
  if (parentId !== null && group.parentId !== null && parentId !== group.parentId) {
    changed.push('parent');
    calls.push({ do: 'group.move', args: { groupId: group.id, parentId } });
  }
  return { thing: group.id, changed, problems, calls, key, needs };
}

/** The one group of a place that has the code of a row whose name is not known there: it was given another name. */
function byCode(cells: Cells, parentId: string | null, { rows }: SheetContext): GroupRow | undefined {
  if (cells.code === undefined || parentId === null) return undefined;
  const code = folded(cells.code);
  const alike = [...rows.children(parentId)].flatMap((id) => {
    const group = rows.row('groups', id);
    return group !== undefined && group.code !== '' && folded(group.code) === code ? [group] : [];
  });
  return alike.length === 1 ? alike[0] : undefined;
}
