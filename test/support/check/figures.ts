import type { Day } from '#core/kernel/day';
import type { Model } from '#core/model/model';
import { tableNames, type GroupRow } from '#core/model/rows';
import type { FigureName } from '#core/model/figures';
import { isActiveOn, keyedTables, type Books } from './books';
import { resources } from './accounting';

/** Every figure and index that the model keeps, compared with what the rows say; the days are those on which amounts over time are read. */
export function problemsOfFigures(model: Model, books: Books, days: readonly Day[]): readonly string[] {
  const problems: string[] = [];
  const same = (what: string, kept: unknown, found: unknown): void => {
    const one = JSON.stringify(kept);
    const other = JSON.stringify(found);
    if (one !== other) problems.push(`figure ${what}: kept ${one ?? 'nothing'}, found ${other ?? 'nothing'}`);
  };
  for (const group of books.rows.groups) compareGroup(model, books, group, days, same);
  compareIndexes(model, books, same);
  return problems;
}

type Same = (what: string, kept: unknown, found: unknown) => void;

function ids(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map((row) => row.id).sort();
}

function compareGroup(model: Model, books: Books, group: GroupRow, days: readonly Day[], same: Same): void {
  const { id } = group;
  const { rows } = books;
  const below = rows.groups.filter((other) => books.isWithin(other.id, id));
  const belowIds = new Set(below.map((other) => other.id));
  const users = rows.users.filter((user) => belowIds.has(user.groupId));
  const present = users.filter((user) => user.lifecycle !== 'archived');
  same(`count of ${id}`, model.count(id), {
    groups: below.length,
    projects: below.filter((other) => ['complex', 'office'].includes(other.kind)).length,
    pools: below.filter((other) => other.restriction === 'own').length,
    apartments: below.filter((other) => other.kind === 'apartment').length,
    users: present.length,
    seats: users.filter((user) => books.seatOf(user.id) !== undefined).length,
    invited: present.filter((user) => user.lifecycle === 'invited').length,
    bare: present.filter((user) => books.seatOf(user.id) === undefined && user.allowance === null).length,
  });
  const children = rows.groups
    .filter((other) => other.parentId === id)
    .sort((one, other) => (one.order < other.order ? -1 : one.order > other.order ? 1 : one.id < other.id ? -1 : 1));
  same(
    `children of ${id}`,
    model.children(id),
    children.map((child) => child.id),
  );
  same(`pool of ${id}`, model.poolOf(id), books.poolOf(id));
  same(`pool above ${id}`, model.poolAbove(id), books.poolAbove(id));
  same(`project of ${id}`, model.projectOf(id), books.projectOf(id));
  same(`blocks of ${id}`, [...model.blocksOf(id)].sort(), ids(rows.blocks.filter((row) => row.groupId === id)));
  same(`users of ${id}`, [...model.usersOf(id)].sort(), ids(rows.users.filter((row) => row.groupId === id)));
  same(`devices of ${id}`, [...model.devicesOf(id)].sort(), ids(rows.devices.filter((row) => row.groupId === id)));
  same(`menus of ${id}`, [...model.menusOf(id)].sort(), ids(rows.menus.filter((row) => row.groupId === id)));
  same(
    `administrators of ${id}`,
    [...model.administratorsOf(id)].sort(),
    ids(rows.users.filter((row) => row.adminOf.includes(id))),
  );
  const territory = rows.groups.filter((other) => reaches(books, other.id, id));
  same(`territory of ${id}`, [...model.territoryOf(id)].map((other) => other.id).sort(), ids(territory));
  for (const day of days) compareAmounts(model, books, group, new Set(territory.map((other) => other.id)), day, same);
}

/** Whether a group spends what the other has: it lies below, and no restricted group stands between, itself included. */
function reaches(books: Books, groupId: string, aboveId: string): boolean {
  const path = books.path(groupId).map((group) => group.id);
  const from = path.indexOf(aboveId);
  return from >= 0 && path.slice(from + 1).every((id) => books.group(id).restriction !== 'own');
}

function compareAmounts(
  model: Model,
  books: Books,
  group: GroupRow,
  territory: ReadonlySet<string>,
  day: Day,
  same: Same,
): void {
  const { rows } = books;
  const kept = model.territoryFigures(group.id);
  const supply = model.supplyOf(group.id);
  const active = rows.blocks.filter((block) => isActiveOn(block, day));
  const own = active.filter((block) => block.groupId === group.id && block.source !== 'device');
  // Blocks of the pools that hang directly on this part of the tree are what it hands out.
  const out = active.filter(
    (block) =>
      block.source === 'allocation' &&
      block.groupId !== group.id &&
      territory.has(books.group(block.groupId).parentId ?? ''),
  );
  const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
  const compare = (name: FigureName, found: number): void =>
    same(`${name} of ${group.id} on ${day}`, (name.startsWith('supply') ? supply : kept).on(name, day), found);
  for (const { id: typeId } of books.types) {
    compare(`supply/${typeId}`, sum(own.filter((block) => block.typeId === typeId).map((block) => block.quantity)));
    compare(`out/${typeId}`, sum(out.filter((block) => block.typeId === typeId).map((block) => block.quantity)));
    compare(
      `seats/${typeId}`,
      rows.seats.filter(
        (seat) =>
          seat.typeId === typeId && seat.userId !== null && territory.has(books.users.get(seat.userId)?.groupId ?? ''),
      ).length,
    );
  }
  compare('device', active.filter((block) => block.source === 'device' && territory.has(block.groupId)).length);
  for (const resource of resources) {
    compare(`supplyFeature/${resource}`, sum(own.map((block) => block.quantity * (block.resources?.[resource] ?? 0))));
    compare(`outFeature/${resource}`, sum(out.map((block) => block.quantity * (block.resources?.[resource] ?? 0))));
    const allowances = sum(
      rows.users.filter((user) => territory.has(user.groupId)).map((user) => user.allowance?.[resource] ?? 0),
    );
    compare(`reserved/${resource}`, allowances + (resource === 'sip' ? countedSips(books, territory) : 0));
  }
}

