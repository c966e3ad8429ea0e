import type { GrantRow } from '../model/rows';
import { defineQuery, licensesOfAccount, nothing } from './query';

export type GrantAnswer = Omit<GrantRow, 'age' | 'countsFrom'>;

/** Licenses given to other ledgers and received from them, oldest first (D13). */
export const grantsQuery = defineQuery({
  name: 'grants',
  args: nothing,
  ...licensesOfAccount,
  answer: ({ model }): readonly GrantAnswer[] =>
    [...model.rows('grants')]
      .sort((one, other) => one.age - other.age)
      .map(({ age: _age, countsFrom: _from, ...grant }) => grant),
});
