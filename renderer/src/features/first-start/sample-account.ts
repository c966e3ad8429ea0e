import { addDays, type Day } from '#core/kernel/day';
import type { GroupKind } from '#core/model/rows';
import type { ActCall } from '../../data/session';

/** A made-up account: its people and numbers exist nowhere. */
export interface SampleAccount {
  readonly name: string;
  readonly ownerName: string;
  readonly acts: readonly ActCall[];
}

const firstNames = [
  'Ada',
  'Ben',
  'Clara',
  'David',
  'Elif',
  'Felix',
  'Grace',
  'Hugo',
  'Ines',
  'Jonas',
  'Karla',
  'Leo',
  'Mira',
  'Nils',
  'Olga',
  'Paul',
  'Rosa',
  'Samir',
  'Tessa',
  'Viktor',
  'Yara',
  'Zoe',
];
const lastNames = [
  'Albrecht',
  'Baptiste',
  'Conti',
  'Demir',
  'Eriksen',
  'Farkas',
  'Garnier',
  'Hoffmann',
  'Ivanov',
  'Jansen',
  'Kowalski',
  'Larsen',
  'Moreau',
  'Novak',
  'Okafor',
  'Petrov',
  'Quist',
  'Rossi',
  'Schmidt',
  'Tanaka',
  'Ueda',
  'Vogel',
  'Weber',
];

/** A name for each number; it takes more than five hundred before one comes again. */
function personName(number: number): string {
  return `${firstNames[number % firstNames.length] ?? ''} ${lastNames[(number * 7 + Math.floor(number / firstNames.length)) % lastNames.length] ?? ''}`;
}

function together(acts: readonly ActCall[]): ActCall {
  return { do: 'batch', args: { do: [...acts] } };
}

function group(
  id: string,
  parentId: string,
  kind: GroupKind,
  name: string,
  more: {
    readonly code?: string;
    readonly note?: string;
    readonly status?: 'confirmed' | 'commissioned' | 'handedOver';
  } = {},
): ActCall {
  return { do: 'group.create', args: { id, parentId, kind, name, ...more } };
}

interface ComplexPlan {
  readonly id: string;
  readonly buildings: number;
  readonly entrances: number;
  readonly floors: number;
  readonly apartments: number;
}

/** The houses, entrances, floors and apartments of a complex, and the ids of the apartments. */
function complexGroups({ id, buildings, entrances, floors, apartments }: ComplexPlan): {
  readonly acts: readonly ActCall[];
  readonly apartmentIds: readonly string[];
} {
  const acts: ActCall[] = [];
  const apartmentIds: string[] = [];
  for (let building = 1; building <= buildings; building += 1) {
    const buildingId = `${id}-b${building}`;
    acts.push(group(buildingId, id, 'building', `House ${building}`, { code: `H${building}` }));
    for (let entrance = 1; entrance <= entrances; entrance += 1) {
      const entranceId = `${buildingId}-e${entrance}`;
      acts.push(
        group(entranceId, buildingId, 'entrance', `Entrance ${String.fromCharCode(64 + entrance)}`, {
          code: `${building}${String.fromCharCode(64 + entrance)}`,
        }),
      );
      for (let floor = 1; floor <= floors; floor += 1) {
        const floorId = `${entranceId}-f${floor}`;
        acts.push(group(floorId, entranceId, 'floor', `Floor ${floor}`, { code: String(floor) }));
        for (let apartment = 1; apartment <= apartments; apartment += 1) {
          const apartmentId = `${floorId}-a${apartment}`;
          acts.push(group(apartmentId, floorId, 'apartment', String(floor * 100 + apartment)));
          apartmentIds.push(apartmentId);
        }
      }
    }
  }
  return { acts, apartmentIds };
}

function pool(
  groupId: string,
  allocate: readonly {
    readonly typeId: 'link.plus' | 'link.basicPaid' | 'ringover.smart' | 'ringover.business' | 'ringover.advanced';
    readonly quantity: number;
    readonly validUntil?: Day;
  }[],
): ActCall {
  return { do: 'restriction.set', args: { groupId, mode: 'own', allocate: [...allocate] } };
}

function residents(apartmentIds: readonly string[], every: number, from: number): readonly ActCall[] {
  return apartmentIds.flatMap((groupId, index): readonly ActCall[] => {
    if (index % every !== 0) return [];
    const number = from + index / every;
    const id = `person-${number}`;
    const name = personName(number);
    return [
      {
        do: 'user.create',
        args: {
          id,
          groupId,
          name,
          email: `${name.toLowerCase().replace(' ', '.')}@example.org`,
          status: number % 5 === 0 ? 'invited' : 'active',
        },
      },
      {
        do: 'allowance.set',
        args: {
          userId: id,
          resources: number % 3 === 0 ? { sip: 3, mobileApp: 2, ukey: 1 } : { sip: 2, mobileApp: 2 },
        },
      },
    ];
  });
}

