import type { LicenseTypeId } from '#core/model/vocabulary';
import type { BaseRole, BlockRow, TableName, UserRow } from '#core/model/rows';
import { keyedTables, type Books } from './books';

/** Everything that must hold of the rows by themselves, whatever the day: each problem in one sentence, none when all is well. */
export function problemsOfShape(books: Books): readonly string[] {
  const problems: string[] = [];
  const say = (rule: string, holds: boolean, what: string): void => {
    if (!holds) problems.push(`${rule}: ${what}`);
  };
  checkTree(books, say);
  if (problems.length > 0) return problems;
  checkIds(books, say);
  for (const block of books.rows.blocks) checkBlock(books, block, say);
  checkDevices(books, say);
  for (const user of books.rows.users) checkUser(books, user, say);
  checkSeats(books, say);
  checkNumbers(books, say);
  checkMenus(books, say);
  checkTypes(books, say);
  checkAges(books, say);
  say(
    'P2',
    books.rows.users.some((user) => user.lifecycle !== 'archived' && baseOf(books, user.roleId) === 'owner'),
    'nobody is an owner',
  );
  return problems;
}

type Say = (rule: string, holds: boolean, what: string) => void;

const baseRoles = new Set<string>([
  'owner',
  'companyAdmin',
  'siteAdmin',
  'accountant',
  'technical',
  'supervisor',
  'concierge',
  'resident',
]);

function baseOf(books: Books, roleId: string): BaseRole | undefined {
  const custom = books.rows.roles.find((role) => role.id === roleId);
  if (custom !== undefined) return custom.base;
  return baseRoles.has(roleId) ? (roleId as BaseRole) : undefined;
}

function isName(text: string): boolean {
  return text !== '' && text === text.trim() && text === text.normalize('NFC') && [...text].length <= 200;
}

function checkTree(books: Books, say: Say): void {
  const roots = books.rows.groups.filter((group) => group.parentId === null);
  say('D11', roots.length === 1, `there are ${String(roots.length)} roots`);
  const root = roots[0];
  say('D11', root?.id === books.rootId, 'the root is not the account');
  say('D1', root?.restriction === 'own', 'the root is no pool');
  say('D11', root?.status !== 'locked', 'the root is locked');
  for (const group of books.rows.groups) {
    say('G1', isName(group.name), `group ${group.id} has the name "${group.name}"`);
    say(
      'D11',
      group.parentId === null || books.groups.has(group.parentId),
      `group ${group.id} hangs on ${String(group.parentId)}, which is not there`,
    );
    const seen = new Set<string>();
    let id: string | null | undefined = group.id;
    while (id != null && !seen.has(id)) {
      seen.add(id);
      id = books.groups.get(id)?.parentId;
    }
    say('D11', id == null, `group ${group.id} is its own ancestor`);
  }
}

function checkIds(books: Books, say: Say): void {
  const seen = new Map<string, string>();
  for (const [table, rows] of Object.entries(books.rows)) {
    if (keyedTables.has(table as TableName)) continue;
    for (const { id } of rows) {
      say('G2', !seen.has(id), `${id} is in ${table} and in ${seen.get(id) ?? ''}`);
      seen.set(id, table);
    }
  }
}

function checkBlock(books: Books, block: BlockRow, say: Say): void {
  const { id, typeId, source } = block;
  const group = books.groups.get(block.groupId);
  say('D2', group !== undefined, `block ${id} is in ${block.groupId}, which is not there`);
  say(
    'X1',
    block.validFrom === null || block.validUntil === null || block.validFrom <= block.validUntil,
    `block ${id} ends before it begins`,
  );
  say(
    'D2',
    Number.isInteger(block.quantity) && block.quantity >= (source === 'allocation' ? 1 : 0),
    `block ${id} has the quantity ${String(block.quantity)}`,
  );
  say(
    'D2',
    (typeId === 'link.feature') === (block.resources !== null),
    `block ${id} of ${typeId} has resources where it should not, or none where it should`,
  );
  say(
    'D7',
    (block.resources?.sip ?? 0) >= (block.resources?.mobileApp ?? 0),
    `block ${id} gives fewer SIP numbers than apps`,
  );
  if (source === 'purchase' || source === 'trial')
    say('D2', block.groupId === books.rootId, `${source} ${id} is not on the root`);
  if (source === 'trial')
    say('D2', typeId === 'link.trial' && block.validUntil !== null, `trial ${id} is of ${typeId} or has no end`);
  if (source === 'purchase')
    say('D2', typeId !== 'link.trial' && typeId !== 'link.basic', `purchase ${id} is of ${typeId}`);
  if (source === 'allocation') {
    say(
      'D2',
      group?.parentId !== null && group?.restriction === 'own',
      `allocation ${id} is on a group that is no pool of its own`,
    );
    say('D2', typeId !== 'link.trial' && typeId !== 'link.basic', `allocation ${id} is of ${typeId}`);
    if (typeId === 'link.feature')
      say('D2', block.quantity === 1, `allocation ${id} of link.feature counts ${String(block.quantity)}`);
  }
  if (source === 'device') {
    say(
      'D8',
      typeId === 'link.basic' && block.quantity === 1 && block.validFrom === null && block.validUntil === null,
      `device block ${id} is not one Basic unit without end`,
    );
    const device = books.rows.devices.find((row) => row.id === block.deviceId);
    say(
      'D8',
      device?.blockId === id && device.groupId === block.groupId,
      `device block ${id} is not where its device is`,
    );
  } else {
    say('D8', typeId !== 'link.basic' && block.deviceId === null, `block ${id} is of link.basic without a device`);
  }
}