function countedSips(books: Books, territory: ReadonlySet<string>): number {
  return books.rows.numbers.filter((number) => {
    if (number.kind !== 'sip') return false;
    if (number.groupId !== null) return territory.has(number.groupId);
    if (number.menuId !== null) return territory.has(books.menus.get(number.menuId)?.groupId ?? '');
    const user = number.userId === null ? undefined : books.users.get(number.userId);
    return (
      user !== undefined &&
      user.allowance === null &&
      books.seatOf(user.id) === undefined &&
      territory.has(user.groupId)
    );
  }).length;
}

function compareIndexes(model: Model, books: Books, same: Same): void {
  const { rows } = books;
  for (const table of tableNames) same(`size of ${table}`, model.size(table), rows[table].length);
  same('pools', [...model.pools()].sort(), ids(rows.groups.filter((group) => group.restriction === 'own')));
  for (const user of rows.users) {
    same(`seat of ${user.id}`, model.seatOf(user.id)?.id, books.seatOf(user.id)?.id);
    same(`numbers of ${user.id}`, [...model.numbersOf(user.id)].sort(), ids(books.numbersOfUser(user.id)));
    same(
      `menus with ${user.id}`,
      [...model.menusWith(user.id)].sort(),
      ids(rows.menus.filter((menu) => menu.users.includes(user.id))),
    );
  }
  for (const group of rows.groups) {
    same(
      `numbers of ${group.id}`,
      [...model.numbersOf(group.id)].sort(),
      ids(rows.numbers.filter((number) => number.groupId === group.id)),
    );
    same(
      `menus with ${group.id}`,
      [...model.menusWith(group.id)].sort(),
      ids(rows.menus.filter((menu) => menu.groups.includes(group.id))),
    );
    for (const type of books.types) {
      const free = rows.seats
        .filter((seat) => seat.poolId === group.id && seat.typeId === type.id)
        .sort((one, other) => one.age - other.age);
      same(
        `free seats of ${type.id} in ${group.id}`,
        model.freeSeatsOf(group.id, type.id),
        free.map((seat) => seat.id),
      );
      same(`number of free seats of ${type.id} in ${group.id}`, model.freeSeatCount(group.id, type.id), free.length);
      same(`first free seat of ${type.id} in ${group.id}`, model.firstFreeSeat(group.id, type.id), free[0]?.id);
    }
  }
  for (const roleId of new Set(rows.users.map((user) => user.roleId)))
    same(
      `users with role ${roleId}`,
      [...model.usersWithRole(roleId)].sort(),
      ids(rows.users.filter((user) => user.roleId === roleId)),
    );
  for (const kind of ['sip', 'landline', 'mobile'] as const) {
    const free = rows.numbers.filter(
      (number) =>
        number.kind === kind &&
        number.seatId === null &&
        number.userId === null &&
        number.groupId === null &&
        number.menuId === null,
    );
    same(
      `lowest free ${kind} number`,
      model.lowestFreeNumber(kind),
      free.sort((one, other) => (one.value < other.value ? -1 : 1))[0]?.id,
    );
  }
  for (const number of rows.numbers)
    same(`number with the value ${number.value}`, model.numberWith(number.kind, number.value), number.id);
  for (const device of rows.devices)
    same(`device with the serial ${device.serial}`, model.deviceWith(device.serial), device.id);
  for (const range of rows.ranges)
    same(`lowest unused in ${range.id}`, model.lowestUnusedIn(range.id), lowestUnused(books, range.from, range.to));
  for (const table of tableNames)
    if (!keyedTables.has(table))
      for (const row of rows[table]) same(`table of ${row.id}`, model.tableOf(row.id), table);
}

function lowestUnused(books: Books, from: string, to: string): string | undefined {
  const used = new Set(books.rows.numbers.filter((number) => number.kind === 'sip').map((number) => number.value));
  for (let value = Number(from); value <= Number(to); value += 1) {
    const text = String(value).padStart(from.length, '0');
    if (!used.has(text)) return text;
  }
  return undefined;
}
