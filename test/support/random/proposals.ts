import { addDays } from '#core/kernel/day';
import { baseRoles, featureNames, vendorTypeIds, type LicenseTypeId } from '#core/model/vocabulary';
import {
  aBlock,
  aGroup,
  allocation,
  amounts,
  aName,
  anId,
  aNumber,
  aPool,
  aPurchasable,
  aSeatType,
  aUser,
  aWindow,
  isFree,
  ownId,
  seatTypes,
  was,
  withoutSeat,
  withSeat,
  type RandomCall,
  type Surroundings,
} from './surroundings';

export function accountSet(around: Surroundings): object {
  const { choose, today, model } = around;
  const limited = model.account.paymentMethod === 'none' || model.account.outstanding > 0;
  if (limited && choose.chance(0.8)) return { paymentMethod: 'card', outstanding: 0 };
  if (choose.chance(0.25))
    return choose.chance(0.5) ? { paymentMethod: 'none' } : { outstanding: choose.whole(0, 1) * 100 };
  if (choose.chance(0.5)) {
    const floor = choose.chance(0.5)
      ? {
          floor: { [aPurchasable(around)]: choose.whole(1, 8) },
          commitmentUntil: addDays(today, choose.whole(-10, 60)),
        }
      : {};
    const term = choose.chance(0.3)
      ? {
          startsOn: addDays(today, choose.whole(-10, 5)),
          renewsOn: addDays(today, choose.whole(-5, 60)),
          price: { amount: choose.whole(0, 9) * 1_000, per: 'year' },
        }
      : {};
    return { contract: { reductionPolicy: choose.chance(0.7) ? 'selfService' : 'request', ...floor, ...term } };
  }
  return { name: aName(around) };
}

export function licenses({ choose }: Surroundings): { licenses?: string } {
  return choose.chance(0.45) ? { licenses: choose.among('release', 'release', 'redraw') } : {};
}