function checkDevices(books: Books, say: Say): void {
  const serials = new Set<string>();
  for (const device of books.rows.devices) {
    say('D8', books.groups.has(device.groupId), `device ${device.id} is in a group that is not there`);
    say('D8', books.blocks.get(device.blockId)?.deviceId === device.id, `device ${device.id} has no unit`);
    say('G4', !serials.has(device.serial), `two devices have the serial ${device.serial}`);
    serials.add(device.serial);
  }
}

function checkUser(books: Books, user: UserRow, say: Say): void {
  const { id } = user;
  say('G1', isName(user.name), `user ${id} has the name "${user.name}"`);
  say('D11', books.groups.has(user.groupId), `user ${id} is in a group that is not there`);
  say('G4', baseOf(books, user.roleId) !== undefined, `user ${id} has the role ${user.roleId}, which is not there`);
  say(
    'P1',
    user.adminOf.every((groupId) => books.groups.has(groupId)) && new Set(user.adminOf).size === user.adminOf.length,
    `user ${id} administers ${user.adminOf.join(' ')}`,
  );
  say(
    'U4',
    (user.lifecycle === 'archived') === (user.purgeAt !== null),
    `user ${id} is ${user.lifecycle} and to be forgotten at ${String(user.purgeAt)}`,
  );
  say(
    'X2',
    (user.allowance === null) === (user.allowanceAge === null),
    `the allowance of user ${id} has no age, or an age without an allowance`,
  );
  say(
    'D7',
    (user.allowance?.sip ?? 0) >= (user.allowance?.mobileApp ?? 0),
    `user ${id} has fewer SIP numbers than apps`,
  );
  const numbers = books.numbersOfUser(id);
  const sips = numbers.filter((number) => number.kind === 'sip').length;
  say(
    'U7',
    user.allowance === null || sips <= (user.allowance.sip ?? 0),
    `user ${id} has ${String(sips)} SIP numbers, more than the allowance`,
  );
  const seat = books.seatOf(id);
  if (user.lifecycle === 'archived') {
    const menus = books.rows.menus.filter((menu) => menu.users.includes(id)).length;
    say(
      'U4',
      seat === undefined && numbers.length === 0 && menus === 0 && user.allowance === null,
      `archived user ${id} still holds something`,
    );
  }
  const own = seat === undefined ? undefined : books.numbers.get(seat.numberId);
  const mobiles = numbers.filter((number) => number.kind === 'mobile').length;
  say('U5', mobiles === 0 || seat !== undefined, `user ${id} has mobile numbers without a seat`);
  say('U5', mobiles + (own?.kind === 'mobile' ? 1 : 0) <= 3, `user ${id} has more than three mobile numbers`);
}

function checkSeats(books: Books, say: Say): void {
  const holders = new Set<string>();
  for (const seat of books.rows.seats) {
    say(
      'U1',
      books.types.some((type) => type.id === seat.typeId && type.mode === 'seat'),
      `seat ${seat.id} is of ${seat.typeId}`,
    );
    say(
      'U1',
      books.numbers.get(seat.numberId)?.seatId === seat.id,
      `seat ${seat.id} and number ${seat.numberId} do not belong to each other`,
    );
    say('U4', (seat.userId === null) !== (seat.poolId === null), `seat ${seat.id} is neither held nor free, or both`);
    if (seat.userId !== null) {
      say('U2', books.users.has(seat.userId), `seat ${seat.id} is held by ${seat.userId}, who is not there`);
      say('U2', !holders.has(seat.userId), `user ${seat.userId} has two seats`);
      holders.add(seat.userId);
    }
    if (seat.poolId !== null)
      say(
        'U4',
        books.groups.get(seat.poolId)?.restriction === 'own',
        `free seat ${seat.id} lies in ${seat.poolId}, which is no pool`,
      );
  }
}