function devices(complexId: string, buildings: number, entrances: number): readonly ActCall[] {
  return Array.from({ length: buildings * entrances }, (_, index): ActCall => {
    const building = Math.floor(index / entrances) + 1;
    const entrance = (index % entrances) + 1;
    return {
      do: 'device.register',
      args: {
        groupId: `${complexId}-b${building}-e${entrance}`,
        serial: `AA-12-${complexId.slice(0, 3).toUpperCase()}-${String(index + 1).padStart(4, '0')}`,
        model: entrance === 1 ? 'AA-12' : 'AA-07',
      },
    };
  });
}

const officePeople: readonly {
  readonly id: string;
  readonly groupId: string;
  readonly seat: 'ringover.smart' | 'ringover.business' | 'ringover.advanced' | null;
  readonly roleId: string;
}[] = [
  { id: 'desk-1', groupId: 'office-sales', seat: 'ringover.advanced', roleId: 'resident' },
  { id: 'desk-2', groupId: 'office-sales', seat: 'ringover.business', roleId: 'resident' },
  { id: 'desk-3', groupId: 'office-sales', seat: 'ringover.business', roleId: 'resident' },
  { id: 'desk-4', groupId: 'office-support', seat: 'ringover.business', roleId: 'supervisor' },
  { id: 'desk-5', groupId: 'office-support', seat: 'ringover.business', roleId: 'resident' },
  { id: 'desk-6', groupId: 'office-support', seat: 'ringover.smart', roleId: 'resident' },
  { id: 'desk-7', groupId: 'office-support', seat: 'ringover.smart', roleId: 'resident' },
  { id: 'desk-8', groupId: 'office-accounts', seat: null, roleId: 'accountant' },
  { id: 'desk-9', groupId: 'office-accounts', seat: 'ringover.smart', roleId: 'resident' },
];

/** The first resident of the second and of the third complex has this number, so that names do not repeat. */
const secondComplexFrom = 160;
const thirdComplexFrom = 200;

