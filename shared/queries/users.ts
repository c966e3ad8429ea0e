import { compareText } from '../kernel/text';
import type { View } from '../model/model';
import type { Day } from '../kernel/day';
import { lifecycleOn } from '../rules/membership';
import type { FieldValues, Lifecycle, SeatRow, UserRow } from '../model/rows';
import type { LicenseTypeId } from '../model/vocabulary';
import { standingOfMany, type UserStanding, type UserStatus } from '../rules/user-status';
import { defineQuery, ofGroups, peopleOfGroup } from './query';
import type { Question } from './question';

export interface UserSummary {
  readonly id: string;
  readonly name: string;
  readonly groupId: string;
  readonly email: string;
  readonly phone: string;
  readonly roleId: string;
  readonly status: UserStatus;
  readonly lifecycle: Lifecycle;
  readonly typeId: LicenseTypeId | null;
  readonly seatType: LicenseTypeId | null;
  readonly numbers: readonly string[];
  /** First and last day, where there are any. */
  readonly from?: Day;
  readonly until?: Day;
  readonly fields?: FieldValues;
}

export const usersQuery = defineQuery({
  name: 'users',
  args: ofGroups,
  ...peopleOfGroup,
  answer: (question, { groupId, subgroups }) => usersAnswer(question, groupId, subgroups === true),
});

/** Members of a person that a line about them depends on. */
const membersRead = [
  'id',
  'name',
  'groupId',
  'email',
  'phone',
  'roleId',
  'lifecycle',
  'allowance',
  'from',
  'until',
  'fields',
] as const;
type PersonRead = Pick<UserRow, (typeof membersRead)[number]>;

function usersAnswer(question: Question, groupId: string, subgroups: boolean): readonly UserSummary[] {
  const { model, evaluation } = question;
  const standing = standingOfMany(evaluation);
  // All of them are read in one go through the table; of a part of them each is looked up.
  const users =
    subgroups && groupId === model.root.id
      ? [...model.membersOf('users', membersRead)]
      : groupsAsked(question, groupId, subgroups)
          .flatMap((id) => [...model.usersOf(id)])
          .map((id) => model.user(id));
  return users
    .sort((one, other) => compareText(one.name, other.name) || compareText(one.id, other.id))
    .map((user) => summary(question, user, standing(user)));
}

/** A group, or it with everything below it. */
export function groupsAsked(question: Question, groupId: string, subgroups: boolean): readonly string[] {
  return subgroups ? [...question.model.subtree(groupId)].map((group) => group.id) : [groupId];
}

/** Line of a list of people about one of them. */
export function summary(question: Question, user: PersonRead, standing: UserStanding): UserSummary {
  const { id, name, groupId, email, phone, roleId } = user;
  const { model } = question;
  const seat = model.seatOf(id);
  return {
    id,
    name,
    groupId,
    email,
    phone,
    roleId,
    lifecycle: lifecycleOn(user, question.day),
    ...(user.from == null ? {} : { from: user.from }),
    ...(user.until == null ? {} : { until: user.until }),
    ...(user.fields === undefined ? {} : { fields: user.fields }),
    status: standing.status,
    typeId: standing.typeId,
    seatType: seat?.typeId ?? null,
    numbers: numbersOfUser(model, id, seat),
  };
}

/** Values of a user's numbers, the seat's own included, as text in order. */
function numbersOfUser(view: View, userId: string, seat: SeatRow | undefined): readonly string[] {
  const ids = [...view.numbersOf(userId)];
  if (seat !== undefined) ids.push(seat.numberId);
  return ids.flatMap((id) => view.row('numbers', id)?.value ?? []).sort(compareText);
}