/** U6: values compared without separators; landline and mobile together, sip apart. */
function comparedValue(kind: string, value: string): string {
  const bare = [...value].filter((character) => !/[\s.\-/()]/.test(character)).join('');
  return `${kind === 'sip' ? 'sip' : 'phone'} ${bare}`;
}

function checkNumbers(books: Books, say: Say): void {
  const values = new Set<string>();
  for (const number of books.rows.numbers) {
    const { id, kind, value } = number;
    const key = comparedValue(kind, value);
    say('U6', !values.has(key), `two numbers have the value ${value}`);
    values.add(key);
    say(
      'U6',
      kind === 'sip' ? /^\d{2,8}$/.test(value) || value.startsWith('sip:') : /^\+\d{7,15}$/.test(value),
      `number ${id} has the value ${value}`,
    );
    const uses = [number.seatId, number.userId, number.groupId, number.menuId].filter((use) => use !== null);
    say('U7', uses.length <= 1, `number ${id} is used more than once`);
    if (number.seatId !== null)
      say(
        'U1',
        books.seats.get(number.seatId)?.numberId === id,
        `number ${id} says it is that of a seat which has another`,
      );
    if (number.userId !== null)
      say('U7', books.users.has(number.userId), `number ${id} is attached to a user who is not there`);
    if (number.groupId !== null)
      say(
        'U7',
        books.groups.has(number.groupId) && kind === 'sip',
        `number ${id} of kind ${kind} is attached to group ${number.groupId}`,
      );
    if (number.menuId !== null)
      say(
        'U7',
        books.menus.has(number.menuId) && kind !== 'mobile',
        `number ${id} of kind ${kind} is attached to menu ${number.menuId}`,
      );
    const isAttached = number.userId !== null || number.groupId !== null || number.menuId !== null;
    say(
      'X2',
      isAttached === (number.age !== null),
      `number ${id} has an age although nothing has it, or none although something has`,
    );
  }
}

function givesGroups(books: Books, typeId: LicenseTypeId): boolean {
  return books.types.find((type) => type.id === typeId)?.features.includes('voiceMenuGroups') === true;
}

/** The catalogue: whatever is of a type is of one that there is, and people hold none that feeds pools. */
function checkTypes(books: Books, say: Say): void {
  const known = new Set<string>(books.types.map((type) => type.id));
  for (const table of ['blocks', 'seats', 'requests'] as const)
    for (const row of books.rows[table])
      say('D13', known.has(row.typeId), `${row.id} of ${table} is of ${row.typeId}, which is not there`);
  for (const type of books.rows.types) {
    say('G1', isName(type.name), `type ${type.id} has the name "${type.name}"`);
    say(
      'G1',
      type.mode === 'quota' || Object.keys(type.unit).length === 0,
      `type ${type.id} is held and gives resources`,
    );
  }
}

function checkMenus(books: Books, say: Say): void {
  for (const menu of books.rows.menus) {
    say('G1', isName(menu.name), `menu ${menu.id} has the name "${menu.name}"`);
    say('U11', books.groups.has(menu.groupId), `menu ${menu.id} is in a group that is not there`);
    say(
      'U11',
      menu.users.every((id) => books.users.has(id)) && menu.groups.every((id) => books.groups.has(id)),
      `menu ${menu.id} has members that are not there`,
    );
    if (menu.groups.length === 0) continue;
    const types = menu.users.flatMap((id) => books.seatOf(id)?.typeId ?? []);
    say(
      'U11',
      types.length > 0 && types.every((typeId) => givesGroups(books, typeId)),
      `menu ${menu.id} holds groups although its members are ${types.join(' ')}`,
    );
  }
}

/** X2, U1: an age belongs to one claim only, else nobody could say which of two is older. */
function checkAges(books: Books, say: Say): void {
  const ages = new Map<number, string>();
  const claim = (id: string, age: number | null): void => {
    if (age === null) return;
    say('X2', !ages.has(age), `${id} is exactly as old as ${ages.get(age) ?? ''}`);
    ages.set(age, id);
  };
  for (const block of books.rows.blocks) claim(block.id, block.age);
  for (const seat of books.rows.seats) claim(seat.id, seat.age);
  for (const number of books.rows.numbers) claim(number.id, number.age);
  for (const user of books.rows.users) claim(user.id, user.allowanceAge);
}
