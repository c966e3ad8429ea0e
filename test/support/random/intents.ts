import { addDays, type Day } from '#core/kernel/day';
import type { Model } from '#core/model/model';
import type { BlockRow, NumberRow, TableName, UserRow } from '#core/model/rows';
import { featureNames, licenseTypeIds } from '#core/model/vocabulary';
import type { Chooser } from './chooser';

export interface RandomCall {
  readonly do: string;
  readonly args: unknown;
}

/** What random arguments are drawn from: what there is, what was, and chance. */
export interface Surroundings {
  readonly model: Model;
  readonly today: Day;
  /** Commits that may be undone, the newest last. */
  readonly commits: readonly string[];
  readonly choose: Chooser;
}

type Proposal = (around: Surroundings) => RandomCall | null;

const kinds = [
  'distributor',
  'dealer',
  'complex',
  'building',
  'entrance',
  'floor',
  'apartment',
  'office',
  'department',
  'custom',
] as const;
const seatTypes = ['ringover.smart', 'ringover.business', 'ringover.advanced'] as const;
const purchasable = ['link.basicPaid', 'link.plus', 'link.feature', ...seatTypes] as const;
const roles = [
  'owner',
  'companyAdmin',
  'siteAdmin',
  'accountant',
  'technical',
  'supervisor',
  'concierge',
  'resident',
] as const;
const names = ['Sunrise', 'Harbour', 'Ümit', '東棟', 'Block A', 'Nord', 'Ida', 'Karl', 'Zoë', 'Office 3'] as const;

function anId(around: Surroundings, table: TableName): string {
  const { choose, model } = around;
  // Now and then what is no longer, or never was, there.
  if (choose.chance(0.01)) return choose.one([...model.rows('retired')])?.id ?? 'nowhere';
  if (choose.chance(0.01)) return 'nowhere';
  return choose.one([...model.rows(table)])?.id ?? 'nowhere';
}

function aGroup(around: Surroundings): string {
  return anId(around, 'groups');
}

/** Restricted groups are few, and most is about them. */
function aPool(around: Surroundings): string {
  const { choose, model } = around;
  if (choose.chance(0.1)) return aGroup(around);
  return choose.one([...model.pools()].filter((id) => id !== model.account.rootId)) ?? aGroup(around);
}

function aUser(around: Surroundings, wanted?: (user: UserRow) => boolean): string {
  const { choose, model } = around;
  if (wanted === undefined || choose.chance(0.15)) return anId(around, 'users');
  return choose.one([...model.rows('users')].filter(wanted))?.id ?? anId(around, 'users');
}

function aNumber(around: Surroundings, wanted: (number: NumberRow) => boolean): string {
  const { choose, model } = around;
  if (choose.chance(0.1)) return anId(around, 'numbers');
  return choose.one([...model.rows('numbers')].filter(wanted))?.id ?? anId(around, 'numbers');
}

function aBlock(around: Surroundings, wanted: (block: BlockRow) => boolean): string {
  const { choose, model } = around;
  if (choose.chance(0.05)) return anId(around, 'blocks');
  return choose.one([...model.rows('blocks')].filter(wanted))?.id ?? anId(around, 'blocks');
}

function isFree(number: NumberRow): boolean {
  return number.seatId === null && number.userId === null && number.groupId === null && number.menuId === null;
}

function aName({ choose }: Surroundings): string {
  return choose.chance(0.01)
    ? '  '
    : `${choose.among(...names)}${choose.chance(0.5) ? ` ${String(choose.whole(1, 99))}` : ''}`;
}

/** Windows around today: open, running out soon, beginning later, now and then the wrong way round. */
function aWindow({ choose, today }: Surroundings): { validFrom?: Day | null; validUntil?: Day | null } {
  return {
    ...(choose.chance(0.25) ? { validFrom: choose.chance(0.1) ? null : addDays(today, choose.whole(-30, 40)) } : {}),
    ...(choose.chance(0.4) ? { validUntil: choose.chance(0.1) ? null : addDays(today, choose.whole(-5, 80)) } : {}),
  };
}

