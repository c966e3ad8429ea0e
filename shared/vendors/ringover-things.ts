import type { BlockRow, MenuRow } from '../model/rows';
import type { LicenseTypeId } from '../model/vocabulary';
import { ringoverTypes } from './remembered-ids';
import type { RingoverMenu } from './ringover';
import {
  nothingToPull,
  stateOf,
  type Difference,
  type LineSide,
  type PullPart,
  type PushPart,
  type RingoverLine,
} from './ringover-lines';
import { knowNumber } from './ringover-people';
import type { RingoverWorld } from './ringover-world';
import type { VendorAct } from './vendor-failure';

/** Purchases of a type that have no window: those are what an account there has. */
function purchasesOf({ view }: RingoverWorld, typeId: LicenseTypeId): readonly BlockRow[] {
  return [...view.blocksOf(view.root.id)].flatMap((id) => {
    const block = view.row('blocks', id);
    const isOpen = block?.source === 'purchase' && block.typeId === typeId && block.validUntil === null;
    return block !== undefined && isOpen ? [block] : [];
  });
}

/** Acts that bring what is bought here to what is bought there. */
function buy(world: RingoverWorld, typeId: LicenseTypeId, there: number, blocks: readonly BlockRow[]): PullPart {
  const here = blocks.reduce((sum, { quantity }) => sum + quantity, 0);
  if (there === here) return nothingToPull;
  const [block] = blocks;
  if (there < here && block !== undefined && block.quantity > here - there)
    return { frees: [], takes: [raise(block, block.quantity - (here - there))] };
  if (there < here) return nothingToPull;
  const takes: VendorAct[] =
    block === undefined
      ? [
          {
            do: 'block.add',
            args: {
              id: world.newId(`purchase ${typeId}`),
              groupId: world.view.root.id,
              typeId,
              quantity: there - here,
              source: 'purchase',
              note: 'Ringover',
            },
          },
        ]
      : [raise(block, block.quantity + there - here)];
  return { frees: [], takes };
}

function raise({ id, quantity }: BlockRow, to: number): VendorAct {
  return { do: 'block.update', args: { blockId: id, set: { quantity: to }, was: { quantity } } };
}

/** Purchases of both sides, type by type. Plans that are not taken over have no line. */
export function planLines(world: RingoverWorld): readonly RingoverLine[] {
  if (world.there.gaps.includes('plans')) return [];
  return ringoverTypes.flatMap((typeId) => {
    const plans = world.there.plans.filter(({ id }) => world.planTypes.get(id) === typeId);
    const blocks = purchasesOf(world, typeId);
    if (plans.length === 0) return [];
    const bought = plans.reduce((sum, plan) => sum + plan.bought, 0);
    const used = plans.reduce((sum, plan) => sum + plan.used, 0);
    const here = blocks.reduce((sum, { quantity }) => sum + quantity, 0);
    const sides: { readonly there: LineSide; readonly here: LineSide | null } = {
      there: { name: plans.map(({ name }) => name).join(', '), typeId, quantity: bought, used },
      here: blocks.length === 0 ? null : { name: typeId, typeId, quantity: here },
    };
    const differs: readonly Difference[] = bought === here ? [] : ['quantity'];
    return [
      {
        id: `plan ${typeId}`,
        kind: 'plan',
        name: sides.there.name,
        ...sides,
        differs,
        state: stateOf(sides.there, sides.here, differs),
        pull: buy(world, typeId, bought, blocks),
        push: differs.length === 0 ? [] : [{ by: 'vendor', what: 'quantity' }],
        isCareful: bought < here,
      },
    ];
  });
}

/** Free numbers there that are not known here. Those in use come with whoever uses them. */
export function numberLines(world: RingoverWorld): readonly RingoverLine[] {
  return world.there.numbers.flatMap(({ number, label, to }): readonly RingoverLine[] => {
    if (to !== null || world.numbersHere.has(number)) return [];
    const there = { name: label === '' ? number : label, numbers: [number] };
    const { acts } = knowNumber(world, number);
    return [
      {
        id: `number ${number}`,
        kind: 'number',
        name: number,
        there,
        here: null,
        differs: [],
        state: 'onlyThere',
        pull: { frees: [], takes: acts },
        push: [],
        isCareful: false,
      },
    ];
  });
}

interface MenuPair {
  readonly there: RingoverMenu | null;
  readonly here: MenuRow | null;
}

function numbersOfMenu(world: RingoverWorld, menuId: string): readonly string[] {
  return [...world.numbersHere.values()]
    .filter((number) => number.menuId === menuId)
    .map(({ value }) => value)
    .sort();
}

/** Menus of both sides: by a number in common, then by kind and name; each matches once. */
function menuPairs(world: RingoverWorld): readonly MenuPair[] {
  const here = [...world.view.rows('menus')].filter(({ groupId }) => world.view.isWithin(groupId, world.groupId));
  const taken = new Set<string>();
  const partner = new Map<RingoverMenu, MenuRow>();
  const ways: readonly ((there: RingoverMenu, menu: MenuRow) => boolean)[] = [
    (there, { id }) => numbersOfMenu(world, id).some((number) => there.numbers.includes(number)),
    (there, { kind, name }) => there.kind === kind && there.name.toLowerCase() === name.toLowerCase(),
  ];
  for (const isSame of ways)
    for (const there of world.there.menus) {
      if (partner.has(there)) continue;
      const found = here.filter((menu) => !taken.has(menu.id) && menu.kind === there.kind && isSame(there, menu));
      const [menu] = found;
      if (menu === undefined || found.length > 1) continue;
      partner.set(there, menu);
      taken.add(menu.id);
    }
  return [
    ...world.there.menus.map((there) => ({ there, here: partner.get(there) ?? null })),
    ...here.filter(({ id }) => !taken.has(id)).map((menu) => ({ there: null, here: menu })),
  ];
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}

