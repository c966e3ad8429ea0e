import { compareText } from '../kernel/text';
import type { View } from '../model/model';
import { isFreeNumber } from '../model/number-index';
import type { NumberKind, NumberRow, SeatRow, UserRow } from '../model/rows';
import { featuresOf, standingOf, type UserStanding } from '../rules/user-status';
import type {
  DeviceAnswer,
  MenuAnswer,
  NumberAnswer,
  RangeAnswer,
  RequestAnswer,
  RoleAnswer,
  SeatAnswer,
  UserAnswer,
  UserSummary,
} from './answers';
import type { Question } from './scope';

function summary(question: Question, user: UserRow, standing: UserStanding): UserSummary {
  const { id, name, groupId, email, phone, roleId, lifecycle } = user;
  const { model } = question;
  return {
    id,
    name,
    groupId,
    email,
    phone,
    roleId,
    lifecycle,
    status: standing.status,
    typeId: standing.typeId,
    seatType: model.seatOf(id)?.typeId ?? null,
    numbers: numbersOfUser(model, id),
  };
}

/** Values of a user's numbers, the seat's own included, as text in order. */
function numbersOfUser(view: View, userId: string): readonly string[] {
  const ids = [...view.numbersOf(userId)];
  const seat = view.seatOf(userId);
  if (seat !== undefined) ids.push(seat.numberId);
  return ids.flatMap((id) => view.row('numbers', id)?.value ?? []).sort(compareText);
}

export function userAnswer(question: Question, userId: string): UserAnswer {
  const { model, evaluation } = question;
  const user = model.user(userId);
  const standing = standingOf(evaluation, user);
  return {
    ...summary(question, user, standing),
    adminOf: user.adminOf,
    allowance: user.allowance,
    features: featuresOf(evaluation, user, standing),
    menus: [...model.menusWith(userId)].sort(compareText),
    reasons: standing.reasons,
  };
}

/** A group, or it with everything below it. */
function groupsAsked(question: Question, groupId: string, subgroups: boolean): readonly string[] {
  return subgroups ? [...question.model.subtree(groupId)].map((group) => group.id) : [groupId];
}

export function usersAnswer(question: Question, groupId: string, subgroups: boolean): readonly UserSummary[] {
  const { model, evaluation } = question;
  const users = groupsAsked(question, groupId, subgroups)
    .flatMap((id) => [...model.usersOf(id)])
    .map((id) => model.user(id));
  return users
    .sort((one, other) => compareText(one.name, other.name) || compareText(one.id, other.id))
    .map((user) => summary(question, user, standingOf(evaluation, user)));
}

/** The seats of a group's pool: held by users of its territory, and free, by number. */
export function seatsAnswer({ model }: Question, groupId: string, free: boolean | undefined): readonly SeatAnswer[] {
  const poolId = model.poolOf(groupId);
  const seats: SeatRow[] = [];
  if (free !== true)
    for (const group of model.territoryOf(poolId))
      for (const userId of model.usersOf(group.id)) {
        const seat = model.seatOf(userId);
        if (seat !== undefined) seats.push(seat);
      }
  if (free !== false) for (const seat of model.rows('seats')) if (seat.poolId === poolId) seats.push(seat);
  return seats
    .map(({ id, typeId, numberId, userId }) => ({
      id,
      typeId,
      poolId,
      number: model.row('numbers', numberId)?.value ?? '',
      ...(userId === null ? {} : { userId }),
    }))
    .sort((one, other) => compareText(one.number, other.number) || compareText(one.id, other.id));
}

function numberAnswer(view: View, number: NumberRow): NumberAnswer {
  const { id, kind, value, seatId, userId, groupId, menuId } = number;
  const holder = userId ?? (seatId === null ? null : (view.row('seats', seatId)?.userId ?? null));
  return {
    id,
    kind,
    value,
    ...(seatId === null ? {} : { seatId }),
    ...(holder === null ? {} : { userId: holder }),
    ...(groupId === null ? {} : { groupId }),
    ...(menuId === null ? {} : { menuId }),
  };
}

export function numbersAnswer(
  { model }: Question,
  kind: NumberKind | undefined,
  free: boolean | undefined,
): readonly NumberAnswer[] {
  const numbers: NumberRow[] = [];
  for (const number of model.rows('numbers')) {
    if (kind !== undefined && number.kind !== kind) continue;
    if (free !== undefined && isFreeNumber(number) !== free) continue;
    numbers.push(number);
  }
  return numbers
    .sort((one, other) => compareText(one.value, other.value) || compareText(one.id, other.id))
    .map((number) => numberAnswer(model, number));
}

export function rangesAnswer({ model }: Question): readonly RangeAnswer[] {
  return [...model.rows('ranges')]
    .sort((one, other) => compareText(one.from, other.from) || compareText(one.id, other.id))
    .map(({ id, from, to }) => ({ id, from, to, next: model.lowestUnusedIn(id) ?? null }));
}

export function menusAnswer(question: Question, groupId: string, subgroups: boolean): readonly MenuAnswer[] {
  const { model } = question;
  return groupsAsked(question, groupId, subgroups)
    .flatMap((id) => [...model.menusOf(id)])
    .flatMap((id) => model.row('menus', id) ?? [])
    .sort((one, other) => compareText(one.name, other.name) || compareText(one.id, other.id))
    .map(({ id, groupId: at, name, kind, users, groups }) => ({
      id,
      groupId: at,
      name,
      kind,
      users,
      groups,
      numbers: [...model.numbersOf(id)]
        .flatMap((numberId) => model.row('numbers', numberId)?.value ?? [])
        .sort(compareText),
    }));
}

export function devicesAnswer(question: Question, groupId: string, subgroups: boolean): readonly DeviceAnswer[] {
  const { model } = question;
  return groupsAsked(question, groupId, subgroups)
    .flatMap((id) => [...model.devicesOf(id)])
    .flatMap((id) => model.row('devices', id) ?? [])
    .sort((one, other) => compareText(one.serial, other.serial));
}

export function rolesAnswer({ model }: Question): readonly RoleAnswer[] {
  return [...model.rows('roles')].sort(
    (one, other) => compareText(one.name, other.name) || compareText(one.id, other.id),
  );
}

export function requestsAnswer({ model }: Question): readonly RequestAnswer[] {
  return [...model.rows('requests')].sort((one, other) => compareText(one.id, other.id));
}
