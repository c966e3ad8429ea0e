import { compareText } from '../kernel/text';
import type { MenuRow } from '../model/rows';
import { defineQuery, ofGroups, peopleOfGroup } from './query';
import type { Question } from './question';
import { groupsAsked } from './users';

export interface MenuAnswer {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
  readonly kind: MenuRow['kind'];
  readonly users: readonly string[];
  readonly groups: readonly string[];
  readonly numbers: readonly string[];
}

export const menusQuery = defineQuery({
  name: 'menus',
  args: ofGroups,
  ...peopleOfGroup,
  answer: (question, { groupId, subgroups }) => menusAnswer(question, groupId, subgroups === true),
});

function menusAnswer(question: Question, groupId: string, subgroups: boolean): readonly MenuAnswer[] {
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