function amounts(
  { choose }: Surroundings,
  most: number,
): { sip?: number; mobileApp?: number; ukey?: number; sipTrunk?: number } {
  const sip = choose.whole(0, most);
  return {
    ...(sip > 0 ? { sip } : {}),
    ...(choose.chance(0.6) ? { mobileApp: choose.chance(0.1) ? choose.whole(0, most) : choose.whole(0, sip) } : {}),
    ...(choose.chance(0.3) ? { ukey: choose.whole(0, most) } : {}),
    ...(choose.chance(0.15) ? { sipTrunk: choose.whole(0, 1) } : {}),
  };
}

function given(id: string | undefined): { id?: string } {
  return id === undefined ? {} : { id };
}

/** An id of the person's own choosing now and then, rarely one that is taken. */
function ownId(around: Surroundings): { id?: string } {
  const { choose } = around;
  if (choose.chance(0.01)) return given(aGroup(around));
  return choose.chance(0.1) ? { id: `own-${String(choose.whole(0, 1_000_000))}` } : {};
}

function was(around: Surroundings, table: TableName, id: string, set: object): { was?: Record<string, unknown> } {
  if (!around.choose.chance(0.1)) return {};
  const row = around.model.row(table, id) as unknown as Record<string, unknown> | undefined;
  if (row === undefined) return {};
  // What the author saw is what is there, or something older.
  return {
    was: Object.fromEntries(
      Object.keys(set)
        .filter((key) => key in row)
        .map((key) => [key, around.choose.chance(0.3) ? 'before' : row[key]]),
    ),
  };
}

function allocation(around: Surroundings) {
  const { choose } = around;
  const typeId = choose.chance(0.02) ? choose.among('link.basic', 'link.trial') : choose.among(...purchasable);
  return typeId === 'link.feature'
    ? { typeId, quantity: 1, ...aWindow(around), resources: amounts(around, 6) }
    : { typeId, quantity: choose.whole(choose.chance(0.05) ? 0 : 1, 8), ...aWindow(around) };
}

function plan({ choose }: Surroundings): object {
  const level = (depth: number, kind: (typeof kinds)[number]): object => ({
    kind,
    count: choose.whole(1, 3),
    ...(choose.chance(0.3) ? { start: choose.whole(0, 5) } : {}),
    ...(choose.chance(0.4)
      ? { name: choose.among('{n}', '{p}-{n}', 'Flat {n}', 'same', '{code}'), code: choose.among('', '{n}', 'c{n}') }
      : {}),
    ...(choose.chance(0.2) ? { skip: [choose.whole(1, 4)] } : {}),
    ...(choose.chance(0.4) ? { numbering: choose.among('perParent', 'continuous', 'floorPrefix') } : {}),
    ...(depth > 0 ? { children: level(depth - 1, choose.among('floor', 'apartment', 'entrance')) } : {}),
  });
  return level(choose.whole(0, 2), choose.among('building', 'floor', 'apartment'));
}

const withSeat = (around: Surroundings) => (user: UserRow) => around.model.seatOf(user.id) !== undefined;
const withoutSeat = (around: Surroundings) => (user: UserRow) =>
  user.lifecycle !== 'archived' && around.model.seatOf(user.id) === undefined;