export function groupUpdate(around: Surroundings): RandomCall {
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

export function restriction(around: Surroundings): RandomCall {
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

export function purchase(around: Surroundings): RandomCall {
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
  const typeId = aPurchasable(around);
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

export function changeAllocation(around: Surroundings): RandomCall {
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

export function blockUpdate(around: Surroundings): RandomCall {
  const { choose, model } = around;
  const block = model.row(
    'blocks',
    aBlock(around, (row) => row.source === 'purchase' || row.source === 'trial'),
  );
  const set = {
    ...(choose.chance(0.6) ? { quantity: choose.whole(0, (block?.quantity ?? 0) + 3) } : {}),
    ...aWindow(around),
    ...(block?.typeId === 'link.feature' && choose.chance(0.4) ? { resources: amounts(around, 8) } : {}),
    ...(choose.chance(0.03) ? { typeId: choose.among(...vendorTypeIds) } : {}),
  };
  return {
    do: 'block.update',
    args: { blockId: block?.id ?? 'nowhere', set, ...was(around, 'blocks', block?.id ?? '', set) },
  };
}

export function userUpdate(around: Surroundings): RandomCall {
  const { choose } = around;
  const userId = aUser(around);
  const set = choose.weighted<object>([
    [2, { name: aName(around) }],
    [2, { roleId: choose.among(...baseRoles) }],
    [1, { roleId: anId(around, 'roles') }],
    [2, { status: choose.among('planned', 'invited', 'active') }],
    [1, { email: choose.among('a@b.example', 'nobody', '') }],
  ]);
  return { do: 'user.update', args: { userId, set, ...was(around, 'users', userId, set) } };
}

export function assign(around: Surroundings): RandomCall {
  const { choose, model } = around;
  const free = [...model.rows('seats')].filter((seat) => seat.userId === null);
  const seat = choose.chance(0.1) ? choose.one(free) : undefined;
  return {
    do: 'seat.assign',
    args: {
      userId: aUser(around, withoutSeat(around)),
      typeId: seat?.typeId ?? aSeatType(around),
      ...(seat === undefined ? {} : { seatId: seat.id }),
      ...(seat === undefined && choose.chance(0.15) ? { numberId: aNumber(around, isFree) } : {}),
    },
  };
}

export function dissolve(around: Surroundings): RandomCall {
  const free = [...around.model.rows('seats')].filter((seat) => seat.userId === null);
  return { do: 'seat.dissolve', args: { seatId: around.choose.one(free)?.id ?? anId(around, 'seats') } };
}

export function addNumber(around: Surroundings): RandomCall {
  const { choose } = around;
  const kind = choose.among('sip', 'sip', 'landline', 'mobile', 'mobile');
  const value = kind === 'sip' ? String(choose.whole(10, 130)) : `+49 30/${String(choose.whole(10_000, 10_120))}`;
  return { do: 'number.add', args: { ...ownId(around), kind, value: choose.chance(0.02) ? 'x' : value } };
}

export function range({ choose }: Surroundings): RandomCall {
  const from = choose.whole(10, 120);
  return {
    do: 'number.range',
    args: { from: String(from).padStart(3, '0'), to: String(from + choose.whole(-1, 6)).padStart(3, '0') },
  };
}

export function attach(around: Surroundings): RandomCall {
  const { choose } = around;
  const number = around.model.row('numbers', aNumber(around, isFree));
  const to = choose.weighted<object>([
    [5, { userId: aUser(around, number?.kind === 'mobile' ? withSeat(around) : undefined) }],
    [number?.kind === 'sip' ? 2 : 0.2, { groupId: aGroup(around) }],
    [number?.kind === 'mobile' ? 0.2 : 2, { menuId: anId(around, 'menus') }],
  ]);
  return { do: 'number.attach', args: { numberId: number?.id ?? 'nowhere', to } };
}

export function request(around: Surroundings): RandomCall {
  const { choose, model } = around;
  const kind = choose.among('reduce', 'changeType', 'add');
  if (kind === 'add')
    return { do: 'request.open', args: { kind, typeId: aPurchasable(around), quantity: choose.whole(1, 5) } };
  const block = model.row(
    'blocks',
    aBlock(around, (row) => row.source === 'purchase'),
  );
  const others =
    block?.typeId.startsWith('ringover') === true
      ? aSeatType(around)
      : choose.among('link.basicPaid', 'link.plus', ...(choose.chance(0.2) ? [aPurchasable(around)] : []));
  const typeId = kind === 'changeType' ? others : (block?.typeId ?? 'link.plus');
  return {
    do: 'request.open',
    args: { kind, blockId: block?.id ?? 'nowhere', typeId, quantity: choose.whole(0, block?.quantity ?? 1) },
  };
}

/** A license type of one's own: a few that come, change and go out of the offer. */
export function typeCall(around: Surroundings): RandomCall {
  const { choose, model } = around;
  const mode = choose.among('seat', 'quota');
  const fields = {
    name: aName(around),
    mode,
    unit: mode === 'quota' || choose.chance(0.05) ? amounts(around, 4) : {},
    features: choose.some(featureNames, 4),
    rank: choose.whole(0, 45),
    fallsBackTo: choose.chance(0.4) ? null : aTypeBelow(around, mode),
  };
  const typeId = anId(around, 'types');
  if (model.size('types') === 0 || choose.chance(model.size('types') < 6 ? 0.35 : 0.05))
    return {
      do: 'catalogue.addType',
      args: { id: choose.chance(0.05) ? typeId : `own.t${String(choose.whole(0, 1_000_000))}`, ...fields },
    };
  if (choose.chance(0.3)) return { do: 'catalogue.retireType', args: { typeId, retired: choose.chance(0.5) } };
  const [one, other] = choose.some(Object.keys(fields) as (keyof typeof fields)[], 2);
  const set = Object.fromEntries([one, other].flatMap((key) => (key === undefined ? [] : [[key, fields[key]]])));
  return { do: 'catalogue.updateType', args: { typeId, set, ...was(around, 'types', typeId, set) } };
}

function aTypeBelow(around: Surroundings, mode: 'seat' | 'quota'): LicenseTypeId {
  const { choose, model } = around;
  const own = model.ownTypes().map(({ id }) => id);
  const [first, ...others]: readonly LicenseTypeId[] = mode === 'seat' ? seatTypes : ['link.basic', 'link.plus'];
  return choose.among<LicenseTypeId>(first ?? 'link.basic', ...others, ...own);
}

/** Mostly one of the newest commits, at times an old one. */
export function undo(around: Surroundings): RandomCall {
  const { choose, commits } = around;
  const recent = choose.chance(0.8) ? commits.slice(-6) : commits;
  return { do: 'undo', args: { commit: choose.one(recent) ?? 'nowhere' } };
}