/** Members there by the ids that they have here; those whom nobody knows here are left out. */
function membersHere(world: RingoverWorld, there: RingoverMenu): readonly string[] | null {
  return there.users?.flatMap((id) => world.hereOf.get(id)?.id ?? []) ?? null;
}

function namesOf(world: RingoverWorld, users: readonly string[]): readonly string[] {
  return users.map((id) => world.view.row('users', id)?.name ?? id);
}

function pullMenu(
  world: RingoverWorld,
  there: RingoverMenu,
  menu: MenuRow | null,
  differs: readonly Difference[],
): PullPart {
  const frees: VendorAct[] = [];
  const takes: VendorAct[] = [];
  const menuId = menu?.id ?? world.newId(`menu ${there.kind} ${there.id}`);
  if (menu === null)
    takes.push({
      do: 'menu.create',
      args: { id: menuId, groupId: world.groupId, name: there.name || `Ringover ${there.id}`, kind: there.kind },
    });
  const now = menu === null ? [] : numbersOfMenu(world, menu.id);
  for (const number of now)
    if (!there.numbers.includes(number) && world.numbersThere.has(number)) {
      const row = world.numbersHere.get(number);
      if (row !== undefined) frees.push({ do: 'number.detach', args: { numberId: row.id } });
    }
  for (const number of there.numbers) {
    if (now.includes(number)) continue;
    const { id, acts } = knowNumber(world, number);
    takes.push(...acts, { do: 'number.attach', args: { numberId: id, to: { menuId } } });
  }
  // People who come with the same pull have their ids already.
  const users = there.users?.map((id) => world.hereOf.get(id)?.id ?? world.newId(`user ${id}`)) ?? null;
  if (users !== null && users.length > 0 && (menu === null || differs.includes('members')))
    takes.push({ do: 'menu.setMembers', args: { menuId, users, groups: menu?.groups ?? [] } });
  return { frees, takes };
}

function pushMenu(
  world: RingoverWorld,
  there: RingoverMenu | null,
  menu: MenuRow,
  differs: readonly Difference[],
): readonly PushPart[] {
  if (there === null) return [{ by: 'hand', what: 'makeMenu' }];
  const parts: PushPart[] = [];
  if (differs.includes('numbers'))
    for (const number of numbersOfMenu(world, menu.id)) {
      if (there.numbers.includes(number)) continue;
      const isKnown = world.numbersThere.has(number);
      if (!isKnown) parts.push({ by: 'vendor', what: 'number' });
      else if (there.kind === 'queue') parts.push({ by: 'hand', what: 'routeToGroup' });
      else parts.push({ by: 'trellis', call: { call: 'route', number, to: { kind: 'ivr', id: there.id } } });
    }
  if (differs.includes('members') && there.users !== null) {
    const wanted = menu.users.flatMap((id) => world.thereOf.get(id)?.id ?? []);
    const members = there.users;
    const missing = wanted.filter((id) => !members.includes(id));
    // Only people who are known here are taken out: of others nobody here can say that they do not belong.
    const known = members.filter((id) => world.hereOf.has(id) && !wanted.includes(id));
    if (missing.length > 0)
      parts.push({ by: 'trellis', call: { call: 'addMembers', vendorGroup: there.id, vendorUsers: missing } });
    if (known.length > 0)
      parts.push({ by: 'trellis', call: { call: 'removeMembers', vendorGroup: there.id, vendorUsers: known } });
  }
  return parts;
}

/** Voice menus and ring groups of both sides. */
export function menuLines(world: RingoverWorld): readonly RingoverLine[] {
  return menuPairs(world).flatMap(({ there, here: menu }): readonly RingoverLine[] => {
    if (there === null && menu !== null && world.there.gaps.includes(menu.kind === 'ivr' ? 'ivrs' : 'groups'))
      return [];
    const members = there === null ? null : membersHere(world, there);
    const sideThere: LineSide | null =
      there === null
        ? null
        : {
            name: there.name,
            numbers: [...there.numbers].sort(),
            ...(members === null ? {} : { members: [...namesOf(world, members), ...unknownNames(world, there)] }),
          };
    const sideHere: LineSide | null =
      menu === null
        ? null
        : { name: menu.name, numbers: numbersOfMenu(world, menu.id), members: namesOf(world, menu.users) };
    const differs: Difference[] = [];
    if (sideThere !== null && sideHere !== null) {
      if (!sameSet(sideThere.numbers ?? [], sideHere.numbers ?? [])) differs.push('numbers');
      if (members !== null && menu !== null && there !== null) {
        const isUnknownThere = (there.users ?? []).some((id) => !world.hereOf.has(id));
        if (isUnknownThere || !sameSet(members, menu.users)) differs.push('members');
      }
    }
    return [
      {
        id: there === null ? `here ${menu?.id ?? ''}` : `${there.kind} ${there.id}`,
        kind: 'menu',
        name: sideHere?.name ?? sideThere?.name ?? '',
        there: sideThere,
        here: sideHere,
        differs,
        state: stateOf(sideThere, sideHere, differs),
        pull: there === null ? nothingToPull : pullMenu(world, there, menu, differs),
        push: menu === null ? [] : pushMenu(world, there, menu, differs),
        isCareful: false,
      },
    ];
  });
}

function unknownNames(world: RingoverWorld, there: RingoverMenu): readonly string[] {
  return (there.users ?? []).flatMap((id) => {
    if (world.hereOf.has(id)) return [];
    const user = world.there.users.find((one) => one.id === id);
    return [user === undefined ? `Ringover ${id}` : `${user.firstName} ${user.lastName}`.trim() || user.email];
  });
}
