import type { Feature } from '../model/vocabulary';
import type { FieldValues, GroupKind, GroupStatus, ReminderPolicy, Restriction } from '../model/rows';
import { featuresOfGroup } from '../rules/user-status';
import { defineQuery, licensesOfGroup, ofGroup } from './query';
import type { Question } from './question';

export interface GroupAnswer {
  readonly fields?: FieldValues;
  readonly id: string;
  readonly name: string;
  readonly kind: GroupKind;
  readonly code: string;
  readonly note: string;
  readonly path: readonly string[];
  readonly projectId: string;
  readonly poolId: string;
  readonly restriction: Restriction;
  readonly status: GroupStatus;
  readonly protected: boolean;
  /** Features that this group's own pool gives on the day, after the path's restrictions (D9). */
  readonly features: readonly Feature[];
  readonly deny: readonly Feature[];
  readonly allow: readonly Feature[];
  readonly reminder: ReminderPolicy | null;
  readonly count: { readonly groups: number; readonly users: number; readonly seats: number };
}

export const groupQuery = defineQuery({
  name: 'group',
  args: ofGroup,
  ...licensesOfGroup,
  answer: (question, { groupId }) => groupAnswer(question, groupId),
});

function groupAnswer({ model, evaluation }: Question, groupId: string): GroupAnswer {
  const {
    id,
    name,
    kind,
    code,
    note,
    restriction,
    status,
    protected: isProtected,
    deny,
    allow,
    reminder,
    fields,
  } = model.group(groupId);
  const { groups, users, seats } = model.count(groupId);
  return {
    id,
    name,
    kind,
    code,
    note,
    restriction,
    status,
    protected: isProtected,
    deny,
    allow,
    reminder,
    path: [...model.ancestry(groupId)].map((group) => group.name).reverse(),
    projectId: model.projectOf(groupId),
    poolId: model.poolOf(groupId),
    features: featuresOfGroup(evaluation, groupId),
    count: { groups, users, seats },
    ...(fields === undefined ? {} : { fields }),
  };
}
