import { compareText } from '../kernel/text';
import type { Resources } from '../model/rows';
import type { Feature } from '../model/vocabulary';
import { refuse } from '../rules/refusals';
import { featuresOf, standingOf } from '../rules/user-status';
import { z } from 'zod';
import { defineQuery, id } from './query';
import type { Question } from './question';
import { summary, type UserSummary } from './users';

export interface UserAnswer extends UserSummary {
  readonly adminOf: readonly string[];
  readonly features: readonly Feature[];
  readonly allowance: Resources | null;
  readonly menus: readonly string[];
  /** Why the status is not plainly active. */
  readonly reasons: readonly string[];
}

export const userQuery = defineQuery({
  name: 'user',
  args: z.strictObject({ userId: id }),
  exists: (view, { userId }) =>
    view.row('users', userId) === undefined ? [refuse('NOT_FOUND', { kind: 'user', id: userId })] : [],
  needs: (view, { userId }) => ({ right: 'read', at: view.user(userId).groupId }),
  answer: (question, { userId }) => userAnswer(question, userId),
});

function userAnswer(question: Question, userId: string): UserAnswer {
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
