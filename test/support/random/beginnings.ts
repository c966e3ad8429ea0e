import type { RandomCall } from './surroundings';

/** Accounts to begin with, so that random acts soon have something to act on. All by the owner, on the first day. */

const people: readonly RandomCall[] = [
  { do: 'user.create', args: { id: 'carla', groupId: 'root', name: 'Carla', roleId: 'companyAdmin' } },
  { do: 'user.create', args: { id: 'conrad', groupId: 'root', name: 'Conrad', roleId: 'companyAdmin' } },
  { do: 'user.create', args: { id: 'agnes', groupId: 'root', name: 'Agnes', roleId: 'accountant' } },
];

const complexes: readonly RandomCall[] = [
  { do: 'group.create', args: { id: 'c1', parentId: 'root', kind: 'complex', name: 'Sunrise' } },
  { do: 'group.create', args: { id: 'c2', parentId: 'root', kind: 'complex', name: 'Harbour' } },
  { do: 'group.create', args: { id: 'b1', parentId: 'c1', kind: 'building', name: 'East' } },
  { do: 'group.create', args: { id: 'b2', parentId: 'c1', kind: 'building', name: 'West' } },
  { do: 'group.create', args: { id: 'f1', parentId: 'b1', kind: 'floor', name: '1' } },
  { do: 'group.create', args: { id: 'a1', parentId: 'f1', kind: 'apartment', name: '101' } },
  { do: 'group.create', args: { id: 'a2', parentId: 'f1', kind: 'apartment', name: '102' } },
  {
    do: 'block.add',
    args: {
      id: 'plus',
      groupId: 'root',
      typeId: 'link.plus',
      quantity: 8,
      source: 'purchase',
      validUntil: '2026-03-31',
    },
  },
  { do: 'block.add', args: { id: 'paid', groupId: 'root', typeId: 'link.basicPaid', quantity: 6, source: 'purchase' } },
  {
    do: 'block.add',
    args: {
      id: 'own',
      groupId: 'root',
      typeId: 'link.feature',
      quantity: 2,
      source: 'purchase',
      resources: { sip: 5, mobileApp: 3, ukey: 1 },
    },
  },
  { do: 'restriction.set', args: { groupId: 'c1', mode: 'own', allocate: [{ typeId: 'link.plus', quantity: 3 }] } },
  { do: 'restriction.set', args: { groupId: 'b1', mode: 'own', allocate: [{ typeId: 'link.plus', quantity: 1 }] } },
  { do: 'user.create', args: { id: 'sam', groupId: 'c1', name: 'Sam', roleId: 'siteAdmin' } },
  { do: 'user.create', args: { id: 'sofia', groupId: 'b1', name: 'Sofia', roleId: 'siteAdmin' } },
  { do: 'user.setAdmin', args: { userId: 'sam', groupId: 'c1', admin: true } },
  { do: 'user.setAdmin', args: { userId: 'sofia', groupId: 'c1', admin: true } },
  { do: 'user.create', args: { id: 'theo', groupId: 'c1', name: 'Theo', roleId: 'technical' } },
  { do: 'user.setAdmin', args: { userId: 'theo', groupId: 'b1', admin: true } },
  { do: 'user.create', args: { id: 'rita', groupId: 'a1', name: 'Rita' } },
  { do: 'user.create', args: { id: 'ralf', groupId: 'a2', name: 'Ralf' } },
];

const office: readonly RandomCall[] = [
  { do: 'group.create', args: { id: 'o1', parentId: 'root', kind: 'office', name: 'Head office' } },
  { do: 'group.create', args: { id: 'd1', parentId: 'o1', kind: 'department', name: 'Sales' } },
  { do: 'group.create', args: { id: 'd2', parentId: 'o1', kind: 'department', name: 'Support' } },
  {
    do: 'block.add',
    args: { id: 'smart', groupId: 'root', typeId: 'ringover.smart', quantity: 5, source: 'purchase' },
  },
  {
    do: 'block.add',
    args: {
      id: 'business',
      groupId: 'root',
      typeId: 'ringover.business',
      quantity: 6,
      source: 'purchase',
      validUntil: '2026-02-20',
    },
  },
  {
    do: 'block.add',
    args: { id: 'advanced', groupId: 'root', typeId: 'ringover.advanced', quantity: 2, source: 'purchase' },
  },
  {
    do: 'restriction.set',
    args: {
      groupId: 'd1',
      mode: 'own',
      allocate: [
        { typeId: 'ringover.business', quantity: 3 },
        { typeId: 'ringover.smart', quantity: 2 },
      ],
    },
  },
  { do: 'number.range', args: { id: 'range', from: '100', to: '130' } },
  { do: 'number.add', args: { id: 'l1', kind: 'landline', value: '+493010001' } },
  { do: 'number.add', args: { id: 'm1', kind: 'mobile', value: '+493010002' } },
  { do: 'number.add', args: { id: 'm2', kind: 'mobile', value: '+493010003' } },
  { do: 'number.add', args: { id: 'm3', kind: 'mobile', value: '+493010004' } },
  { do: 'number.add', args: { id: 'm4', kind: 'mobile', value: '+493010005' } },
  { do: 'user.create', args: { id: 'pia', groupId: 'd1', name: 'Pia' } },
  { do: 'user.create', args: { id: 'paul', groupId: 'd1', name: 'Paul' } },
  { do: 'user.create', args: { id: 'petra', groupId: 'd2', name: 'Petra', roleId: 'supervisor' } },
  { do: 'seat.assign', args: { userId: 'pia', typeId: 'ringover.business' } },
  { do: 'seat.assign', args: { userId: 'petra', typeId: 'ringover.business' } },
  { do: 'menu.create', args: { id: 'menu', groupId: 'd1', name: 'Welcome', kind: 'ivr' } },
  { do: 'menu.setMembers', args: { menuId: 'menu', users: ['pia'], groups: ['d1'] } },
];

/** From nothing, complexes, an office, or all together. */
export const beginnings: readonly (readonly RandomCall[])[] = [
  [...people, ...complexes, ...office],
  [...people, ...complexes],
  [...people, ...office],
  people,
];
