import { serialKey } from '../kernel/typed-text';
import { folded } from './cells';
import type { Places } from './places';
import type { CellProblem, Cells, SheetCall, SheetContext, SheetField, Wish } from './sheet';

export function deviceWish(row: number, cells: Cells, context: SheetContext, places: Places): Wish {
  const { rows } = context;
  const problems: CellProblem[] = [];
  const changed: SheetField[] = [];
  const calls: SheetCall[] = [];

  // The same serial number is written in many ways, also by what was registered before they were all one.
  const serial = cells.serial ?? '';
  const device = rows.row(
    'devices',
    cells.id ?? rows.deviceWith(serial) ?? places.deviceBySerial(serialKey(serial), serialKey) ?? '',
  );
  if (cells.id !== undefined && device === undefined)
    problems.push({ kind: 'unknownThing', field: 'id', typed: cells.id });
  if (device === undefined && cells.serial === undefined) problems.push({ kind: 'missing', field: 'serial' });
  if (device !== undefined && cells.serial !== undefined && serialKey(serial) !== serialKey(device.serial))
    problems.push({ kind: 'cannotChange', field: 'serial' });
  // The model says what was registered; another one is another device.
  if (device !== undefined && cells.model !== undefined && folded(cells.model) !== folded(device.model))
    problems.push({ kind: 'cannotChange', field: 'model' });
  const staysInPlace =
    device !== undefined &&
    cells.group !== undefined &&
    folded(cells.group) === folded(context.written(device.id, 'group'));
  const place = cells.group === undefined || staysInPlace ? null : places.groupOrMaking(cells.group);
  if (place !== null && !('id' in place))
    problems.push(
      place.count === 0
        ? { kind: 'unknownThing', field: 'group', typed: cells.group ?? '' }
        : { kind: 'severalThings', field: 'group', typed: cells.group ?? '', count: place.count },
    );
  const groupId = place !== null && 'id' in place ? place.id : (device?.groupId ?? context.groupId);

  if (device === undefined)
    calls.push({
      do: 'device.register',
      args: {
        id: context.newId(row),
        groupId,
        serial: cells.serial ?? '',
        ...(cells.model === undefined ? {} : { model: cells.model }),
      },
    });
  else if (groupId !== device.groupId) {
    changed.push('group');
    calls.push({ do: 'device.move', args: { deviceId: device.id, groupId } });
  }
  return {
    thing: device?.id ?? null,
    changed,
    problems,
    calls,
    key: device?.id ?? serialKey(serial),
    needs: place !== null && 'id' in place ? (place.needs ?? []) : [],
  };
}
