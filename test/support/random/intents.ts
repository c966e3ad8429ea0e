import { groupKinds, baseRoles, featureNames } from '#core/model/vocabulary';
import {
  accountSet,
  licenses,
  groupUpdate,
  restriction,
  purchase,
  changeAllocation,
  blockUpdate,
  userUpdate,
  assign,
  dissolve,
  addNumber,
  range,
  typeCall,
  attach,
  request,
  undo,
} from './proposals';
import {
  aGroup,
  allocation,
  amounts,
  aName,
  anId,
  aNumber,
  aPool,
  aSeatType,
  aUser,
  isFree,
  ownId,
  plan,
  withoutSeat,
  withSeat,
  type RandomCall,
  type Surroundings,
} from './surroundings';

type Proposal = (around: Surroundings) => RandomCall | null;

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
  [5, (around) => typeCall(around)],
  [
    9,
    (around) => ({
      do: 'group.create',
      args: {
        ...ownId(around),
        parentId: aGroup(around),
        kind: around.choose.among(...groupKinds),
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
        ...(around.choose.chance(0.3) ? { roleId: around.choose.among(...baseRoles) } : {}),
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
      args: { userId: aUser(around, withSeat(around)), typeId: aSeatType(around) },
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
  [2, (around) => ({ do: 'menu.rename', args: { menuId: anId(around, 'menus'), set: { name: aName(around) } } })],
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
        base: around.choose.among(...baseRoles),
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