/** Every intent with how often it is tried, and arguments that mostly make sense. */
const proposals: readonly (readonly [weight: number, propose: Proposal])[] = [
  [1, (around) => ({ do: 'account.update', args: { set: accountSet(around) } })],
  [
    1,
    (around) => ({
      do: 'catalogue.setUnit',
      args: {
        typeId: around.choose.among('link.basic', 'link.basicPaid', 'link.plus', 'link.plus', 'link.trial'),
        resources: amounts(around, 6),
      },
    }),
  ],
  [
    9,
    (around) => ({
      do: 'group.create',
      args: {
        ...ownId(around),
        parentId: aGroup(around),
        kind: around.choose.among(...kinds),
        name: aName(around),
        ...(around.choose.chance(0.3) ? { before: aGroup(around) } : {}),
      },
    }),
  ],
  [6, groupUpdate],
  [
    7,
    (around) => ({
      do: 'group.move',
      args: {
        groupId: aGroup(around),
        parentId: aGroup(around),
        ...(around.choose.chance(0.3) ? { before: aGroup(around) } : {}),
        ...licenses(around),
      },
    }),
  ],
  [3, (around) => ({ do: 'group.delete', args: { groupId: aGroup(around) } })],
  [1, (around) => ({ do: 'group.generate', args: { parentId: aGroup(around), plan: plan(around) } })],
  [
    2,
    (around) => ({
      do: 'group.copy',
      args: {
        ...ownId(around),
        groupId: aGroup(around),
        parentId: aGroup(around),
        ...(around.choose.chance(0.5) ? { include: { limits: true } } : {}),
      },
    }),
  ],
  [5, restriction],
  [9, purchase],
  [12, (around) => ({ do: 'allocation.set', args: { groupId: aPool(around), ...allocation(around) } })],
  [8, changeAllocation],
  [7, blockUpdate],
  [3, (around) => ({ do: 'block.remove', args: { blockId: anId(around, 'blocks') } })],
  [
    9,
    (around) => ({
      do: 'user.create',
      args: {
        ...ownId(around),
        groupId: aGroup(around),
        name: aName(around),
        ...(around.choose.chance(0.3) ? { roleId: around.choose.among(...roles) } : {}),
        ...(around.choose.chance(0.1) ? { roleId: anId(around, 'roles') } : {}),
      },
    }),
  ],
  [4, userUpdate],
  [6, (around) => ({ do: 'user.move', args: { userId: aUser(around), groupId: aGroup(around), ...licenses(around) } })],
  [3, (around) => ({ do: 'user.archive', args: { userId: aUser(around) } })],
  [3, (around) => ({ do: 'user.restore', args: { userId: aUser(around, (user) => user.lifecycle === 'archived') } })],
  [2, (around) => ({ do: 'user.remove', args: { userId: aUser(around) } })],
  [
    4,
    (around) => ({
      do: 'user.setAdmin',
      args: { userId: aUser(around), groupId: aGroup(around), admin: around.choose.chance(0.8) },
    }),
  ],
  [16, assign],
  [6, (around) => ({ do: 'seat.release', args: { userId: aUser(around, withSeat(around)) } })],
  [
    7,
    (around) => ({
      do: 'seat.changeType',
      args: { userId: aUser(around, withSeat(around)), typeId: around.choose.among(...seatTypes) },
    }),
  ],
  [
    3,
    (around) => ({
      do: 'seat.changeNumber',
      args: { userId: aUser(around, withSeat(around)), numberId: aNumber(around, isFree) },
    }),
  ],
  [
    4,
    (around) => ({
      do: 'seat.reassign',
      args: { fromUserId: aUser(around, withSeat(around)), toUserId: aUser(around, withoutSeat(around)) },
    }),
  ],
  [2, dissolve],
  [
    12,
    (around) => ({
      do: 'allowance.set',
      args: {
        userId: aUser(around, (user) => user.lifecycle !== 'archived'),
        resources: around.choose.chance(0.2) ? {} : amounts(around, 5),
      },
    }),
  ],
  [8, addNumber],
  [1, range],
  [14, attach],
  [5, (around) => ({ do: 'number.detach', args: { numberId: aNumber(around, (number) => !isFree(number)) } })],
  [3, (around) => ({ do: 'number.remove', args: { numberId: anId(around, 'numbers') } })],
  [
    3,
    (around) => ({
      do: 'menu.create',
      args: { groupId: aGroup(around), name: aName(around), kind: around.choose.among('ivr', 'queue') },
    }),
  ],
  [
    7,
    (around) => ({
      do: 'menu.setMembers',
      args: {
        menuId: anId(around, 'menus'),
        users: [aUser(around, withSeat(around)), ...(around.choose.chance(0.3) ? [aUser(around)] : [])].slice(
          around.choose.whole(0, 1),
        ),
        groups: around.choose.some([...around.model.rows('groups')], 2).map((group) => group.id),
      },
    }),
  ],
  [1, (around) => ({ do: 'menu.remove', args: { menuId: anId(around, 'menus') } })],
  [
    5,
    (around) => ({
      do: 'device.register',
      args: { groupId: aGroup(around), serial: `S${String(around.choose.whole(1, 200))}` },
    }),
  ],
  [3, (around) => ({ do: 'device.move', args: { deviceId: anId(around, 'devices'), groupId: aGroup(around) } })],
  [2, (around) => ({ do: 'device.remove', args: { deviceId: anId(around, 'devices') } })],
  [
    2,
    (around) => ({
      do: 'role.define',
      args: {
        ...ownId(around),
        name: aName(around),
        base: around.choose.among(...roles),
        extraFeatures: around.choose.some(featureNames, 3),
      },
    }),
  ],
  [1, (around) => ({ do: 'role.remove', args: { roleId: anId(around, 'roles') } })],
  [4, request],
  [
    4,
    (around) => ({
      do: 'request.resolve',
      args: { requestId: anId(around, 'requests'), outcome: around.choose.chance(0.7) ? 'approved' : 'rejected' },
    }),
  ],
  [
    2,
    (around) => ({
      do: 'reminder.set',
      args: {
        groupId: aGroup(around),
        policy: around.choose.chance(0.2)
          ? null
          : {
              daysBefore: around.choose.whole(0, 40),
              repeat: around.choose.among('once', 'daily', 'weekly', 'every30Days'),
            },
      },
    }),
  ],
  [12, undo],
  [
    1,
    (around) => ({
      do: around.choose.among('group.move', 'seat.assign', 'block.add', 'nothing', 'undo'),
      args: around.choose.among<unknown>({}, [], null, { groupId: 7 }, { userId: 'owner', typeId: 'link.plus' }),
    }),
  ],
];

