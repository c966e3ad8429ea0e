import type { Day } from '#core/kernel/day';
import type { MenuRow, UserRow } from '#core/model/rows';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { RowsInMemory } from '../../../data/session';
import { together, type SingleCall } from '../../../parts/acting';
import type { ActCall } from '../../../data/session';

/** Somebody who comes; `menuIds` are the voice menus that the person answers. */
export interface Joining {
  readonly name: string;
  readonly email: string;
  readonly groupId: string;
  readonly roleId: string;
  readonly from: Day | null;
  readonly license: LicenseTypeId | null;
  readonly menuIds: readonly string[];
}

function setMembers(menu: MenuRow, users: readonly string[]): SingleCall {
  return { do: 'menu.setMembers', args: { menuId: menu.id, users: [...users], groups: [...menu.groups] } };
}

function menusOf(rows: Pick<RowsInMemory, 'row'>, ids: readonly string[]): readonly MenuRow[] {
  return ids.flatMap((id) => rows.row('menus', id) ?? []);
}

/** Everything for somebody who comes, as one act; `null` while there is no name. */
export function joinCall(rows: Pick<RowsInMemory, 'row'>, id: string, joining: Joining): ActCall | null {
  const { name, email, groupId, roleId, from, license, menuIds } = joining;
  if (name.trim() === '') return null;
  return together([
    {
      do: 'user.create',
      args: {
        id,
        groupId,
        name,
        roleId,
        ...(email.trim() === '' ? {} : { email }),
        ...(from === null ? {} : { from }),
      },
    },
    ...(license === null ? [] : [{ do: 'seat.assign' as const, args: { userId: id, typeId: license } }]),
    ...menusOf(rows, menuIds).map((menu) => setMembers(menu, [...menu.users, id])),
  ]);
}

/** Everything for somebody who goes: the last day, who has license and number after, and the voice menus without them. */
export function leaveCall(
  rows: Pick<RowsInMemory, 'row' | 'seatOf'>,
  user: UserRow,
  {
    until,
    heirId,
    menuIds,
  }: { readonly until: Day; readonly heirId: string | null; readonly menuIds: readonly string[] },
): ActCall | null {
  const calls: SingleCall[] = [];
  if ((user.until ?? null) !== until)
    calls.push({ do: 'user.update', args: { userId: user.id, set: { until }, was: { until: user.until ?? null } } });
  if (heirId !== null && rows.seatOf(user.id) !== undefined)
    calls.push({ do: 'seat.reassign', args: { fromUserId: user.id, toUserId: heirId } });
  for (const menu of menusOf(rows, menuIds))
    calls.push(
      setMembers(menu, [
        ...menu.users.filter((id) => id !== user.id),
        ...(heirId === null || menu.users.includes(heirId) ? [] : [heirId]),
      ]),
    );
  return together(calls);
}

/** Everything for somebody who changes places: the group, what becomes of the license, and another one there. */
export function moveCall(
  rows: Pick<RowsInMemory, 'row' | 'seatOf'>,
  user: UserRow,
  moving: {
    readonly groupId: string | null;
    readonly onMove: 'keep' | 'release' | 'redraw';
    readonly license: LicenseTypeId | null;
    readonly menuIds: readonly string[];
  },
): ActCall | null {
  const { groupId, onMove, license, menuIds } = moving;
  if (groupId === null || groupId === user.groupId) return null;
  const seat = onMove === 'release' ? undefined : rows.seatOf(user.id);
  return together([
    ...menusOf(rows, menuIds).map((menu) =>
      setMembers(
        menu,
        menu.users.filter((id) => id !== user.id),
      ),
    ),
    {
      do: 'user.move',
      args: { userId: user.id, groupId, ...(onMove === 'keep' ? {} : { licenses: onMove }) },
    },
    ...(license === null || license === seat?.typeId
      ? []
      : [
          {
            do: seat === undefined ? ('seat.assign' as const) : ('seat.changeType' as const),
            args: { userId: user.id, typeId: license },
          },
        ]),
  ]);
}
