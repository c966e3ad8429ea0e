import type { Day } from '../kernel/day';
import type { BlockRow } from '../model/rows';
import type { LicenseTypeId } from '../model/vocabulary';
import { dayOf, folded, saysNothing, valueOfWord, wholeNumberOf } from './cells';
import type { Places } from './places';
import type { CellProblem, Cells, ColumnAnswers, SheetCall, SheetContext, SheetField, Wish } from './sheet';

/** The day in a cell: `undefined` leaves it, `null` opens it. */
function windowDay(
  cell: string | undefined,
  field: SheetField,
  context: SheetContext,
  problems: CellProblem[],
  answers: ColumnAnswers,
): Day | null | undefined {
  if (cell === undefined) return undefined;
  if (saysNothing(cell, context)) return null;
  const day = dayOf(cell, answers.dayOrder);
  if (day === null) problems.push({ kind: 'notADay', field, typed: cell });
  if (day === 'ambiguous') problems.push({ kind: 'ambiguousDay', field, typed: cell });
  return day === null || day === 'ambiguous' ? undefined : day;
}

/** Holdings of a pool of a type, the blocks with the asked window first if there are several. */
function blocksLike(
  poolId: string,
  typeId: string,
  from: Day | null | undefined,
  until: Day | null | undefined,
  { rows }: SheetContext,
): readonly BlockRow[] {
  const blocks = [...rows.blocksOf(poolId)]
    .flatMap((id) => rows.row('blocks', id) ?? [])
    .filter((block) => block.source === 'allocation' && block.typeId === typeId);
  if (blocks.length < 2) return blocks;
  const sameWindow = blocks.filter(
    (block) => (from === undefined || block.validFrom === from) && (until === undefined || block.validUntil === until),
  );
  return sameWindow.length > 0 ? sameWindow : blocks;
}

/** Wish about what child pools hold; quantity 0 takes it back. */
export function allocationWish(
  row: number,
  cells: Cells,
  context: SheetContext,
  places: Places,
  answers: ColumnAnswers = {},
): Wish {
  const { rows, groupId } = context;
  const problems: CellProblem[] = [];
  const changed: SheetField[] = [];

  const known = cells.id === undefined ? undefined : rows.row('blocks', cells.id);
  if (cells.id !== undefined && known?.source !== 'allocation')
    problems.push({ kind: 'unknownThing', field: 'id', typed: cells.id });
  const place = cells.pool === undefined ? null : places.group(cells.pool);
  if (place === null && known === undefined) problems.push({ kind: 'missing', field: 'pool' });
  if (place !== null && !('id' in place))
    problems.push(
      place.count === 0
        ? { kind: 'unknownThing', field: 'pool', typed: cells.pool ?? '' }
        : { kind: 'severalThings', field: 'pool', typed: cells.pool ?? '', count: place.count },
    );
  const poolId = place !== null && 'id' in place ? place.id : (known?.groupId ?? null);
  if (poolId !== null && (rows.poolOf(poolId) !== poolId || poolId === groupId || !rows.isWithin(poolId, groupId)))
    problems.push({ kind: 'notAPool', field: 'pool', typed: cells.pool ?? '' });
  const written = cells.type === undefined ? null : valueOfWord(context.words.licenses, cells.type);
  if (cells.type !== undefined && written === null)
    problems.push({ kind: 'unknownWord', field: 'type', typed: cells.type });
  if (cells.type === undefined && known === undefined) problems.push({ kind: 'missing', field: 'type' });
  const typeId = (written ?? known?.typeId ?? null) as LicenseTypeId | null;

  const validFrom = windowDay(cells.validFrom, 'validFrom', context, problems, answers);
  const validUntil = windowDay(cells.validUntil, 'validUntil', context, problems, answers);
  const alike =
    known !== undefined
      ? [known]
      : poolId === null || typeId === null
        ? []
        : blocksLike(poolId, typeId, validFrom, validUntil, context);
  if (alike.length > 1)
    problems.push({ kind: 'severalThings', field: 'type', typed: cells.type ?? '', count: alike.length });
  const block = alike.length === 1 ? alike[0] : undefined;
  if (known !== undefined && poolId !== known.groupId) problems.push({ kind: 'cannotChange', field: 'pool' });
  if (known !== undefined && typeId !== known.typeId) problems.push({ kind: 'cannotChange', field: 'type' });

  const isSameQuantity =
    block !== undefined &&
    cells.quantity !== undefined &&
    folded(cells.quantity) === folded(context.written(block.id, 'quantity'));
  const quantity =
    cells.quantity === undefined || isSameQuantity
      ? (block?.quantity ?? null)
      : saysNothing(cells.quantity, context)
        ? 0
        : wholeNumberOf(cells.quantity);
  if (quantity === null)
    problems.push(
      cells.quantity === undefined
        ? { kind: 'missing', field: 'quantity' }
        : { kind: 'notANumber', field: 'quantity', typed: cells.quantity },
    );

  const key = block?.id ?? `${poolId ?? ''} ${typeId ?? ''} ${validFrom ?? ''} ${validUntil ?? ''}`;
  if (quantity === null || poolId === null || typeId === null)
    return { thing: block?.id ?? null, changed, problems, calls: [], key };
  // Nothing of what is not there is nothing to do.
  if (block === undefined) {
    const calls: readonly SheetCall[] =
      quantity === 0
        ? []
        : [
            {
              do: 'allocation.set',
              args: {
                id: context.newId(row),
                groupId: poolId,
                typeId,
                quantity,
                ...(validFrom === undefined ? {} : { validFrom }),
                ...(validUntil === undefined ? {} : { validUntil }),
              },
            },
          ];
    return { thing: null, changed, problems, calls, key };
  }
  const set: { validFrom?: Day | null; validUntil?: Day | null } = {};
  const was: { [field: string]: unknown } = {};
  if (quantity !== block.quantity) {
    changed.push('quantity');
    was['quantity'] = block.quantity;
  }
  for (const [field, day] of [
    ['validFrom', validFrom],
    ['validUntil', validUntil],
  ] as const)
    if (day !== undefined && day !== block[field]) {
      changed.push(field);
      set[field] = day;
      was[field] = block[field];
    }
  return {
    thing: block.id,
    changed,
    problems,
    key,
    calls:
      changed.length === 0
        ? []
        : [
            {
              do: 'allocation.set',
              args: { id: block.id, groupId: block.groupId, typeId: block.typeId, quantity, ...set, was },
            },
          ],
  };
}