function accountSet(around: Surroundings): object {
  const { choose, today, model } = around;
  const limited = model.account.paymentMethod === 'none' || model.account.outstanding > 0;
  if (limited && choose.chance(0.8)) return { paymentMethod: 'card', outstanding: 0 };
  if (choose.chance(0.25))
    return choose.chance(0.5) ? { paymentMethod: 'none' } : { outstanding: choose.whole(0, 1) * 100 };
  if (choose.chance(0.5)) {
    const floor = choose.chance(0.5)
      ? {
          floor: { [choose.among(...purchasable)]: choose.whole(1, 8) },
          commitmentUntil: addDays(today, choose.whole(-10, 60)),
        }
      : {};
    return { contract: { reductionPolicy: choose.chance(0.7) ? 'selfService' : 'request', ...floor } };
  }
  return { name: aName(around) };
}

function licenses({ choose }: Surroundings): { licenses?: string } {
  return choose.chance(0.45) ? { licenses: choose.among('release', 'release', 'redraw') } : {};
}

function groupUpdate(around: Surroundings): RandomCall {
  const { choose, model } = around;
  const lockedOnes = [...model.rows('groups')].filter((group) => group.status === 'locked');
  const locked = choose.chance(0.4) ? choose.one(lockedOnes) : undefined;
  if (locked !== undefined) return { do: 'group.update', args: { groupId: locked.id, set: { status: 'draft' } } };
  const groupId = aGroup(around);
  const set = choose.weighted<object>([
    [3, { protected: false }],
    [2, { name: aName(around) }],
    [2, { status: choose.among('draft', 'confirmed', 'commissioned', 'handedOver') }],
    [1, { status: 'locked' }],
    [2, { deny: choose.some(featureNames, 3), allow: choose.some(featureNames, 3) }],
  ]);
  return { do: 'group.update', args: { groupId, set, ...was(around, 'groups', groupId, set) } };
}

