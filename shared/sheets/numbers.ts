import { normaliseNumber } from '../intents/arguments';
import type { NumberKind, NumberRow } from '../model/rows';
import { folded, saysNothing, valueOfWord } from './cells';
import type { Found, Places } from './places';
import type { CellProblem, Cells, SheetCall, SheetContext, SheetField, Wish } from './sheet';

const kinds: readonly NumberKind[] = ['landline', 'mobile', 'sip'];

/** What a number most likely is when its row does not say: short or an address is SIP, the rest landlines. */
function likelyKind(value: string): NumberKind {
  return /^(sip:|\d{2,8}$)/i.test(value) ? 'sip' : 'landline';
}

function isNumberKind(kind: string | null): kind is NumberKind {
  return kinds.some((one) => one === kind);
}

function isUsed(number: NumberRow): boolean {
  return number.seatId !== null || number.userId !== null || number.groupId !== null || number.menuId !== null;
}

type Target = { readonly userId: string } | { readonly groupId: string };

/** Who uses a number: a person by e-mail or name, else a group. */
function targetOf(written: string, places: Places): Found & { readonly target?: Target } {
  const near = places.peopleByName(written, null);
  const people =
    [places.peopleByEmail(written), near, places.peopleAnywhere(written)].find((found) => found.length > 0) ?? [];
  const [person] = people;
  if (person !== undefined)
    return people.length === 1 ? { id: person.id, target: { userId: person.id } } : { count: people.length };
  const group = places.group(written);
  return 'id' in group ? { id: group.id, target: { groupId: group.id } } : group;
}

export function numberWish(row: number, cells: Cells, context: SheetContext, places: Places): Wish {
  const { rows } = context;
  const problems: CellProblem[] = [];
  const changed: SheetField[] = [];
  const calls: SheetCall[] = [];

  const written = cells.kind === undefined ? null : valueOfWord(context.words.kinds, cells.kind);
  if (cells.kind !== undefined && !isNumberKind(written))
    problems.push({ kind: 'unknownWord', field: 'kind', typed: cells.kind });
  const kind = isNumberKind(written) ? written : null;
  const known = cells.id === undefined ? undefined : rows.row('numbers', cells.id);
  if (cells.id !== undefined && known === undefined)
    problems.push({ kind: 'unknownThing', field: 'id', typed: cells.id });
  if (cells.value === undefined && known === undefined) problems.push({ kind: 'missing', field: 'value' });
  const value = cells.value ?? known?.value ?? '';
  const sameValue = kinds.flatMap((one) => rows.numberWith(one, normaliseNumber(one, value)) ?? []);
  const ofKind = sameValue.filter((id) => kind === null || rows.row('numbers', id)?.kind === kind);
  const number = known ?? rows.row('numbers', ofKind[0] ?? sameValue[0] ?? '');
  const key = number?.id ?? normaliseNumber('landline', value);
  if (number !== undefined && kind !== null && kind !== number.kind)
    problems.push({ kind: 'cannotChange', field: 'kind' });
  if (number !== undefined && cells.value !== undefined && normaliseNumber(number.kind, cells.value) !== number.value)
    problems.push({ kind: 'cannotChange', field: 'value' });

  const numberId = number?.id ?? context.newId(row);
  if (number === undefined) {
    const likely = kind ?? likelyKind(value);
    calls.push({ do: 'number.add', args: { id: numberId, kind: likely, value } });
  }
  const { usedBy } = cells;
  if (
    usedBy !== undefined &&
    !(number !== undefined && folded(usedBy) === folded(context.written(number.id, 'usedBy')))
  ) {
    const isNothing = saysNothing(usedBy, context);
    const found = isNothing ? null : targetOf(usedBy, places);
    if (found !== null && !('id' in found))
      problems.push(
        found.count === 0
          ? { kind: 'unknownThing', field: 'usedBy', typed: usedBy }
          : { kind: 'severalThings', field: 'usedBy', typed: usedBy, count: found.count },
      );
    const isSame =
      number !== undefined &&
      found !== null &&
      'id' in found &&
      (number.userId === found.id || number.groupId === found.id || rows.seatOf(found.id)?.numberId === number.id);
    if (!isSame && !(isNothing && (number === undefined || !isUsed(number)))) {
      if (number !== undefined) changed.push('usedBy');
      if (number !== undefined && isUsed(number)) calls.push({ do: 'number.detach', args: { numberId } });
      if (found?.target !== undefined) calls.push({ do: 'number.attach', args: { numberId, to: found.target } });
    }
  }
  return { thing: number?.id ?? null, changed, problems, calls, key };
}
