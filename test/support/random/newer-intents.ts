import { addDays } from '#core/kernel/day';
import { numberKinds } from '#core/model/vocabulary';
import {
  aGroup,
  aName,
  anId,
  aPool,
  aUser,
  isFree,
  aNumber,
  purchasable,
  seatTypes,
  withoutSeat,
  type RandomCall,
  type Surroundings,
} from './surroundings';

type Proposal = (around: Surroundings) => RandomCall;

/** A day about today, or none. */
function aDay({ choose, today }: Surroundings): string | null {
  return choose.chance(0.2) ? null : addDays(today, choose.whole(-20, 60));
}

function aValue(around: Surroundings, fieldId: string): string | number | null {
  const { choose, model, today } = around;
  if (choose.chance(0.15)) return null;
  const field = choose.chance(0.1) ? undefined : model.row('fields', fieldId);
  switch (field?.kind) {
    case 'number':
      return choose.whole(-5, 99);
    case 'day':
      return today;
    case 'choice':
      return choose.one(field.choices) ?? 'none';
    default:
      return aName(around);
  }
}

function fieldSet(around: Surroundings): RandomCall {
  const { choose } = around;
  const fieldId = anId(around, 'fields');
  const set = { fields: { [fieldId]: aValue(around, fieldId) } };
  return choose.among<RandomCall>(
    { do: 'user.update', args: { userId: aUser(around), set } },
    { do: 'group.update', args: { groupId: aGroup(around), set } },
    { do: 'device.update', args: { deviceId: anId(around, 'devices'), set } },
    { do: 'number.update', args: { numberId: aNumber(around, isFree), set } },
    { do: 'menu.rename', args: { menuId: anId(around, 'menus'), set: { name: aName(around) } } },
  );
}

/** What an account does about licenses of another one; its files are made up here, some about what it never gave. */
function grantCall(around: Surroundings): RandomCall {
  const { choose, today } = around;
  const license = {
    typeId: choose.among(...seatTypes, ...purchasable),
    quantity: choose.whole(1, 6),
    ...(choose.chance(0.4) ? { validUntil: addDays(today, choose.whole(-1, 60)) } : {}),
  };
  const id = anId(around, 'grants');
  const to = { toLedger: choose.chance(0.05) ? 'elsewhere' : 'ledger-r', fromLedger: 'ledger-b' };
  return choose.weighted<RandomCall>([
    [
      4,
      {
        do: 'grant.give',
        args: { id: `g${String(choose.whole(0, 999_999))}`, toLedger: 'ledger-b', toRoot: 'root', ...license },
      },
    ],
    [
      3,
      {
        do: 'grant.accept',
        args: {
          file: { kind: 'grant', id: `g${String(choose.whole(0, 999_999))}`, ...to, toRoot: 'root', ...license },
        },
      },
    ],
    [1, { do: 'grant.accept', args: { file: { kind: 'receipt', id, ...to } } }],
    [1, { do: 'grant.accept', args: { file: { kind: 'recall', id, ...to } } }],
    [3, { do: 'grant.accept', args: { file: { kind: 'return', id, ...to, returned: choose.whole(1, 4) } } }],
    [1, { do: 'grant.recall', args: { id } }],
    [3, { do: 'grant.return', args: { id, quantity: choose.whole(1, 4) } }],
  ]);
}

/** What version 2 of the rules brought, with how often it is tried. */
const proposals: readonly (readonly [weight: number, propose: Proposal])[] = [
  [
    4,
    (around) => {
      const kind = around.choose.among('text', 'number', 'day', 'choice');
      return {
        do: 'field.define',
        args: {
          ...(around.choose.chance(0.2) ? { id: anId(around, 'fields') } : {}),
          on: around.choose.among('group', 'user', 'device', 'number'),
          name: aName(around),
          kind,
          ...(kind === 'choice' ? { choices: around.choose.chance(0.1) ? [] : ['a', 'b'] } : {}),
        },
      };
    },
  ],
  [1, (around) => ({ do: 'field.remove', args: { fieldId: anId(around, 'fields') } })],
  [8, fieldSet],
  [
    6,
    (around) => ({
      do: 'user.update',
      args: {
        userId: aUser(around),
        set: around.choose.among<object>(
          { from: aDay(around) },
          { until: aDay(around) },
          { from: aDay(around), until: aDay(around) },
        ),
      },
    }),
  ],
  [
    2,
    (around) => ({
      do: 'user.create',
      args: { groupId: aGroup(around), name: aName(around), from: aDay(around), until: aDay(around) },
    }),
  ],
  [
    5,
    (around) => ({
      do: 'reserve.take',
      args: {
        ...(around.choose.chance(0.1) ? { computerId: 'elsewhere' } : {}),
        poolId: around.choose.chance(0.6) ? around.model.root.id : aPool(around),
        typeId: around.choose.among(...seatTypes, ...purchasable),
        quantity: around.choose.whole(1, 3),
        until: addDays(around.today, around.choose.whole(-1, 10)),
        ...(around.choose.chance(0.6)
          ? { numbers: { kind: around.choose.among(...numberKinds), count: around.choose.whole(1, 3) } }
          : {}),
      },
    }),
  ],
  [
    2,
    (around) => ({
      do: 'reserve.release',
      args: around.choose.chance(0.3) ? {} : { reservationId: anId(around, 'reservations') },
    }),
  ],
  [1, (around) => ({ do: 'reserve.reclaim', args: { reservationId: anId(around, 'reservations') } })],
  [
    6,
    (around) => ({
      do: 'seat.assign',
      args: { userId: aUser(around, withoutSeat(around)), typeId: around.choose.among(...seatTypes) },
    }),
  ],
  [
    2,
    (around) => ({
      do: 'plan.save',
      args: { name: aName(around), do: [{ do: 'user.archive', args: { userId: aUser(around) } }] },
    }),
  ],
  [9, grantCall],
  [1, (around) => ({ do: 'plan.remove', args: { planId: anId(around, 'plans') } })],
  [
    3,
    (around) => ({
      do: 'block.renew',
      args: {
        blockId: anId(around, 'blocks'),
        validUntil: addDays(around.today, around.choose.whole(20, 200)),
        ...(around.choose.chance(0.5) ? { allocations: true } : {}),
      },
    }),
  ],
  [
    1,
    (around) => ({
      do: 'catalogue.setPrice',
      args: {
        typeId: around.choose.among(...purchasable),
        amount: around.choose.whole(0, 5_000),
        per: around.choose.among('month', 'year', 'once'),
      },
    }),
  ],
];

/** A random intent of those that version 2 of the rules brought. */
export function proposeNewerIntent(around: Surroundings): RandomCall {
  return around.choose.weighted(proposals)(around);
}