function restriction(around: Surroundings): RandomCall {
  const { choose } = around;
  if (choose.chance(0.3)) return { do: 'restriction.set', args: { groupId: aPool(around), mode: 'inherit' } };
  return {
    do: 'restriction.set',
    args: {
      groupId: aGroup(around),
      mode: 'own',
      ...(choose.chance(0.6) ? { allocate: Array.from({ length: choose.whole(0, 3) }, () => allocation(around)) } : {}),
    },
  };
}

function purchase(around: Surroundings): RandomCall {
  const { choose, model, today } = around;
  const groupId = choose.chance(0.05) ? aGroup(around) : model.account.rootId;
  if (choose.chance(0.06))
    return {
      do: 'block.add',
      args: {
        groupId,
        typeId: 'link.trial',
        quantity: 1,
        source: 'trial',
        validUntil: addDays(today, choose.whole(1, 20)),
      },
    };
  const typeId = choose.among(...purchasable);
  return {
    do: 'block.add',
    args: {
      ...ownId(around),
      groupId,
      typeId,
      quantity: choose.whole(1, 10),
      source: 'purchase',
      ...aWindow(around),
      ...(typeId === 'link.feature' ? { resources: amounts(around, 8) } : {}),
    },
  };
}

function changeAllocation(around: Surroundings): RandomCall {
  const { choose, model } = around;
  const block = model.row(
    'blocks',
    aBlock(around, (row) => row.source === 'allocation'),
  );
  if (block === undefined) return { do: 'allocation.set', args: { groupId: aPool(around), ...allocation(around) } };
  const change = {
    quantity: block.typeId === 'link.feature' ? choose.whole(0, 1) : choose.whole(0, block.quantity + 3),
    ...aWindow(around),
    ...(block.typeId === 'link.feature' && choose.chance(0.5) ? { resources: amounts(around, 6) } : {}),
  };
  return {
    do: 'allocation.set',
    args: {
      id: block.id,
      groupId: block.groupId,
      typeId: block.typeId,
      ...change,
      ...was(around, 'blocks', block.id, change),
    },
  };
}

function blockUpdate(around: Surroundings): RandomCall {
  const { choose, model } = around;
  const block = model.row(
    'blocks',
    aBlock(around, (row) => row.source === 'purchase' || row.source === 'trial'),
  );
  const set = {
    ...(choose.chance(0.6) ? { quantity: choose.whole(0, (block?.quantity ?? 0) + 3) } : {}),
    ...aWindow(around),
    ...(block?.typeId === 'link.feature' && choose.chance(0.4) ? { resources: amounts(around, 8) } : {}),
    ...(choose.chance(0.03) ? { typeId: choose.among(...licenseTypeIds) } : {}),
  };
  return {
    do: 'block.update',
    args: { blockId: block?.id ?? 'nowhere', set, ...was(around, 'blocks', block?.id ?? '', set) },
  };
}

function userUpdate(around: Surroundings): RandomCall {
  const { choose } = around;
  const userId = aUser(around);
  const set = choose.weighted<object>([
    [2, { name: aName(around) }],
    [2, { roleId: choose.among(...roles) }],
    [1, { roleId: anId(around, 'roles') }],
    [2, { status: choose.among('planned', 'invited', 'active') }],
    [1, { email: choose.among('a@b.example', 'nobody', '') }],
  ]);
  return { do: 'user.update', args: { userId, set, ...was(around, 'users', userId, set) } };
}

