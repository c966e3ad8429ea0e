import { compareText } from '../kernel/text';
import type { BaseRole } from '../model/rows';
import type { Feature } from '../model/vocabulary';
import { anything, defineQuery, nothing } from './query';

export interface RoleAnswer {
  readonly id: string;
  readonly name: string;
  readonly base: BaseRole;
  readonly extraFeatures: readonly Feature[];
}

export const rolesQuery = defineQuery({
  name: 'roles',
  args: nothing,
  ...anything,
  answer: ({ model }): readonly RoleAnswer[] =>
    [...model.rows('roles')].sort((one, other) => compareText(one.name, other.name) || compareText(one.id, other.id)),
});