/** A dealer's world around a day: two dealers, five complexes and an office, with licenses that end soon and some that are free. */
export function sampleAccount(today: Day): SampleAccount {
  const sunrise = complexGroups({ id: 'sunrise', buildings: 3, entrances: 4, floors: 9, apartments: 4 });
  const riverside = complexGroups({ id: 'riverside', buildings: 2, entrances: 2, floors: 5, apartments: 3 });
  const mill = complexGroups({ id: 'mill', buildings: 1, entrances: 2, floors: 4, apartments: 2 });
  const quay = complexGroups({ id: 'quay', buildings: 1, entrances: 2, floors: 3, apartments: 2 });
  const linden = complexGroups({ id: 'linden', buildings: 1, entrances: 1, floors: 4, apartments: 3 });
  const acts: readonly ActCall[] = [
    together([
      {
        do: 'group.update',
        args: {
          groupId: 'root',
          set: { code: 'NWI', status: 'confirmed', note: 'Two dealers, five complexes and our own office.' },
        },
      },
      group('aurora', 'root', 'dealer', 'Aurora Access', { code: 'AUR', status: 'confirmed' }),
      group('harbour', 'root', 'dealer', 'Harbour Systems', { code: 'HAR', status: 'confirmed' }),
      group('office', 'root', 'office', 'Head office', { code: 'HQ', status: 'handedOver' }),
    ]),
    together([
      group('sunrise', 'aurora', 'complex', 'Sunrise', {
        code: 'SUN',
        status: 'commissioned',
        note: 'Three houses at the park. The caretaker has the keys of the technical rooms.',
      }),
      group('riverside', 'aurora', 'complex', 'Riverside', { code: 'RIV', status: 'confirmed' }),
      group('linden', 'aurora', 'complex', 'Linden Court', { code: 'LIN' }),
      group('mill', 'harbour', 'complex', 'Old Mill', { code: 'MIL', status: 'handedOver' }),
      group('quay', 'harbour', 'complex', 'Harbour Quay', { code: 'QUA', status: 'handedOver' }),
    ]),
    together(sunrise.acts),
    together(riverside.acts),
    together(mill.acts),
    together(quay.acts),
    together(linden.acts),
    together([
      group('office-sales', 'office', 'department', 'Sales'),
      group('office-support', 'office', 'department', 'Support'),
      group('office-accounts', 'office', 'department', 'Accounts'),
    ]),
    { do: 'account.update', args: { set: { currency: 'EUR' } } },
    { do: 'catalogue.setPrice', args: { typeId: 'link.plus', amount: 2_400, per: 'year' } },
    { do: 'catalogue.setPrice', args: { typeId: 'link.basicPaid', amount: 1_500, per: 'once' } },
    { do: 'catalogue.setPrice', args: { typeId: 'ringover.smart', amount: 1_900, per: 'month' } },
    { do: 'catalogue.setPrice', args: { typeId: 'ringover.business', amount: 2_900, per: 'month' } },
    {
      do: 'block.add',
      args: {
        id: 'plus-main',
        groupId: 'root',
        typeId: 'link.plus',
        quantity: 560,
        source: 'purchase',
        note: 'Framework agreement',
      },
    },
    {
      do: 'block.add',
      args: {
        id: 'plus-year',
        groupId: 'root',
        typeId: 'link.plus',
        quantity: 40,
        source: 'purchase',
        validUntil: addDays(today, 24),
        note: 'Renewal is being negotiated',
      },
    },
    {
      do: 'block.add',
      args: { id: 'basic-main', groupId: 'root', typeId: 'link.basicPaid', quantity: 80, source: 'purchase' },
    },
    { do: 'block.add', args: { groupId: 'root', typeId: 'ringover.smart', quantity: 12, source: 'purchase' } },
    {
      do: 'block.add',
      args: {
        groupId: 'root',
        typeId: 'ringover.business',
        quantity: 8,
        source: 'purchase',
        validUntil: addDays(today, 180),
      },
    },
    {
      do: 'block.add',
      args: {
        groupId: 'root',
        typeId: 'ringover.advanced',
        quantity: 2,
        source: 'purchase',
        validUntil: addDays(today, 12),
      },
    },
    pool('aurora', [
      { typeId: 'link.plus', quantity: 520 },
      { typeId: 'link.basicPaid', quantity: 40 },
    ]),
    pool('harbour', [
      { typeId: 'link.plus', quantity: 20, validUntil: addDays(today, 90) },
      { typeId: 'link.basicPaid', quantity: 16 },
    ]),
    pool('sunrise', [{ typeId: 'link.plus', quantity: 432 }]),
    pool('riverside', [
      { typeId: 'link.plus', quantity: 60, validUntil: addDays(today, 300) },
      { typeId: 'link.basicPaid', quantity: 20 },
    ]),
    pool('linden', [{ typeId: 'link.plus', quantity: 14 }]),
    {
      do: 'allocation.set',
      args: { groupId: 'linden', typeId: 'link.plus', quantity: 10, validUntil: addDays(today, 45) },
    },
    pool('quay', [{ typeId: 'link.plus', quantity: 7, validUntil: addDays(today, 90) }]),
    together(devices('sunrise', 3, 4)),
    together(devices('riverside', 2, 2)),
    together(devices('mill', 1, 2)),
    together(devices('quay', 1, 2)),
    together(residents(sunrise.apartmentIds, 3, 0)),
    together(residents(riverside.apartmentIds, 4, secondComplexFrom)),
    together(residents(quay.apartmentIds, 1, thirdComplexFrom)),
    together([
      {
        do: 'user.create',
        args: {
          id: 'caretaker',
          groupId: 'sunrise',
          name: 'Marta Lindqvist',
          email: 'marta.lindqvist@example.org',
          phone: '+49 30 5550100',
          roleId: 'siteAdmin',
          status: 'active',
        },
      },
      { do: 'user.setAdmin', args: { userId: 'caretaker', groupId: 'sunrise', admin: true } },
      {
        do: 'user.create',
        args: {
          id: 'installer',
          groupId: 'aurora',
          name: 'Tomas Berg',
          email: 'tomas.berg@example.org',
          roleId: 'technical',
          status: 'active',
        },
      },
      { do: 'user.setAdmin', args: { userId: 'installer', groupId: 'aurora', admin: true } },
      {
        do: 'user.create',
        args: {
          id: 'admin',
          groupId: 'office',
          name: 'Ruth Okonkwo',
          email: 'ruth.okonkwo@example.org',
          roleId: 'companyAdmin',
          status: 'active',
        },
      },
    ]),
    together(
      Array.from({ length: 14 }, (_, index): ActCall => ({
        do: 'number.add',
        args: { id: `line-${index + 1}`, kind: 'landline', value: `+49305550${String(110 + index)}` },
      })),
    ),
    { do: 'number.range', args: { id: 'sip-range', from: '2000', to: '2999' } },
    together(
      officePeople.map(({ id, groupId, roleId }, index): ActCall => ({
        do: 'user.create',
        args: { id, groupId, name: personName(400 + index * 3), email: `${id}@example.org`, roleId, status: 'active' },
      })),
    ),
    together(
      officePeople.flatMap(({ id, seat }): readonly ActCall[] =>
        seat === null ? [] : [{ do: 'seat.assign', args: { userId: id, typeId: seat } }],
      ),
    ),
    { do: 'reminder.set', args: { groupId: 'root', policy: { daysBefore: 30, repeat: 'weekly' } } },
  ];
  return { name: 'Northwind Intercom', ownerName: 'Nora Winter', acts };
}