function assign(around: Surroundings): RandomCall {
  const { choose, model } = around;
  const free = [...model.rows('seats')].filter((seat) => seat.userId === null);
  const seat = choose.chance(0.1) ? choose.one(free) : undefined;
  return {
    do: 'seat.assign',
    args: {
      userId: aUser(around, withoutSeat(around)),
      typeId: seat?.typeId ?? choose.among(...seatTypes),
      ...(seat === undefined ? {} : { seatId: seat.id }),
      ...(seat === undefined && choose.chance(0.15) ? { numberId: aNumber(around, isFree) } : {}),
    },
  };
}

function dissolve(around: Surroundings): RandomCall {
  const free = [...around.model.rows('seats')].filter((seat) => seat.userId === null);
  return { do: 'seat.dissolve', args: { seatId: around.choose.one(free)?.id ?? anId(around, 'seats') } };
}

function addNumber(around: Surroundings): RandomCall {
  const { choose } = around;
  const kind = choose.among('sip', 'sip', 'landline', 'mobile', 'mobile');
  const value = kind === 'sip' ? String(choose.whole(10, 130)) : `+49 30/${String(choose.whole(10_000, 10_120))}`;
  return { do: 'number.add', args: { ...ownId(around), kind, value: choose.chance(0.02) ? 'x' : value } };
}

function range({ choose }: Surroundings): RandomCall {
  const from = choose.whole(10, 120);
  return {
    do: 'number.range',
    args: { from: String(from).padStart(3, '0'), to: String(from + choose.whole(-1, 6)).padStart(3, '0') },
  };
}

function attach(around: Surroundings): RandomCall {
  const { choose } = around;
  const number = around.model.row('numbers', aNumber(around, isFree));
  const to = choose.weighted<object>([
    [5, { userId: aUser(around, number?.kind === 'mobile' ? withSeat(around) : undefined) }],
    [number?.kind === 'sip' ? 2 : 0.2, { groupId: aGroup(around) }],
    [number?.kind === 'mobile' ? 0.2 : 2, { menuId: anId(around, 'menus') }],
  ]);
  return { do: 'number.attach', args: { numberId: number?.id ?? 'nowhere', to } };
}

function request(around: Surroundings): RandomCall {
  const { choose, model } = around;
  const kind = choose.among('reduce', 'changeType', 'add');
  if (kind === 'add')
    return { do: 'request.open', args: { kind, typeId: choose.among(...purchasable), quantity: choose.whole(1, 5) } };
  const block = model.row(
    'blocks',
    aBlock(around, (row) => row.source === 'purchase'),
  );
  const others =
    block?.typeId.startsWith('ringover') === true
      ? choose.among(...seatTypes)
      : choose.among('link.basicPaid', 'link.plus');
  const typeId = kind === 'changeType' ? others : (block?.typeId ?? 'link.plus');
  return {
    do: 'request.open',
    args: { kind, blockId: block?.id ?? 'nowhere', typeId, quantity: choose.whole(0, block?.quantity ?? 1) },
  };
}

/** Mostly one of the newest commits, at times an old one. */
function undo(around: Surroundings): RandomCall {
  const { choose, commits } = around;
  const recent = choose.chance(0.8) ? commits.slice(-6) : commits;
  return { do: 'undo', args: { commit: choose.one(recent) ?? 'nowhere' } };
}

function single(around: Surroundings): RandomCall {
  return around.choose.weighted(proposals)(around) ?? { do: 'nothing', args: {} };
}

/** A random intent, at times several in a batch. */
export function proposeIntent(around: Surroundings): RandomCall {
  if (!around.choose.chance(0.04)) return single(around);
  const calls = Array.from({ length: around.choose.whole(1, 4) }, () => single(around));
  // An undo inside a batch is worth a try, not a habit.
  const inside = around.choose.chance(0.05) ? calls : calls.filter((call) => call.do !== 'undo');
  return { do: 'batch', args: { do: inside } };
}
